// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/segments.h"

#include "core/snapshot/known_columns.h"

#include "plugins/roads/declare.h"
#include "plugins/roads/surfaces.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// What the ledger says about a segment.
struct SegmentStatus {
    bool hasStatus = false;
    StatusClass countsAs = StatusClass::Need;
};

/// Reads the columns that are there; a missing column is unknown in every row.
class Attributes {
public:
    explicit Attributes(const LayerSnapshot &roads)
        : m_surface(roads.column(u"surface_type"_s)),
          m_hardened(roads.column(u"is_hardened"_s)),
          m_width(roads.column(u"surface_width_m"_s)),
          m_passable(roads.column(u"passable"_s)),
          m_class(roads.column(u"admin_class"_s)),
          m_accepted(roads.column(u"accepted_on"_s))
    {
        m_hardenedCodes = mark(m_surface, isHardenedSurface);
        m_cementCodes = mark(m_surface, isCementSurface);
        m_classifiedCodes = mark(m_class, isClassified);
    }

    /// Empty: not known.
    std::optional<bool> hardened(std::size_t row) const
    {
        if (m_surface != nullptr && !m_surface->isNull(row)) {
            return m_hardenedCodes[m_surface->code(row)];
        }
        const double stated = numberAt(m_hardened, row);
        return std::isnan(stated) ? std::nullopt : std::optional(stated != 0);
    }
    /// Empty: not known.
    std::optional<bool> cement(std::size_t row) const
    {
        const bool known = m_surface != nullptr && !m_surface->isNull(row);
        return known ? std::optional(bool(m_cementCodes[m_surface->code(row)])) : std::nullopt;
    }
    double width_m(std::size_t row) const { return numberAt(m_width, row); }
    bool impassable(std::size_t row) const { return numberAt(m_passable, row) == 0; }
    bool classified(std::size_t row) const
    {
        return m_class != nullptr && !m_class->isNull(row) && m_classifiedCodes[m_class->code(row)];
    }
    bool acceptedBy(std::size_t row, Day day) const { return numberAt(m_accepted, row) <= day.number(); }

private:
    static std::vector<bool> mark(const Column *column, bool (*has)(std::string_view))
    {
        std::vector<bool> marked(column == nullptr ? 0 : column->distinct());
        for (std::uint32_t code = 0; code < marked.size(); ++code) {
            marked[code] = has(column->textOf(code));
        }
        return marked;
    }

    const Column *m_surface;
    const Column *m_hardened;
    const Column *m_width;
    const Column *m_passable;
    const Column *m_class;
    const Column *m_accepted;
    std::vector<bool> m_hardenedCodes;
    std::vector<bool> m_cementCodes;
    std::vector<bool> m_classifiedCodes;
};

/// What is known of a segment, or of a stretch of one.
struct Facts {
    std::optional<bool> hardened; ///< empty: not known
    std::optional<bool> cement;   ///< likewise
    double width_m = std::nan("");
    bool impassable = false;
    bool acceptedByTable = false;
};

Facts factsOf(const Attributes &attributes, std::size_t row, Day day)
{
    return {attributes.hardened(row), attributes.cement(row), attributes.width_m(row), attributes.impassable(row),
            attributes.acceptedBy(row, day)};
}

SegmentState judge(const Facts &facts, const SegmentStatus &standing, const Rule &rule)
{
    if (!facts.hardened) {
        return SegmentState::SurfaceUnknown;
    }
    if (!*facts.hardened) {
        return SegmentState::Unhardened;
    }
    if (rule.surfaces == Surfaces::Cement) {
        if (!facts.cement.value_or(false)) {
            return facts.cement ? SegmentState::OtherSurface : SegmentState::SurfaceUnknown;
        }
    }
    if (facts.impassable) {
        return SegmentState::Impassable;
    }
    if (rule.minWidth_m > 0 && !(facts.width_m >= rule.minWidth_m)) {
        return std::isnan(facts.width_m) ? SegmentState::WidthUnknown : SegmentState::TooNarrow;
    }
    if (standing.hasStatus) {
        const bool broken = standing.countsAs == StatusClass::Broken;
        const SegmentState missing = broken ? SegmentState::Defective : SegmentState::NotAccepted;
        return standing.countsAs == StatusClass::Done ? SegmentState::Usable : missing;
    }
    const bool counts = facts.acceptedByTable || rule.acceptUnmarked;
    return counts ? SegmentState::Usable : SegmentState::AcceptanceUnknown;
}

