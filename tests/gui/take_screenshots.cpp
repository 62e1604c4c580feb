// SPDX-License-Identifier: GPL-3.0-or-later
// Goes through the four tasks of the tour on the sample county and writes a picture of each step: for the guides.
//
//     take_screenshots OUT_FOLDER SAMPLE_FOLDER PLUGIN_FOLDER [zh|en] [light|dark] [computing: only that]
#include "ui/dialogs/compare_window.h"
#include "ui/i18n/translations.h"
#include "ui/panels/analysis_panel.h"
#include "ui/panels/inspector_panel.h"
#include "ui/window/analysis_desk.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTreeWidget>
#include <QtTest>

#include <cstdio>
#include <tuple>

namespace cuntu {
namespace {

/// Steps of the tour on one window.
class Tour {
public:
    Tour(ui::MainWindow &window, QString prefix) : m_window(window), m_prefix(std::move(prefix)) {}

    bool run(bool onlyComputing)
    {
        save(QStringLiteral("1-welcome"));
        QTest::mouseClick(m_window.findChild<QPushButton *>(QStringLiteral("welcomeSample")), Qt::LeftButton);
        if (!settle(300000)) {
            return false;
        }
        save(QStringLiteral("2-opened"));
        overview();
        if (onlyComputing) {
            computing();
            return true;
        }
        readTheOverlay();
        mark();
        import();
        milestones();
        time();
        cases();
        targets();
        checks();
        exchange();
        computing();
        return true;
    }

private:
    bool settle(int milliseconds = 60000)
    {
        const auto settled = [this] {
            return m_window.bench().session.state() && !m_window.bench().jobs.isBusy() &&
                   m_window.mapController().isUpToDate() && !m_window.map().isRendering();
        };
        const bool done = QTest::qWaitFor(settled, milliseconds);
        QTest::qWait(200); // the last picture of the map is painted
        return done;
    }

    void save(const QString &name)
    {
        settleShort();
        QWidget *dialog = QApplication::activeModalWidget();
        m_window.grab().save(m_prefix + name + QStringLiteral(".png"));
        if (dialog != nullptr) {
            dialog->grab().save(m_prefix + name + QStringLiteral("-dialog.png"));
        }
        std::printf("%s\n", qPrintable(name));
    }

    void settleShort() { QTest::qWait(150); }

    void readTheOverlay()
    {
        auto *table = m_window.findChild<QTableView *>(QStringLiteral("indicatorTable"));
        if (table->model()->rowCount() > 0) {
            Q_EMIT table->doubleClicked(table->model()->index(0, 0));
        }
        settle();
        save(QStringLiteral("3-townships"));
    }

    /// Picks the first feature of @p layer that is finished and may go on to be accepted.
    void pick(const QString &layer, const LifeCycle &cycle, const TrackView &track)
    {
        const Day day = m_window.bench().view.asOf();
        for (const FeatureId feature : track.features()) {
            const auto now = track.standingOn(feature, day);
            const Status *status = now ? cycle.findStatus(now->status) : nullptr;
            if (status && status->countsAs == StatusClass::Finished) {
                m_window.bench().view.select(layer, {feature}, ui::SelectMode::Replace);
                return;
            }
        }
    }

    /// Picks a line that has a status and may go on, and opens the marking.
    void mark()
    {
        const auto &state = *m_window.bench().session.state();
        for (const LayerInfo &info : state.layers) {
            const bool isLine = info.schema.geometry == GeometryType::Line; // which a map shows best
            for (const TrackCycle &own : isLine ? state.tracksOf(info.schema.id) : std::vector<TrackCycle>()) {
                const TrackView track = state.snapshot->ledger().track({own.programme, info.schema.id, {}});
                pick(info.schema.id, *own.lifeCycle, track);
            }
        }
        settle();
        m_window.mapController().zoomToSelection();
        for (int i = 0; i < 3; ++i) {
            m_window.map().zoomOut();
        }
        settle();
        save(QStringLiteral("4-card"));
        m_window.actions().find(QStringLiteral("mark"))->trigger();
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            save(QStringLiteral("5-mark"));
            static_cast<QDialog *>(dialog)->reject();
        }
    }

