// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/profile_panel.h"

#include "maps/basemap/map_rasters.h"
#include "ui/dialogs/ask_file.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/xy_chart.h"
#include "ui/window/edit_sheet.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedLayout>
#include <QToolButton>

#include <cmath>

namespace cuntu::ui {
namespace {

QString metres(double value)
{
    return QLocale().toString(std::round(value), 'f', 0);
}

} // namespace

ProfilePanel::ProfilePanel(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_working(bench.jobs), m_finding(bench.jobs)
{
    setObjectName(QStringLiteral("profilePanel"));
    m_chart = new XyChart(bench.theme, XyChart::Look::Ground);
    m_chart->setObjectName(QStringLiteral("profileChart"));
    m_empty = makeEmptyNote(QStringLiteral("profileEmpty"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeBar());
    auto *pages = new QWidget;
    m_pages = new QStackedLayout(pages);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_chart);
    column->addWidget(pages, 1);
    connect(m_chart, &XyChart::hairlineMoved, this, &ProfilePanel::showPlace);
    connect(&bench.session, &Session::stateChanged, this, &ProfilePanel::fillTerrains);
    connect(&bench.session, &Session::closed, this, [this] {
        setLine({}, {});
        fillTerrains();
    });
    connect(&bench.view, &ViewState::selectionChanged, this, &ProfilePanel::followSelection);
    fillTerrains();
}

QWidget *ProfilePanel::makeBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("panelBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    m_terrain = new QComboBox;
    m_terrain->setObjectName(QStringLiteral("profileTerrain"));
    m_terrain->setAccessibleName(tr("Terrain"));
    m_terrain->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_terrain->setMinimumContentsLength(14);
    m_draw = new QPushButton(tr("Draw a line"));
    m_draw->setObjectName(QStringLiteral("profileDraw"));
    m_draw->setCheckable(true);
    m_draw->setToolTip(tr("Click adds a point, a right click or Enter ends the line, Esc gives up."));
    m_figures = new QLabel;
    m_figures->setObjectName(QStringLiteral("profileFigures"));
    m_figures->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // must not make the window wider
    const auto button = [&](const QString &name, const QString &text, bool picture) {
        auto *made = new QToolButton;
        made->setObjectName(name);
        made->setText(text);
        connect(made, &QToolButton::clicked, this, [this, picture] { save(picture); });
        return made;
    };
    m_saveTable = button(QStringLiteral("profileCsv"), tr("CSV…"), false);
    m_savePicture = button(QStringLiteral("profilePng"), tr("PNG…"), true);
    row->addWidget(m_terrain);
    row->addWidget(m_draw);
    row->addWidget(m_figures, 1);
    row->addWidget(m_saveTable);
    row->addWidget(m_savePicture);
    connect(m_terrain, &QComboBox::currentIndexChanged, this, &ProfilePanel::work);
    connect(m_draw, &QPushButton::toggled, this, [this](bool on) {
        if (m_sheet) {
            m_sheet->setTool(on ? EditTool::Draw : EditTool::None);
        }
        on ? Q_EMIT drawingStarted() : showLine();
    });
    return bar;
}

void ProfilePanel::setSheet(EditSheet *sheet)
{
    m_sheet = sheet;
    sheet->setLayer({}, GeometryType::Line);
    connect(sheet, &EditSheet::drawn, this, [this](const Geometry &line) {
        m_draw->setChecked(false);
        setLine(line, tr("line drawn on the map"));
    });
}

void ProfilePanel::stopDrawing()
{
    m_draw->setChecked(false);
}

void ProfilePanel::showLine()
{
    if (m_sheet && !m_draw->isChecked()) {
        m_sheet->setMark({});
        m_sheet->showPreview({}, m_isInView && !m_line.isEmpty() ? std::vector{m_line} : std::vector<Geometry>());
    }
}

void ProfilePanel::fillTerrains()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    const QVariant chosen = m_terrain->currentData();
    const QSignalBlocker quiet(m_terrain);
    m_terrain->clear();
    if (state) {
        for (const MapRaster &raster :
             rastersFromSetting(state->snapshot->setting(QString::fromUtf16(k_rastersSetting)), state->path)) {
            if (raster.isTerrain) {
                m_terrain->addItem(QFileInfo(raster.file).fileName(), raster.file);
            }
        }
    }
    m_terrain->setCurrentIndex(std::max(0, m_terrain->findData(chosen)));
    m_terrain->setEnabled(m_terrain->count() > 0);
    work();
}

void ProfilePanel::followSelection()
{
    const Selection &picked = m_bench.view.selection();
    const Immutable<ProjectState> state = m_bench.session.state();
    const LayerInfo *layer = state ? state->findLayer(picked.layer) : nullptr;
    if (!m_isInView || layer == nullptr || layer->schema.geometry != GeometryType::Line || picked.features.empty()) {
        return;
    }
    struct Found {
        Geometry line;
        QString name;
    };
    const QString nameField = layer->schema.nameField;
    m_finding.run(
        tr("Reading the line"), this,
        [state, id = picked.layer, feature = picked.features.front(),
         nameField](const JobContext &job) -> Result<Found> {
            const auto snapshot =
                state->snapshot->layer(id, nameField.isEmpty() ? QStringList() : QStringList{nameField}, job);
            if (!snapshot) {
                return snapshot.error();
            }
            const auto row = (*snapshot)->rowOf(feature);
            const Column *names = (*snapshot)->column(nameField);
            return row ? Found{(*snapshot)->geometry().geometry(*row), names != nullptr ? names->display(*row) : id}
                       : Found{};
        },
        [this](const Result<Found> &found) {
            if (found && !found->line.isEmpty()) {
                setLine(found->line, found->name);
            }
        });
}

void ProfilePanel::setLine(const Geometry &line, const QString &name)
{
    m_line = line;
    m_name = name;
    showLine();
    work();
}

void ProfilePanel::work()
{
    m_working.stop();
    const Immutable<ProjectState> state = m_bench.session.state();
    const QString file = m_terrain->currentData().toString();
    if (!m_isInView) {
        return; // until it is looked at
    }
    if (!state || file.isEmpty() || m_line.isEmpty()) {
        showNothing(file.isEmpty()
                        ? tr("Add a terrain model to the map by dropping its file on the window. Then pick a line.")
                        : tr("Pick a line on the map, or draw one."));
        return;
    }
    m_working.run(
        tr("Working out the profile"), this,
        [line = m_line, crs = state->crs, file](const JobContext &job) { return heightProfile(line, crs, file, job); },
        [this](Result<HeightProfile> profile) {
            if (profile) {
                show(std::move(*profile));
            } else if (profile.error().code != ErrorCode::Cancelled) {
                showNothing(profile.error().toText());
            }
        });
}

void ProfilePanel::show(HeightProfile profile)
{
    m_profile = std::move(profile);
    OutcomeCurve curve;
    curve.id = QStringLiteral("profile");
    curve.name = {m_name, m_name};
    const QString station = tr("Station");
    const QString height = tr("Height");
    curve.xName = {station, station};
    curve.yName = {height, height};
    curve.xUnit = QStringLiteral("m");
    curve.yUnit = QStringLiteral("m");
    for (const HeightProfile::Sample &sample : m_profile->samples) {
        if (!std::isnan(sample.height_m)) {
            curve.points.push_back({sample.station_m, sample.height_m});
        }
    }
    if (curve.points.size() < 2) {
        showNothing(tr("The terrain model does not cover this line."));
        return;
    }
    m_chart->setCurve(std::move(curve));
    m_figures->setText(tr("%1: %2 m long, %3 to %4 m, up %5 m, down %6 m, steepest %7 %")
                           .arg(m_name, metres(m_profile->length_m), metres(m_profile->lowest_m),
                                metres(m_profile->highest_m), metres(m_profile->ascent_m), metres(m_profile->descent_m))
                           .arg(m_profile->steepest_percent, 0, 'f', 1));
    m_figures->setToolTip(m_figures->text());
    m_saveTable->setEnabled(true);
    m_savePicture->setEnabled(true);
    m_pages->setCurrentWidget(m_chart);
}

void ProfilePanel::showNothing(const QString &why)
{
    m_profile.reset();
    m_chart->setCurve(std::nullopt);
    m_figures->clear();
    m_figures->setToolTip({});
    m_saveTable->setEnabled(false);
    m_savePicture->setEnabled(false);
    m_empty->setText(m_bench.session.hasProject() ? why : tr("Open a project to see profiles of its lines."));
    m_pages->setCurrentWidget(m_empty);
}

void ProfilePanel::showPlace(std::optional<double> station_m)
{
    if (m_sheet) {
        m_sheet->setMark(station_m && m_profile ? std::optional(m_profile->at(*station_m).position) : std::nullopt);
    }
}

void ProfilePanel::setInView(bool inView)
{
    if (inView == m_isInView) {
        return;
    }
    m_isInView = inView;
    if (!inView) {
        stopDrawing();
    }
    showLine();
    work();
    followSelection();
}

QString ProfilePanel::csv() const
{
    QString text = tr("station_m,height_m,slope_percent,x,y") + QStringLiteral("\r\n");
    const auto number = [](double value, int decimals) {
        return std::isnan(value) ? QString() : QString::number(value, 'f', decimals);
    };
    for (std::size_t i = 0; m_profile && i < m_profile->samples.size(); ++i) {
        const HeightProfile::Sample &sample = m_profile->samples[i];
        const bool isLast = i + 1 == m_profile->samples.size();
        const HeightProfile::Sample &next = m_profile->samples[isLast ? i : i + 1];
        const double run = next.station_m - sample.station_m;
        const double slope = run > 0 ? 100 * (next.height_m - sample.height_m) / run : std::nan("");
        text += QStringList{number(sample.station_m, 2), number(sample.height_m, 2), number(slope, 2),
                            number(sample.position.x, 7), number(sample.position.y, 7)}
                    .join(QLatin1Char(',')) +
                QStringLiteral("\r\n");
    }
    return text;
}

void ProfilePanel::save(bool picture)
{
    if (!m_profile) {
        return;
    }
    const QString suffix = picture ? QStringLiteral("png") : QStringLiteral("csv");
    askFile(this,
            {.title = tr("Save the profile"),
             .filters = {QStringLiteral("%1 (*.%1)").arg(suffix)},
             .suffix = suffix,
             .suggestion = tr("profile") + QLatin1Char('.') + suffix,
             .save = true},
            [this, picture](const QStringList &files) { write(files.first(), picture); });
}

void ProfilePanel::write(const QString &file, bool picture)
{
    QSaveFile out(file);
    bool isWritten = out.open(QIODevice::WriteOnly);
    if (isWritten && picture) {
        isWritten = m_chart->image({1200, 420}, 2).save(&out, "PNG");
    } else if (isWritten) {
        const QByteArray bytes = QByteArray("\xEF\xBB\xBF") + csv().toUtf8(); // spreadsheets look for the mark
        isWritten = out.write(bytes) == bytes.size();
    }
    if (isWritten && out.commit()) {
        m_bench.log.info(tr("Saved %1").arg(file));
    } else {
        m_bench.log.fail({ErrorCode::ReadOnly,
                          tr("'%1' cannot be written: %2").arg(file, out.errorString()),
                          {.file = file},
                          tr("Choose another folder."),
                          {},
                          {}});
    }
}

} // namespace cuntu::ui
