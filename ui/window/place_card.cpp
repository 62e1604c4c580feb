// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/place_card.h"

#include "ui/window/text.h"

#include <algorithm>

namespace cuntu::ui {
namespace {

QColor colourOf(const Status *status)
{
    return status == nullptr ? QColor() : QColor::fromRgb(0xFF000000U | status->colour);
}

QString fieldText(const LayerSchema &schema, const FeatureRow &row, const QString &field)
{
    for (std::size_t i = 0; i < schema.fields.size() && i < row.values.size(); ++i) {
        if (schema.fields[i].id == field) {
            return maskedText(row.values[i], schema.fields[i]);
        }
    }
    return {};
}

QString titleOf(const LayerSchema &schema, const FeatureRow &row)
{
    for (const QString &field : {schema.nameField, schema.keyField}) {
        if (const QString text = field.isEmpty() ? QString() : fieldText(schema, row, field); !text.isEmpty()) {
            return text;
        }
    }
    return QStringLiteral("#%1").arg(row.id.value);
}

QString areaOf(const LayerSchema &schema, const FeatureRow &row, const AreaTree &areas, Day day)
{
    const auto code = AreaCode::parse(fieldText(schema, row, schema.areaField));
    if (!code) {
        return {};
    }
    QStringList names;
    for (const AreaLevel level : {AreaLevel::Township, AreaLevel::Village}) {
        if (code->level() >= level) {
            names << areas.nameOf(code->at(level), day);
        }
    }
    names.removeDuplicates();
    return names.join(QStringLiteral(" · "));
}

/// Name of the programme that @p track belongs to, where @p tracks leave a doubt which is meant.
QString programmeOf(const ProjectState &state, const std::vector<TrackCycle> &tracks, const QString &programme)
{
    const Programme *found = tracks.size() > 1 ? state.registry->findProgramme(programme) : nullptr;
    return found ? found->name.toString() : QString();
}

std::vector<StatusCount> countStatuses(const TrackCycle &own, const QString &programme, const TrackView &track,
                                       const Selection &selection, Day day)
{
    std::vector<StatusCount> counts;
    for (const FeatureId id : selection.features) {
        const auto entry = track.standingOn(id, day);
        const QString status = entry ? entry->status : QString();
        auto found =
            std::find_if(counts.begin(), counts.end(), [&](const StatusCount &each) { return each.status == status; });
        if (found == counts.end()) {
            const Status *known = own.lifeCycle->findStatus(status);
            counts.push_back({programme, status, known ? known->name.toString() : Ui::tr("no status"), colourOf(known),
                              0, entry ? entry->effective : day});
            found = counts.end() - 1;
        }
        ++found->count;
    }
    return counts;
}

std::vector<HistoryLine> historyOf(const ProjectState &state, const std::vector<TrackCycle> &tracks,
                                   std::vector<RecordedEntry> entries)
{
    std::vector<HistoryLine> lines;
    for (RecordedEntry &each : entries) {
        const auto own = std::find_if(tracks.begin(), tracks.end(), [&](const TrackCycle &track) {
            return track.programme == each.entry.track.programme;
        });
        if (own == tracks.end()) {
            continue;
        }
        const Status *status = own->lifeCycle->findStatus(each.entry.status);
        const Measure *measure = each.entry.value ? own->lifeCycle->findMeasure(each.entry.track.measure) : nullptr;
        const QString said =
            measure  ? QStringLiteral("%1 %2").arg(measure->name.toString(), measure->text(*each.entry.value))
            : status ? status->name.toString()
                     : QString();
        const QString programme = programmeOf(state, tracks, own->programme);
        lines.push_back({std::move(each.entry), programme, said, colourOf(status),
                         !said.isEmpty() && each.state == EntryState::Holds});
    }
    std::reverse(lines.begin(), lines.end());
    std::stable_sort(lines.begin(), lines.end(),
                     [](const HistoryLine &a, const HistoryLine &b) { return a.entry.effective > b.entry.effective; });
    return lines;
}

Result<Box> extentOf(const ProjectState &state, const Selection &selection, const JobContext &job)
{
    auto layer = state.snapshot->layer(selection.layer, {}, job);
    if (!layer) {
        return layer.error();
    }
    Box box;
    for (const FeatureId id : selection.features) {
        if (const auto row = (*layer)->rowOf(id)) {
            box.add((*layer)->geometry().boxes[*row]);
        }
    }
    return box;
}

/// Those of @p entries that were recorded by @p moment, with what had become of them then.
std::vector<RecordedEntry> knownBy(Instant moment, std::vector<RecordedEntry> entries)
{
    std::vector<Entry> known;
    for (RecordedEntry &each : entries) {
        if (each.entry.recorded <= moment) {
            known.push_back(std::move(each.entry));
        }
    }
    return recordedEntries(std::move(known));
}

/// What @p overlay says of the feature, where it says anything.
std::optional<ProgrammeLine> lineOf(const Overlay &overlay, const QString &programme,
                                    const std::vector<OverlayFeatures> &all, const Selection &selection)
{
    for (const OverlayFeatures &features : all) {
        const auto row = features.layer->schema().id == selection.layer
                             ? features.layer->rowOf(selection.features.front())
                             : std::nullopt;
        if (!row || features.classes[*row] >= overlay.classes.size()) {
            continue;
        }
        const OverlayClass &standing = overlay.classes[features.classes[*row]];
        return ProgrammeLine{programme, standing.name.toString(), QColor::fromRgb(0xFF000000U | standing.colour),
                             standing.marking, features.reasons.size() > *row ? features.reasons[*row] : QString()};
    }
    return std::nullopt;
}

} // namespace

Result<PlaceCard> makePlaceCard(const Project &project, const ProjectState &state, const Selection &selection, Day asOf,
                                const JobContext &job)
{
    const LayerInfo *info = state.findLayer(selection.layer);
    if (info == nullptr || selection.isEmpty()) {
        return Error{ErrorCode::NotFound, Ui::tr("the picked features are gone"), {}, {}, {}, {}};
    }
    PlaceCard card;
    card.selection = selection;
    card.schema = info->schema;
    auto extent = extentOf(state, selection, job);
    if (!extent) {
        return extent.error();
    }
    card.extent = *extent;
    const std::vector<TrackCycle> tracks = state.tracksOf(selection.layer);
    for (const TrackCycle &own : tracks) {
        const TrackView track = state.snapshot->ledger().track({own.programme, selection.layer, {}});
        const auto counts = countStatuses(own, programmeOf(state, tracks, own.programme), track, selection, asOf);
        card.statuses.insert(card.statuses.end(), counts.begin(), counts.end());
    }
    if (selection.features.size() > 1) {
        card.title = Ui::tr("%n picked", nullptr, static_cast<int>(selection.features.size()));
        return card;
    }
    auto row = project.feature(selection.layer, selection.features.front());
    if (!row) {
        return row.error();
    }
    card.row = std::move(*row);
    card.title = titleOf(card.schema, card.row);
    card.area = areaOf(card.schema, card.row, state.snapshot->areas(), asOf);
    auto entries = project.history(selection.layer, selection.features.front());
    if (!entries) {
        return entries.error();
    }
    if (const auto &known = state.knowledge.known) {
        *entries = knownBy(*known, std::move(*entries));
    }
    card.history = historyOf(state, tracks, std::move(*entries));
    return card;
}

Result<std::vector<ProgrammeLine>> programmeLines(const ProjectState &state, const Selection &selection, Day asOf,
                                                  const JobContext &job)
{
    std::vector<ProgrammeLine> lines;
    if (selection.features.size() != 1) {
        return lines;
    }
    for (const Programme &programme : state.registry->programmes) {
        const Overlay *overlay = state.registry->findOverlay(programme.mainOverlay);
        auto parameters =
            overlay ? ParameterValues::parse(overlay->parameters, {}) : Result<ParameterValues>(cancelledError());
        if (!parameters) {
            continue;
        }
        auto features = overlay->classify({*state.snapshot, *parameters, asOf}, job);
        if (job.isCancelled()) {
            return cancelledError();
        }
        // What cannot be classified is reported by the map; the card just leaves it out.
        if (features) {
            if (auto line = lineOf(*overlay, programme.name.toString(), *features, selection)) {
                lines.push_back(std::move(*line));
            }
        }
    }
    return lines;
}

} // namespace cuntu::ui
