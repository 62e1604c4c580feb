// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/indicator.h"
#include "core/progress/area_paths.h"

#include <algorithm>
#include <map>

namespace cuntu {

namespace {

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

/// Sums by the codes of the areas of @p level; the empty code holds what lies in none of them.
std::map<AreaCode, Sum> sumsByArea(const IndicatorSet &set, const AreaPaths &paths, AreaLevel level,
                                   const AreaCode &inside)
{
    const Column *codes = areaColumn(set);
    const std::vector<Sum> sums = sumsByText(set, codes);
    const std::vector<AreaPath> places = pathsByText(codes, paths);
    std::map<AreaCode, Sum> byArea;
    for (std::size_t text = 0; text < sums.size(); ++text) {
        if (sums[text].any && (inside.isEmpty() || places[text][inside.level()] == inside)) {
            byArea[places[text][level]].add(sums[text].numerator, sums[text].denominator);
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
    const AreaPaths paths(tree, areasOn);
    const AreaCode within = inside.isEmpty() ? inside : tree.codeOn(inside, areasOn);
    std::map<AreaCode, Sum> sums = sumsByArea(set, paths, level, within);
    std::vector<Figure> figures;
    for (const auto &[code, name] : paths.areas(level)) {
        if (within.isEmpty() || paths.of(code)[within.level()] == within) {
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

IndicatorSet partInside(const IndicatorSet &set, const AreaTree &tree, Day areasOn, const std::vector<AreaCode> &areas)
{
    const Column *codes = areaColumn(set);
    const std::vector<AreaPath> places = pathsByText(codes, AreaPaths(tree, areasOn));
    std::vector<bool> counts;
    for (const AreaPath &place : places) {
        counts.push_back(std::any_of(areas.begin(), areas.end(), [&](const AreaCode &area) {
            return place[area.level()] == tree.codeOn(area, areasOn);
        }));
    }
    IndicatorSet within{set.layer, {}};
    for (const Contribution &item : set.items) {
        const std::uint32_t text = codes == nullptr ? Column::k_null : codes->code(item.row);
        if (text == Column::k_null ? counts.back() : counts[text]) {
            within.items.push_back(item);
        }
    }
    return within;
}

} // namespace cuntu
