// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/row_classes.h"

#include "core/snapshot/layer_memo.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace cuntu {

Symbol overlaySymbol(const Symbol &base, const OverlayClass &entry, GeometryType type)
{
    Symbol symbol = base;
    symbol.fill = QColor::fromRgb(entry.colour);
    symbol.marking = entry.marking;
    if (type == GeometryType::Line) {
        symbol.stroke = symbol.fill;
        symbol.strokeWidth_mm = std::max(symbol.strokeWidth_mm, 0.5);
    } else if (type == GeometryType::Polygon) {
        symbol.stroke = symbol.fill.darker(135);
    }
    return symbol;
}

RowClasses::RowClasses(const RenderLayer &layer, double denominator)
{
    if (layer.overlay) {
        useOverlay(layer);
    } else if (layer.style.kind == LayerStyle::Kind::Rules && layer.style.classes.size() < k_none) {
        useRules(layer, denominator);
    } else if (!layer.style.hasClasses() || layer.style.classes.size() >= k_none) {
        m_symbols = {layer.style.symbol};
    } else {
        useColumn(layer);
    }
}

RowClasses RowClasses::drawn(const RenderLayer &layer, const RenderRequest &request)
{
    const double denominator = request.extent.scaleDenominator(request.crs.isGeographic());
    RowClasses classes(layer, denominator);
    classes.varyBy(layer);
    classes.giveWayTo(request.rasters, layer.style);
    classes.resizeMarkers(markerShareAt(denominator));
    return classes;
}

double markerShareAt(double denominator)
{
    constexpr double k_wholeTo = 100000;
    // Places come together with the denominator, and only half of that in the size: a sign must still be told apart.
    return denominator <= k_wholeTo ? 1.0 : std::max(0.5, std::sqrt(k_wholeTo / denominator));
}

void RowClasses::giveWayTo(const std::vector<RenderRaster> &rasters, const LayerStyle &style)
{
    if (rasters.empty() || !style.fillGivesWay || m_by == By::Overlay) {
        return;
    }
    for (Symbol &symbol : m_symbols) {
        symbol.fill.setAlpha(0);
    }
}

void RowClasses::resizeMarkers(double factor)
{
    for (Symbol &symbol : m_symbols) {
        symbol.size_mm *= factor;
    }
}

void RowClasses::useOverlay(const RenderLayer &layer)
{
    m_by = By::Overlay;
    m_overlay = layer.overlay.get();
    for (const OverlayClass &entry : layer.overlayClasses) {
        m_symbols.push_back(overlaySymbol(layer.style.symbol, entry, layer.snapshot->schema().geometry));
    }
}

void RowClasses::useColumn(const RenderLayer &layer)
{
    m_column = layer.snapshot->column(layer.style.field);
    if (m_column == nullptr) {
        m_missing = layer.style.field;
        m_symbols = {layer.style.symbol};
        return;
    }
    m_classes = layer.style.classes;
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        m_symbols.push_back(m_classes[i].symbol);
        if (m_classes[i].value.isEmpty()) {
            m_others = static_cast<std::uint16_t>(i);
        }
        bool isNumber = false;
        const double value = m_classes[i].value.toDouble(&isNumber);
        m_values.push_back(isNumber ? value : std::nan(""));
    }
    if (layer.style.kind == LayerStyle::Kind::Graduated) {
        if (m_column->kind() == Column::Kind::Text) { // nothing to compare with bounds
            m_missing = layer.style.field;
            m_symbols = {layer.style.symbol};
            return;
        }
        m_by = By::Bounds;
        m_others = k_none;
        return;
    }
    m_by = m_column->kind() == Column::Kind::Text ? By::Text : By::Number;
    if (m_by == By::Number) {
        return;
    }
    for (std::uint32_t code = 0; code < m_column->distinct(); ++code) {
        const std::string_view text = m_column->textOf(code);
        const QString value = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        std::uint16_t found = m_others;
        for (std::size_t i = 0; i < m_classes.size() && !value.isEmpty(); ++i) {
            if (m_classes[i].value == value) {
                found = static_cast<std::uint16_t>(i);
                break;
            }
        }
        m_classOfCode.push_back(found);
    }
}

namespace {

/// The conditions of a rule, as a part of a memo's key.
struct RuleTest {
    std::vector<Condition> conditions;
    Match match = Match::All;
    bool isAsked = true; ///< at this scale
    bool operator==(const RuleTest &) const = default;
};

/// The number of the first rule that takes each row.
struct RulesKey {
    using Value = std::vector<std::uint16_t>;
    std::vector<RuleTest> rules;
    bool operator==(const RulesKey &) const = default;
};

Result<std::vector<std::uint16_t>> firstRules(const LayerSnapshot &layer, const std::vector<RuleTest> &rules)
{
    std::vector<std::uint16_t> classes(layer.size(), RowClasses::k_none);
    // From the last one on, so that those before overwrite it; who is left over is the others'.
    for (std::size_t i = rules.size(); i-- > 0;) {
        if (!rules[i].isAsked || rules[i].conditions.empty()) {
            continue;
        }
        const auto rows = rowsWhere(layer, rules[i].conditions, rules[i].match);
        if (!rows) {
            return rows.error();
        }
        for (const std::uint32_t row : *rows) {
            classes[row] = static_cast<std::uint16_t>(i);
        }
    }
    const auto others =
        std::ranges::find_if(rules, [](const RuleTest &rule) { return rule.isAsked && rule.conditions.empty(); });
    if (others != rules.end()) {
        std::ranges::replace(classes, RowClasses::k_none, static_cast<std::uint16_t>(others - rules.begin()));
    }
    return classes;
}

} // namespace

