// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/project/project_file.h"
#include "core/store/ledger_table.h"
#include "core/store/photo_table.h"
#include "core/store/schema_json.h"

namespace cuntu {

Result<std::vector<qint64>> ProjectFile::addPhotos(const std::vector<NewPhoto> &photos, const QString &who)
{
    std::vector<qint64> ids;
    auto done = write([&](Database &database) -> Result<Change> {
        auto action = recordAction(database, {QStringLiteral("photos"), Core::tr("added %1 photos").arg(photos.size()),
                                              who, QStringLiteral("{}")});
        if (!action) {
            return action.error();
        }
        for (const NewPhoto &photo : photos) {
            auto evidence = storeEvidence(database, photo.file, *action);
            auto id =
                evidence ? insertPhoto(database, photo.photo, *evidence, *action) : Result<qint64>(evidence.error());
            if (!id) {
                return id.error();
            }
            ids.push_back(*id);
        }
        return Change{};
    });
    if (!done) {
        return done.error();
    }
    return ids;
}

Result<void> ProjectFile::attachPhoto(qint64 id, const QString &layer, FeatureId feature, const QString &who)
{
    return write([&](Database &database) -> Result<Change> {
        auto all = readPhotos(database);
        if (!all) {
            return all.error();
        }
        const auto found = std::find_if(all->begin(), all->end(), [&](const Photo &photo) { return photo.id == id; });
        if (found == all->end()) {
            return Error{ErrorCode::NotFound, Core::tr("the project has no photo %1").arg(id), {}, {}, {}, {}};
        }
        auto action = recordAction(
            database, {QStringLiteral("photo_attach"), Core::tr("attached photo %1").arg(found->name), who,
                       compactJson({{QStringLiteral("photo"), id},
                                    {QStringLiteral("old_layer"), found->layer},
                                    {QStringLiteral("old_feature"), static_cast<qint64>(found->feature.value)},
                                    {QStringLiteral("new_layer"), layer},
                                    {QStringLiteral("new_feature"), static_cast<qint64>(feature.value)}})});
        auto set = action ? setPhotoFeature(database, id, layer, feature) : Result<void>(action.error());
        return set ? Result<Change>(Change{}) : Result<Change>(set.error());
    });
}

Result<std::vector<Photo>> ProjectFile::photos() const
{
    auto reader = openReader();
    return reader ? readPhotos(*reader) : Result<std::vector<Photo>>(reader.error());
}

Result<QByteArray> ProjectFile::photoBytes(qint64 id) const
{
    auto reader = openReader();
    return reader ? readPhotoBytes(*reader, id) : Result<QByteArray>(reader.error());
}

} // namespace cuntu
