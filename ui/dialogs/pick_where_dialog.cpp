// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pick_where_dialog.h"

#include "ui/window/text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace cuntu::ui {
namespace {

using Comparison = Condition::Comparison;

/// Fields that may be asked about: what is personal is not shown, so it is not found out by asking either.
std::vector<const Field *> askable(const LayerSchema &schema)
{
    std::vector<const Field *> fields;
    for (const Field &field : schema.fields) {
        if (field.personal == Personal::No) {
            fields.push_back(&field);
        }
    }
    return fields;
}

QString statusField(const QString &programme)
{
    return QStringLiteral("status of ") + programme; // no field of a layer has blanks
}

/// Where a feature stands in a life cycle, as a field.
Field statusAsField(const TrackCycle &own)
{
    Field field;
    field.id = statusField(own.programme);
    const QString name = Ui::tr("Status: %1").arg(own.lifeCycle->name.toString());
    field.name = {name, name};
    field.type = FieldType::Choice;
    for (const Status &status : own.lifeCycle->statuses) {
        field.choices.push_back({status.id, status.name, status.synonyms});
    }
    return field;
}

/// The fields of a layer, and behind them where its features stand.
LayerSchema schemaWithStatuses(const ProjectState &state, const LayerInfo &layer)
{
    LayerSchema schema = layer.schema;
    for (const TrackCycle &own : state.tracksOf(schema.id)) {
        schema.fields.push_back(statusAsField(own));
    }
    return schema;
}

/// @p layer with the columns of schemaWithStatuses() on @p day.
LayerSnapshot withStatuses(const ProjectState &state, const LayerSnapshot &layer, const LayerSchema &schema, Day day)
{
    std::map<QString, Immutable<Column>> columns = layer.columns();
    for (const TrackCycle &own : state.tracksOf(schema.id)) {
        const TrackView track = state.snapshot->ledger().track({own.programme, schema.id, {}});
        Column column(Column::Kind::Text);
        for (std::size_t row = 0; row < layer.size(); ++row) {
            if (const auto held = track.standingOn(layer.id(row), day)) {
                column.appendText(held->status.toStdString());
            } else {
                column.appendNull();
            }
        }
        column.finish();
        columns[statusField(own.programme)] = freeze(std::move(column));
    }
    return {schema, layer.crs(), layer.revision(), layer.sharedIds(), layer.sharedGeometry(), std::move(columns)};
}

/// The features that fulfil @p conditions.
Result<std::vector<FeatureId>> featuresWhere(const ProjectState &state, const LayerSchema &schema,
                                             const std::vector<Condition> &conditions, Match match, Day day,
                                             const JobContext &job)
{
    const LayerInfo *info = state.findLayer(schema.id);
    QStringList fields;
    for (const Condition &condition : conditions) {
        if (info != nullptr && info->schema.findField(condition.field) != nullptr) {
            fields << condition.field;
        }
    }
    fields.removeDuplicates();
    auto loaded = state.snapshot->layer(schema.id, fields, job);
    if (!loaded) {
        return loaded.error();
    }
    auto rows = rowsWhere(withStatuses(state, **loaded, schema, day), conditions, match);
    if (!rows) {
        return rows.error();
    }
    std::vector<FeatureId> features;
    for (const std::uint32_t row : *rows) {
        features.push_back((*loaded)->id(row));
    }
    return features;
}

bool needsOperand(Comparison comparison)
{
    return comparison != Comparison::IsEmpty && comparison != Comparison::IsNotEmpty;
}

} // namespace

