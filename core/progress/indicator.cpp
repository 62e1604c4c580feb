// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/indicator.h"

#include <array>
#include <map>
#include <stdexcept>

namespace cuntu {

namespace {

constexpr std::size_t k_levels = 3;

struct Sum {
    double numerator = 0;
    double denominator = 0;
    bool any = false;

    void add(double above, double below)
    {
        numerator += above;
        denominator += below;
        any = true;
    }
};

/// The areas something belongs to, from the county down; empty codes from the first level at which it is not known.
using Path = std::array<AreaCode, k_levels>;

std::size_t indexOf(AreaLevel level)
{
    return static_cast<std::size_t>(level);
}

/// Leads from codes, as tables give them, to the areas of one day.
class Paths {
public:
    Paths(const AreaTree &tree, Day day) : m_tree(tree), m_day(day)
    {
        for (const Area *county : tree.at(AreaLevel::County, day)) {
            m_counties.emplace(county->code, county->name);
        }
        if (m_counties.empty()) { // a project that was given villages only: their digits say in which county they lie
            for (const AreaLevel level : {AreaLevel::Township, AreaLevel::Village}) {
                for (const Area *area : tree.at(level, day)) {
                    const AreaCode county = area->code.at(AreaLevel::County);
                    m_counties.emplace(county, tree.nameOf(county, day));
                }
            }
        }
    }

    Path of(const AreaCode &code) const
    {
        Path path;
        const AreaCode current = code.isEmpty() ? code : m_tree.codeOn(code, m_day);
        for (const Area *area = find(current); area != nullptr; area = parentOf(*area)) {
            path[indexOf(area->level)] = area->code;
        }
        AreaCode &county = path[indexOf(AreaLevel::County)];
        if (county.isEmpty()) {
            county = countyOf(current);
        }
        return path;
    }

    /// Where what has no code belongs.
    Path nowhere() const { return of(AreaCode()); }

    /// Codes and names of the areas of @p level.
    std::map<AreaCode, QString> areas(AreaLevel level) const
    {
        if (level == AreaLevel::County) {
            return m_counties;
        }
        std::map<AreaCode, QString> areas;
        for (const Area *area : m_tree.at(level, m_day)) {
            areas.emplace(area->code, area->name);
        }
        return areas;
    }

private:
    const Area *find(const AreaCode &code) const
    {
        return code.isEmpty() ? nullptr : m_tree.find(m_tree.codeOn(code, m_day), m_day);
    }

    const Area *parentOf(const Area &area) const
    {
        const Area *parent = find(area.parent.isEmpty() ? area.code.parent() : area.parent);
        // A level that does not rise would never end.
        return parent != nullptr && parent->level < area.level ? parent : nullptr;
    }

    /// By digits; where there is one county only, everything is in it.
    AreaCode countyOf(const AreaCode &code) const
    {
        if (m_counties.size() == 1) {
            return m_counties.begin()->first;
        }
        const AreaCode county = code.isEmpty() ? AreaCode() : code.at(AreaLevel::County);
        return m_counties.contains(county) ? county : AreaCode();
    }

    const AreaTree &m_tree;
    Day m_day;
    std::map<AreaCode, QString> m_counties;
};

/// Sums by the texts of the area field; the last one is of what has none.
std::vector<Sum> sumsByText(const IndicatorSet &set, const Column *codes)
{
    std::vector<Sum> sums((codes == nullptr ? 0 : codes->distinct()) + 1);
    for (const Contribution &item : set.items) {
        const std::uint32_t text = codes == nullptr ? Column::k_null : codes->code(item.row);
        Sum &sum = text == Column::k_null ? sums.back() : sums[text];
        sum.add(item.numerator, item.denominator);
    }
    return sums;
}

/// Null where nothing is asked of it: no area field, or no items (a layer without a table has no columns).
const Column *areaColumn(const IndicatorSet &set)
{
    const QString &field = set.layer->schema().areaField;
    if (field.isEmpty() || set.items.empty()) {
        return nullptr;
    }
    const Column *column = set.layer->column(field);
    if (column == nullptr || column->kind() != Column::Kind::Text) {
        throw std::logic_error("the area field of an indicator's layer must be loaded, and be text");
    }
    return column;
}

/// Sums by the codes of the areas of @p level; the empty code holds what lies in none of them.
std::map<AreaCode, Sum> sumsByArea(const IndicatorSet &set, const Paths &paths, AreaLevel level, const AreaCode &inside)
{
    const Column *codes = areaColumn(set);
    const std::vector<Sum> sums = sumsByText(set, codes);
    std::map<AreaCode, Sum> byArea;
    for (std::size_t text = 0; text < sums.size(); ++text) {
        if (!sums[text].any) {
            continue;
        }
        Path path = paths.nowhere();
        if (text + 1 < sums.size()) {
            const std::string_view word = codes->textOf(static_cast<std::uint32_t>(text));
            const auto code = AreaCode::parse(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
            path = code ? paths.of(*code) : path;
        }
        if (inside.isEmpty() || path[indexOf(inside.level())] == inside) {
            byArea[path[indexOf(level)]].add(sums[text].numerator, sums[text].denominator);
        }
    }
    return byArea;
}

Figure figureOf(const Indicator &indicator, const Sum &sum)
{
    Figure figure;
    figure.programme = indicator.programme;
    figure.indicator = indicator.id;
    figure.unit = indicator.unit;
    figure.numerator = sum.numerator;
    figure.denominator = sum.denominator;
    figure.value = valueOf(indicator, sum.numerator, sum.denominator);
    return figure;
}

} // namespace

std::optional<double> valueOf(const Indicator &indicator, double numerator, double denominator)
{
    if (indicator.kind == Indicator::Kind::Sum) {
        return numerator;
    }
    return denominator == 0 ? std::nullopt : std::optional(100 * numerator / denominator);
}

std::vector<Figure> figuresByArea(const Indicator &indicator, const IndicatorSet &set, const AreaTree &tree,
                                  AreaLevel level, Day areasOn, const AreaCode &inside)
{
    const Paths paths(tree, areasOn);
    const AreaCode within = inside.isEmpty() ? inside : tree.codeOn(inside, areasOn);
    std::map<AreaCode, Sum> sums = sumsByArea(set, paths, level, within);
    std::vector<Figure> figures;
    for (const auto &[code, name] : paths.areas(level)) {
        if (within.isEmpty() || paths.of(code)[indexOf(within.level())] == within) {
            Figure figure = figureOf(indicator, sums[code]);
            figure.area = code;
            figure.areaName = name;
            figure.level = level;
            figures.push_back(figure);
        }
    }
    if (const auto unassigned = sums.find(AreaCode()); unassigned != sums.end()) {
        Figure figure = figureOf(indicator, unassigned->second);
        figure.areaName = Core::tr("not assigned");
        figure.level = level;
        figures.push_back(figure);
    }
    return figures;
}

} // namespace cuntu