    void import()
    {
        m_window.takeFiles({m_sample + QStringLiteral("/自然村.xlsx")});
        QTest::qWait(200);
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            std::ignore = QTest::qWaitFor(
                [dialog] { return dialog->findChild<QPushButton *>(QStringLiteral("importAccept"))->isEnabled(); },
                30000);
            save(QStringLiteral("6-import"));
            auto *accept = dialog->findChild<QPushButton *>(QStringLiteral("importAccept"));
            QTest::mouseClick(accept, Qt::LeftButton);
            std::ignore = QTest::qWaitFor([accept] { return accept->isEnabled(); }, 60000);
            save(QStringLiteral("6-proposal"));
            QTest::mouseClick(accept, Qt::LeftButton);
            std::ignore = QTest::qWaitFor([] { return QApplication::activeModalWidget() != nullptr; }, 60000);
            settle();
            save(QStringLiteral("7-imported"));
            if (auto *result = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
                result->reject();
            }
        }
    }

    /// A part of the map, and where it lies in the whole.
    void overview()
    {
        auto *dock = m_window.findChild<QDockWidget *>(QStringLiteral("overviewDock"));
        dock->show();
        m_window.map().zoomAbout(QPointF(m_window.map().rect().center()), 5);
        settle();
        settleShort();
        save(QStringLiteral("2-overview"));
        dock->hide();
        m_window.map().zoomToFull();
        settle();
    }

    void milestones()
    {
        m_window.bench().view.clearSelection();
        m_window.map().zoomToFull();
        for (auto *dock : m_window.panels().docks()) {
            if (dock->objectName() == QStringLiteral("milestonesDock")) {
                dock->raise();
            }
        }
        m_window.panels().showGuide(QStringLiteral("behind"));
        settle();
        save(QStringLiteral("8-milestones"));
    }

    void raise(const QString &name)
    {
        auto *dock = m_window.findChild<QDockWidget *>(name);
        dock->show();
        dock->raise();
        m_window.resizeDocks({dock}, {330}, Qt::Vertical);
        settle();
    }

    /// The figure of the board's cell, taken apart.
    void figure()
    {
        auto *tabs = m_window.findChild<QTabWidget *>(QStringLiteral("figureTabs"));
        save(QStringLiteral("16-figure"));
        tabs->setCurrentIndex(1);
        settle();
        save(QStringLiteral("17-change"));
        tabs->setCurrentIndex(2);
        settle();
        auto *least = m_window.findChild<QLineEdit *>(QStringLiteral("parameter_min_hh"));
        least->setText(QStringLiteral("20")); // fewer households are asked for
        Q_EMIT least->editingFinished();
        settle();
        save(QStringLiteral("18-try"));
        tabs->setCurrentIndex(3);
        settle();
        save(QStringLiteral("19-cheapest"));
        tabs->setCurrentIndex(0);
    }

