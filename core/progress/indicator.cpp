// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/indicator.h"
#include "core/progress/area_paths.h"

#include <algorithm>

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
    if (denominator == 0) {
        return std::nullopt;
    }
    return indicator.kind == Indicator::Kind::Ratio ? 100 * numerator / denominator : numerator / denominator;
}

std::vector<Figure> figuresByArea(const Indicator &indicator, const IndicatorSet &set, const AreaTree &tree,
                                  AreaLevel level, Day areasOn, const AreaCode &inside)
{
    AreaPathCache cache;
    return figuresByArea(indicator, set, tree, level, areasOn, inside, cache);
}

std::vector<Figure> figuresByArea(const Indicator &indicator, const IndicatorSet &set, const AreaTree &tree,
                                  AreaLevel level, Day areasOn, const AreaCode &inside, AreaPathCache &cache)
{
    const Column *codes = areaColumn(set);
    const Immutable<AreaPathCache::Places> places = cache.places(tree, set, level, areasOn);
    const AreaCode within = inside.isEmpty() ? inside : tree.codeOn(inside, areasOn);
    const auto counts = [&](const AreaPath &path) { return within.isEmpty() || path[within.level()] == within; };
    std::vector<Sum> sums(places->areas.size() + 1); // the last one is of what lies in no area of the level
    const std::vector<Sum> byText = sumsByText(set, codes);
    for (std::size_t text = 0; text < byText.size(); ++text) {
        if (byText[text].any && counts(places->byText[text])) {
            sums[places->slotOfText[text]].add(byText[text].numerator, byText[text].denominator);
        }
    }
    std::vector<Figure> figures;
    for (std::size_t i = 0; i < places->areas.size(); ++i) {
        const AreaPathCache::Places::Listed &area = places->areas[i];
        if (counts(area.path)) {
            figures.push_back(figureOf(indicator, sums[i]));
            figures.back().area = area.code;
            figures.back().areaName = area.name;
            figures.back().level = level;
        }
    }
    if (sums.back().any) {
        figures.push_back(figureOf(indicator, sums.back()));
        figures.back().areaName = Core::tr("not assigned");
        figures.back().level = level;
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