PickWhereDialog::PickWhereDialog(Workbench &bench, const QString &layer, bool onlyLayer, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_counting(bench.jobs)
{
    setObjectName(QStringLiteral("pickWhereDialog"));
    setWindowTitle(tr("Pick by a condition"));
    resize(560, 280);
    makeWidgets(onlyLayer);
    m_layer->setCurrentIndex(std::max(0, m_layer->findData(layer)));
    connect(m_layer, &QComboBox::currentIndexChanged, this, &PickWhereDialog::fillFields);
    connect(m_match, &QComboBox::currentIndexChanged, this, &PickWhereDialog::count);
    fillFields();
}

void PickWhereDialog::makeWidgets(bool onlyLayer)
{
    m_layer = new QComboBox;
    m_layer->setObjectName(QStringLiteral("whereLayer"));
    for (const LayerInfo &info : m_bench.session.state()->layers) {
        m_layer->addItem(info.schema.name.toString(), info.schema.id);
    }
    m_layer->setEnabled(!onlyLayer);
    m_match = new QComboBox;
    m_match->setObjectName(QStringLiteral("whereMatch"));
    m_match->addItem(tr("all conditions hold"), static_cast<int>(Match::All));
    m_match->addItem(tr("one condition holds"), static_cast<int>(Match::Any));
    auto *form = new QFormLayout;
    form->addRow(tr("Places of"), m_layer);
    form->addRow(tr("of which"), m_match);
    m_rows = new QVBoxLayout;
    auto *more = new QPushButton(tr("Another condition"));
    more->setObjectName(QStringLiteral("whereMore"));
    more->setAutoDefault(false);
    m_result = new QLabel;
    m_result->setObjectName(QStringLiteral("whereResult"));
    m_result->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("whereAccept"));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addLayout(m_rows);
    layout->addWidget(more, 0, Qt::AlignLeft);
    layout->addStretch(1);
    layout->addWidget(m_result);
    layout->addWidget(m_buttons);
    connect(more, &QPushButton::clicked, this, &PickWhereDialog::addLine);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PickWhereDialog::fillFields()
{
    while (!m_lines.empty()) {
        delete m_lines.back().row;
        m_lines.pop_back();
    }
    if (const LayerInfo *info = m_bench.session.state()->findLayer(m_layer->currentData().toString())) {
        m_schema = schemaWithStatuses(*m_bench.session.state(), *info);
    }
    addLine();
}

void PickWhereDialog::addLine()
{
    Line line{new QWidget, new QComboBox, new QComboBox, new QComboBox};
    const QString number = QString::number(m_lines.size());
    line.field->setObjectName(QStringLiteral("whereField") + number);
    line.field->setAccessibleName(tr("Field"));
    for (const Field *field : askable(m_schema)) {
        line.field->addItem(field->name.toString(), field->id);
    }
    line.comparison->setObjectName(QStringLiteral("whereComparison") + number);
    line.comparison->setAccessibleName(tr("Comparison"));
    for (const auto &[comparison, text] :
         {std::pair(Comparison::Is, tr("is")), std::pair(Comparison::IsNot, tr("is not")),
          std::pair(Comparison::Less, tr("is less than")), std::pair(Comparison::AtMost, tr("is at most")),
          std::pair(Comparison::More, tr("is more than")), std::pair(Comparison::AtLeast, tr("is at least")),
          std::pair(Comparison::Contains, tr("contains")), std::pair(Comparison::BeginsWith, tr("begins with")),
          std::pair(Comparison::IsEmpty, tr("is empty")), std::pair(Comparison::IsNotEmpty, tr("is not empty"))}) {
        line.comparison->addItem(text, static_cast<int>(comparison));
    }
    line.operand->setObjectName(QStringLiteral("whereOperand") + number);
    line.operand->setAccessibleName(tr("Value"));
    line.operand->setEditable(true);
    line.operand->setInsertPolicy(QComboBox::NoInsert);
    auto *remove = new QToolButton;
    remove->setIcon(icon(QStringLiteral("close"), m_bench.theme));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Without this condition"));
    remove->setAccessibleName(remove->toolTip());
    auto *row = new QHBoxLayout(line.row);
    row->setContentsMargins({});
    row->addWidget(line.field, 2);
    row->addWidget(line.comparison, 1);
    row->addWidget(line.operand, 2);
    row->addWidget(remove);
    m_rows->addWidget(line.row);
    fillOperands(line);
    m_lines.push_back(line);
    connect(line.field, &QComboBox::currentIndexChanged, this, [this, line] {
        fillOperands(line);
        count();
    });
    connect(line.comparison, &QComboBox::currentIndexChanged, this, [this, line] {
        line.operand->setEnabled(needsOperand(static_cast<Comparison>(line.comparison->currentData().toInt())));
        count();
    });
    connect(line.operand, &QComboBox::editTextChanged, this, &PickWhereDialog::count);
    connect(
        remove, &QToolButton::clicked, this, [this, gone = line.row] { removeLine(gone); }, Qt::QueuedConnection);
    count();
}

void PickWhereDialog::removeLine(QWidget *row)
{
    std::erase_if(m_lines, [row](const Line &line) { return line.row == row; });
    delete row;
    count();
}

void PickWhereDialog::fillOperands(const Line &line)
{
    const QSignalBlocker quiet(line.operand);
    line.operand->clear();
    const Field *field = m_schema.findField(line.field->currentData().toString());
    if (field == nullptr) {
        return;
    }
    if (field->type == FieldType::Boolean) {
        line.operand->addItems({Ui::tr("yes"), Ui::tr("no")});
    }
    for (const Choice &choice : field->choices) {
        line.operand->addItem(choice.name.toString());
    }
    line.operand->setEditText(QString());
    line.operand->lineEdit()->setPlaceholderText(field->unit);
}

std::vector<Condition> PickWhereDialog::conditions() const
{
    std::vector<Condition> conditions;
    for (const Line &line : m_lines) {
        const auto comparison = static_cast<Comparison>(line.comparison->currentData().toInt());
        if (!needsOperand(comparison) || !line.operand->currentText().trimmed().isEmpty()) {
            conditions.push_back({line.field->currentData().toString(), comparison, line.operand->currentText()});
        }
    }
    return conditions;
}

void PickWhereDialog::count()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false); // nothing is accepted that was not counted
    const auto match = static_cast<Match>(m_match->currentData().toInt());
    m_counting.run(
        tr("Counting places"), this,
        [state = m_bench.session.state(), schema = m_schema, conditions = conditions(), match,
         day = m_bench.view.asOf()](const JobContext &job) {
            return featuresWhere(*state, schema, conditions, match, day, job);
        },
        [this](const Result<std::vector<FeatureId>> &features) {
            if (features) {
                show(*features);
            } else if (features.error().code != ErrorCode::Cancelled) {
                m_found.clear();
                m_result->setText(features.error().toText());
            }
        });
}

void PickWhereDialog::show(const std::vector<FeatureId> &features)
{
    m_found = features;
    m_result->setText(tr("%n place(s)", nullptr, static_cast<int>(features.size())));
    QPushButton *accept = m_buttons->button(QDialogButtonBox::Ok);
    accept->setText(features.empty() ? tr("Pick") : tr("Pick %n", nullptr, static_cast<int>(features.size())));
    accept->setEnabled(!features.empty());
}

Selection PickWhereDialog::picked() const
{
    return {m_schema.id, m_found};
}

} // namespace cuntu::ui
