// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/day_heat_map.h"

#include "core/algorithm/figure_lines.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cuntu::ui {
namespace {

constexpr int k_left = 40;
constexpr int k_top = 22;    ///< names of the months
constexpr int k_bottom = 24; ///< legend
constexpr int k_weeks = 54;
constexpr int k_weekDays = 7;

/// 0 for a Monday.
int weekday(Day day)
{
    constexpr int k_epochWeekday = 3; // 1970-01-01 was a Thursday
    const int since = daysBetween(*Day::fromIso(QStringLiteral("1970-01-01")), day) + k_epochWeekday;
    return ((since % k_weekDays) + k_weekDays) % k_weekDays;
}

Day firstDay(int year)
{
    return *Day::fromIso(QStringLiteral("%1-01-01").arg(year, 4, 10, QLatin1Char('0')));
}

} // namespace

DayHeatMap::DayHeatMap(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("dayHeatMap"));
    setAccessibleName(tr("Days of the year"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void DayHeatMap::setValues(int year, std::vector<double> values, const QString &unit)
{
    m_year = year;
    m_values = std::move(values);
    m_unit = unit;
    m_highest = 0;
    for (const double value : m_values) {
        m_highest = std::fmax(m_highest, value);
    }
    m_picked.reset();
    update();
}

double DayHeatMap::cell() const
{
    const double wide = static_cast<double>(width() - k_left - 8) / k_weeks;
    const double high = static_cast<double>(height() - k_top - k_bottom) / k_weekDays;
    return std::max(4.0, std::min(wide, high));
}

QRectF DayHeatMap::place(int day) const
{
    const int slot = weekday(firstDay(m_year)) + day;
    const double size = cell();
    return {k_left + size * (slot / k_weekDays), k_top + size * (slot % k_weekDays), size, size};
}

QColor DayHeatMap::colourOf(double value) const
{
    constexpr double k_faintest = 0.25; // so that the smallest number above 0 is seen
    const double share = m_highest > 0 && value > 0 ? k_faintest + (1 - k_faintest) * value / m_highest : 0;
    const QColor &from = m_theme.raised;
    const QColor &to = m_theme.accent;
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

std::optional<Day> DayHeatMap::dayAt(QPointF position) const
{
    for (int day = 0; day < static_cast<int>(m_values.size()); ++day) {
        if (place(day).contains(position)) {
            return firstDay(m_year).plusDays(day);
        }
    }
    return std::nullopt;
}

QString DayHeatMap::readingOn(Day day) const
{
    const int number = daysBetween(firstDay(m_year), day);
    if (number < 0 || number >= static_cast<int>(m_values.size())) {
        return {};
    }
    const double value = m_values[static_cast<std::size_t>(number)];
    return std::isnan(value)
               ? tr("%1: nothing is known").arg(day.toText())
               : QStringLiteral("%1: %2 %3").arg(day.toText(), outcomeNumberText(value), m_unit).trimmed();
}

void DayHeatMap::pick(std::optional<Day> day)
{
    m_picked = day;
    const QString reading = day ? readingOn(*day) : QString();
    setAccessibleDescription(reading);
    setToolTip(reading);
    Q_EMIT dayPicked(reading);
    update();
}

void DayHeatMap::paintLegend(QPainter &painter) const
{
    const double y = k_top + cell() * k_weekDays + 6;
    constexpr int k_steps = 5;
    double x = k_left;
    painter.setPen(m_theme.muted);
    painter.drawText(QPointF(x, y + 10), QStringLiteral("0"));
    x += 14;
    for (int i = 0; i <= k_steps; ++i) {
        painter.setPen(m_theme.border);
        painter.setBrush(colourOf(m_highest * i / k_steps));
        painter.drawRect(QRectF(x, y, 11, 11));
        x += 13;
    }
    painter.setPen(m_theme.muted);
    const QString most = QStringLiteral("%1 %2").arg(outcomeNumberText(m_highest), m_unit).trimmed();
    painter.drawText(QPointF(x + 4, y + 10), most);
    x += 24 + painter.fontMetrics().horizontalAdvance(most);
    painter.setPen(QPen(m_theme.border, 1, Qt::DotLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(x, y, 11, 11));
    painter.setPen(m_theme.muted);
    painter.drawText(QPointF(x + 16, y + 10), tr("nothing is known"));
}

void DayHeatMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.base);
    if (m_values.empty()) {
        return;
    }
    const QStringList days{tr("Mon"), tr("Wed"), tr("Fri"), tr("Sun")};
    painter.setPen(m_theme.muted);
    for (int i = 0; i < days.size(); ++i) {
        painter.drawText(QRectF(0, k_top + cell() * 2 * i, k_left - 6, cell()), Qt::AlignRight | Qt::AlignVCenter,
                         days[i]);
    }
    for (int number = 0; number < static_cast<int>(m_values.size()); ++number) {
        const Day day = firstDay(m_year).plusDays(number);
        const QRectF square = place(number).adjusted(1, 1, -1, -1);
        const double value = m_values[static_cast<std::size_t>(number)];
        painter.setPen(std::isnan(value) ? QPen(m_theme.border, 1, Qt::DotLine) : QPen(m_theme.border));
        painter.setBrush(std::isnan(value) ? QBrush(Qt::NoBrush) : QBrush(colourOf(value)));
        painter.drawRect(square);
        if (day == m_picked) {
            painter.setPen(QPen(m_theme.text, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(square);
        }
        if (number == 0 || day.month() != day.plusDays(-1).month()) {
            painter.setPen(m_theme.text);
            painter.drawText(QRectF(square.left(), 2, 60, k_top - 4), Qt::AlignLeft | Qt::AlignVCenter,
                             QLocale().standaloneMonthName(day.month(), QLocale::ShortFormat));
        }
    }
    paintLegend(painter);
}

void DayHeatMap::mouseMoveEvent(QMouseEvent *event)
{
    if (const auto day = dayAt(event->position()); day != m_picked) {
        pick(day);
    }
}

void DayHeatMap::leaveEvent(QEvent *)
{
    pick(std::nullopt);
}

void DayHeatMap::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left    ? -k_weekDays
                     : event->key() == Qt::Key_Right ? k_weekDays
                     : event->key() == Qt::Key_Up    ? -1
                     : event->key() == Qt::Key_Down  ? 1
                                                     : 0;
    if (step == 0 || m_values.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const Day last = firstDay(m_year).plusDays(static_cast<int>(m_values.size()) - 1);
    pick(m_picked ? std::clamp(m_picked->plusDays(step), firstDay(m_year), last) : firstDay(m_year));
}

} // namespace cuntu::ui
