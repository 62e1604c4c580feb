// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/time_slider.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace cuntu::ui {
namespace {

constexpr int k_side = 46;       ///< room for half a date beside the axis
constexpr int k_flagsTop = 3;    ///< flags and the handle's date stand here
constexpr int k_entriesTop = 20; ///< the histogram
constexpr int k_entriesBottom = 42;
constexpr int k_binWidth = 3;
constexpr int k_flagWidth = 8;
constexpr int k_tick_ms = 25;
constexpr double k_perSecond[] = {7, 30.44, 91.31, 365.25};
const QString k_speedSetting = QStringLiteral("window/play_speed");

int xOf(const TimeAxis &axis, Day day)
{
    return static_cast<int>(std::lround(axis.x(day)));
}

} // namespace

TimeTrack::TimeTrack(const Theme &theme, QWidget *parent) : QAbstractSlider(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("timeTrack"));
    setAccessibleName(tr("Day shown"));
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTimeline({}, Day::today());
}

void TimeTrack::setTimeline(Timeline timeline, Day shown)
{
    m_timeline = std::move(timeline);
    fitRange(shown);
    setDay(shown);
    update();
}

void TimeTrack::fitRange(Day shown)
{
    const Day today = Day::today();
    const Day first = std::min(m_timeline.first.value_or(shown.plusMonths(-12)), shown);
    Day last = std::max(m_timeline.last.value_or(shown), shown);
    // Today belongs to the axis, unless the data ended so long ago that they would be squeezed by it.
    if (last < today && daysBetween(last, today) * 2 <= daysBetween(first, last)) {
        last = today;
    }
    m_axisLast = std::max(last, first.plusDays(1));
    const QSignalBlocker quiet(this);
    setRange(first.number(), std::max(std::min(m_axisLast, std::max(today, shown)), first.plusDays(1)).number());
}

void TimeTrack::setDay(Day day)
{
    if (day < firstDay() || day > lastDay()) {
        fitRange(day);
    }
    const QSignalBlocker quiet(this);
    setValue(day.number());
    setAccessibleDescription(day.toText());
    update();
}

TimeAxis TimeTrack::axis() const
{
    return {firstDay(), m_axisLast, static_cast<double>(k_side), static_cast<double>(width() - k_side)};
}

void TimeTrack::choose(Day day)
{
    const Day inside = std::clamp(day, firstDay(), lastDay());
    if (inside != this->day()) {
        setDay(inside);
        Q_EMIT dayChosen(inside);
    }
}

void TimeTrack::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        setSliderDown(true);
        choose(axis().dayAt(event->position().x()));
    }
}

void TimeTrack::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown()) {
        choose(axis().dayAt(event->position().x()));
    }
}

void TimeTrack::mouseReleaseEvent(QMouseEvent *)
{
    setSliderDown(false);
}

void TimeTrack::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (turned != 0) {
        choose(day().plusDays(turned > 0 ? -1 : 1));
    }
    event->accept();
}

void TimeTrack::keyPressEvent(QKeyEvent *event)
{
    const bool byMonth = event->modifiers().testFlag(Qt::ShiftModifier);
    const auto step = [&](int direction) { choose(byMonth ? day().plusMonths(direction) : day().plusDays(direction)); };
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return step(-1);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return step(1);
    case Qt::Key_PageUp:
        return choose(day().plusMonths(3));
    case Qt::Key_PageDown:
        return choose(day().plusMonths(-3));
    case Qt::Key_Home:
        return choose(firstDay());
    case Qt::Key_End:
        return choose(lastDay());
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            Q_EMIT playToggled();
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

bool TimeTrack::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
        return true;
    }
    return QAbstractSlider::event(event);
}

QString TimeTrack::tipAt(QPointF position) const
{
    const TimeAxis line = axis();
    QStringList lines;
    for (const DueDay &due : m_timeline.due) {
        const double left = line.x(due.day) - 2;
        if (position.y() < k_entriesTop && position.x() >= left && position.x() <= left + k_flagWidth + 4) {
            lines << tr("Due %1").arg(due.day.toText()) << due.targets;
        }
    }
    if (!lines.isEmpty()) {
        return lines.join(QLatin1Char('\n'));
    }
    const Day from = line.dayAt(position.x() - k_binWidth / 2.0);
    const Day until = std::max(line.dayAt(position.x() + k_binWidth / 2.0), from);
    int count = 0;
    for (const auto &[day, entries] : m_timeline.entries) {
        count += day >= from && day <= until ? entries : 0;
    }
    const QString span = from == until ? from.toText() : QStringLiteral("%1 – %2").arg(from.toText(), until.toText());
    return tr("%1: %n statement(s)", nullptr, count).arg(span);
}

