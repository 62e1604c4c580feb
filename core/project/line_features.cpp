// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/line_features.h"

#include "core/base/text.h"
#include "core/geo/geodesic.h"
#include "core/geo/line_edit.h"
#include "core/project/edit_ledger.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

/// What splitting and merging read of a feature.
struct Line {
    LayerSchema schema;
    FeatureRow row;

    /// Its values by field; none for those it does not have.
    std::map<QString, Value> fields() const
    {
        std::map<QString, Value> all;
        for (std::size_t i = 0; i < schema.fields.size() && i < row.values.size(); ++i) {
            if (!isNull(row.values[i])) {
                all[schema.fields[i].id] = row.values[i];
            }
        }
        return all;
    }
    QString called() const
    {
        for (const QString &field : {schema.nameField, schema.keyField}) {
            const auto all = fields();
            const auto found = all.find(field);
            if (found != all.end() && schema.findField(field)->personal == Personal::No) {
                return valueText(found->second);
            }
        }
        return QString::number(row.id.value);
    }
};

Result<Line> readLine(const Project &project, const QString &layer, FeatureId feature)
{
    auto schema = schemaForEditing(project, layer);
    auto row = schema ? project.feature(layer, feature) : Result<FeatureRow>(schema.error());
    if (!row) {
        return row.error();
    }
    return Line{std::move(*schema), std::move(*row)};
}

Result<double> length_m(const Geometry &line, const Crs &crs)
{
    auto geodesic = Geodesic::create(crs);
    if (!geodesic) {
        return geodesic.error();
    }
    double length = 0;
    for (std::size_t part = 0; part < line.partCount(); ++part) {
        length += geodesic->length_m(line.part(part));
    }
    return length;
}

/// The first of @p value's two parts, with as many decimals as tables have; the second is the rest of it.
std::pair<Value, Value> shared(const Value &value, double share)
{
    if (const auto *whole = std::get_if<std::int64_t>(&value)) {
        const auto first = static_cast<std::int64_t>(std::llround(static_cast<double>(*whole) * share));
        return {first, *whole - first};
    }
    if (const auto *real = std::get_if<double>(&value)) {
        constexpr double k_decimals = 1e6;
        const double first = std::round(*real * share * k_decimals) / k_decimals;
        return {first, std::round((*real - first) * k_decimals * 1e3) / (k_decimals * 1e3)};
    }
    return {value, value};
}

Value sum(const Value &one, const Value &other)
{
    const auto *a = std::get_if<std::int64_t>(&one);
    const auto *b = std::get_if<std::int64_t>(&other);
    if (a && b) {
        return *a + *b;
    }
    const auto number = [](const Value &value) {
        const auto *whole = std::get_if<std::int64_t>(&value);
        const auto *real = std::get_if<double>(&value);
        return whole ? static_cast<double>(*whole) : real ? *real : 0.0;
    };
    return number(one) + number(other);
}

Result<QString> freeKey(const Project &project, const QString &layer, const QString &key)
{
    for (int i = 2;; ++i) {
        QString wanted = QStringLiteral("%1-%2").arg(key).arg(i);
        const auto taken = project.findFeature(layer, wanted);
        if (!taken && taken.error().code == ErrorCode::NotFound) {
            return wanted;
        }
        if (!taken && taken.error().code != ErrorCode::Conflict) {
            return taken.error();
        }
    }
}

/// What holds of a feature, day by day, without steps that say the same again.
using Steps = std::vector<std::pair<Day, QString>>;

Steps stepsOf(const TrackView &track, FeatureId feature, bool addsUp)
{
    Steps steps;
    for (const TrackView::Change &change : track.changes(feature)) {
        // Amounts are added up, day by day: only their days must be the same.
        const QString said = addsUp         ? change.day.toIso()
                             : change.value ? QString::number(*change.value, 'g', 15)
                                            : track.statuses().value(change.status);
        if (steps.empty() || steps.back().second != said) {
            steps.emplace_back(change.day, said);
        }
    }
    return steps;
}

/// Conflict where the ledger says other things of the two, with the first day on which it does.
Result<void> checkSameHistory(const Project &project, const Line &kept, const Line &other)
{
    const auto snapshot = project.snapshot();
    if (!snapshot) {
        return snapshot.error();
    }
    for (const Track &track : (*snapshot)->ledger().tracks()) {
        if (track.layer != kept.schema.id) {
            continue;
        }
        const TrackView view = (*snapshot)->ledger().track(track);
        const bool addsUp = isAmount(project.registry().tracksOf(kept.schema), track);
        const Steps one = stepsOf(view, kept.row.id, addsUp);
        const Steps two = stepsOf(view, other.row.id, addsUp);
        if (one != two) {
            const auto [a, b] = std::mismatch(one.begin(), one.end(), two.begin(), two.end());
            const Day day = a == one.end() ? b->first : b == two.end() ? a->first : std::min(a->first, b->first);
            return Error{ErrorCode::Conflict,
                         Core::tr("the ledger does not say the same of %1 and %2 from %3 on")
                             .arg(kept.called(), other.called(), day.toIso()),
                         {},
                         Core::tr("Merged, all of it would have stood as %1 does, and figures of past days would "
                                  "change. Say so if that is meant.")
                             .arg(kept.called()),
                         {},
                         {}};
        }
    }
    return {};
}

} // namespace

