// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"

#include <functional>

namespace cuntu {

/// An area as a list names it.
struct ListedArea {
    AreaCode code;
    QString name; ///< empty where the list names only areas inside it

    bool operator==(const ListedArea &) const = default;
};

/// What became of an area between an older and a newer list.
struct AreaChange {
    enum class Kind { Renamed, Recoded, Merged, Split, New, Gone };
    Kind kind = Kind::Renamed;
    ListedArea from; ///< of the older list; without a code for New
    ListedArea to;   ///< of the newer list; without a code for Gone. Renamed: the code is the same
    QString reason;  ///< by what it was recognised, a sentence

    bool operator==(const AreaChange &) const = default;
};

/// Stable text form: "renamed", "recoded", "merged", "split", "new", "gone".
CUNTU_CORE_EXPORT QString toString(AreaChange::Kind kind);

/// What a newer list of areas says against an older one. A value.
struct CUNTU_CORE_EXPORT AreaChanges {
    Day date;                        ///< from which on the newer list holds
    std::vector<AreaChange> changes; ///< townships before villages; by the older code, what is new at the end
    std::vector<ListedArea> list;    ///< the newer list, with the townships and counties its areas lie in
    QStringList notes;               ///< what cannot be told, sentences

    /// The dated events that the changes are; what came new or is gone is none, but the beginning or end of an area.
    std::vector<AreaEvent> events() const;
};

/// The share, 0 to 1, of the ground of an area of the newer list that an area of the older one covered (or the other
/// way round, see compareAreas()); empty where one of them has no outline.
using GroundShare = std::function<std::optional<double>(const AreaCode &older, const AreaCode &newer)>;

/// How the ground of areas of two lists compares; both may be empty where there are no outlines.
struct GroundShares {
    GroundShare ofOlder; ///< of the older area's ground, what the newer one covers
    GroundShare ofNewer; ///< of the newer area's ground, what the older one covered
};

/// Compares two lists of townships and villages of the same counties.
///
///     older            newer            is
///     ..201 甲村        ..201 甲村        unchanged: code and name
///     ..201 甲村        ..201 甲新村      renamed: the same code, and neither name stands elsewhere
///     ..201 甲村委会    ..005 甲居委会    recoded: the same name but for its kind, in the same township
///     ..201 甲村, ..202 乙村    ..201 甲乙村     merged: a name that joins theirs, or ground that holds theirs
///     ..201 甲村        ..201 甲一村, ..202 甲二村     split: names that begin with its name, or ground that was its
///     ..203 丙村        -                gone
///
/// A township is compared first; its villages are looked for under the code that it has now. A list of villages alone
/// gives townships by their digits: such a one is recoded where most of the villages it had stand under one new code.
/// Of several areas with one name none is taken by name. Without outlines an area that is gone may have been closed or
/// joined to a neighbour that kept its name: a note says so. Areas that stand twice in a list count once.
CUNTU_CORE_EXPORT AreaChanges compareAreas(const std::vector<ListedArea> &older, const std::vector<ListedArea> &newer,
                                           Day date, const GroundShares &shares);

} // namespace cuntu
