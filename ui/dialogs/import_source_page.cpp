// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_source_page.h"

#include "core/project/import_roles.h"
#include "ui/dialogs/import_columns.h"
#include "ui/panels/shape_preview.h"
#include "ui/window/text.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

namespace cuntu::ui {
namespace {

/// Outlines of the villages of the newest state, for the map of the preview.
std::vector<Geometry> villageOutlines(const Project &project, const JobContext &job)
{
    auto snapshot = project.snapshot();
    auto villages = snapshot ? (*snapshot)->layer(QStringLiteral("villages"), {}, job)
                             : Result<Immutable<LayerSnapshot>>(snapshot.error());
    std::vector<Geometry> outlines;
    for (std::size_t row = 0; villages && row < (*villages)->size(); ++row) {
        outlines.push_back((*villages)->geometry().geometry(row));
    }
    return outlines;
}

/// What the first page shows of a file.
struct Glance {
    ImportPreview preview;
    std::vector<Geometry> ground;
    std::vector<ImportProfile> profiles;
};

/// On a job's thread. With @p recognise the profile that fits the file is taken.
Result<Glance> glanceAt(PreviewRequest wanted, const Project *project, bool recognise, const Registry &registry,
                        const JobContext &job)
{
    auto profiles = project ? project->importProfiles() : Result<std::vector<ImportProfile>>(registry.importProfiles);
    if (!profiles) {
        return profiles.error();
    }
    if (recognise) {
        wanted.profiles = *profiles;
    }
    auto found = previewImport(wanted, registry, job);
    if (!found) {
        return found.error();
    }
    return Glance{std::move(*found), project ? villageOutlines(*project, job) : std::vector<Geometry>(),
                  std::move(*profiles)};
}

} // namespace

ImportSourcePage::ImportSourcePage(Workbench &bench, const QString &file, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_file(file), m_reading(bench.jobs)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeForm());
    m_found = new QLabel;
    m_found->setProperty("role", QStringLiteral("muted"));
    m_found->setWordWrap(true);
    layout->addWidget(m_found);
    layout->addWidget(makeTabs(), 1);
    fillChoices();
    connect(m_role, &QComboBox::activated, this, [this] {
        m_asked = true;
        m_columns->forget();
        preview();
    });
    connect(m_profile, &QComboBox::activated, this, [this] {
        m_asked = true;
        m_columns->forget();
        m_role->setCurrentIndex(-1);
        preview();
    });
    for (QComboBox *box : {m_sheet, m_encoding, m_crs}) {
        connect(box, &QComboBox::activated, this, &ImportSourcePage::preview);
    }
    connect(m_columns, &ImportColumns::changed, this, &ImportSourcePage::preview);
    preview();
}

