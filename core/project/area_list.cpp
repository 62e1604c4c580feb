// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/area_list.h"

#include "core/base/text.h"
#include "core/geo/coverage.h"
#include "core/store/database.h"
#include "core/store/ledger_table.h"

namespace cuntu {

namespace {

/// Columns of a list of areas in a file.
struct Places {
    int code = -1;
    int name = -1;
};

Places placesOf(const SourceInfo &info)
{
    Places places;
    for (std::size_t i = 0; i < info.columns.size(); ++i) {
        if (info.columns[i].field == QStringLiteral("code")) {
            places.code = static_cast<int>(i);
        } else if (info.columns[i].field == QStringLiteral("name")) {
            places.name = static_cast<int>(i);
        }
    }
    return places;
}

/// Opens the file as a list of villages, else of townships: their headings differ.
Result<std::unique_ptr<Source>> openList(const SourceOptions &options, const Registry &registry, const JobContext &job)
{
    const auto villages = registry.layerSchema(u"villages");
    const auto townships = registry.layerSchema(u"townships");
    auto source = Source::open(options, villages ? &*villages : nullptr, job);
    if (source || source.error().code != ErrorCode::Invalid || !townships) {
        return source;
    }
    auto other = Source::open(options, &*townships, job);
    return other ? std::move(other) : std::move(source);
}

Error noCode(const SourceOptions &options, qint64 row, const QString &text)
{
    Error error{ErrorCode::Invalid,
                Core::tr("'%1' is no area code").arg(text),
                {},
                Core::tr("Codes have 6 digits for a county, 9 for a township, 12 for a village."),
                {},
                {}};
    error.where.file = options.file;
    error.where.row = row;
    return error;
}

/// How outlines of two lists lie on each other, as shares of their planar areas.
class Grounds {
public:
    Result<void> compare(const std::map<AreaCode, Geometry> &older, const std::map<AreaCode, Geometry> &newer,
                         const JobContext &job)
    {
        std::vector<Geometry> all;
        std::vector<AreaCode> codes;
        for (const auto *list : {&older, &newer}) {
            for (const auto &[code, outline] : *list) {
                (list == &older ? m_older : m_newer)[code] = planarArea(outline);
                all.push_back(outline);
                codes.push_back(code);
            }
        }
        auto shared = sharedGround(all, job);
        if (!shared) {
            return shared.error();
        }
        for (const SharedGround &pair : *shared) {
            if (pair.one < older.size() && pair.other >= older.size()) {
                m_shared[{codes[pair.one], codes[pair.other]}] = planarArea(pair.ground);
            }
        }
        return {};
    }

    GroundShares shares() const
    {
        if (m_older.empty() || m_newer.empty()) {
            return {};
        }
        return {[this](const AreaCode &one, const AreaCode &other) { return share(m_older, one, one, other); },
                [this](const AreaCode &one, const AreaCode &other) { return share(m_newer, other, one, other); }};
    }

private:
    std::optional<double> share(const std::map<AreaCode, double> &whole, const AreaCode &of, const AreaCode &older,
                                const AreaCode &newer) const
    {
        const auto total = whole.find(of);
        if (total == whole.end() || total->second <= 0) {
            return std::nullopt;
        }
        const auto both = m_shared.find({older, newer});
        return both == m_shared.end() ? 0 : both->second / total->second;
    }