void RowClasses::useRules(const RenderLayer &layer, double denominator)
{
    RulesKey key;
    for (const StyleClass &rule : layer.style.classes) {
        const bool isAsked =
            denominator <= 0 || ((rule.minScale <= 0 || denominator <= rule.minScale) && denominator >= rule.maxScale);
        key.rules.push_back({rule.conditions, rule.match, isAsked});
        m_symbols.push_back(rule.symbol);
        for (const Condition &condition : rule.conditions) {
            m_missing = layer.snapshot->column(condition.field) == nullptr ? condition.field : m_missing;
        }
    }
    const auto classes =
        layer.snapshot->memo().get(key, JobContext(), [&] { return firstRules(*layer.snapshot, key.rules); });
    if (!classes) { // a field that is not there, or that cannot be compared so
        m_missing = m_missing.isEmpty() ? classes.error().sentence : m_missing;
        m_symbols = {layer.style.symbol};
        return;
    }
    m_by = By::Row;
    m_classOfRow = *classes;
}

namespace {

/// What a row's marker is beside its class: steps of size and of direction.
struct MarkerSteps {
    std::uint16_t base = 0;
    int size = 0;
    int turn = 0;
    auto operator<=>(const MarkerSteps &) const = default;
};

constexpr double k_sizeStep = 1.05;
constexpr double k_turnStep_deg = 3;
constexpr double k_largest = 40; ///< times the size of the symbol: more is an error in the data

/// The steps of @p row; empty where it is not drawn.
std::optional<MarkerSteps> stepsOf(std::uint16_t base, const Column *sizes, double full, const Column *turns,
                                   std::size_t row)
{
    MarkerSteps steps{base, 0, 0};
    if (sizes != nullptr) {
        const double share = std::sqrt(sizes->number(row) / full);
        if (!(share > 0)) {
            return std::nullopt;
        }
        steps.size = static_cast<int>(std::lround(std::log(std::min(share, k_largest)) / std::log(k_sizeStep)));
        steps.size = std::max(steps.size, -100); // one hundredth of the size: a dot
    }
    if (turns != nullptr && std::isfinite(turns->number(row))) {
        const double turn = std::fmod(turns->number(row), 360.0);
        steps.turn = static_cast<int>(std::lround(turn / k_turnStep_deg)) % static_cast<int>(360 / k_turnStep_deg);
    }
    return steps;
}

} // namespace

void RowClasses::varyBy(const RenderLayer &layer)
{
    const auto numbers = [&](const QString &field) {
        const Column *column = field.isEmpty() ? nullptr : layer.snapshot->column(field);
        const bool isThere = column != nullptr && column->kind() == Column::Kind::Number;
        m_missing = field.isEmpty() || isThere ? m_missing : field;
        return isThere ? column : nullptr;
    };
    const Column *sizes = numbers(layer.style.sizeField);
    const Column *turns = numbers(layer.style.turnField);
    if ((sizes == nullptr && turns == nullptr) || layer.overlay) {
        return;
    }
    std::map<MarkerSteps, std::uint16_t> known;
    std::vector<Symbol> symbols;
    std::vector<std::uint16_t> classes(layer.snapshot->size(), k_none);
    for (std::size_t row = 0; row < classes.size(); ++row) {
        const std::uint16_t base = classOf(row);
        const auto steps = base == k_none ? std::nullopt : stepsOf(base, sizes, layer.style.sizeFull, turns, row);
        if (!steps) {
            continue;
        }
        const auto [place, isNew] = known.try_emplace(*steps, static_cast<std::uint16_t>(symbols.size()));
        if (isNew && symbols.size() + 1 < k_none) {
            Symbol symbol = m_symbols[base];
            symbol.size_mm *= std::pow(k_sizeStep, steps->size);
            symbol.turn_deg += steps->turn * k_turnStep_deg;
            symbols.push_back(symbol);
        }
        classes[row] = std::min(place->second, static_cast<std::uint16_t>(symbols.size() - 1));
    }
    m_by = By::Row;
    m_symbols = std::move(symbols);
    m_classOfRow = freeze(std::move(classes));
}

std::uint16_t RowClasses::classOfNumber(double value) const
{
    for (std::size_t i = 0; i < m_classes.size(); ++i) {
        const bool last = i + 1 == m_classes.size();
        if (m_by == By::Bounds
                ? (value >= m_classes[i].from && (value < m_classes[i].to || (last && value == m_classes[i].to)))
                : value == m_values[i]) {
            return static_cast<std::uint16_t>(i);
        }
    }
    return m_others;
}

} // namespace cuntu