Result<LayerSchema> schemaForEditing(const Project &project, const QString &layer)
{
    auto layers = project.layers();
    if (!layers) {
        return layers.error();
    }
    QStringList known;
    for (LayerInfo &info : *layers) {
        if (info.schema.id == layer) {
            return std::move(info.schema);
        }
        known << info.schema.id;
    }
    if (auto declared = project.registry().layerSchema(layer)) {
        return std::move(*declared); // its table is made with the first feature
    }
    return Error{ErrorCode::NotFound,
                 Core::tr("the project has no layer %1").arg(layer),
                 {},
                 Core::tr("Its layers are: %1").arg(known.join(QStringLiteral(", "))),
                 {},
                 {}};
}

bool isTotal(const Field &field)
{
    static const QStringList units{QStringLiteral("km"),   QStringLiteral("公里"), QStringLiteral("元"),
                                   QStringLiteral("万元"), QStringLiteral("亩"),   QStringLiteral("公顷"),
                                   QStringLiteral("ha"),   QStringLiteral("km2"),  QStringLiteral("m3"),
                                   QStringLiteral("户"),   QStringLiteral("人"),   QStringLiteral("处")};
    const bool isNumber = field.type == FieldType::Integer || field.type == FieldType::Real;
    return isNumber && units.contains(field.unit);
}

Result<EditReport> splitFeature(Project &project, const QString &layer, FeatureId feature, Point at, const QString &who)
{
    const auto line = readLine(project, layer, feature);
    auto parts = line ? splitLine(line->row.geometry, at) : Result<std::pair<Geometry, Geometry>>(line.error());
    if (!parts) {
        return parts.error();
    }
    const auto first_m = length_m(parts->first, project.crs());
    const auto second_m = length_m(parts->second, project.crs());
    if (!first_m || !second_m) {
        return first_m ? second_m.error() : first_m.error();
    }
    const double share = *first_m / (*first_m + *second_m);
    FeatureEdit one;
    one.layer = layer;
    one.feature = feature;
    one.geometry = std::move(parts->first);
    one.ledger.share = share;
    FeatureEdit two;
    two.kind = FeatureEdit::Kind::Add;
    two.layer = layer;
    two.geometry = std::move(parts->second);
    two.fields = line->fields();
    two.ledger = {feature, {}, 1 - share, false};
    for (const Field &field : line->schema.fields) {
        const auto found = two.fields.find(field.id);
        if (isTotal(field) && found != two.fields.end()) {
            std::tie(one.fields[field.id], found->second) = shared(found->second, share);
        }
    }
    const auto key = two.fields.find(line->schema.keyField);
    if (key != two.fields.end()) {
        auto free = freeKey(project, layer, valueText(key->second));
        if (!free) {
            return free.error();
        }
        key->second = free->toStdString();
    }
    return editFeatures(project, {Core::tr("split %1").arg(line->called()), who, {std::move(one), std::move(two)}});
}

Result<EditReport> mergeFeatures(Project &project, const QString &layer, FeatureId kept, FeatureId other,
                                 double tolerance, bool evenIfDifferent, const QString &who)
{
    const auto first = readLine(project, layer, kept);
    const auto second = first ? readLine(project, layer, other) : Result<Line>(first.error());
    if (!second) {
        return second.error();
    }
    if (kept == other) {
        return Error{ErrorCode::Invalid, Core::tr("a feature cannot be merged with itself"), {}, {}, {}, {}};
    }
    auto joined = joinedLines(first->row.geometry, second->row.geometry, tolerance);
    auto same = !joined           ? Result<void>(joined.error())
                : evenIfDifferent ? Result<void>()
                                  : checkSameHistory(project, *first, *second);
    if (!same) {
        return same.error();
    }
    FeatureEdit gone;
    gone.kind = FeatureEdit::Kind::Remove;
    gone.layer = layer;
    gone.feature = other;
    gone.ledger.isTakenBack = true;
    FeatureEdit whole;
    whole.layer = layer;
    whole.feature = kept;
    whole.geometry = std::move(*joined);
    whole.ledger.addedFrom = other;
    const std::map<QString, Value> own = first->fields();
    for (const auto &[id, value] : second->fields()) {
        const auto mine = own.find(id);
        if (mine == own.end() && id != second->schema.keyField) {
            whole.fields[id] = value;
        } else if (mine != own.end() && isTotal(*second->schema.findField(id))) {
            whole.fields[id] = sum(mine->second, value);
        }
    }
    // The amounts of the second are read before they are taken back.
    return editFeatures(project, {Core::tr("merged %1 with %2").arg(first->called(), second->called()),
                                  who,
                                  {std::move(whole), std::move(gone)}});
}

Result<EditReport> reverseFeature(Project &project, const QString &layer, FeatureId feature, const QString &who)
{
    const auto line = readLine(project, layer, feature);
    if (!line) {
        return line.error();
    }
    if (line->row.geometry.type != GeometryType::Line) {
        return Error{ErrorCode::Invalid, Core::tr("only lines have a direction"), {}, {}, {}, {}};
    }
    FeatureEdit edit;
    edit.layer = layer;
    edit.feature = feature;
    edit.geometry = reversedLine(line->row.geometry);
    return editFeatures(project, {Core::tr("turned %1 round").arg(line->called()), who, {std::move(edit)}});
}

} // namespace cuntu