QWidget *ImportSourcePage::makeForm()
{
    m_role = new QComboBox;
    m_role->setObjectName(QStringLiteral("importRole"));
    m_profile = new QComboBox;
    m_profile->setObjectName(QStringLiteral("importProfile"));
    m_sheet = new QComboBox;
    m_sheet->setObjectName(QStringLiteral("importSheet"));
    m_encoding = new QComboBox;
    m_encoding->setObjectName(QStringLiteral("importEncoding"));
    m_crs = new QComboBox;
    m_crs->setObjectName(QStringLiteral("importCrs"));
    m_crs->setEditable(true);
    m_crs->setInsertPolicy(QComboBox::NoInsert);
    for (QComboBox *box : {m_role, m_profile, m_sheet, m_encoding, m_crs}) {
        box->setMinimumContentsLength(48);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    auto *form = new QWidget;
    auto *rows = new QFormLayout(form);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    rows->addRow(tr("&Import as"), m_role);
    rows->addRow(tr("&Profile"), m_profile);
    rows->addRow(tr("&Sheet"), m_sheet);
    rows->addRow(tr("&Encoding"), m_encoding);
    rows->addRow(tr("&Coordinates"), m_crs);
    return form;
}

QWidget *ImportSourcePage::makeTabs()
{
    m_columns = new ImportColumns;
    m_rows = new QTableWidget;
    m_rows->setObjectName(QStringLiteral("importPreview"));
    m_rows->setAccessibleName(tr("First rows"));
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setAlternatingRowColors(true);
    m_map = new ShapePreview;
    m_tabs = new QTabWidget;
    m_tabs->setObjectName(QStringLiteral("importTabs"));
    m_tabs->addTab(m_columns, tr("Columns"));
    m_tabs->addTab(m_rows, tr("First rows"));
    m_tabs->addTab(m_map, tr("Map"));
    return m_tabs;
}

void ImportSourcePage::fillChoices()
{
    for (const ImportRole &role : importRoles(m_bench.session.registry())) {
        m_role->addItem(role.name, role.id);
    }
    m_encoding->addItem(tr("found out"), QString());
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

void ImportSourcePage::takeProfiles(std::vector<ImportProfile> profiles)
{
    const QString chosen = m_profile->currentData().toString();
    m_profiles = std::move(profiles);
    m_profile->clear();
    m_profile->addItem(tr("none"), QString());
    for (const ImportProfile &each : m_profiles) {
        m_profile->addItem(each.name.toString().isEmpty() ? each.id : each.name.toString(), each.id);
    }
    m_profile->setCurrentIndex(std::max(0, m_profile->findData(chosen)));
}

const ImportProfile *ImportSourcePage::profile() const
{
    const QString id = m_profile->currentData().toString();
    const auto found = std::find_if(m_profiles.begin(), m_profiles.end(),
                                    [&](const ImportProfile &each) { return !id.isEmpty() && each.id == id; });
    return found == m_profiles.end() ? nullptr : &*found;
}

QString ImportSourcePage::chosenRole() const
{
    const QString role = m_role->currentData().toString();
    return role == import_role::plainPrefix
               ? import_role::plainPrefix + plainLayerId(QFileInfo(m_file).completeBaseName())
               : role;
}

ImportRequest ImportSourcePage::said() const
{
    ImportRequest request;
    request.file = m_file;
    request.role = chosenRole();
    request.encoding = m_encoding->currentData().toString();
    request.sheet = m_sheet->currentText();
    request.who = m_bench.settings.who();
    request.fieldMap = m_columns->chosen();
    const bool typed = m_crs->currentText() != m_crs->itemText(m_crs->currentIndex());
    const QString crs = typed ? m_crs->currentText() : m_crs->currentData().toString();
    if (auto known = Crs::fromUser(crs); !crs.isEmpty() && known) {
        request.sourceCrs = *known;
    }
    return request;
}

Result<ImportRequest> ImportSourcePage::request() const
{
    const ImportProfile *chosen = profile();
    return chosen ? withProfile(said(), *chosen) : Result<ImportRequest>(said());
}

void ImportSourcePage::preview()
{
    Q_EMIT reading();
    auto asked = request();
    if (!asked) {
        showProblem(asked.error().toText());
        return;
    }
    PreviewRequest wanted{*asked, {}, {}};
    const auto project = m_bench.session.project();
    if (project) {
        wanted.crs = project->crs();
    }
    m_reading.run(
        tr("Looking into the file"), this,
        [wanted, project, recognise = !m_asked, registry = m_bench.session.sharedRegistry()](const JobContext &job) {
            return glanceAt(wanted, project.get(), recognise, *registry, job);
        },
        [this](Result<Glance> glance) {
            if (!glance) {
                showProblem(glance.error().toText());
                return;
            }
            m_map->setGround(std::move(glance->ground));
            takeProfiles(std::move(glance->profiles));
            show(glance->preview);
        });
}

void ImportSourcePage::showProblem(const QString &text)
{
    m_rows->setRowCount(0);
    m_columns->setRowCount(0);
    m_map->setShapes({});
    m_map->setText({});
    m_found->clear();
    if (m_role->currentIndex() < 0) {
        m_role->setCurrentIndex(m_role->findData(import_role::plainPrefix));
    }
    Q_EMIT understood(text);
}

void ImportSourcePage::show(const ImportPreview &preview)
{
    m_info = preview.info;
    m_role->setCurrentIndex(
        m_role->findData(preview.role.startsWith(import_role::plainPrefix) ? import_role::plainPrefix : preview.role));
    if (!preview.profile.isEmpty()) {
        m_profile->setCurrentIndex(m_profile->findData(preview.profile));
    }
    m_sheet->clear();
    m_sheet->addItems(preview.info.sheets);
    m_sheet->setCurrentText(preview.info.sheet);
    m_sheet->setEnabled(preview.info.sheets.size() > 1);
    showEncodings(preview);
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
    m_columns->show(preview, schemaOfRole(m_bench.session.registry(), preview.role));
    showRows(preview);
    showMap(preview);
    Q_EMIT understood({});
}

/// Each encoding that the text can be, with how it reads then.
void ImportSourcePage::showEncodings(const ImportPreview &preview)
{
    const QString chosen = m_encoding->currentData().toString();
    m_encoding->clear();
    m_encoding->addItem(
        tr("found out: %1").arg(preview.info.encoding.isEmpty() ? tr("the format says it") : preview.info.encoding),
        QString());
    for (const EncodingSample &sample : preview.encodings) {
        m_encoding->addItem(QStringLiteral("%1:  %2").arg(sample.encoding, sample.text), sample.encoding);
    }
    m_encoding->setCurrentIndex(std::max(0, m_encoding->findData(chosen)));
    m_encoding->setEnabled(m_encoding->count() > 1);
    m_encoding->setToolTip(preview.info.encodingReason);
}

void ImportSourcePage::showRows(const ImportPreview &preview)
{
    const auto schema = schemaOfRole(m_bench.session.registry(), preview.role);
    const int columns = static_cast<int>(preview.info.columns.size());
    m_rows->setColumnCount(columns);
    m_rows->setRowCount(static_cast<int>(preview.rows.size()));
    QStringList heads;
    for (const SourceColumn &column : preview.info.columns) {
        const QString field = column.field.isEmpty() && schema ? tr("not used") : columnMeaning(column.field, schema);
        heads << (field.isEmpty() || field == column.heading ? column.heading
                                                             : QStringLiteral("%1\n→ %2").arg(column.heading, field));
    }
    m_rows->setHorizontalHeaderLabels(heads);
    for (int row = 0; row < m_rows->rowCount(); ++row) {
        const SourceRow &source = preview.rows[static_cast<std::size_t>(row)];
        m_rows->setVerticalHeaderItem(row, new QTableWidgetItem(QString::number(source.number)));
        for (int column = 0; column < columns && column < static_cast<int>(source.cells.size()); ++column) {
            const SourceColumn &meaning = preview.info.columns[static_cast<std::size_t>(column)];
            const Field *field = schema ? schema->findField(meaning.field) : nullptr;
            const QString text = QString::fromStdString(source.cells[static_cast<std::size_t>(column)]);
            m_rows->setItem(row, column, new QTableWidgetItem(field ? masked(text, field->personal) : text));
        }
    }
    m_rows->resizeColumnsToContents();
}

void ImportSourcePage::showMap(const ImportPreview &preview)
{
    const Box &box = preview.lonLat;
    m_map->setShapes(preview.shapes);
    m_map->setText(box.isEmpty() ? tr("The file gives no positions.")
                                 : tr("%n rows, longitude %1 to %2, latitude %3 to %4", nullptr,
                                      static_cast<int>(preview.shapes.size()))
                                       .arg(box.minX, 0, 'f', 4)
                                       .arg(box.maxX, 0, 'f', 4)
                                       .arg(box.minY, 0, 'f', 4)
                                       .arg(box.maxY, 0, 'f', 4));
    m_tabs->setTabEnabled(2, !box.isEmpty());
}

} // namespace cuntu::ui
