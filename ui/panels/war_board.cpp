// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/war_board.h"

#include "core/progress/figure_text.h"
#include "ui/window/state_sign.h"
#include "ui/window/timeline.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace cuntu::ui {
namespace {

constexpr int k_mostColumns = 18;
constexpr int k_turn_ms = 15000;  ///< a page of a filled screen stands so long
constexpr double k_tallest = 110; ///< of a task, px
constexpr double k_lowest = 44;

int monthNumber(Day day)
{
    return day.year() * 12 + day.month() - 1;
}

Day monthBegin(int number)
{
    return Day::fromYmd(number / 12, number % 12 + 1, 1).value_or(Day());
}

QString titleOf(int month, int months)
{
    const int year = month / 12;
    if (months == 12) {
        return QString::number(year);
    }
    return months == 3 ? WarBoard::tr("%1 Q%2").arg(year).arg(month % 12 / 3 + 1) : monthBegin(month).toIso().left(7);
}

QFont fontOf(const QFont &base, double pixels, bool bold = false)
{
    QFont font = base;
    font.setPixelSize(std::max(9, static_cast<int>(pixels)));
    font.setBold(bold);
    return font;
}

QString elided(const QPainter &painter, const QString &text, double width)
{
    return painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(width));
}

} // namespace

std::vector<WarColumn> warColumns(const std::vector<Milestone> &milestones)
{
    std::optional<Day> first;
    std::optional<Day> last;
    for (const Milestone &milestone : milestones) {
        if (const auto due = milestone.target.due) {
            first = std::min(first.value_or(*due), std::min(*due, milestone.asOf));
            last = std::max(last.value_or(*due), std::max(*due, milestone.asOf));
        }
    }
    std::vector<WarColumn> columns;
    if (!first) {
        return columns;
    }
    int months = 1;
    for (const int wider : {3, 12}) {
        if ((monthNumber(*last) - monthNumber(*first)) / months >= k_mostColumns) {
            months = wider;
        }
    }
    for (int month = monthNumber(*first) / months * months; monthBegin(month) <= *last; month += months) {
        columns.push_back({monthBegin(month), monthBegin(month + months).plusDays(-1), titleOf(month, months)});
    }
    return columns;
}

WarBoard::WarBoard(Workbench &bench, QWidget *parent)
    : QWidget(parent, Qt::Window), m_bench(bench), m_judging(bench.jobs)
{
    setObjectName(QStringLiteral("warBoard"));
    setWindowTitle(tr("Wall board"));
    setAccessibleName(tr("Wall board: tasks, deadlines and lights"));
    setFocusPolicy(Qt::StrongFocus);
    resize(1280, 760);
    m_turning.setInterval(k_turn_ms);
    connect(&m_turning, &QTimer::timeout, this, [this] { turn(m_page + 1 < pages() ? 1 : -m_page); });
    connect(&bench.session, &Session::stateChanged, this, &WarBoard::reload);
    connect(&bench.session, &Session::closed, this, &QWidget::close);
    connect(&bench.view, &ViewState::asOfChanged, this, &WarBoard::followDay);
    reload();
}

void WarBoard::reload()
{
    m_judging.stop();
    followDay();
}

void WarBoard::followDay()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state) {
        take({});
        return;
    }
    m_judging.follow(
        tr("Judging targets"), this,
        [state, day = m_bench.view.asOf()](const JobContext &job) { return workOutMilestones(*state, day, job); },
        [this](Result<MilestoneTable> table) {
            if (table) {
                take(std::move(table->milestones));
            }
        });
}

void WarBoard::take(std::vector<Milestone> milestones)
{
    m_milestones = std::move(milestones);
    const auto dueOf = [](const Milestone &milestone) {
        return milestone.target.due.value_or(Day::fromNumber(std::numeric_limits<std::int32_t>::max()));
    };
    std::stable_sort(m_milestones.begin(), m_milestones.end(),
                     [&](const Milestone &a, const Milestone &b) { return dueOf(a) < dueOf(b); });
    m_columns = warColumns(m_milestones);
    m_page = std::clamp(m_page, 0, pages() - 1);
    update();
}

