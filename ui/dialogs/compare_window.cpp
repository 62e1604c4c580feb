// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/compare_window.h"

#include "ui/content/map_content.h"
#include "ui/dialogs/ask_file.h"
#include "ui/panels/date_edit.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>

#include <algorithm>

namespace cuntu::ui {
namespace {

/// "■ done 12   ■ left 3" of the classes of an overlay, or of the layers of a result.
QString legendText(const std::vector<LegendLine> &lines)
{
    QStringList texts;
    for (const LegendLine &line : lines) {
        if (!line.text.isEmpty()) {
            texts << QStringLiteral("<span style='color:%1'>■</span> %2%3")
                         .arg(line.colour.name(), line.text.toHtmlEscaped(),
                              line.count >= 0 ? QStringLiteral(" %1").arg(line.count) : QString());
        }
    }
    return texts.join(QStringLiteral(" &nbsp; "));
}

} // namespace

CompareWindow::CompareWindow(Workbench &bench, const Analysis &analysis, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_analysis(analysis)
{
    setObjectName(QStringLiteral("compareWindow"));
    setWindowTitle(tr("Compare"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    resize(1180, 760);
    m_maps = new CompareMaps;
    auto *upper = new QWidget;
    auto *maps = new QVBoxLayout(upper);
    maps->setContentsMargins({});
    maps->addWidget(makeBar());
    auto *heads = new QHBoxLayout;
    heads->addWidget(makeSide(0), 1);
    heads->addWidget(makeSide(1), 1);
    maps->addLayout(heads);
    maps->addWidget(m_maps, 1);
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(upper);
    split->addWidget(makeTable());
    split->setSizes({540, 200});
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(split);
    for (const std::size_t which : {std::size_t{0}, std::size_t{1}}) {
        mapOf(which).setTool(MapView::Tool::Pan);
        mapOf(which).setMapBackground(bench.theme.dark ? QColor(0x26, 0x2A, 0x2F) : QColor(Qt::white));
    }
    fillChoices();
    connect(&analysis, &Analysis::runsChanged, this, [this] {
        fillChoices();
        fillFigures(m_compared);
    });
    connect(&bench.session, &Session::stateChanged, this, [this] {
        draw(0);
        draw(1);
    });
    connect(&bench.session, &Session::closed, this, &QWidget::close);
}

QWidget *CompareWindow::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins({});
    m_swipe = new QPushButton(tr("Swipe"));
    m_swipe->setObjectName(QStringLiteral("compareSwipe"));
    m_swipe->setCheckable(true);
    m_swipe->setToolTip(tr("One map above the other, with a handle between them"));
    auto *full = new QPushButton(tr("Full extent"));
    full->setObjectName(QStringLiteral("compareFull"));
    row->addWidget(m_swipe);
    row->addWidget(full);
    row->addStretch(1);
    connect(m_swipe, &QPushButton::toggled, this,
            [this](bool on) { m_maps->setMode(on ? CompareMaps::Mode::Swipe : CompareMaps::Mode::SideBySide); });
    connect(full, &QPushButton::clicked, m_maps, &CompareMaps::zoomToFull);
    return bar;
}

QWidget *CompareWindow::makeSide(std::size_t which)
{
    Side &side = m_sides[which];
    const QString end = which == 0 ? QStringLiteral("Left") : QStringLiteral("Right");
    side.job = std::make_unique<LatestJob>(m_bench.jobs);
    side.what = new QComboBox;
    side.what->setObjectName(QStringLiteral("compareWhat") + end);
    side.what->setAccessibleName(tr("What is shown"));
    side.overlay = new QComboBox;
    side.overlay->setObjectName(QStringLiteral("compareOverlay") + end);
    side.overlay->setAccessibleName(tr("Overlay"));
    side.day = makeDateEdit(m_bench.view.asOf());
    side.day->setObjectName(QStringLiteral("compareDay") + end);
    side.day->setAccessibleName(tr("As of"));
    side.legend = new QLabel;
    side.legend->setObjectName(QStringLiteral("compareLegend") + end);
    side.legend->setTextFormat(Qt::RichText);
    side.legend->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (QComboBox *box : {side.what, side.overlay}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(10);
    }
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    auto *row = new QHBoxLayout;
    row->addWidget(side.what, 2);
    row->addWidget(side.overlay, 2);
    row->addWidget(side.day, 1);
    layout->addLayout(row);
    layout->addWidget(side.legend);
    connect(side.what, &QComboBox::currentIndexChanged, this, [this, which] {
        if (const RunLine *line = m_analysis.find(m_sides[which].what->currentData().toLongLong());
            line && !m_choosing) {
            setDay(*m_sides[which].day, line->run.asOf); // a result is shown on the day it was made for
        }
        updateAdopt();
        draw(which);
    });
    connect(side.overlay, &QComboBox::currentIndexChanged, this, [this, which] { draw(which); });
    connect(side.day, &QDateEdit::dateChanged, this, [this, which] { draw(which); });
    return part;
}

void CompareWindow::fillChoices()
{
    m_choosing = true;
    const Immutable<ProjectState> state = m_bench.session.state();
    for (Side &side : m_sides) {
        const qint64 run = side.what->currentData().toLongLong();
        const QString overlay = side.overlay->currentData().toString();
        side.what->clear();
        side.what->addItem(tr("The project"), qint64{0});
        for (const RunLine &line : m_analysis.runs()) {
            side.what->addItem(line.run.name, line.run.id);
        }
        side.what->setCurrentIndex(std::max(0, side.what->findData(run)));
        side.overlay->clear();
        side.overlay->addItem(tr("no overlay"), QString());
        for (const Overlay &each : m_bench.session.registry().overlays) {
            if (state && state->hasFeatures(each.programme)) {
                side.overlay->addItem(each.name.toString(), each.id);
            }
        }
        side.overlay->setCurrentIndex(std::max(0, side.overlay->findData(overlay)));
    }
    m_choosing = false;
}

void CompareWindow::choose(std::size_t which, qint64 run, const QString &overlay, Day day)
{
    m_choosing = true;
    Side &side = m_sides[which];
    side.what->setCurrentIndex(std::max(0, side.what->findData(run)));
    side.overlay->setCurrentIndex(std::max(0, side.overlay->findData(overlay)));
    setDay(*side.day, day);
    m_choosing = false;
    draw(which);
}

void CompareWindow::showRuns(const std::vector<qint64> &runs)
{
    for (std::size_t which = 0; which < m_sides.size() && which < runs.size(); ++which) {
        if (const RunLine *line = m_analysis.find(runs[which])) {
            choose(which, line->run.id, {}, line->run.asOf);
        }
    }
    fillFigures(runs);
}

void CompareWindow::showDays(Day before, Day after)
{
    choose(0, 0, m_bench.view.overlay(), before);
    choose(1, 0, m_bench.view.overlay(), after);
    fillFigures({});
}

SceneRequest CompareWindow::requestOf(const Side &side, const Immutable<ProjectState> &state) const
{
    const RunLine *shown = m_analysis.find(side.what->currentData().toLongLong());
    Look look = m_bench.view.look();
    look.overlay = side.overlay->currentData().toString();
    for (const RunLine &line : m_analysis.runs()) {
        for (const QString &layer : line.run.layers) {
            look.hidden.insert(layer);
        }
    }
    for (const QString &layer : shown != nullptr ? shown->run.layers : QStringList()) {
        look.hidden.remove(layer);
    }
    return sceneRequest(state, look, {}, dayOf(*side.day));
}

void CompareWindow::draw(std::size_t which)
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (m_choosing || !state) {
        return;
    }
    Side &side = m_sides[which];
    side.isReady = false;
    side.job->run(
        tr("Drawing"), this,
        [request = requestOf(side, state)](const JobContext &job) { return buildScene(request, job); },
        [this, which, state](Result<Scene> scene) { take(which, std::move(scene), state); });
}

void CompareWindow::take(std::size_t which, Result<Scene> scene, const Immutable<ProjectState> &state)
{
    if (!scene) {
        m_bench.log.fail(scene.error());
        return;
    }
    Side &side = m_sides[which];
    MapView &map = mapOf(which);
    if (!(map.request().crs == state->crs)) {
        map.setCrs(state->crs);
    }
    std::vector<LegendLine> lines;
    const RunLine *run = m_analysis.find(side.what->currentData().toLongLong());
    for (const auto &[id, legend] : scene->legends) {
        const bool isOwn = run != nullptr && run->run.layers.contains(id);
        if (id == side.overlay->currentData().toString() || isOwn) {
            for (LegendLine line : legend) {
                line.text = line.text.isEmpty() ? m_analysis.layerName(id) : line.text;
                lines.push_back(line);
            }
        }
    }
    side.legend->setText(legendText(lines));
    if (run != nullptr) { // what is compared lies on top
        std::stable_partition(scene->layers.begin(), scene->layers.end(),
                              [run](const RenderLayer &layer) { return !run->run.layers.contains(layer.id); });
    }
    map.setRasters(shownRasters(*state->snapshot, state->path));
    map.setLayers(std::move(scene->layers));
    side.isReady = true;
    if (isReady() && !std::exchange(m_zoomed, true)) {
        m_maps->zoomToFull();
    }
}

void CompareWindow::fillFigures(std::vector<qint64> runs)
{
    m_compared.clear();
    std::vector<KeptRun> kept;
    for (const qint64 id : runs) {
        if (const RunLine *line = m_analysis.find(id)) {
            kept.push_back(line->run);
            m_compared.push_back(id);
        }
    }
    m_comparison = compareRuns(m_bench.session.registry(), kept);
    QStringList headings{tr("Figure"), tr("Unit")};
    for (const QString &name : m_comparison.names) {
        headings << name;
        if (headings.size() > 3) {
            headings << tr("Difference");
        }
    }
    m_figures->clear();
    m_table->setVisible(kept.size() > 1);
    m_figures->setColumnCount(static_cast<int>(headings.size()));
    m_figures->setHeaderLabels(headings);
    for (const ComparedFigure &figure : m_comparison.figures) {
        addFigure(figure);
    }
    addTotals();
    for (int i = 0; i < m_figures->columnCount(); ++i) {
        m_figures->resizeColumnToContents(i);
        m_figures->setColumnWidth(i, std::min(m_figures->columnWidth(i) + 16, 260));
    }
    updateAdopt();
}

/// A row; the best values are bold, with a star for who does not see that.
void CompareWindow::addFigure(const ComparedFigure &figure)
{
    auto *row = new QTreeWidgetItem(m_figures, {figure.name, figure.unit});
    row->setToolTip(0, figure.better == Better::More   ? tr("%1: more is better").arg(figure.id)
                       : figure.better == Better::Less ? tr("%1: less is better").arg(figure.id)
                                                       : figure.id);
    QFont bold = m_figures->font();
    bold.setBold(true);
    int column = 2;
    for (std::size_t i = 0; i < figure.numbers.size(); ++i) {
        const QString text = figure.texts[static_cast<qsizetype>(i)];
        row->setText(column, figure.isBest[i] ? QStringLiteral("★ ") + text : text);
        row->setToolTip(column, text);
        if (figure.isBest[i]) {
            row->setFont(column, bold);
        }
        row->setTextAlignment(column++, Qt::AlignRight | Qt::AlignVCenter);
        if (i > 0) {
            const std::optional<double> difference = figure.differences[i];
            row->setText(column, difference ? (*difference > 0 ? QStringLiteral("+") : QString()) +
                                                  outcomeNumberText(*difference)
                                            : QString());
            row->setTextAlignment(column++, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
}

void CompareWindow::addTotals()
{
    if (m_comparison.judged == 0) {
        return; // no figure says which way is better
    }
    auto *row = new QTreeWidgetItem(m_figures, {tr("Best in figures, of %1").arg(m_comparison.judged)});
    QFont bold = m_figures->font();
    bold.setBold(true);
    row->setFont(0, bold);
    for (std::size_t i = 0; i < m_comparison.bestIn.size(); ++i) {
        const int column = i == 0 ? 2 : 1 + 2 * static_cast<int>(i);
        row->setText(column, QString::number(m_comparison.bestIn[i]));
        row->setFont(column, bold);
        row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
}

QWidget *CompareWindow::makeTable()
{
    m_figures = new QTreeWidget;
    m_figures->setObjectName(QStringLiteral("compareFigures"));
    m_figures->setAccessibleName(tr("Figures of the results"));
    m_figures->setRootIsDecorated(false);
    m_figures->setAlternatingRowColors(true);
    m_figures->setUniformRowHeights(true);
    m_figures->header()->setStretchLastSection(false);
    m_adopt = new QPushButton;
    m_adopt->setObjectName(QStringLiteral("compareAdopt"));
    auto *write = new QPushButton(tr("Write the table…"));
    write->setObjectName(QStringLiteral("compareWrite"));
    write->setToolTip(tr("As a workbook, CSV or ODS, or as a page to print"));
    m_table = new QWidget;
    m_table->hide();
    auto *layout = new QVBoxLayout(m_table);
    layout->setContentsMargins({});
    layout->addWidget(m_figures, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(write);
    row->addWidget(m_adopt);
    row->addStretch(1);
    layout->addLayout(row);
    connect(write, &QPushButton::clicked, this, [this] {
        const QStringList filters{tr("Workbook (*.xlsx)"), tr("CSV (*.csv)"), tr("ODS (*.ods)"),
                                  tr("Page to print (*.html)")};
        askFile(this, {tr("Write the table"), filters, QStringLiteral("xlsx"), tr("Comparison"), true},
                [this](const QStringList &files) { writeTable(files.front()); });
    });
    connect(m_adopt, &QPushButton::clicked, this,
            [this] { Q_EMIT adoptRequested(m_sides[0].what->currentData().toLongLong()); });
    return m_table;
}

/// What is adopted is the result on the left map.
void CompareWindow::updateAdopt()
{
    const RunLine *line = m_analysis.find(m_sides[0].what->currentData().toLongLong());
    m_adopt->setText(line != nullptr ? tr("Adopt '%1' into the plan…").arg(line->run.name)
                                     : tr("Adopt into the plan…"));
    m_adopt->setEnabled(line != nullptr && !line->run.marks.empty() && m_bench.session.canWrite());
    m_adopt->setToolTip(line != nullptr && line->run.marks.empty()
                            ? tr("This result proposes no steps for the ledger.")
                            : tr("The result on the left map. Choose another one above the map."));
}

void CompareWindow::writeTable(const QString &file)
{
    m_bench.jobs.run(
        JobRunner::Kind::Shown, tr("Writing the table"), this,
        [comparison = m_comparison, title = tr("Comparison: %1").arg(m_comparison.names.join(QStringLiteral(", "))),
         file](const JobContext &job) { return writeComparison(comparison, title, file, job); },
        [this, file](const Result<void> &written) {
            if (!written) {
                m_bench.log.fail(written.error());
                return;
            }
            m_bench.log.info(tr("The comparison is in %1.").arg(file));
        });
}

} // namespace cuntu::ui
