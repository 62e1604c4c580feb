// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/poster_layout.h"

#include "maps/label/map_font.h"
#include "maps/text.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace cuntu {
namespace {

const QColor k_ink(0x22, 0x22, 0x22);
const QColor k_faint(0x5C, 0x5C, 0x5C);
constexpr double k_leading = 1.32;       ///< height of a line, of the text's size
constexpr double k_columnLetters = 20;   ///< a column is at least so many letters wide
constexpr double k_columnGapLetters = 2; ///< between two of them

/// @p text in lines no wider than @p width.
QStringList brokenLines(const QString &text, const QFont &font, double width)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

/// Text set into columns of a box, from the top left.
class Columns {
public:
    Columns(const QRectF &box, double size_px) : m_box(box), m_size_px(size_px)
    {
        const double gap = k_columnGapLetters * size_px;
        m_count = std::max(1, static_cast<int>((box.width() + gap) / (k_columnLetters * size_px + gap)));
        m_width = (box.width() - gap * (m_count - 1)) / m_count;
        m_y = box.top();
    }

    double width() const { return m_width; }
    /// Sets a paragraph; with @p keep its first line stays with what follows. False where there is no room any more.
    bool set(const QString &text, const QFont &font, const QColor &colour, bool keep)
    {
        const double height = m_size_px * k_leading;
        const QStringList lines = brokenLines(text, font, m_width);
        if (keep && m_y + (static_cast<double>(lines.size()) + 1) * height > m_box.bottom()) {
            nextColumn();
        }
        for (const QString &line : lines) {
            if (m_y + height > m_box.bottom()) {
                nextColumn();
            }
            if (m_column >= m_count) {
                return false;
            }
            const QPointF corner(m_box.left() + m_column * (m_width + k_columnGapLetters * m_size_px), m_y);
            m_lines.push_back({line, corner + QPointF(0, m_size_px), font, colour});
            m_texts.push_back({line, QRectF(corner, QSizeF(m_width, height))});
            m_y += height;
        }
        return true;
    }
    void skip(double share) { m_y += m_size_px * share; }
    void into(PosterLayout &layout)
    {
        layout.lines.insert(layout.lines.end(), m_lines.begin(), m_lines.end());
        layout.texts.insert(layout.texts.end(), m_texts.begin(), m_texts.end());
    }

private:
    void nextColumn()
    {
        ++m_column;
        m_y = m_box.top();
    }

    QRectF m_box;
    double m_size_px;
    int m_count = 1;
    double m_width = 0;
    int m_column = 0;
    double m_y = 0;
    std::vector<PosterLine> m_lines;
    std::vector<PosterText> m_texts;
};

QString headingOf(const PosterGroup &group)
{
    const QString counted = Maps::tr("%1: %2", "area: number of things left").arg(group.name).arg(group.items.size());
    return group.responsible.isEmpty()
               ? counted
               : Maps::tr("%1 – %2", "area and number – who is responsible").arg(counted, group.responsible);
}

QString itemsOf(const PosterGroup &group, qsizetype most)
{
    const QString shown = group.items.mid(0, most).join(Maps::tr(", ", "between names in a list"));
    const qsizetype more = group.items.size() - std::min(most, group.items.size());
    return more <= 0 ? shown : most <= 0 ? QString() : Maps::tr("%1 and %2 more").arg(shown).arg(more);
}

/// Sets the first @p groups groups with at most @p most items each; empty where they do not fit.
std::optional<Columns> setGroups(const std::vector<PosterGroup> &groups, std::size_t count, qsizetype most,
                                 const QRectF &box, double size_px)
{
    Columns columns(box, size_px);
    const QFont bold = mapFont(size_px, true);
    const QFont plain = mapFont(size_px);
    for (std::size_t i = 0; i < count; ++i) {
        const QString items = itemsOf(groups[i], most);
        if (!columns.set(headingOf(groups[i]), bold, k_ink, !items.isEmpty()) ||
            (!items.isEmpty() && !columns.set(items, plain, k_faint, false))) {
            return std::nullopt;
        }
        columns.skip(0.45);
    }
    if (count < groups.size()) {
        const auto rest = static_cast<int>(groups.size() - count);
        if (!columns.set(Maps::tr("and %n more areas", nullptr, rest), plain, k_faint, false)) {
            return std::nullopt;
        }
    }
    return columns;
}

} // namespace

void layOutGroups(PosterLayout &layout, const std::vector<PosterGroup> &groups, const QRectF &box, double least_px,
                  double most_px)
{
    qsizetype longest = 0;
    qsizetype all = 0;
    for (const PosterGroup &group : groups) {
        longest = std::max(longest, group.items.size());
        all += group.items.size();
    }
    std::optional<Columns> columns;
    constexpr double k_smaller = 0.93;
    for (double size = most_px; !columns && size >= least_px; size *= k_smaller) {
        columns = setGroups(groups, groups.size(), longest, box, std::floor(size));
    }
    qsizetype shown = longest;
    std::size_t count = groups.size();
    if (!columns) {
        const double size = std::floor(least_px);
        qsizetype most = longest; // too many
        shown = 0;
        while (most - shown > 1) {
            const qsizetype middle = (shown + most) / 2;
            auto tried = setGroups(groups, count, middle, box, size);
            (tried ? shown : most) = middle;
            if (tried) {
                columns.emplace(std::move(*tried));
            }
        }
        while (!columns && count > 0) {
            columns = setGroups(groups, count, 0, box, size);
            count -= columns ? 0 : 1; // not even the names of the areas fit
        }
    }
    if (columns) {
        columns->into(layout);
    }
    for (std::size_t i = 0; i < std::min(count, groups.size()); ++i) {
        layout.itemsShown += static_cast<int>(std::min(shown, groups[i].items.size()));
    }
    layout.itemsLeftOut = static_cast<int>(all) - layout.itemsShown;
}

} // namespace cuntu
