// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/segments.h"

#include "core/snapshot/known_columns.h"

#include "plugins/roads/declare.h"
#include "plugins/roads/surfaces.h"

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

SegmentState judge(const Attributes &attributes, std::size_t row, const SegmentStatus &standing, Day day,
                   const Rule &rule)
{
    const std::optional<bool> hardened = attributes.hardened(row);
    if (!hardened) {
        return SegmentState::SurfaceUnknown;
    }
    if (!*hardened) {
        return SegmentState::Unhardened;
    }
    if (rule.surfaces == Surfaces::Cement) {
        const std::optional<bool> cement = attributes.cement(row);
        if (!cement.value_or(false)) {
            return cement ? SegmentState::OtherSurface : SegmentState::SurfaceUnknown;
        }
    }
    if (attributes.impassable(row)) {
        return SegmentState::Impassable;
    }
    const double width_m = attributes.width_m(row);
    if (rule.minWidth_m > 0 && !(width_m >= rule.minWidth_m)) {
        return std::isnan(width_m) ? SegmentState::WidthUnknown : SegmentState::TooNarrow;
    }
    if (standing.hasStatus) {
        const bool broken = standing.countsAs == StatusClass::Broken;
        const SegmentState missing = broken ? SegmentState::Defective : SegmentState::NotAccepted;
        return standing.countsAs == StatusClass::Done ? SegmentState::Usable : missing;
    }
    const bool counts = attributes.acceptedBy(row, day) || rule.acceptUnmarked;
    return counts ? SegmentState::Usable : SegmentState::AcceptanceUnknown;
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
        segments.states[row] = judge(attributes, row, standing, day, rule);
        segments.classified[row] = classified;
        segments.statusClasses[row] = standing.countsAs;
        segments.hasStatus[row] = standing.hasStatus;
        segments.anyClassified = segments.anyClassified || classified;
    }
    return segments;
}

} // namespace cuntu::roads
