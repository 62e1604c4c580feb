// SPDX-License-Identifier: GPL-3.0-or-later
// Drags the shown day of a project back and forth and says how many maps a second reach the screen.
//
//     measure_time PROJECT PLUGIN_FOLDER [SECONDS]
#include "ui/i18n/translations.h"
#include "ui/panels/time_slider.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace cuntu {
namespace {

bool settle(ui::MainWindow &window)
{
    return QTest::qWaitFor(
        [&window] {
            return window.bench().session.state() && !window.bench().jobs.isBusy() &&
                   window.mapController().isUpToDate() && !window.map().isRendering();
        },
        300000);
}

/// The day moves as a hand moves it: 60 times a second, from end to end in 4 seconds.
void drag(ui::MainWindow &window, double seconds)
{
    auto &track = *window.findChild<ui::TimeTrack *>(QStringLiteral("timeTrack"));
    std::vector<qint64> drawn_ms;
    std::vector<double> events_ms;
    std::vector<double> drawing_ms;
    QElapsedTimer clock;
    QObject::connect(&window.map(), &MapView::rendered, &track, [&](const RenderResult &result) {
        drawn_ms.push_back(clock.elapsed());
        drawing_ms.push_back(result.total_ms);
    });
    clock.start();
    qint64 last = 0;
    // A real event loop: qWait() sleeps between two looks at the events.
    QEventLoop loop;
    QTimer moving;
    moving.setTimerType(Qt::PreciseTimer);
    QObject::connect(&moving, &QTimer::timeout, &track, [&] {
        events_ms.push_back(static_cast<double>(clock.elapsed() - last));
        last = clock.elapsed();
        const double turn = std::fmod(static_cast<double>(clock.elapsed()) / 4000.0, 2.0);
        const double share = turn < 1 ? turn : 2 - turn;
        const ui::TimeAxis axis = track.axis();
        window.bench().view.setAsOf(
            std::min(axis.dayAt(axis.left() + (axis.right() - axis.left()) * share), track.lastDay()));
    });
    moving.start(16);
    QTimer::singleShot(static_cast<int>(seconds * 1000), &loop, &QEventLoop::quit);
    loop.exec();
    moving.stop();
    QObject::disconnect(&window.map(), nullptr, &track, nullptr);
    std::sort(events_ms.begin(), events_ms.end());
    std::vector<qint64> gaps;
    for (std::size_t i = 1; i < drawn_ms.size(); ++i) {
        gaps.push_back(drawn_ms[i] - drawn_ms[i - 1]);
    }
    std::sort(gaps.begin(), gaps.end());
    std::sort(drawing_ms.begin(), drawing_ms.end());
    std::printf("maps a second %.1f, median gap %lld ms of which %.1f ms drawing, longest %lld ms; the window answered "
                "within %.0f ms in 95 %% "
                "of the moves, at worst %.0f ms\n",
                static_cast<double>(drawn_ms.size()) / seconds, gaps.empty() ? -1 : gaps[gaps.size() / 2],
                drawing_ms.empty() ? 0 : drawing_ms[drawing_ms.size() / 2], gaps.empty() ? -1 : gaps.back(),
                events_ms[events_ms.size() * 95 / 100], events_ms.back());
}

int measure(QApplication &app)
{
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "measure_time PROJECT PLUGIN_FOLDER [SECONDS]\n");
        return 2;
    }
    ui::useLanguage(app, Language::English);
    WindowOptions options;
    options.plugins = loadPlugins({{arguments[2]}, {}, {}});
    options.project = arguments[1];
    ui::MainWindow window(app, options);
    window.resize(1440, 900);
    window.show();
    if (!settle(window)) {
        return 1;
    }
    const double seconds = arguments.value(3, QStringLiteral("8")).toDouble();
    drag(window, seconds);
    settle(window);
    drag(window, seconds);
    return 0;
}

} // namespace
} // namespace cuntu

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    return cuntu::measure(app);
}