    /// Time, the curve of the first target, and the board from the county down to villages.
    void time()
    {
        m_window.panels().resetLayout();
        m_window.bench().view.setAsOf(Day::fromYmd(2018, 9, 15).value_or(Day()));
        settle();
        save(QStringLiteral("9-earlier"));
        raise(QStringLiteral("curveDock"));
        save(QStringLiteral("10-curve"));
        raise(QStringLiteral("boardDock"));
        auto *board = m_window.findChild<QTableView *>(QStringLiteral("boardTable"));
        Q_EMIT board->doubleClicked(board->model()->index(0, 0));
        settle();
        Q_EMIT board->clicked(board->model()->index(3, 1));
        settle();
        save(QStringLiteral("11-board"));
        figure();
        raise(QStringLiteral("todayDock"));
        save(QStringLiteral("12-today"));
        m_window.actions().find(QStringLiteral("warBoard"))->trigger();
        settle();
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (widget->objectName() == QStringLiteral("warBoard")) {
                widget->grab().save(m_prefix + QStringLiteral("13-wall.png"));
                widget->close();
            }
        }
        m_window.panels().resetLayout();
        m_window.bench().settings.setWho(QStringLiteral("王五"));
        m_window.actions().find(QStringLiteral("markMode"))->trigger();
        m_window.actions().find(QStringLiteral("toolLasso"))->trigger();
        settle();
        save(QStringLiteral("14-marking"));
        m_window.actions().find(QStringLiteral("selectWhere"))->trigger();
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            dialog->findChild<QPushButton *>(QStringLiteral("whereMore"))->click();
            auto *fields = dialog->findChild<QComboBox *>(QStringLiteral("whereField0"));
            fields->setCurrentIndex(fields->count() - 1); // where it stands
            auto *operand = dialog->findChild<QComboBox *>(QStringLiteral("whereOperand0"));
            operand->setEditText(operand->itemText(3));
            settle();
            save(QStringLiteral("20-where"));
            static_cast<QDialog *>(dialog)->reject();
        }
        m_window.actions().find(QStringLiteral("byDoubt"))->trigger();
        settle();
        save(QStringLiteral("21-doubt"));
        m_window.actions().find(QStringLiteral("byDoubt"))->trigger();
        QTest::mouseClick(m_window.findChild<QPushButton *>(QStringLiteral("markingList")), Qt::LeftButton);
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            dialog->findChild<QPlainTextEdit *>(QStringLiteral("markListCodes"))
                ->setPlainText(QStringLiteral("C0001\nC0002\nC0003\nC9999\nC0689\nC0698"));
            settle();
            save(QStringLiteral("15-list"));
            static_cast<QDialog *>(dialog)->reject();
        }
    }

    void click(const QString &name)
    {
        QWidget *dialog = QApplication::activeModalWidget();
        auto *button = dialog != nullptr ? dialog->findChild<QPushButton *>(name) : nullptr;
        QTest::mouseClick(button != nullptr ? button : m_window.findChild<QPushButton *>(name), Qt::LeftButton);
        settle();
    }

    void reject()
    {
        if (auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget())) {
            dialog->reject();
        }
        settle();
    }

    /// Lists problems about features of the layer that is picked in, one of them overdue.
    void listCases(const ui::Selection &picked)
    {
        const auto &project = m_window.bench().session.project();
        const Day day = m_window.bench().view.asOf();
        int days = -12;
        for (const QString &text :
             {QStringLiteral("路面开裂，雨后积水"), QStringLiteral("缺警示标志"), QStringLiteral("验收资料不全")}) {
            Case item;
            item.text = text;
            item.measure = QStringLiteral("限期整改");
            item.number = QStringLiteral("2018-%1").arg(20 + days / 12);
            item.responsible = QStringLiteral("李四");
            item.leadUnit = QStringLiteral("县建设局");
            item.layer = picked.layer;
            item.feature = picked.features.front();
            item.feature.value += days + 12;
            item.firstSeen = item.lastSeen = day.plusDays(-30);
            item.deadline = day.plusDays(days);
            days += 12;
            std::ignore = project->listCase(item, QStringLiteral("王五"));
        }
        const auto listed = project->cases(CaseKind::Rectification);
        const CaseStep step{QStringLiteral("ASSIGNED"),
                            day.plusDays(-20),
                            {},
                            QStringLiteral("王五"),
                            QStringLiteral("请县建设局牵头"),
                            0};
        std::ignore = project->moveCase(listed->front().id, step, {});
        settle();
    }

    /// Alerts, and the rectification ledger with its questions and pins.
    void cases()
    {
        m_window.panels().resetLayout();
        m_window.actions().find(QStringLiteral("markMode"))->setChecked(false);
        m_window.actions().find(QStringLiteral("toolSelect"))->trigger();
        m_window.bench().view.clearSelection();
        m_window.map().zoomToFull();
        raise(QStringLiteral("alertsDock"));
        save(QStringLiteral("22-alerts-before"));
        click(QStringLiteral("alertLook"));
        save(QStringLiteral("23-alerts"));
        click(QStringLiteral("alertRESOLVED"));
        save(QStringLiteral("24-resolve"));
        reject();
        raise(QStringLiteral("casesDock"));
        save(QStringLiteral("25-cases-none"));
        const auto &state = *m_window.bench().session.state();
        for (const LayerInfo &info : state.layers) {
            for (const TrackCycle &own : state.tracksOf(info.schema.id)) {
                pick(info.schema.id, *own.lifeCycle,
                     state.snapshot->ledger().track({own.programme, info.schema.id, {}}));
            }
        }
        settle();
        click(QStringLiteral("caseNew"));
        save(QStringLiteral("26-case"));
        reject();
        listCases(m_window.bench().view.selection());
        m_window.bench().view.clearSelection();
        m_window.map().zoomToFull();
        settle();
        save(QStringLiteral("27-cases"));
        click(QStringLiteral("caseNext"));
        save(QStringLiteral("28-step"));
        reject();
    }

    /// What leaves the project, and photos that come in.
    void exchange()
    {
        const auto trigger = [this](const char *action) {
            m_window.actions().find(QString::fromLatin1(action))->trigger();
            settle();
        };
        trigger("exportLayer");
        auto *dialog = QApplication::activeModalWidget();
        auto *privacy = dialog->findChild<QComboBox *>(QStringLiteral("exportPrivacy"));
        privacy->setCurrentIndex(2);
        save(QStringLiteral("40-export"));
        reject();
        const QString folder = QStringLiteral(CUNTU_SAMPLE_PHOTOS);
        m_window.takeFiles({folder});
        settle();
        save(QStringLiteral("41-photos"));
        click(QStringLiteral("photoAccept"));
        settle();
        const auto &photos = m_window.bench().session.state()->photos;
        for (const Photo &photo : photos) {
            if (!photo.layer.isEmpty()) {
                m_window.bench().view.select(photo.layer, {photo.feature}, ui::SelectMode::Replace);
                m_window.mapController().zoomToSelectionSoon();
                break;
            }
        }
        settle();
        raise(QStringLiteral("inspectorDock"));
        save(QStringLiteral("42-photo-card"));
        trigger("exportList");
        save(QStringLiteral("43-export-list"));
        reject();
    }

    /// Runs every algorithm of the first programme that asks for nothing: all on one day.
    std::vector<qint64> runAlgorithms()
    {
        ui::AnalysisDesk &desk = m_window.panels().analysis();
        const Registry &registry = m_window.bench().session.registry();
        for (const Algorithm &algorithm : registry.algorithms) {
            const bool asks = std::any_of(algorithm.parameters.begin(), algorithm.parameters.end(),
                                          [](const Parameter &each) { return each.required; });
            if (asks || algorithm.programme != registry.programmes.front().id) {
                continue;
            }
            desk.panel().choose(algorithm.id);
            click(QStringLiteral("analysisRun"));
            std::ignore = QTest::qWaitFor([&desk] { return !desk.analysis().isRunning(); }, 300000);
            settle();
            save(QStringLiteral("50-") + algorithm.id);
        }
        std::vector<qint64> runs;
        for (const ui::RunLine &line : desk.analysis().runs()) {
            runs.push_back(line.run.id);
        }
        return runs;
    }

    void saveCompare(const QString &name)
    {
        auto *compare = m_window.findChild<ui::CompareWindow *>();
        std::ignore = QTest::qWaitFor([compare] { return compare->isReady(); }, 60000);
        settle();
        std::ignore = QTest::qWaitFor([compare] { return !compare->maps().left().isRendering(); }, 60000);
        std::ignore = QTest::qWaitFor([compare] { return !compare->maps().right().isRendering(); }, 60000);
        settleShort();
        compare->grab().save(m_prefix + name + QStringLiteral(".png"));
    }

    /// Algorithms, their results beside each other, steps adopted, two days, a poster.
    void computing()
    {
        ui::AnalysisDesk &desk = m_window.panels().analysis();
        m_window.actions().find(QStringLiteral("analysis"))->trigger();
        settle();
        const std::vector<qint64> runs = runAlgorithms();
        if (!runs.empty()) {
            Q_EMIT desk.panel().adoptRequested(runs.back());
            settle();
            save(QStringLiteral("51-adopt"));
            reject();
        }
        if (runs.size() > 1) {
            Q_EMIT desk.panel().compareRequested(runs);
            saveCompare(QStringLiteral("52-compare"));
        }
        desk.compareDays();
        m_window.findChild<ui::CompareWindow *>()->showDays(Day::fromYmd(2017, 6, 30).value_or(Day()),
                                                            m_window.bench().view.asOf());
        m_window.findChild<QPushButton *>(QStringLiteral("compareSwipe"))->setChecked(true);
        saveCompare(QStringLiteral("53-days"));
        m_window.findChild<ui::CompareWindow *>()->close();
        m_window.actions().find(QStringLiteral("poster"))->trigger();
        save(QStringLiteral("54-poster"));
        reject();
    }

    /// Targets made, adjusted and split.
    void targets()
    {
        raise(QStringLiteral("milestonesDock"));
        auto *table = m_window.findChild<QTreeWidget *>(QStringLiteral("milestoneTable"));
        table->setCurrentItem(table->topLevelItem(1));
        save(QStringLiteral("29-targets"));
        click(QStringLiteral("targetAdjust"));
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            auto *pages = dialog->findChild<QTabWidget *>();
            for (int page = 0; page < pages->count(); ++page) {
                pages->setCurrentIndex(page);
                save(QStringLiteral("30-adjust%1").arg(page));
            }
            reject();
        }
        click(QStringLiteral("targetSplit"));
        save(QStringLiteral("31-split"));
        click(QStringLiteral("splitAccept"));
        settle();
        table->expandAll();
        save(QStringLiteral("32-parts"));
        click(QStringLiteral("periodClose"));
        save(QStringLiteral("33-period"));
        reject();
        click(QStringLiteral("targetHistory"));
        save(QStringLiteral("32-versions"));
        reject();
    }

    void checks()
    {
        m_window.findChild<QDockWidget *>(QStringLiteral("checkDock"))->raise();
        settle();
        save(QStringLiteral("34-check-before"));
        click(QStringLiteral("checkRun"));
        settle();
        auto *tree = m_window.findChild<QTreeWidget *>(QStringLiteral("checkTree"));
        if (tree->topLevelItemCount() > 0) {
            tree->topLevelItem(0)->setExpanded(true);
            tree->setCurrentItem(tree->topLevelItem(0)->child(0));
            Q_EMIT tree->itemActivated(tree->topLevelItem(0)->child(0), 0);
            settle();
        }
        save(QStringLiteral("35-check"));
    }

    ui::MainWindow &m_window;
    QString m_prefix;