void TimeTrack::paintAxis(QPainter &painter, const TimeAxis &axis) const
{
    painter.setPen(m_theme.border);
    painter.drawLine(QPointF(axis.left(), k_entriesBottom + 0.5), QPointF(axis.right(), k_entriesBottom + 0.5));
    for (const AxisMark &mark : axis.marks(52)) {
        const double x = xOf(axis, mark.day) + 0.5;
        painter.setPen(mark.isYear ? m_theme.muted : m_theme.border);
        painter.drawLine(QPointF(x, k_entriesBottom - (mark.isYear ? 4 : 0)), QPointF(x, k_entriesBottom + 4));
        painter.setPen(mark.isYear ? m_theme.text : m_theme.muted);
        painter.drawText(QRectF(x - 40, k_entriesBottom + 1, 80, height() - k_entriesBottom - 1), Qt::AlignCenter,
                         mark.text);
    }
}

void TimeTrack::paintEntries(QPainter &painter, const TimeAxis &axis) const
{
    QColor colour = m_theme.accent;
    colour.setAlphaF(0.55F);
    const auto bins = static_cast<std::size_t>((axis.right() - axis.left()) / k_binWidth) + 1;
    std::vector<int> counts(bins, 0);
    for (const auto &[day, entries] : m_timeline.entries) {
        const auto bin = static_cast<std::size_t>(std::max(0.0, (axis.x(day) - axis.left()) / k_binWidth));
        counts[std::min(bin, bins - 1)] += entries;
    }
    // Few days are ticks of one height; many are bars, by the root of their number, so that one big day hides nothing.
    const bool isSparse = m_timeline.entries.size() * 4 < bins;
    const int most = std::max(1, *std::max_element(counts.begin(), counts.end()));
    for (std::size_t bin = 0; bin < bins; ++bin) {
        if (counts[bin] > 0) {
            const int full = k_entriesBottom - k_entriesTop;
            const double height = isSparse ? full * 0.55 : std::max(2.0, full * std::sqrt(1.0 * counts[bin] / most));
            painter.fillRect(QRectF(axis.left() + static_cast<double>(bin * k_binWidth), k_entriesBottom - height,
                                    k_binWidth - 1, height),
                             colour);
        }
    }
}

void TimeTrack::paintFlags(QPainter &painter, const TimeAxis &axis) const
{
    for (const DueDay &due : m_timeline.due) {
        const double x = xOf(axis, due.day) + 0.5;
        painter.setPen(m_theme.text);
        painter.drawLine(QPointF(x, k_flagsTop), QPointF(x, k_entriesBottom));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.warning);
        painter.drawPolygon(
            QPolygonF({{x, k_flagsTop * 1.0}, {x + k_flagWidth, k_flagsTop + 4.0}, {x, k_flagsTop + 8.0}}));
        if (due.targets.size() > 1) {
            painter.setPen(m_theme.text);
            painter.drawText(QRectF(x + k_flagWidth, k_flagsTop - 4, 24, 16), Qt::AlignLeft | Qt::AlignVCenter,
                             QString::number(due.targets.size()));
        }
    }
}

void TimeTrack::paintToday(QPainter &painter, const TimeAxis &axis) const
{
    const Day today = Day::today();
    if (today < axis.first() || today > axis.last()) {
        return;
    }
    const double x = xOf(axis, today) + 0.5;
    QColor later = m_theme.muted;
    later.setAlphaF(0.14F);
    painter.fillRect(QRectF(x, k_entriesTop - 2, axis.right() - x, k_entriesBottom - k_entriesTop + 2), later);
    painter.setPen(QPen(m_theme.muted, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, k_entriesTop - 4), QPointF(x, k_entriesBottom));
    painter.setPen(m_theme.muted);
    painter.drawText(QRectF(x - 30, k_flagsTop - 2, 60, 16), Qt::AlignCenter, tr("today"));
}

