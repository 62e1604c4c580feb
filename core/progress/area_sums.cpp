// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/area_sums.h"

#include "core/progress/area_finder.h"

#include <stdexcept>

namespace cuntu {

namespace {

constexpr std::int32_t k_outside = -2; ///< as a place: in no area that was asked for

std::size_t indexOf(AreaLevel level)
{
    return static_cast<std::size_t>(level);
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

struct TextSum {
    AreaSum sum;
    bool any = false;
};

void add(AreaSum &sum, double above, double below)
{
    sum.numerator += above;
    sum.denominator += below;
}

/// Sums by the texts of the area field; the last one is of what has none.
std::vector<TextSum> sumsByText(const IndicatorSet &set, const Column *codes)
{
    std::vector<TextSum> sums((codes == nullptr ? 0 : codes->distinct()) + 1);
    for (const Contribution &item : set.items) {
        const std::uint32_t text = codes == nullptr ? Column::k_null : codes->code(item.row);
        TextSum &sum = text == Column::k_null ? sums.back() : sums[text];
        add(sum.sum, item.numerator, item.denominator);
        sum.any = true;
    }
    return sums;
}

Figure figureOf(const Indicator &indicator, const AreaSum &sum, AreaLevel level)
{
    Figure figure;
    figure.programme = indicator.programme;
    figure.indicator = indicator.id;
    figure.unit = indicator.unit;
    figure.level = level;
    figure.numerator = sum.numerator;
    figure.denominator = sum.denominator;
    figure.value = valueOf(indicator, sum.numerator, sum.denominator);
    return figure;
}

} // namespace

struct AreaSummer::State {
    State(const AreaTree &tree, AreaLevel asked, Day areasOn, const AreaCode &inside)
        : finder(tree, areasOn), level(asked)
    {
        const AreaCode within = inside.isEmpty() ? inside : tree.codeOn(inside, areasOn);
        if (!within.isEmpty()) {
            insideLevel = indexOf(within.level());
            insidePlace = finder.areas(within.level()).placeOf(within).value_or(k_outside);
        }
        AreaList asList{level, {}, {}};
        const LevelAreas &all = finder.areas(level);
        for (std::size_t i = 0; i < all.codes.size(); ++i) {
            const bool wanted = within.isEmpty() || isInside(finder.of(all.codes[i]));
            listed.push_back(wanted ? static_cast<std::int32_t>(asList.codes.size()) : k_outside);
            if (wanted) {
                asList.codes.push_back(all.codes[i]);
                asList.names.push_back(all.names[i]);
            }
        }
        areas = freeze(std::move(asList));
    }

    bool isInside(const AreaFinder::Path &path) const { return !insideLevel || path[*insideLevel] == insidePlace; }

    /// Where in the list what lies on @p path is summed; k_none: not assigned.
    std::int32_t placeOf(const AreaFinder::Path &path) const
    {
        if (!isInside(path)) {
            return k_outside;
        }
        const std::int32_t place = path[indexOf(level)];
        return place == AreaFinder::k_none ? place : listed[static_cast<std::size_t>(place)];
    }

    /// Places of the texts of the area field; the last one is of what has none.
    const std::vector<std::int32_t> &placesOf(const IndicatorSet &set, const Column *codes)
    {
        if (places.empty() || column != codes) {
            layer = set.layer;
            column = codes;
            places.clear();
            for (std::uint32_t text = 0; codes != nullptr && text < codes->distinct(); ++text) {
                places.push_back(placeOf(finder.ofText(codes->textOf(text))));
            }
            places.push_back(placeOf(finder.nowhere()));
        }
        return places;
    }

    AreaFinder finder;
    AreaLevel level;
    std::optional<std::size_t> insideLevel; ///< empty: everywhere
    std::int32_t insidePlace = k_outside;
    std::vector<std::int32_t> listed; ///< by place in the level: place in `areas`, or k_outside
    Immutable<AreaList> areas;
    std::vector<std::int32_t> places; ///< see placesOf()
    const Column *column = nullptr;   ///< that they are of
    Immutable<LayerSnapshot> layer;   ///< keeps it alive
};

AreaSummer::AreaSummer(const AreaTree &tree, AreaLevel level, Day areasOn, const AreaCode &inside)
    : m_state(std::make_unique<State>(tree, level, areasOn, inside))
{
}

AreaSummer::~AreaSummer() = default;

AreaSums AreaSummer::sum(const IndicatorSet &set)
{
    const Column *codes = areaColumn(set);
    const std::vector<TextSum> byText = sumsByText(set, codes);
    AreaSums result{m_state->areas, std::vector<AreaSum>(m_state->areas->codes.size()), std::nullopt};
    if (set.items.empty()) {
        return result;
    }
    const std::vector<std::int32_t> &places = m_state->placesOf(set, codes);
    for (std::size_t text = 0; text < byText.size(); ++text) {
        const std::int32_t place = places[text];
        if (!byText[text].any || place == k_outside) {
            continue;
        }
        if (place == AreaFinder::k_none && !result.unassigned) {
            result.unassigned.emplace();
        }
        AreaSum &area = place == AreaFinder::k_none ? *result.unassigned : result.sums[static_cast<std::size_t>(place)];
        add(area, byText[text].sum.numerator, byText[text].sum.denominator);
    }
    return result;
}

std::vector<Figure> figuresOf(const Indicator &indicator, const AreaSums &sums)
{
    const AreaList &areas = *sums.areas;
    std::vector<Figure> figures;
    figures.reserve(sums.sums.size() + 1);
    for (std::size_t i = 0; i < sums.sums.size(); ++i) {
        figures.push_back(figureOf(indicator, sums.sums[i], areas.level));
        figures.back().area = areas.codes[i];
        figures.back().areaName = areas.names[i];
    }
    if (sums.unassigned) {
        figures.push_back(figureOf(indicator, *sums.unassigned, areas.level));
        figures.back().areaName = Core::tr("not assigned");
    }
    return figures;
}

std::vector<Figure> figuresByArea(const Indicator &indicator, const IndicatorSet &set, const AreaTree &tree,
                                  AreaLevel level, Day areasOn, const AreaCode &inside)
{
    return figuresOf(indicator, AreaSummer(tree, level, areasOn, inside).sum(set));
}

} // namespace cuntu