    std::map<AreaCode, double> m_older;
    std::map<AreaCode, double> m_newer;
    std::map<std::pair<AreaCode, AreaCode>, double> m_shared;
};

/// Outlines of the project's villages that exist on @p day.
Result<std::map<AreaCode, Geometry>> projectOutlines(const ProjectSnapshot &project, Day day, const JobContext &job)
{
    std::map<AreaCode, Geometry> outlines;
    const auto villages = project.layer(QStringLiteral("villages"), {QStringLiteral("code")}, job);
    if (!villages) {
        return villages.error();
    }
    const Column *codes = (*villages)->column(QStringLiteral("code"));
    for (std::size_t row = 0; codes && row < (*villages)->size(); ++row) {
        const auto code = AreaCode::parse(codes->display(row));
        if (code && project.areas().find(*code, day) && (*villages)->geometry().hasGeometry(row)) {
            outlines[*code] = (*villages)->geometry().geometry(row);
        }
    }
    return outlines;
}

} // namespace

Result<AreaListFile> readAreaList(const SourceOptions &options, const Registry &registry, const Crs &crs,
                                  const JobContext &job)
{
    auto source = openList(options, registry, job);
    if (!source) {
        return source.error();
    }
    const SourceInfo &info = (*source)->info();
    const Places places = placesOf(info);
    const auto transform =
        crs.isValid() && info.crs.isValid() ? CrsTransform::create(info.crs, crs) : Result<CrsTransform>(Error{});
    AreaListFile list;
    SourceRow row;
    auto more = (*source)->next(row);
    for (; more && *more; more = (*source)->next(row)) {
        if (row.isTotal || places.code < 0) {
            continue;
        }
        const QString text = QString::fromStdString(row.cells[static_cast<std::size_t>(places.code)]);
        const auto code = AreaCode::parse(text);
        if (!code) {
            return noCode(options, row.number, text);
        }
        const std::string name = places.name < 0 ? std::string() : row.cells[static_cast<std::size_t>(places.name)];
        list.areas.push_back({*code, QString::fromStdString(name)});
        if (transform && row.geometry.type == GeometryType::Polygon) {
            transform->apply(row.geometry.points);
            list.outlines[*code] = row.geometry;
        }
    }
    if (!more) {
        return more.error();
    }
    return list;
}

Result<AreaChanges> compareWithProject(const ProjectSnapshot &project, const std::vector<AreaListFile> &lists, Day date,
                                       const JobContext &job)
{
    std::vector<ListedArea> newer;
    std::map<AreaCode, Geometry> newOutlines;
    for (const AreaListFile &list : lists) {
        newer.insert(newer.end(), list.areas.begin(), list.areas.end());
        newOutlines.insert(list.outlines.begin(), list.outlines.end());
    }
    std::vector<ListedArea> older;
    bool isKnownCounty = false;
    const Day before = date.plusDays(-1);
    for (const Area &area : project.areas().all()) {
        if (project.areas().find(area.code, before) == &area) {
            older.push_back({area.code, area.name});
            isKnownCounty = isKnownCounty || std::any_of(newer.begin(), newer.end(), [&](const ListedArea &each) {
                                return each.code.at(AreaLevel::County) == area.code.at(AreaLevel::County);
                            });
        }
    }
    if (!isKnownCounty) {
        return Error{ErrorCode::Conflict,
                     Core::tr("the project has no areas of the counties in the list: there is nothing to compare with"),
                     {},
                     Core::tr("Import an older list first, with the role townships or villages."),
                     {},
                     {}};
    }
    Grounds grounds;
    auto oldOutlines = newOutlines.empty() ? Result<std::map<AreaCode, Geometry>>(std::map<AreaCode, Geometry>())
                                           : projectOutlines(project, before, job);
    auto compared = oldOutlines ? grounds.compare(*oldOutlines, newOutlines, job) : Result<void>(oldOutlines.error());
    if (!compared) {
        return compared.error();
    }
    return compareAreas(older, newer, date, grounds.shares());
}

Result<void> storeAreaChanges(Database &database, const AreaChanges &changes, ActionId action)
{
    const std::string lastDay = changes.date.plusDays(-1).toIso().toStdString();
    for (const AreaEvent &event : changes.events()) {
        auto done = insertAreaEvent(database, event, action);
        if (!done) {
            return done;
        }
    }
    // What is gone, and the time under the old name. Codes that an event ended have their last day already.
    for (const AreaChange &change : changes.changes) {
        const bool ends = change.kind == AreaChange::Kind::Gone || change.kind == AreaChange::Kind::Renamed;
        auto done = ends ? database.execute(QStringLiteral("UPDATE cuntu_area SET valid_until = ? WHERE code = ? AND "
                                                           "valid_until IS NULL"),
                                            {lastDay, change.from.code.toString().toStdString()})
                         : Result<void>();
        if (!done) {
            return done;
        }
    }
    for (const ListedArea &area : changes.list) {
        auto done = upsertArea(
            database, {area.code, area.name, area.code.level(), area.code.parent(), changes.date, std::nullopt},
            action);
        if (!done) {
            return done.error();
        }
    }
    return {};
}

} // namespace cuntu