public:
    QString m_sample;
};

int takeScreenshots(QApplication &app)
{
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 4) {
        std::fprintf(stderr,
                     "take_screenshots OUT_FOLDER SAMPLE_FOLDER PLUGIN_FOLDER [zh|en] [light|dark] [computing]\n");
        return 2;
    }
    QDir().mkpath(arguments[1]);
    const QString language = arguments.value(4, QStringLiteral("zh"));
    const QString look = arguments.value(5, QStringLiteral("light"));
    ui::useLanguage(app, language == QStringLiteral("en") ? Language::English : Language::Chinese);
    {
        ui::Settings settings;
        settings.setDark(look == QStringLiteral("dark"));
    }
    WindowOptions options;
    options.plugins = loadPlugins({{QDir(arguments[3]).absolutePath()}, {}, {}});
    options.sampleFolder = QDir(arguments[2]).absolutePath();
    ui::MainWindow window(app, options);
    window.resize(1440, 900);
    window.show();
    Tour tour(window, QStringLiteral("%1/%2-%3-").arg(arguments[1], language, look));
    tour.m_sample = options.sampleFolder;
    return tour.run(arguments.value(6) == QStringLiteral("computing")) ? 0 : 1;
}

} // namespace
} // namespace cuntu

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    return cuntu::takeScreenshots(app);
}
