// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/export_dialog.h"

#include "ui/dialogs/ask_file.h"
#include "ui/panels/area_box.h"
#include "ui/panels/date_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

namespace cuntu::ui {

namespace {

const QString k_keyFormat = QStringLiteral("export/format");
const QString k_keyCrs = QStringLiteral("export/crs");
const QString k_keyEncoding = QStringLiteral("export/encoding");
const QString k_keyPrivacy = QStringLiteral("export/privacy");
const QString k_keyFolder = QStringLiteral("export/folder");

QComboBox *box(const char *name, const QString &accessible)
{
    auto *made = new QComboBox;
    made->setObjectName(QString::fromLatin1(name));
    made->setAccessibleName(accessible);
    return made;
}

QLineEdit *line(const char *name, const QString &text = {})
{
    auto *made = new QLineEdit(text);
    made->setObjectName(QString::fromLatin1(name));
    return made;
}

} // namespace

ExportDialog::ExportDialog(Workbench &bench, const QString &what, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_state(bench.session.state())
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    resize(560, 0);
    makeWidgets();
    fillWhat();
    fillFormats();
    restore();
    makeLayout();
    if (const int index = m_what->findData(what); index >= 0) {
        m_what->setCurrentIndex(index);
    }
    connectWidgets();
    suggestFile();
    update();
}

void ExportDialog::makeWidgets()
{
    m_what = box("exportWhat", tr("What is exported"));
    m_pickedOnly = new QCheckBox;
    m_pickedOnly->setObjectName(QStringLiteral("exportPickedOnly"));
    m_area = makeAreaBox(m_state->snapshot->areas(), m_bench.view.asOf());
    m_area->setObjectName(QStringLiteral("exportArea"));
    m_day = makeDateEdit(m_bench.view.asOf());
    m_day->setObjectName(QStringLiteral("exportDay"));
    m_level = box("exportLevel", tr("Figures by"));
    m_level->addItem(tr("County"), static_cast<int>(AreaLevel::County));
    m_level->addItem(tr("Township"), static_cast<int>(AreaLevel::Township));
    m_level->addItem(tr("Village"), static_cast<int>(AreaLevel::Village));
    m_level->setCurrentIndex(2);
    m_format = box("exportFormat", tr("Format"));
    m_crs = box("exportCrs", tr("Coordinate system"));
    m_crs->setEditable(true);
    m_crs->setInsertPolicy(QComboBox::NoInsert);
    m_crs->addItem(tr("as the format has it"), QString());
    m_crs->addItem(tr("WGS 84, longitude and latitude"), QStringLiteral("EPSG:4326"));
    m_crs->addItem(tr("GCJ-02, for Chinese web maps"), QStringLiteral("gcj02"));
    m_crs->addItem(tr("BD-09, for Baidu's maps"), QStringLiteral("bd09"));
    m_encoding = box("exportEncoding", tr("Encoding"));
    const QString utf8 = QStringLiteral("UTF-8");
    m_encoding->addItem(utf8, utf8);
    m_encoding->addItem(tr("GBK, for older programs"), QStringLiteral("GBK"));
    m_privacy = box("exportPrivacy", tr("Personal data"));
    m_privacy->addItem(tr("masked: for work inside the office"), static_cast<int>(Privacy::Masked));
    m_privacy->addItem(tr("public: for a notice board"), static_cast<int>(Privacy::Public));
    m_privacy->addItem(tr("in full: recorded with the reason"), static_cast<int>(Privacy::Full));
    m_reason = line("exportReason");
    m_reason->setPlaceholderText(tr("e.g. visit to the households on 12 May"));
    m_who = line("exportWho", m_bench.settings.who());
    m_file = line("exportFile");
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("exportProblem"));
    m_problem->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Export"));
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("exportAccept"));
}

void ExportDialog::fillWhat()
{
    for (const LayerInfo &layer : m_state->layers) {
        m_what->addItem(layer.schema.name.toString(), layer.schema.id);
    }
    const Registry &registry = *m_state->registry;
    for (const Overlay &overlay : registry.overlays) {
        if (m_state->hasFeatures(overlay.programme)) {
            m_what->addItem(tr("Overlay: %1").arg(overlay.name.toString()), QStringLiteral("overlay:") + overlay.id);
        }
    }
    for (const Programme &programme : registry.programmes) {
        if (m_state->hasFeatures(programme.id)) {
            m_what->addItem(tr("Figures: %1").arg(programme.name.toString()),
                            QStringLiteral("indicators:") + programme.id);
        }
    }
    if (!registry.indicators.empty()) {
        m_what->addItem(tr("Figures of all programmes"), QStringLiteral("indicators:"));
    }
}