WarBoard::Plan WarBoard::plan() const
{
    Plan plan;
    plan.head = std::clamp(height() * 0.10, 44.0, 120.0);
    plan.titles = plan.head * 0.55;
    plan.foot = plan.head * 0.55;
    const double room = height() - plan.head - plan.titles - plan.foot;
    const double wanted = room / std::max<double>(1, static_cast<double>(m_milestones.size()));
    plan.row = std::min(std::clamp(wanted, k_lowest, k_tallest), std::max(k_lowest, room));
    plan.rows = std::max(1, static_cast<int>(room / plan.row));
    plan.names = width() * 0.30;
    plan.figures = width() * 0.15;
    return plan;
}

int WarBoard::pages() const
{
    const int rows = plan().rows;
    return std::max(1, (static_cast<int>(m_milestones.size()) + rows - 1) / rows);
}

void WarBoard::turn(int pages)
{
    m_page = std::clamp(m_page + pages, 0, this->pages() - 1);
    update();
}

double WarBoard::columnWidth() const
{
    const Plan p = plan();
    // One more for what has no due day.
    return (width() - p.names - p.figures) / static_cast<double>(m_columns.size() + 1);
}

QRectF WarBoard::cell(int row, int column) const
{
    const Plan p = plan();
    return {p.names + column * columnWidth(), p.head + p.titles + row * p.row, columnWidth(), p.row};
}

int WarBoard::columnOf(const Milestone &milestone) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(), [&](const WarColumn &column) {
        return milestone.target.due && *milestone.target.due >= column.first && *milestone.target.due <= column.last;
    });
    return static_cast<int>(found - m_columns.begin());
}

QRectF WarBoard::lightAt(int row) const
{
    const auto number = static_cast<std::size_t>(m_page * plan().rows + row);
    return number < m_milestones.size() ? cell(row, columnOf(m_milestones[number])) : QRectF();
}

void WarBoard::paintHead(QPainter &painter, const Plan &plan) const
{
    const Theme &theme = m_bench.theme;
    painter.fillRect(QRectF(0, 0, width(), plan.head), theme.raised);
    const double side = plan.head * 0.3;
    painter.setPen(theme.text);
    painter.setFont(fontOf(font(), plan.head * 0.44, true));
    const QString name = m_bench.session.state() ? m_bench.session.state()->name : QString();
    const QRectF line(side, 0, width() - 2 * side, plan.head);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, elided(painter, name, line.width() * 0.6));
    painter.setFont(fontOf(font(), plan.head * 0.30));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, tr("State as of %1").arg(m_bench.view.asOf().toText()));
}

