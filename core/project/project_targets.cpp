// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/project/project_file.h"
#include "core/project/target_rules.h"
#include "core/store/ledger_table.h"
#include "core/store/schema_json.h"
#include "core/store/target_table.h"

#include <QJsonArray>

#include <algorithm>

namespace cuntu {

namespace {

/// The version with number @p id among those that hold; Conflict where it does not.
Result<Target> findHeld(const Database &database, qint64 id)
{
    auto held = readTargets(database, std::nullopt);
    if (!held) {
        return held.error();
    }
    const auto found = std::find_if(held->begin(), held->end(), [&](const Target &each) { return each.id == id; });
    if (found == held->end()) {
        return Error{ErrorCode::Conflict,
                     Core::tr("target %1 is not there any more").arg(id),
                     {},
                     Core::tr("Somebody adjusted or removed it; look at the list again."),
                     {},
                     {}};
    }
    return *found;
}

Result<void> requireReason(const QString &reason)
{
    if (!reason.trimmed().isEmpty()) {
        return {};
    }
    return Error{ErrorCode::Invalid,
                 Core::tr("an adjustment needs a reason"),
                 {.rule = QStringLiteral("target.reason")},
                 Core::tr("Say why the target is changed."),
                 {},
                 {}};
}

} // namespace

Result<std::vector<Target>> ProjectFile::targets() const
{
    auto reader = openReader();
    return reader ? readTargets(*reader, std::nullopt) : Result<std::vector<Target>>(reader.error());
}

Result<std::vector<Target>> ProjectFile::targetsKnownOn(Instant moment) const
{
    auto reader = openReader();
    return reader ? readTargets(*reader, moment) : Result<std::vector<Target>>(reader.error());
}

Result<std::vector<TargetVersion>> ProjectFile::targetVersions(qint64 id) const
{
    auto reader = openReader();
    auto versions = reader ? readTargetVersions(*reader, id) : Result<std::vector<TargetVersion>>(reader.error());
    if (versions && versions->empty()) {
        return Error{ErrorCode::NotFound, Core::tr("there is no target %1").arg(id), {}, {}, {}, {}};
    }
    return versions;
}

Result<std::vector<qint64>> ProjectFile::addTargets(const std::vector<Target> &targets, const QString &who)
{
    auto now = snapshot();
    if (!now) {
        return now.error();
    }
    for (const Target &target : targets) {
        if (auto sound = checkTarget(target, *m_registry, (*now)->areas()); !sound) {
            return sound.error().during(Core::tr("target %1").arg(target.label));
        }
    }
    std::vector<qint64> ids;
    auto done = write([&](Database &database) -> Result<Change> {
        const QString name = targets.size() == 1
                                 ? Core::tr("added target %1").arg(targets.front().label)
                                 : Core::tr("added %n targets", nullptr, static_cast<int>(targets.size()));
        auto action = recordAction(database, {QStringLiteral("target"), name, who, QStringLiteral("{}")});
        for (const Target &target : targets) {
            auto added = action ? insertTarget(database, target, *action) : Result<qint64>(action.error());
            if (!added) {
                return added.error();
            }
            ids.push_back(*added);
        }
        return Change{};
    });
    if (!done) {
        return done.error();
    }
    return ids;
}

Result<qint64> ProjectFile::adjustTarget(const Target &target, const QString &who)
{
    auto now = snapshot();
    auto sound = now ? checkTarget(target, *m_registry, (*now)->areas()) : Result<void>(now.error());
    sound = sound ? requireReason(target.reason) : sound;
    if (!sound) {
        return sound.error();
    }
    qint64 id = 0;
    auto done = write([&](Database &database) -> Result<Change> {
        auto before = findHeld(database, target.id);
        auto action =
            before
                ? recordAction(database, {QStringLiteral("target"), Core::tr("adjusted target %1").arg(before->label),
                                          who, QStringLiteral("{}")})
                : Result<ActionId>(before.error());
        Target version = target;
        version.replaces = target.id;
        auto added = action ? insertTarget(database, version, *action) : Result<qint64>(action.error());
        if (!added) {
            return added.error();
        }
        id = *added;
        return Change{};
    });
    if (!done) {
        return done.error();
    }
    return id;
}

Result<void> ProjectFile::removeTarget(qint64 id, const QString &who)
{
    return write([&](Database &database) -> Result<Change> {
        auto target = findHeld(database, id);
        auto versions = target ? readTargetVersions(database, id) : Result<std::vector<TargetVersion>>(target.error());
        if (!versions) {
            return versions.error();
        }
        QJsonArray removed;
        for (const TargetVersion &version : *versions) {
            removed.append(version.target.id);
        }
        auto action =
            recordAction(database, {QStringLiteral("target"), Core::tr("removed target %1").arg(target->label), who,
                                    compactJson({{QStringLiteral("removed"), removed}})});
        if (!action) {
            return action.error();
        }
        for (const TargetVersion &version : *versions) {
            auto done = database.execute(QStringLiteral("UPDATE cuntu_target SET removed_by = ? WHERE id = ?"),
                                         {action->value, std::int64_t{version.target.id}});
            if (!done) {
                return done.error();
            }
        }
        return Change{};
    });
}

} // namespace cuntu
