// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/photo_plan.h"

#include "core/base/text.h"
#include "core/geo/clean.h"
#include "core/project/nearest_feature.h"
#include "core/project/settings.h"
#include "core/snapshot/known_columns.h"

#include <bit>
#include <cmath>

namespace cuntu {

namespace {

/// Finds pictures that were used before, in the project or among those that are offered.
class Likeness {
public:
    Likeness(std::vector<Photo> stored, int bits) : m_bits(bits)
    {
        for (Photo &photo : stored) {
            add(std::move(photo));
        }
    }

    void add(Photo photo) { m_seen.push_back(std::move(photo)); }

    /// True where these bytes are at this feature already.
    bool has(const Photo &photo) const
    {
        return std::any_of(m_seen.begin(), m_seen.end(), [&](const Photo &other) {
            return other.sha256 == photo.sha256 && other.layer == photo.layer && other.feature == photo.feature;
        });
    }

    QStringList warnings(const Photo &photo) const
    {
        QStringList said;
        for (const Photo &other : m_seen) {
            if (other.sha256 == photo.sha256) {
                said << Core::tr("the same file as %1").arg(other.name);
            } else if (other.hash && photo.hash) {
                const int differing = std::popcount(*other.hash ^ *photo.hash);
                if (differing <= m_bits) {
                    said << Core::tr("nearly the same picture as %1 (%2 of 64 bits differ)")
                                .arg(other.name)
                                .arg(differing);
                }
            }
        }
        constexpr qsizetype some = 5;
        return said.mid(0, some);
    }

private:
    int m_bits;
    std::vector<Photo> m_seen;
};

/// Works out what becomes of pictures, one after the other.
class Planner {
public:
    Planner(const ProjectSnapshot &snapshot, const PhotoOrder &order, Likeness likeness)
        : m_snapshot(snapshot),
          m_order(order),
          m_within_m(order.within_m.value_or(numberSetting(snapshot, k_photoReachSetting))),
          m_likeness(std::move(likeness))
    {
    }

    Result<void> begin(const JobContext &job)
    {
        auto lonLat = Crs::fromEpsg(4490);
        auto corrected = lonLat
                             ? CrsTransform::create(m_order.cameraCrs.isValid() ? m_order.cameraCrs : *lonLat, *lonLat)
                             : Result<CrsTransform>(lonLat.error());
        if (!corrected) {
            return corrected.error();
        }
        m_corrected.emplace(std::move(*corrected));
        return m_order.layer.isEmpty() ? Result<void>() : loadLayer(*lonLat, job);
    }

    PlannedPhoto plan(PhotoCandidate candidate)
    {
        PlannedPhoto planned;
        planned.photo.name = candidate.file.section(QLatin1Char('/'), -1);
        planned.photo.sha256 = candidate.sha256;
        planned.photo.hash = candidate.hash;
        planned.photo.facts = candidate.facts;
        if (auto &position = planned.photo.facts.lonLat) {
            m_corrected->apply(std::span(&*position, 1));
        }
        planned.candidate = std::move(candidate);
        attach(planned);
        checkTime(planned);
        checkVillage(planned);
        planned.isThere = m_likeness.has(planned.photo);
        planned.warnings << (planned.isThere ? QStringList{Core::tr("it is in the project at this place already")}
                                             : m_likeness.warnings(planned.photo));
        m_likeness.add(planned.photo);
        return planned;
    }

private:
    Result<void> loadLayer(const Crs &lonLat, const JobContext &job)
    {
        if (!m_snapshot.layers().contains(m_order.layer)) {
            return Error{ErrorCode::NotFound,
                         Core::tr("the project has no layer %1").arg(m_order.layer),
                         {},
                         Core::tr("'cuntu info' lists them."),
                         {},
                         {}};
        }
        auto schema = m_snapshot.layer(m_order.layer, {}, job);
        if (!schema) {
            return schema.error();
        }
        QStringList fields{(*schema)->schema().keyField, (*schema)->schema().nameField, (*schema)->schema().areaField};
        fields.removeAll(QString());
        fields.removeDuplicates();
        auto layer = m_snapshot.layer(m_order.layer, fields, job);
        auto villages = layerWith(m_snapshot, QStringLiteral("villages"), {QStringLiteral("code")}, job);
        if (!layer || !villages) {
            return layer ? villages.error() : layer.error();
        }
        m_layer = *layer;
        m_villages = *villages;
        if (m_order.to && !m_layer->rowOf(*m_order.to)) {
            return Error{ErrorCode::NotFound,
                         Core::tr("layer %1 has no feature %2").arg(m_order.layer).arg(m_order.to->value),
                         {},
                         {},
                         {},
                         {}};
        }
        if (!m_snapshot.crs().isValid()) {
            return {};
        }
        auto toProject = CrsTransform::create(lonLat, m_snapshot.crs());
        auto nearest = NearestFeature::create(*m_layer);
        if (!toProject || !nearest) {
            return toProject ? nearest.error() : toProject.error();
        }
        m_toProject.emplace(std::move(*toProject));
        m_nearest.emplace(std::move(*nearest));
        return {};
    }