void WarBoard::paintTitles(QPainter &painter, const Plan &plan) const
{
    const Theme &theme = m_bench.theme;
    const double size = std::min(plan.titles * 0.36, columnWidth() * 0.24);
    painter.setFont(fontOf(font(), size, true));
    for (int column = 0; column <= static_cast<int>(m_columns.size()); ++column) {
        const bool isLast = column == static_cast<int>(m_columns.size());
        const QString title = isLast ? tr("no year") : m_columns[static_cast<std::size_t>(column)].title;
        const QRectF place(cell(0, column).left(), plan.head, columnWidth(), plan.titles);
        painter.setPen(theme.muted);
        painter.drawText(place, Qt::AlignCenter | Qt::TextWordWrap, title);
        painter.setPen(theme.border);
        painter.drawLine(QPointF(place.left(), plan.head), QPointF(place.left(), height() - plan.foot));
    }
    painter.setPen(theme.muted);
    painter.setFont(fontOf(font(), plan.titles * 0.42, true));
    painter.drawText(QRectF(plan.head * 0.3, plan.head, plan.names, plan.titles), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Task"));
    painter.drawText(QRectF(width() - plan.figures, plan.head, plan.figures - plan.head * 0.3, plan.titles),
                     Qt::AlignRight | Qt::AlignVCenter, tr("Done / promised"));
}

void WarBoard::paintTask(QPainter &painter, const Plan &plan, int row, const Milestone &milestone) const
{
    const Theme &theme = m_bench.theme;
    const Target &target = milestone.target;
    const Indicator *indicator = m_bench.session.registry().findIndicator(target.indicator);
    const QString unit = indicator ? indicator->unit : QString();
    const double top = plan.head + plan.titles + row * plan.row;
    const double side = plan.head * 0.3;
    if (row % 2 == 1) {
        painter.fillRect(QRectF(0, top, width(), plan.row), theme.window);
    }
    QStringList below{m_bench.session.state()->snapshot->areas().nameOf(target.area, milestone.asOf),
                      target.responsible.isEmpty() ? target.leadUnit : target.responsible};
    below.removeAll(QString());
    const double width = plan.names - side * 1.5;
    painter.setPen(theme.text);
    painter.setFont(fontOf(font(), plan.row * 0.32, true));
    const QString name = QStringLiteral("%1 %2").arg(target.label, indicator ? indicator->name.toString() : QString());
    painter.drawText(QRectF(side, top, width, plan.row * 0.58), Qt::AlignLeft | Qt::AlignBottom,
                     elided(painter, name, width));
    painter.setPen(theme.muted);
    painter.setFont(fontOf(font(), plan.row * 0.22));
    painter.drawText(QRectF(side, top + plan.row * 0.58, width, plan.row * 0.4), Qt::AlignLeft | Qt::AlignTop,
                     elided(painter, below.join(QStringLiteral(" · ")), width));
    const QRectF light = cell(row, columnOf(milestone));
    QColor tint = stateColour(milestone.state, theme);
    tint.setAlphaF(theme.dark ? 0.30F : 0.20F);
    painter.fillRect(light.adjusted(2, 2, -2, -2), tint);
    if (milestone.stale) {
        painter.fillRect(light, staleBrush(theme));
    }
    paintStateSign(painter, light.adjusted(4, plan.row * 0.12, -4, -plan.row * 0.38), milestone.state, theme);
    painter.setPen(theme.text);
    painter.setFont(fontOf(font(), std::min(plan.row * 0.22, light.width() * 0.2)));
    painter.drawText(light.adjusted(0, plan.row * 0.62, 0, -2), Qt::AlignCenter, lookOf(milestone.state).word);
    painter.setFont(fontOf(font(), plan.row * 0.30, true));
    const QRectF figures(this->width() - plan.figures, top, plan.figures - side, plan.row);
    const QString value = milestone.value ? figureText(*milestone.value, unit, target.value) : QStringLiteral("—");
    painter.drawText(figures.adjusted(0, 0, 0, -plan.row * 0.4), Qt::AlignRight | Qt::AlignBottom, value);
    painter.setPen(theme.muted);
    painter.setFont(fontOf(font(), plan.row * 0.22));
    painter.drawText(figures.adjusted(0, plan.row * 0.58, 0, 0), Qt::AlignRight | Qt::AlignTop,
                     figureText(target.value, unit));
}

void WarBoard::paintDay(QPainter &painter, const Plan &plan) const
{
    const Day day = m_bench.view.asOf();
    for (int column = 0; column < static_cast<int>(m_columns.size()); ++column) {
        const WarColumn &each = m_columns[static_cast<std::size_t>(column)];
        if (day < each.first || day > each.last) {
            continue;
        }
        const double share = (daysBetween(each.first, day) + 0.5) / (daysBetween(each.first, each.last) + 1);
        const double x = cell(0, column).left() + share * columnWidth();
        painter.setPen(QPen(m_bench.theme.accent, std::max(2.0, plan.head * 0.04), Qt::DashLine));
        painter.drawLine(QPointF(x, plan.head + plan.titles * 0.1), QPointF(x, height() - plan.foot));
    }
}

void WarBoard::paintFoot(QPainter &painter, const Plan &plan) const
{
    const Theme &theme = m_bench.theme;
    const double top = height() - plan.foot;
    painter.fillRect(QRectF(0, top, width(), plan.foot), theme.raised);
    painter.setFont(fontOf(font(), plan.foot * 0.42));
    double x = plan.head * 0.3;
    for (const MilestoneState state : statesByUrgency()) {
        const auto count = std::count_if(m_milestones.begin(), m_milestones.end(),
                                         [&](const Milestone &each) { return each.state == state; });
        if (count == 0) {
            continue;
        }
        paintStateSign(painter, QRectF(x, top + plan.foot * 0.2, plan.foot * 0.6, plan.foot * 0.6), state, theme);
        const QString text = QStringLiteral("%1 %2").arg(lookOf(state).word).arg(count);
        painter.setPen(theme.text);
        painter.drawText(QPointF(x + plan.foot * 0.75, top + plan.foot * 0.65), text);
        x += plan.foot * 1.4 + painter.fontMetrics().horizontalAdvance(text);
    }
    painter.setPen(theme.muted);
    const QString keys = isFullScreen() ? tr("Esc leaves the full screen") : tr("F11 fills the screen");
    const QString text = pages() > 1 ? tr("page %1 of %2 · %3").arg(m_page + 1).arg(pages()).arg(keys) : keys;
    painter.drawText(QRectF(0, top, width() - plan.head * 0.3, plan.foot), Qt::AlignRight | Qt::AlignVCenter, text);
}

void WarBoard::paintEmpty(QPainter &painter) const
{
    painter.setPen(m_bench.theme.muted);
    painter.setFont(fontOf(font(), std::clamp(height() * 0.035, 13.0, 40.0)));
    painter.drawText(rect().adjusted(40, 40, -40, -40), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("No targets yet. Import a table of targets with Ctrl+I in the main window: each becomes a task "
                        "with a light at its deadline."));
}

void WarBoard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_bench.theme.base);
    if (m_milestones.empty() || !m_bench.session.state()) {
        paintEmpty(painter);
        return;
    }
    const Plan p = plan();
    const int first = m_page * p.rows;
    const int last = std::min(first + p.rows, static_cast<int>(m_milestones.size()));
    for (int number = first; number < last; ++number) {
        paintTask(painter, p, number - first, m_milestones[static_cast<std::size_t>(number)]);
    }
    paintTitles(painter, p);
    paintDay(painter, p);
    paintHead(painter, p);
    paintFoot(painter, p);
}

bool WarBoard::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Plan p = plan();
        const int row = static_cast<int>((help->pos().y() - p.head - p.titles) / p.row);
        const int number = m_page * p.rows + row;
        const bool isTask =
            help->pos().y() > p.head + p.titles && row < p.rows && number < static_cast<int>(m_milestones.size());
        QToolTip::showText(help->globalPos(),
                           isTask ? m_milestones[static_cast<std::size_t>(number)].reason : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

void WarBoard::toggleFullScreen()
{
    setWindowState(windowState() ^ Qt::WindowFullScreen);
    if (isFullScreen()) {
        m_turning.start();
    } else {
        m_turning.stop();
    }
    update();
}

void WarBoard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_page = std::clamp(m_page, 0, pages() - 1);
}

void WarBoard::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_F11:
        return toggleFullScreen();
    case Qt::Key_Escape:
        if (isFullScreen()) {
            toggleFullScreen();
        } else {
            close();
        }
        return;
    case Qt::Key_PageDown:
        return turn(1);
    case Qt::Key_PageUp:
        return turn(-1);
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace cuntu::ui