/// A stretch on its road: its own surface and width once it is built, and what it does not say as its road has it.
Facts stretchFacts(const Attributes &own, std::size_t row, const Facts &road, StatusClass countsAs)
{
    Facts facts = road;
    const bool isBuilt =
        countsAs == StatusClass::Finished || countsAs == StatusClass::Done || countsAs == StatusClass::Broken;
    if (isBuilt && own.hardened(row)) {
        facts.hardened = own.hardened(row);
        facts.cement = own.cement(row);
    }
    if (isBuilt && !std::isnan(own.width_m(row))) {
        facts.width_m = own.width_m(row);
    }
    return facts;
}

} // namespace

QStringList segmentFields()
{
    return {u"surface_type"_s, u"is_hardened"_s, u"surface_width_m"_s,
            u"passable"_s,     u"admin_class"_s, u"accepted_on"_s};
}

Segments judgeSegments(const LayerSnapshot &roads, const LedgerView &ledger, Day day, const Rule &rule)
{
    const Attributes attributes(roads);
    const LifeCycle works = worksLifeCycle();
    const TrackView track = ledger.track({id(k_programme), id(k_roads), {}});
    std::vector<SegmentStatus> statuses; // by number
    for (const Status *status : works.findStatuses(track.statuses())) {
        statuses.push_back(status == nullptr ? SegmentStatus() : SegmentStatus{true, status->countsAs});
    }
    const std::vector<LedgerRows::StatusNumber> numbers = track.statusesOn(*roads.sharedIds(), day);
    const std::size_t count = roads.size();
    Segments segments{std::vector<SegmentState>(count), std::vector<bool>(count), std::vector<StatusClass>(count),
                      std::vector<bool>(count), false};
    for (std::size_t row = 0; row < count; ++row) {
        const SegmentStatus &standing = statuses[numbers[row]];
        const bool classified = attributes.classified(row);
        segments.states[row] = judge(factsOf(attributes, row, day), standing, rule);
        segments.classified[row] = classified;
        segments.statusClasses[row] = standing.countsAs;
        segments.hasStatus[row] = standing.hasStatus;
        segments.anyClassified = segments.anyClassified || classified;
    }
    return segments;
}

std::map<std::string_view, std::uint32_t> rowsByCode(const LayerSnapshot &roads)
{
    std::map<std::string_view, std::uint32_t> rows;
    const Column *codes = roads.column(u"route_code"_s);
    for (std::uint32_t row = 0; codes != nullptr && row < roads.size(); ++row) {
        if (!codes->isNull(row)) {
            rows.emplace(codes->text(row), row);
        }
    }
    return rows;
}

QStringList stretchFields()
{
    return {u"route_code"_s, u"from_km"_s, u"to_km"_s, u"surface_type"_s, u"surface_width_m"_s, u"accepted_on"_s};
}

QStringList stretchedRoadFields()
{
    return segmentFields() + QStringList{u"route_code"_s, u"length_km"_s};
}

std::vector<StretchState> judgeStretches(const LayerSnapshot &stretches, const LayerSnapshot &roads,
                                         const LedgerView &ledger, Day day, const Rule &rule)
{
    const Attributes own(stretches);
    const Attributes roadAttributes(roads);
    const auto roadRows = rowsByCode(roads);
    const Column *codes = stretches.column(u"route_code"_s);
    const Column *from = stretches.column(u"from_km"_s);
    const Column *to = stretches.column(u"to_km"_s);
    const Column *accepted = stretches.column(u"accepted_on"_s);
    const LifeCycle works = worksLifeCycle();
    const TrackView track = ledger.track({id(k_programme), id(k_stretches), {}});
    std::vector<StretchState> states;
    for (std::uint32_t row = 0; row < stretches.size(); ++row) {
        const auto road = roadRows.find(textAt(codes, row));
        const auto held = track.standingOn(stretches.id(row), day);
        const Status *status = held ? works.findStatus(held->status) : nullptr;
        const bool silent = status == nullptr && !own.acceptedBy(row, day);
        if (road == roadRows.end() || silent || !(numberAt(from, row) < numberAt(to, row)) ||
            (status != nullptr && status->countsAs == StatusClass::Removed)) {
            continue;
        }
        const StatusClass countsAs = status == nullptr ? StatusClass::Done : status->countsAs;
        const Facts facts = stretchFacts(own, row, factsOf(roadAttributes, road->second, day), countsAs);
        const Day since =
            status != nullptr ? held->effective : Day::fromNumber(static_cast<std::int32_t>(accepted->number(row)));
        states.push_back({row, road->second, numberAt(from, row), numberAt(to, row),
                          judge(facts, {true, countsAs}, rule), countsAs, since});
    }
    std::stable_sort(states.begin(), states.end(), [](const StretchState &a, const StretchState &b) {
        return std::pair(a.road, a.since) < std::pair(b.road, b.since);
    });
    return states;
}

} // namespace cuntu::roads
