// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/layer_patch.h"

#include "core/snapshot/layer_memo.h"
#include "core/snapshot/vertex_detail.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <unordered_map>

namespace cuntu {

namespace {

/// Rows of the layer before or of what was read now that follow each other in the new layer.
struct Run {
    bool isNew = false;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<Run> runsOf(const LayerSnapshot &before, const LayerSnapshot &now, std::span<const FeatureId> touched)
{
    std::vector<Run> runs;
    std::size_t row = 0;
    std::size_t fresh = 0;
    const std::vector<FeatureId> &ids = *before.sharedIds();
    for (const FeatureId id : touched) {
        const auto place = std::lower_bound(ids.begin() + static_cast<std::ptrdiff_t>(row), ids.end(), id);
        const auto at = static_cast<std::size_t>(place - ids.begin());
        if (at > row) {
            runs.push_back({false, row, at});
        }
        row = at + (place != ids.end() && *place == id ? 1 : 0);
        if (fresh < now.size() && now.id(fresh) == id) {
            runs.push_back({true, fresh, fresh + 1});
            ++fresh;
        }
    }
    if (row < ids.size()) {
        runs.push_back({false, row, ids.size()});
    }
    return runs;
}

/// The values of @p before and @p now in the order of @p runs.
template <class T> std::vector<T> joined(std::span<const T> before, std::span<const T> now, std::span<const Run> runs)
{
    std::vector<T> all;
    all.reserve(before.size() + now.size());
    for (const Run &run : runs) {
        const auto part = (run.isNew ? now : before).subspan(run.begin, run.end - run.begin);
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

/// Appends items @p begin to @p end of @p starts and what they lead to in @p values, both moved to where these come to
/// lie: features with their parts, or parts with their points.
void appendStarts(const FlatArray<std::uint32_t> &starts, std::size_t begin, std::size_t end,
                  std::vector<std::uint32_t> &to)
{
    for (std::size_t i = begin; i < end; ++i) {
        to.push_back(to.back() + starts[i + 1] - starts[i]);
    }
}

template <class T> void appendPart(const FlatArray<T> &values, std::size_t begin, std::size_t end, std::vector<T> &to)
{
    to.insert(to.end(), values.begin() + begin, values.begin() + end);
}

Immutable<PackedGeometry> joinedGeometry(const PackedGeometry &before, const PackedGeometry &now,
                                         std::span<const Run> runs)
{
    std::vector<Point> points;
    std::vector<std::uint32_t> partStart{0};
    std::vector<std::uint32_t> featureStart{0};
    std::vector<std::uint8_t> holes;
    points.reserve(before.points.size() + now.points.size());
    partStart.reserve(before.partStart.size() + now.partStart.size());
    featureStart.reserve(before.featureStart.size() + now.featureStart.size());
    holes.reserve(before.holes.size() + now.holes.size());
    for (const Run &run : runs) {
        const PackedGeometry &from = run.isNew ? now : before;
        const std::size_t firstPart = from.featureStart[run.begin];
        const std::size_t endPart = from.featureStart[run.end];
        appendStarts(from.featureStart, run.begin, run.end, featureStart);
        appendStarts(from.partStart, firstPart, endPart, partStart);
        appendPart(from.holes, firstPart, endPart, holes);
        appendPart(from.points, from.partStart[firstPart], from.partStart[endPart], points);
    }
    auto geometry = std::make_shared<PackedGeometry>();
    geometry->type = before.type;
    geometry->boxes = FlatArray(joined<Box>(before.boxes, now.boxes, runs));
    geometry->points = FlatArray(std::move(points));
    geometry->partStart = FlatArray(std::move(partStart));
    geometry->featureStart = FlatArray(std::move(featureStart));
    geometry->holes = FlatArray(std::move(holes));
    geometry->index = PackedIndex(geometry->boxes);
    if (!geometry->adopt({})) {
        throw std::logic_error("patchedLayer: the arrays of shapes lead out of each other");
    }
    return geometry;
}

/// True where the touched features are the same ones as before: none came, none went.
bool keepsRows(const LayerSnapshot &before, const LayerSnapshot &now, std::span<const FeatureId> touched)
{
    return std::ranges::equal(*now.sharedIds(), touched) &&
           std::ranges::all_of(touched, [&](FeatureId id) { return before.rowOf(id).has_value(); });
}

/// True where they, which are the same ones, are at the same places.
bool keepsShapes(const LayerSnapshot &before, const LayerSnapshot &now)
{
    for (std::size_t row = 0; row < now.size(); ++row) {
        if (!(now.geometry().geometry(row) == before.geometry().geometry(*before.rowOf(now.id(row))))) {
            return false;
        }
    }
    return true;
}

Column joinedNumbers(const Column &before, const Column &now, std::span<const Run> runs)
{
    Column::Parts parts;
    parts.numbers = FlatArray(joined<double>(before.numbers(), now.numbers(), runs));
    return *Column::fromParts(std::move(parts));
}

/// The texts of @p before and behind them those of @p now that are new; @p numbers: of the texts of @p now.
Column::Parts withTexts(const Column &before, const Column &now, std::vector<std::uint32_t> &numbers)
{
    std::unordered_map<std::string_view, std::uint32_t> wanted;
    for (std::uint32_t code = 0; code < now.distinct(); ++code) {
        wanted.emplace(now.textOf(code), code);
    }
    numbers.assign(now.distinct(), Column::k_null);
    for (std::uint32_t code = 0; code < before.distinct(); ++code) {
        if (const auto found = wanted.find(before.textOf(code)); found != wanted.end()) {
            numbers[found->second] = code;
        }
    }
    Column::Parts parts = before.parts();
    if (std::find(numbers.begin(), numbers.end(), Column::k_null) == numbers.end()) {
        return parts;
    }
    std::vector<std::uint64_t> starts = parts.starts.copy();
    std::vector<char> bytes = parts.bytes.copy();
    for (std::uint32_t code = 0; code < now.distinct(); ++code) {
        if (numbers[code] == Column::k_null) {
            const std::string_view text = now.textOf(code);
            numbers[code] = static_cast<std::uint32_t>(starts.size() - 1);
            bytes.insert(bytes.end(), text.begin(), text.end());
            starts.push_back(bytes.size());
        }
    }
    parts.starts = FlatArray(std::move(starts));
    parts.bytes = FlatArray(std::move(bytes));
    return parts;
}

bool usesAllTexts(const std::vector<std::uint32_t> &codes, std::size_t texts)
{
    std::vector<bool> isUsed(texts, false);
    std::size_t count = 0;
    for (const std::uint32_t code : codes) {
        if (code != Column::k_null && !isUsed[code]) {
            isUsed[code] = true;
            ++count;
        }
    }
    return count == texts;
}

Column joinedTexts(const Column &before, const Column &now, std::span<const Run> runs)
{
    std::vector<std::uint32_t> numbers;
    Column::Parts parts = withTexts(before, now, numbers);
    std::vector<std::uint32_t> fresh = now.parts().codes.copy();
    for (std::uint32_t &code : fresh) {
        code = code == Column::k_null ? code : numbers[code];
    }
    std::vector<std::uint32_t> codes = joined<std::uint32_t>(parts.codes, fresh, runs);
    if (usesAllTexts(codes, parts.starts.size() - 1)) {
        parts.codes = FlatArray(std::move(codes));
        return *Column::fromParts(std::move(parts));
    }
    Column column(Column::Kind::Text); // without the text that nobody has any more
    column.reserve(codes.size());
    for (const std::uint32_t code : codes) {
        if (code == Column::k_null) {
            column.appendNull();
        } else {
            const std::uint64_t start = parts.starts[code];
            column.appendText({parts.bytes.data() + start, parts.starts[code + 1] - start});
        }
    }
    column.finish();
    return column;
}

struct OriginKey {
    using Value = PatchOrigin;
    bool operator==(const OriginKey &) const = default;
};

PatchOrigin originOf(const LayerSnapshot &before, const LayerSnapshot &now, std::span<const FeatureId> touched)
{
    PatchOrigin origin{before.sharedMemo(), {}};
    for (const FeatureId id : touched) {
        if (const auto row = before.rowOf(id)) {
            origin.changed.add(before.geometry().boxes[*row]);
        }
    }
    for (const Box &box : now.geometry().boxes) {
        origin.changed.add(box);
    }
    return origin;
}

} // namespace

std::optional<PatchOrigin> patchOrigin(const LayerSnapshot &layer)
{
    const auto known = layer.memo().get(OriginKey(), {}, []() -> Result<PatchOrigin> {
        return Error{ErrorCode::NotFound, {}, {}, {}, {}, {}}; // which is not kept
    });
    return known ? std::optional(**known) : std::nullopt;
}

Immutable<LayerSnapshot> patchedLayer(const LayerSnapshot &before, const LayerSnapshot &now,
                                      std::span<const FeatureId> touched)
{
    const std::vector<Run> runs = runsOf(before, now, touched);
    std::map<QString, Immutable<Column>> columns;
    for (const auto &[field, column] : before.columns()) {
        const Column *fresh = now.column(field);
        if (touched.empty()) {
            columns.emplace(field, column);
        } else if (fresh != nullptr && fresh->kind() == column->kind()) {
            columns.emplace(field, freeze(column->kind() == Column::Kind::Number ? joinedNumbers(*column, *fresh, runs)
                                                                                 : joinedTexts(*column, *fresh, runs)));
        }
    }
    const bool areSameRows = keepsRows(before, now, touched);
    const bool areSameShapes = areSameRows && keepsShapes(before, now);
    auto made = std::make_shared<const LayerSnapshot>(
        now.schema(), now.crs(), now.revision(),
        areSameRows ? before.sharedIds() : freeze(joined<FeatureId>(*before.sharedIds(), *now.sharedIds(), runs)),
        areSameShapes ? before.sharedGeometry() : joinedGeometry(before.geometry(), now.geometry(), runs),
        std::move(columns));
    std::ignore =
        made->memo().get(OriginKey(), {}, [&]() -> Result<PatchOrigin> { return originOf(before, now, touched); });
    return made;
}

} // namespace cuntu