    std::optional<Point> inProject(const Photo &photo) const
    {
        if (!photo.facts.lonLat || !m_toProject) {
            return std::nullopt;
        }
        Point point = *photo.facts.lonLat;
        return m_toProject->apply(std::span(&point, 1)) == 0 ? std::optional<Point>(point) : std::nullopt;
    }

    void attach(PlannedPhoto &planned)
    {
        if (!planned.photo.facts.lonLat) {
            planned.warnings << (m_order.to ? Core::tr("it does not say where it was taken")
                                            : Core::tr("it does not say where it was taken: attach it by hand"));
        }
        if (!m_layer) {
            return;
        }
        const auto position = inProject(planned.photo);
        std::optional<std::size_t> row;
        if (m_order.to) {
            row = m_layer->rowOf(*m_order.to);
            checkDistance(planned, position, *row);
        } else if (position && m_nearest) {
            const auto found = m_nearest->at(*position, m_within_m);
            if (found) {
                row = found->row;
                planned.photo.distance_m = found->distance_m;
            } else {
                planned.warnings << Core::tr("nothing of the layer is within %1 m").arg(m_within_m);
            }
        }
        if (row) {
            planned.photo.layer = m_order.layer;
            planned.photo.feature = m_layer->id(*row);
            planned.feature = labelOf(*row);
            m_row = row;
        } else {
            m_row.reset();
        }
    }

    /// Of a picture that somebody says shows a feature.
    void checkDistance(PlannedPhoto &planned, std::optional<Point> position, std::size_t row) const
    {
        if (!position || !m_nearest) {
            return;
        }
        const auto near = m_nearest->distanceTo(row, *position);
        if (near > m_within_m) {
            planned.warnings << Core::tr("taken %1 m from what it is said to show").arg(std::round(near));
        }
    }

    QString labelOf(std::size_t row) const
    {
        for (const QString &field : {m_layer->schema().keyField, m_layer->schema().nameField}) {
            const Column *column = field.isEmpty() ? nullptr : m_layer->column(field);
            if (column != nullptr && !column->isNull(row)) {
                return column->display(row);
            }
        }
        return QString::number(m_layer->id(row).value);
    }

    void checkTime(PlannedPhoto &planned) const
    {
        const auto &taken = planned.photo.facts.taken;
        if (!taken) {
            planned.warnings << Core::tr("it does not say when it was taken");
            return;
        }
        if (taken->day > m_order.today) {
            planned.warnings << Core::tr("taken in the future, on %1").arg(taken->day.toIso());
        }
        for (const LayerTrack &track : m_row ? m_layer->schema().tracks : std::vector<LayerTrack>()) {
            const auto status = m_snapshot.ledger()
                                    .track({track.programme, m_order.layer, {}})
                                    .standingOn(planned.photo.feature, m_order.today);
            if (status && taken->day < status->effective) {
                planned.warnings << Core::tr("taken on %1, before %2 that holds since %3")
                                        .arg(taken->day.toIso(), status->status, status->effective.toIso());
            }
        }
    }

    void checkVillage(PlannedPhoto &planned) const
    {
        const auto position = inProject(planned.photo);
        const Column *codes = m_villages ? m_villages->column(QStringLiteral("code")) : nullptr;
        const Column *own =
            m_row && !m_layer->schema().areaField.isEmpty() ? m_layer->column(m_layer->schema().areaField) : nullptr;
        if (!position || codes == nullptr || own == nullptr || own->isNull(*m_row)) {
            return;
        }
        const QString wanted = codeOn(m_snapshot.areas(), own->display(*m_row), m_order.today);
        bool known = false;
        for (std::size_t row = 0; row < m_villages->size(); ++row) {
            if (!m_villages->geometry().hasGeometry(row) ||
                codeOn(m_snapshot.areas(), codes->display(row), m_order.today) != wanted) {
                continue;
            }
            known = true;
            if (containsPoint(m_villages->geometry().geometry(row), *position)) {
                return;
            }
        }
        if (known) {
            planned.warnings << Core::tr("taken outside the village %1").arg(wanted);
        }
    }

    const ProjectSnapshot &m_snapshot;
    const PhotoOrder &m_order;
    double m_within_m;
    Likeness m_likeness;
    std::optional<CrsTransform> m_corrected;
    std::optional<CrsTransform> m_toProject;
    Immutable<LayerSnapshot> m_layer;
    Immutable<LayerSnapshot> m_villages;
    std::optional<NearestFeature> m_nearest;
    std::optional<std::size_t> m_row; ///< of the feature that the last picture shows
};

} // namespace

Result<std::vector<PlannedPhoto>> planPhotos(const Project &project, const ProjectSnapshot &snapshot,
                                             std::vector<PhotoCandidate> candidates, const PhotoOrder &order,
                                             const JobContext &job)
{
    auto stored = project.photos();
    if (!stored) {
        return stored.error();
    }
    const int bits = static_cast<int>(numberSetting(snapshot, k_photoLikenessSetting));
    Planner planner(snapshot, order, Likeness(std::move(*stored), bits));
    if (auto begun = planner.begin(job); !begun) {
        return begun.error();
    }
    std::vector<PlannedPhoto> planned;
    for (PhotoCandidate &candidate : candidates) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        planned.push_back(planner.plan(std::move(candidate)));
    }
    return planned;
}

} // namespace cuntu