void TimeTrack::paintHandle(QPainter &painter, const TimeAxis &axis) const
{
    const double x = xOf(axis, day()) + 0.5;
    painter.setPen(QPen(m_theme.accent, 2));
    painter.drawLine(QPointF(x, k_flagsTop + 15), QPointF(x, k_entriesBottom + 2));
    const QString text = day().toText();
    const double half = painter.fontMetrics().horizontalAdvance(text) / 2.0 + 7;
    const double centre = std::clamp(x, half + 1, std::max(half + 1, width() - half - 1));
    const QRectF pill(centre - half, k_flagsTop - 2, 2 * half, 18);
    painter.setPen(hasFocus() ? QPen(m_theme.text, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(m_theme.accent);
    painter.drawRoundedRect(pill, 5, 5);
    painter.setPen(m_theme.onAccent);
    painter.drawText(pill, Qt::AlignCenter, text);
    painter.setPen(QPen(m_theme.base, 2));
    painter.setBrush(m_theme.accent);
    painter.drawEllipse(QPointF(x, k_entriesBottom), 6, 6);
}

void TimeTrack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const TimeAxis line = axis();
    if (!m_timeline.first) {
        painter.setPen(m_theme.muted);
        painter.drawText(rect(), Qt::AlignCenter,
                         tr("No dates yet: they come with what you mark and with imported progress and targets."));
        return;
    }
    paintAxis(painter, line);
    paintEntries(painter, line);
    paintToday(painter, line);
    paintFlags(painter, line);
    paintHandle(painter, line);
}

TimeSlider::TimeSlider(Workbench &bench, QWidget *parent) : QWidget(parent), m_bench(bench), m_reading(bench.jobs)
{
    setObjectName(QStringLiteral("timeSlider"));
    setAttribute(Qt::WA_StyledBackground);
    makeWidgets();
    m_ticking.setInterval(k_tick_ms);
    connect(&m_ticking, &QTimer::timeout, this, &TimeSlider::tick);
    connect(m_track, &TimeTrack::dayChosen, &bench.view, &ViewState::setAsOf);
    connect(m_track, &TimeTrack::playToggled, this, &TimeSlider::togglePlay);
    connect(m_track, &QAbstractSlider::sliderPressed, this, &TimeSlider::stopPlaying);
    connect(&bench.view, &ViewState::asOfChanged, m_track, [this] { m_track->setDay(m_bench.view.asOf()); });
    connect(&bench.session, &Session::stateChanged, this, &TimeSlider::reload);
    connect(&bench.session, &Session::closed, this, [this] {
        stopPlaying();
        reload();
    });
    reload();
}

void TimeSlider::makeWidgets()
{
    m_track = new TimeTrack(m_bench.theme);
    m_play = new QToolButton;
    m_play->setObjectName(QStringLiteral("timePlay"));
    m_play->setAutoRaise(true);
    m_play->setFocusPolicy(Qt::TabFocus);
    m_speed = new QComboBox;
    m_speed->setObjectName(QStringLiteral("timeSpeed"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How much time passes in a second"));
    m_speed->addItems({tr("a week a second"), tr("a month a second"), tr("a quarter a second"), tr("a year a second")});
    m_speed->setCurrentIndex(std::clamp(m_bench.settings.value(k_speedSetting, 2).toInt(), 0, m_speed->count() - 1));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 2, 6, 0);
    row->setSpacing(4);
    row->addWidget(m_play);
    row->addWidget(m_speed);
    row->addWidget(m_track, 1);
    connect(m_play, &QToolButton::clicked, this, &TimeSlider::togglePlay);
    connect(m_speed, &QComboBox::activated, this, [this](int speed) {
        m_bench.settings.setValue(k_speedSetting, speed);
        m_playedFrom = m_track->day();
        m_since.start();
    });
    showPlaying();
}

void TimeSlider::reload()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state) {
        m_reading.stop();
        show({});
        return;
    }
    m_reading.run(
        tr("Reading the dates"), this, [state](const JobContext &job) { return makeTimeline(*state, job); },
        [this](Result<Timeline> timeline) {
            if (timeline) {
                show(std::move(*timeline));
            }
        });
}

void TimeSlider::show(Timeline timeline)
{
    const bool empty = !timeline.first;
    m_track->setTimeline(std::move(timeline), m_bench.view.asOf());
    m_track->setEnabled(!empty);
    m_play->setEnabled(!empty);
    m_speed->setEnabled(!empty);
}

void TimeSlider::togglePlay()
{
    if (isPlaying()) {
        stopPlaying();
        return;
    }
    if (m_track->day() >= m_track->lastDay()) {
        m_bench.view.setAsOf(m_track->firstDay());
    }
    m_playedFrom = m_track->day();
    m_since.start();
    m_ticking.start();
    showPlaying();
}

void TimeSlider::stopPlaying()
{
    m_ticking.stop();
    showPlaying();
}

void TimeSlider::tick()
{
    // By the clock: a map that is slow to draw shows fewer days, not a slower time.
    const double days = static_cast<double>(m_since.elapsed()) / 1000.0 * k_perSecond[m_speed->currentIndex()];
    const Day day = m_playedFrom.plusDays(static_cast<std::int32_t>(days));
    m_bench.view.setAsOf(std::min(day, m_track->lastDay()));
    if (day >= m_track->lastDay()) {
        stopPlaying();
    }
}

void TimeSlider::showPlaying()
{
    const QString text = isPlaying() ? tr("Pause (Space)") : tr("Play (Space)");
    m_play->setIcon(icon(isPlaying() ? QStringLiteral("pause") : QStringLiteral("run"), m_bench.theme));
    m_play->setToolTip(text);
    m_play->setAccessibleName(text);
}

} // namespace cuntu::ui
