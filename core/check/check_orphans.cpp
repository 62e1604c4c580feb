// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that speak of what is not there: entries of the ledger without their feature, references without their row.
#include "core/check/rules.h"

#include <QSet>

namespace cuntu {

namespace {

const QString k_suffix = QStringLiteral("_code");

/// The layer whose key field @p field gives: "settlement_code" is that of the layer "settlements". Areas are left out:
/// they are looked up in the list of areas (checkUnknownCodes()).
std::optional<LayerSchema> referredLayer(const ProjectSnapshot &project, const LayerSchema &schema, const Field &field,
                                         const JobContext &job)
{
    if (!field.id.endsWith(k_suffix) || field.id == schema.keyField || field.id == schema.areaField) {
        return std::nullopt;
    }
    const QString layer = field.id.chopped(k_suffix.size()) + QLatin1Char('s');
    if (layer == QStringLiteral("villages") || layer == QStringLiteral("townships") ||
        !project.layers().contains(layer)) {
        return std::nullopt;
    }
    const auto target = project.layer(layer, {}, job);
    const bool fits = target && (*target)->size() > 0 && !(*target)->schema().keyField.isEmpty();
    return fits ? std::optional((*target)->schema()) : std::nullopt;
}

Result<QSet<QByteArray>> keysOf(const ProjectSnapshot &project, const LayerSchema &schema, const JobContext &job)
{
    const auto layer = project.layer(schema.id, {schema.keyField}, job);
    if (!layer) {
        return layer.error();
    }
    QSet<QByteArray> keys;
    const Column *column = (*layer)->column(schema.keyField);
    for (std::size_t row = 0; column && row < (*layer)->size(); ++row) {
        keys.insert(column->display(row).toUtf8());
    }
    return keys;
}

Result<void> reportReferences(const ProjectSnapshot &project, const LayerSnapshot &layer, const Field &field,
                              const LayerSchema &target, FindingList &findings, const JobContext &job)
{
    const auto keys = keysOf(project, target, job);
    if (!keys) {
        return keys.error();
    }
    const Column *column = layer.column(field.id);
    if (!column || column->kind() != Column::Kind::Text) {
        return {};
    }
    std::vector<bool> isThere(column->distinct());
    for (std::uint32_t code = 0; code < isThere.size(); ++code) {
        const std::string_view text = column->textOf(code);
        isThere[code] = text.empty() || keys->contains(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
    }
    for (std::size_t row = 0; row < layer.size(); ++row) {
        if (column->code(row) != Column::k_null && !isThere[column->code(row)]) {
            findings.add(layer, row,
                         Core::tr("%1 is %2, which layer %3 does not have")
                             .arg(field.name.toString(), column->display(row), target.name.toString()));
        }
    }
    return {};
}

} // namespace

FoundResult checkLedgerOrphans(const ProjectSnapshot &project, const JobContext &job)
{
    FindingList findings;
    const QStringList layers = project.layers();
    for (const Track &track : project.ledger().tracks()) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        const TrackView view = project.ledger().track(track);
        const std::vector<FeatureId> told = view.features();
        const auto layer = layers.contains(track.layer) ? project.layer(track.layer, {}, job)
                                                        : Result<Immutable<LayerSnapshot>>(Error{});
        if (!layer) {
            findings.addGeneral(track.layer,
                                Core::tr("the ledger speaks of %1 features of layer %2, which is not there")
                                    .arg(told.size())
                                    .arg(track.layer));
            continue;
        }
        for (const FeatureId feature : told) {
            // What was taken back says nothing any more: as of a feature that was removed as an error.
            if (!(*layer)->rowOf(feature) && !view.changes(feature).empty()) {
                findings.addGeneral(track.layer,
                                    Core::tr("the ledger speaks of feature %1, which is not there").arg(feature.value));
            }
        }
    }
    return findings.take();
}

FoundResult checkReferences(const ProjectSnapshot &project, const JobContext &job)
{
    return findInLayers(
        project, job,
        [&](const LayerSchema &schema) -> std::optional<QStringList> {
            QStringList fields;
            for (const Field &field : schema.fields) {
                if (field.type == FieldType::Text && referredLayer(project, schema, field, job)) {
                    fields << field.id;
                }
            }
            return fields.isEmpty() ? std::nullopt : std::optional(fields);
        },
        [&](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
            for (const Field &field : layer.schema().fields) {
                const auto target = referredLayer(project, layer.schema(), field, job);
                auto done = target && field.type == FieldType::Text
                                ? reportReferences(project, layer, field, *target, findings, job)
                                : Result<void>();
                if (!done) {
                    return done;
                }
            }
            return {};
        });
}

} // namespace cuntu
