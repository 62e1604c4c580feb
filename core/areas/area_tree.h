// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/text.h"

#include <QHash>

#include <compare>
#include <optional>
#include <vector>

namespace cuntu {

/// Levels of the administrative tree that the program keeps.
enum class AreaLevel { County, Township, Village };

/// Stable text form, as in JSON and on the command line: "county", "township", "village".
CUNTU_CORE_EXPORT QString toString(AreaLevel level);
/// The inverse; empty for anything else.
CUNTU_CORE_EXPORT std::optional<AreaLevel> areaLevelFromString(QStringView text);

/// A statistical division code (DOMAIN C.4): 6 digits for a county, 9 for a township, 12 for a village. A value.
class CUNTU_CORE_EXPORT AreaCode {
public:
    AreaCode() = default;
    /// From digits of length 6, 9 or 12; 12-digit codes that end in zeros ('361126001000') name the higher area.
    /// Empty for anything else, also for numbers that a spreadsheet has rounded (3.61E+11).
    static std::optional<AreaCode> parse(QStringView text);

    const QString &toString() const { return m_digits; }
    bool isEmpty() const { return m_digits.isEmpty(); }
    /// County for 6 digits, township for 9, village for 12. Undefined for an empty code.
    AreaLevel level() const;
    /// The area above it by digits; empty for a county.
    AreaCode parent() const;
    /// Its own digits cut to @p level; itself where it is at or above that level.
    AreaCode at(AreaLevel level) const;
    /// True where @p other is this area or lies inside it, by digits.
    bool covers(const AreaCode &other) const { return !isEmpty() && other.m_digits.startsWith(m_digits); }

    friend bool operator==(const AreaCode &, const AreaCode &) = default;
    friend auto operator<=>(const AreaCode &a, const AreaCode &b) { return a.m_digits.compare(b.m_digits) <=> 0; }
    friend std::size_t qHash(const AreaCode &code, std::size_t seed = 0) { return qHash(code.m_digits, seed); }

private:
    explicit AreaCode(QString digits) : m_digits(std::move(digits)) {}
    QString m_digits;
};

/// The level below @p area: counties below the empty code; villages have nothing below and give Village.
CUNTU_CORE_EXPORT AreaLevel levelBelow(const AreaCode &area);

/// One area during the time it existed under this code and name.
struct Area {
    AreaCode code;
    QString name;
    AreaLevel level = AreaLevel::Village;
    AreaCode parent;               ///< empty for a county
    std::optional<Day> validFrom;  ///< first day; empty: as far back as is known
    std::optional<Day> validUntil; ///< last day; empty: still so
};

/// What became of an area: everything that had code `from` belongs to `to` from `date` on.
struct AreaEvent {
    enum class Kind { Renamed, Recoded, Merged, Split };
    Day date;
    Kind kind = Kind::Recoded;
    AreaCode from;
    AreaCode to;
    QString note;
};

/// Stable text form: "renamed", "recoded", "merged", "split".
CUNTU_CORE_EXPORT QString toString(AreaEvent::Kind kind);

/// The dated tree of areas. A value, immutable after it was built; any thread.
///
///     2019            2021            2023
///     A ───────┐
///     B ───────┴─ B ── recoded ── C          codeOn(A, 2023) == C:  figures of 2019 on today's areas
///                                            codesAt(C, 2019) == {A, B}: figures of today on then's areas
class CUNTU_CORE_EXPORT AreaTree {
public:
    AreaTree() = default;
    AreaTree(std::vector<Area> areas, std::vector<AreaEvent> events);

    const std::vector<Area> &all() const { return m_areas; }
    const std::vector<AreaEvent> &events() const { return m_events; }

    /// The area that has @p code on @p day, or null.
    const Area *find(const AreaCode &code, Day day) const;
    /// The area that has, or last had, @p code, or null.
    const Area *findEver(const AreaCode &code) const;
    /// Areas of @p level on @p day, by code; within @p inside where it is not empty.
    std::vector<const Area *> at(AreaLevel level, Day day, const AreaCode &inside = {}) const;
    /// Villages (or townships) that a table means by @p name: exact first, else without 村民委员会, 居民委员会, 村委会,
    /// 居委会, 社区, 村 / 镇, 乡, 街道 at its end. @p inside narrows it down; several hits are all returned.
    std::vector<const Area *> named(AreaLevel level, const QString &name, const AreaCode &inside = {}) const;
    /// The code under which the ground of @p code is counted on @p day: follows the events forward, or back where
    /// @p day is before the code began. A split leads to its first part.
    AreaCode codeOn(const AreaCode &code, Day day) const;
    /// Number of the stretch of time that @p day lies in: on all days of one stretch the areas are the same.
    std::size_t stretchOf(Day day) const;
    /// Name on @p day, else the last known one, else the code's digits.
    QString nameOf(const AreaCode &code, Day day) const;

private:
    std::vector<Area> m_areas; ///< by code, then by validFrom
    std::vector<AreaEvent> m_events;
    std::vector<Day> m_changes; ///< days on which areas begin, end or change, ascending
    QHash<QString, std::vector<std::size_t>> m_byCode;
    QHash<QString, std::vector<std::size_t>> m_byName; ///< level and bare name -> areas
};

} // namespace cuntu
