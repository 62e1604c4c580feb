// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/pick_where_dialog.h"

#include "ui/dialogs/condition_editor.h"
#include "ui/window/text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace cuntu::ui {
namespace {

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
    m_conditions = new ConditionEditor(m_bench.theme);
    auto *form = new QFormLayout;
    form->addRow(tr("Places of"), m_layer);
    form->addRow(tr("of which"), m_conditions);
    m_result = new QLabel;
    m_result->setObjectName(QStringLiteral("whereResult"));
    m_result->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("whereAccept"));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(m_result);
    layout->addWidget(m_buttons);
    connect(m_conditions, &ConditionEditor::changed, this, &PickWhereDialog::count);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PickWhereDialog::fillFields()
{
    if (const LayerInfo *info = m_bench.session.state()->findLayer(m_layer->currentData().toString())) {
        m_schema = schemaWithStatuses(*m_bench.session.state(), *info);
    }
    m_conditions->setSchema(m_schema);
}

void PickWhereDialog::count()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false); // nothing is accepted that was not counted
    m_counting.run(
        tr("Counting places"), this,
        [state = m_bench.session.state(), schema = m_schema, conditions = m_conditions->conditions(),
         match = m_conditions->match(), day = m_bench.view.asOf()](const JobContext &job) {
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
