// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_dialog.h"

#include "ui/window/role_guess.h"
#include "ui/window/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace cuntu::ui {
namespace {

constexpr std::size_t k_previewRows = 8;
const QString k_plain = QStringLiteral("layer:");

/// Schema that guides the reading of @p role; empty for plain layers and targets.
std::optional<LayerSchema> schemaOf(const QString &role, const Registry &registry)
{
    return registry.layerSchema(role.startsWith(QStringLiteral("progress:")) ? role.mid(9) : role);
}

QStringList headings(const SourceInfo &info)
{
    QStringList result;
    for (const SourceColumn &column : info.columns) {
        result << column.heading;
    }
    return result;
}

/// What a column is taken for, in words.
QString fieldName(const QString &field, const std::optional<LayerSchema> &schema)
{
    static const QHash<QString, const char *> special{
        {QStringLiteral("@x"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "easting or longitude")},
        {QStringLiteral("@y"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "northing or latitude")},
        {QStringLiteral("@status"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "status")},
        {QStringLiteral("@status_date"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "date of the status")},
        {QStringLiteral("@township"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "name of the township")},
        {QStringLiteral("@village"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "name of the village")},
        {QStringLiteral("@wkt"), QT_TRANSLATE_NOOP("cuntu::ui::Ui", "geometry")},
    };
    if (special.contains(field)) {
        return Ui::tr(special.value(field));
    }
    const Field *known = schema ? schema->findField(field) : nullptr;
    return known ? known->name.toString() : field;
}

} // namespace

Result<ImportPreview> makePreview(const PreviewRequest &request, const Registry &registry, const JobContext &job)
{
    ImportPreview preview;
    preview.role = request.role;
    if (preview.role.isEmpty()) {
        auto bare = Source::open(request.options, nullptr, job);
        if (!bare) {
            return bare.error();
        }
        preview.role =
            guessRole(registry, QFileInfo(request.options.file).completeBaseName(), headings((*bare)->info()));
    }
    const auto schema = schemaOf(preview.role, registry);
    auto source = Source::open(request.options, schema ? &*schema : nullptr, job);
    if (!source) {
        return source.error();
    }
    preview.info = (*source)->info();
    SourceRow row;
    while (preview.rows.size() < k_previewRows) {
        auto more = (*source)->next(row);
        if (!more || !*more) {
            break;
        }
        if (!row.isTotal) {
            preview.rows.push_back(row);
        }
    }
    return preview;
}

ImportDialog::ImportDialog(Workbench &bench, const QString &file, const QString &progress, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_file(file), m_reading(bench.jobs)
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import"));
    resize(820, 560);
    makeWidgets(progress);
    fillChoices();
    connect(m_role, &QComboBox::activated, this, &ImportDialog::preview);
    connect(m_sheet, &QComboBox::activated, this, &ImportDialog::preview);
    connect(m_encoding, &QComboBox::activated, this, &ImportDialog::preview);
    connect(m_crs, &QComboBox::activated, this, &ImportDialog::preview);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    preview();
}

void ImportDialog::makeWidgets(const QString &progress)
{
    auto *title =
        new QLabel(progress.isEmpty() ? QFileInfo(m_file).fileName()
                                      : QStringLiteral("%1   (%2)").arg(QFileInfo(m_file).fileName(), progress));
    title->setProperty("role", QStringLiteral("heading"));
    title->setToolTip(m_file);
    m_role = new QComboBox;
    m_role->setObjectName(QStringLiteral("importRole"));
    m_sheet = new QComboBox;
    m_sheet->setObjectName(QStringLiteral("importSheet"));
    m_encoding = new QComboBox;
    m_encoding->setObjectName(QStringLiteral("importEncoding"));
    m_crs = new QComboBox;
    m_crs->setObjectName(QStringLiteral("importCrs"));
    m_crs->setEditable(true);
    m_crs->setInsertPolicy(QComboBox::NoInsert);
    for (QComboBox *box : {m_role, m_sheet, m_encoding, m_crs}) {
        box->setMinimumContentsLength(48);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    m_strict = new QCheckBox(tr("Take nothing if a single row is bad"));
    m_strict->setObjectName(QStringLiteral("importStrict"));
    m_all = new QCheckBox(tr("Take the files that follow as they are understood, without asking"));
    m_all->setObjectName(QStringLiteral("importAll"));
    m_all->hide();
    m_found = new QLabel;
    m_found->setProperty("role", QStringLiteral("muted"));
    m_found->setWordWrap(true);
    m_table = new QTableWidget;
    m_table->setObjectName(QStringLiteral("importPreview"));
    m_table->setAccessibleName(tr("First rows"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("importProblem"));
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Import"));
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("importAccept"));
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("&Import as"), m_role);
    form->addRow(tr("&Sheet"), m_sheet);
    form->addRow(tr("&Encoding"), m_encoding);
    form->addRow(tr("&Coordinates"), m_crs);
    form->addRow(QString(), m_strict);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addLayout(form);
    layout->addWidget(m_found);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_all);
    layout->addWidget(m_buttons);
}

void ImportDialog::offerAll(bool offered)
{
    m_all->setVisible(offered);
}

bool ImportDialog::isForAll() const
{
    return m_all->isChecked();
}