void ExportDialog::fillFormats()
{
    const std::vector<std::pair<QString, QString>> formats{
        {QStringLiteral("xlsx"), QStringLiteral("Excel (.xlsx)")},
        {QStringLiteral("csv"), QStringLiteral("CSV (.csv)")},
        {QStringLiteral("ods"), QStringLiteral("OpenDocument (.ods)")},
        {QStringLiteral("gpkg"), QStringLiteral("GeoPackage (.gpkg)")},
        {QStringLiteral("shp"), QStringLiteral("Shapefile (.shp)")},
        {QStringLiteral("kml"), QStringLiteral("KML (.kml)")},
        {QStringLiteral("geojson"), QStringLiteral("GeoJSON (.geojson)")},
        {QStringLiteral("dxf"), QStringLiteral("DXF (.dxf)")},
        {QStringLiteral("tab"), QStringLiteral("MapInfo (.tab)")},
        {QStringLiteral("fgb"), QStringLiteral("FlatGeobuf (.fgb)")},
        {QStringLiteral("gml"), QStringLiteral("GML (.gml)")},
    };
    for (const auto &[suffix, text] : formats) {
        m_format->addItem(text, suffix);
    }
}

void ExportDialog::makeLayout()
{
    auto *fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    auto *browseButton = new QToolButton;
    browseButton->setText(QStringLiteral("…"));
    browseButton->setObjectName(QStringLiteral("exportBrowse"));
    browseButton->setToolTip(tr("Choose a place"));
    browseButton->setAccessibleName(browseButton->toolTip());
    fileRow->addWidget(browseButton);
    connect(browseButton, &QToolButton::clicked, this, &ExportDialog::browse);
    m_form = new QFormLayout;
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->addRow(tr("&What"), m_what);
    m_form->addRow(QString(), m_pickedOnly);
    m_form->addRow(tr("Only &inside"), m_area);
    m_form->addRow(tr("As of the &day"), m_day);
    m_form->addRow(tr("Figures &by"), m_level);
    m_form->addRow(tr("&Format"), m_format);
    m_form->addRow(tr("&Coordinate system"), m_crs);
    m_form->addRow(tr("&Encoding"), m_encoding);
    m_form->addRow(tr("&Personal data"), m_privacy);
    m_form->addRow(tr("&Reason"), m_reason);
    m_form->addRow(tr("&Asked for by"), m_who);
    auto *fileLabel = new QLabel(tr("Fi&le"));
    fileLabel->setBuddy(m_file);
    m_form->addRow(fileLabel, fileRow);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
}

void ExportDialog::connectWidgets()
{
    for (QComboBox *each : {m_what, m_level, m_format, m_encoding, m_privacy}) {
        connect(each, &QComboBox::currentIndexChanged, this, [this] {
            suggestFile();
            update();
        });
    }
    connect(m_crs, &QComboBox::currentTextChanged, this, &ExportDialog::update);
    connect(m_area, &QComboBox::currentTextChanged, this, &ExportDialog::update);
    for (QLineEdit *each : {m_reason, m_who, m_file}) {
        connect(each, &QLineEdit::textChanged, this, &ExportDialog::update);
    }
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_fileIsTyped = true; });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        remember();
        accept();
    });
}

void ExportDialog::restore()
{
    const auto choose = [this](QComboBox *from, const QString &key) {
        const int index = from->findData(m_bench.settings.value(key));
        from->setCurrentIndex(std::max(index, 0));
    };
    choose(m_format, k_keyFormat);
    choose(m_crs, k_keyCrs);
    choose(m_encoding, k_keyEncoding);
    choose(m_privacy, k_keyPrivacy);
}

void ExportDialog::remember() const
{
    m_bench.settings.setValue(k_keyFormat, m_format->currentData());
    m_bench.settings.setValue(k_keyCrs, m_crs->currentData());
    m_bench.settings.setValue(k_keyEncoding, m_encoding->currentData());
    m_bench.settings.setValue(k_keyFolder, QFileInfo(m_file->text()).absolutePath());
    if (privacy() != Privacy::Full) {
        m_bench.settings.setValue(k_keyPrivacy, m_privacy->currentData());
    }
    m_bench.settings.setWho(m_who->text().trimmed());
}

void ExportDialog::browse()
{
    FileQuestion question{
        windowTitle(), {m_format->currentText()}, ending(), QFileInfo(m_file->text()).fileName(), true};
    askFile(this, question, [this](const QStringList &files) {
        m_fileIsTyped = true;
        m_file->setText(files.front());
    });
}