void ImportDialog::fillChoices()
{
    for (const ImportRole &role : importRoles(m_bench.session.registry())) {
        m_role->addItem(role.name, role.id);
    }
    m_encoding->addItem(tr("found out"), QString());
    for (const QString &name : {QStringLiteral("UTF-8"), QStringLiteral("GBK"), QStringLiteral("GB18030"),
                                QStringLiteral("BIG5"), QStringLiteral("UTF-16LE")}) {
        m_encoding->addItem(name, name);
    }
    m_crs->addItem(tr("found out"), QString());
    m_crs->addItem(tr("GCJ-02 (web maps, phones)"), QStringLiteral("gcj02"));
    m_crs->addItem(tr("BD-09 (Baidu)"), QStringLiteral("bd09"));
    m_crs->addItem(tr("CGCS2000 longitude, latitude"), QStringLiteral("EPSG:4490"));
    m_crs->addItem(tr("WGS 84 longitude, latitude"), QStringLiteral("EPSG:4326"));
    for (int zone = 25; zone <= 45; ++zone) {
        m_crs->addItem(tr("CGCS2000, 3-degree zone %1").arg(zone), QStringLiteral("EPSG:%1").arg(4488 + zone));
    }
    m_role->setCurrentIndex(-1);
}

QString ImportDialog::chosenRole() const
{
    const QString role = m_role->currentData().toString();
    return role == k_plain ? k_plain + plainLayerId(QFileInfo(m_file).completeBaseName()) : role;
}

ImportRequest ImportDialog::request() const
{
    ImportRequest request;
    request.file = m_file;
    request.role = chosenRole();
    request.encoding = m_encoding->currentData().toString();
    request.sheet = m_sheet->currentText();
    request.strict = m_strict->isChecked();
    request.who = m_bench.settings.who();
    const bool typed = m_crs->currentText() != m_crs->itemText(m_crs->currentIndex());
    const QString crs = typed ? m_crs->currentText() : m_crs->currentData().toString();
    if (auto known = Crs::fromUser(crs); !crs.isEmpty() && known) {
        request.sourceCrs = *known;
    }
    return request;
}

void ImportDialog::preview()
{
    m_ready = false;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_problem->setText(tr("Reading…"));
    const ImportRequest asked = request();
    const PreviewRequest wanted{{m_file, asked.sheet, asked.encoding, asked.sourceCrs, {}}, asked.role};
    m_reading.run(
        tr("Looking into the file"), this,
        [wanted, registry = m_bench.session.sharedRegistry()](const JobContext &job) {
            return makePreview(wanted, *registry, job);
        },
        [this](const Result<ImportPreview> &preview) {
            if (preview) {
                show(*preview);
            } else {
                showProblem(preview.error().toText());
            }
        });
}

void ImportDialog::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_table->setRowCount(0);
    m_found->clear();
    if (m_role->currentIndex() < 0) {
        m_role->setCurrentIndex(m_role->findData(k_plain));
    }
}

void ImportDialog::show(const ImportPreview &preview)
{
    m_role->setCurrentIndex(m_role->findData(preview.role.startsWith(k_plain) ? k_plain : preview.role));
    m_sheet->clear();
    m_sheet->addItems(preview.info.sheets);
    m_sheet->setCurrentText(preview.info.sheet);
    m_sheet->setEnabled(preview.info.sheets.size() > 1);
    m_encoding->setItemText(
        0, tr("found out: %1").arg(preview.info.encoding.isEmpty() ? tr("the format says it") : preview.info.encoding));
    m_encoding->setToolTip(preview.info.encodingReason);
    if (preview.info.crs.isValid() && m_crs->currentIndex() == 0) {
        m_crs->setItemText(0, tr("found out: %1").arg(preview.info.crs.name()));
        m_crs->lineEdit()->setCursorPosition(0); // a long name is read from its beginning
    }
    m_crs->setToolTip(preview.info.crsReason);
    QStringList sentences;
    if (!preview.info.encodingReason.isEmpty()) {
        sentences << tr("Encoding: %1").arg(preview.info.encodingReason);
    }
    if (!preview.info.crsReason.isEmpty()) {
        sentences << tr("Coordinates: %1").arg(preview.info.crsReason);
    }
    sentences += preview.info.notes;
    sentences.removeAll(QString());
    m_found->setText(sentences.join(QLatin1Char('\n')));
    showTable(preview);
    m_problem->clear();
    m_ready = true;
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(true);
}

void ImportDialog::showTable(const ImportPreview &preview)
{
    const auto schema = schemaOf(preview.role, m_bench.session.registry());
    const int columns = static_cast<int>(preview.info.columns.size());
    m_table->setColumnCount(columns);
    m_table->setRowCount(static_cast<int>(preview.rows.size()));
    QStringList heads;
    for (const SourceColumn &column : preview.info.columns) {
        const QString field = column.field.isEmpty() && schema ? tr("not used") : fieldName(column.field, schema);
        heads << (field.isEmpty() || field == column.heading ? column.heading
                                                             : QStringLiteral("%1\n→ %2").arg(column.heading, field));
    }
    m_table->setHorizontalHeaderLabels(heads);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const SourceRow &source = preview.rows[static_cast<std::size_t>(row)];
        m_table->setVerticalHeaderItem(row, new QTableWidgetItem(QString::number(source.number)));
        for (int column = 0; column < columns && column < static_cast<int>(source.cells.size()); ++column) {
            const SourceColumn &meaning = preview.info.columns[static_cast<std::size_t>(column)];
            const Field *field = schema ? schema->findField(meaning.field) : nullptr;
            const QString text = QString::fromStdString(source.cells[static_cast<std::size_t>(column)]);
            m_table->setItem(row, column, new QTableWidgetItem(field ? masked(text, field->personal) : text));
        }
    }
    m_table->resizeColumnsToContents();
}

} // namespace cuntu::ui