void ExportDialog::suggestFile()
{
    static const QRegularExpression forbidden(QStringLiteral("[\\\\/:*?\"<>|]+"));
    if (m_fileIsTyped) {
        const QFileInfo typed(m_file->text());
        m_file->setText(QDir(typed.path()).filePath(typed.completeBaseName() + QLatin1Char('.') + ending()));
        return;
    }
    const QString folder = m_bench.settings.value(k_keyFolder, QDir::homePath()).toString();
    const QString name = m_what->currentText().replace(forbidden, QStringLiteral(" ")).simplified();
    m_file->setText(QDir(folder).filePath(name + QLatin1Char('.') + ending()));
}

QString ExportDialog::what() const
{
    return m_what->currentData().toString();
}

QString ExportDialog::ending() const
{
    return m_format->currentData().toString();
}

Privacy ExportDialog::privacy() const
{
    return static_cast<Privacy>(m_privacy->currentData().toInt());
}

bool ExportDialog::isOfFigures() const
{
    return what().startsWith(QStringLiteral("indicators:"));
}

std::optional<Crs> ExportDialog::targetCrs() const
{
    const bool isListed = m_crs->findText(m_crs->currentText()) >= 0;
    const QString wanted = isListed ? m_crs->currentData().toString() : m_crs->currentText().trimmed();
    const auto crs = Crs::fromUser(wanted);
    return crs ? std::optional<Crs>(*crs) : std::nullopt;
}

AreaCode ExportDialog::area() const
{
    const AreaCode chosen = areaOf(*m_area);
    if (!chosen.isEmpty()) {
        return chosen;
    }
    const auto typed = areaMeant(m_state->snapshot->areas(), m_area->currentText(), dayOf(*m_day));
    return typed ? *typed : AreaCode();
}

QString ExportDialog::problem() const
{
    if (what().isEmpty()) {
        return tr("There is nothing to export yet.");
    }
    if (m_file->text().trimmed().isEmpty()) {
        return tr("Say where the file is to be.");
    }
    if (!QFileInfo(QFileInfo(m_file->text()).absolutePath()).isDir()) {
        return tr("There is no such folder.");
    }
    if (!m_area->currentText().trimmed().isEmpty() && area().isEmpty()) {
        return tr("There is no area of that name or code.");
    }
    const bool asFormat = m_crs->currentIndex() == 0 && m_crs->currentText() == m_crs->itemText(0);
    if (!asFormat && !targetCrs()) {
        return tr("Give the coordinate system as EPSG:4527, gcj02 or bd09.");
    }
    if (privacy() == Privacy::Full && !m_bench.session.canWrite()) {
        return tr("The project is read-only: what is not masked must be recorded, and that cannot be.");
    }
    if (privacy() == Privacy::Full && m_reason->text().trimmed().isEmpty()) {
        return tr("Say why personal data are needed in full.");
    }
    return m_who->text().trimmed().isEmpty() ? tr("Say who asks for it.") : QString();
}

QString ExportDialog::hint() const
{
    if (!m_bench.session.canWrite()) {
        return tr("The project is read-only: the export will not be recorded in it.");
    }
    return QFileInfo::exists(m_file->text()) ? tr("The file exists and will be replaced.") : QString();
}

void ExportDialog::update()
{
    const Selection &picked = m_bench.view.selection();
    const bool canPick = !picked.isEmpty() && picked.layer == what();
    m_pickedOnly->setText(tr("Only the %n picked", nullptr, static_cast<int>(picked.features.size())));
    m_form->setRowVisible(m_pickedOnly, canPick);
    m_form->setRowVisible(m_level, isOfFigures());
    m_form->setRowVisible(m_reason, privacy() == Privacy::Full);
    const QString suffix = ending();
    m_form->setRowVisible(m_encoding, suffix == QStringLiteral("shp") || suffix == QStringLiteral("csv"));
    const QString why = problem();
    const QString said = why.isEmpty() ? hint() : why;
    m_problem->setProperty("role", why.isEmpty() ? QStringLiteral("muted") : QStringLiteral("problem"));
    m_problem->setText(said);
    QPushButton *accept = m_buttons->button(QDialogButtonBox::Ok);
    accept->setEnabled(why.isEmpty());
    accept->setToolTip(why);
}

ExportOrder ExportDialog::order() const
{
    ExportOrder order;
    order.what = what();
    order.file = m_file->text().trimmed();
    order.privacy = privacy();
    order.encoding = m_encoding->currentData().toString();
    order.targetCrs = targetCrs();
    order.where = area();
    const Selection &picked = m_bench.view.selection();
    if (m_pickedOnly->isChecked() && picked.layer == order.what) {
        order.features = picked.features;
    }
    order.asOf = dayOf(*m_day);
    if (isOfFigures()) {
        order.by = static_cast<AreaLevel>(m_level->currentData().toInt());
    }
    order.who = m_who->text().trimmed();
    order.reason = order.privacy == Privacy::Full ? m_reason->text().trimmed() : QString();
    return order;
}

} // namespace cuntu::ui
