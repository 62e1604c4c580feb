// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/project_state.h"

#include "ui/window/text.h"

#include <algorithm>

namespace cuntu::ui {
namespace {

constexpr int k_mostActions = 500;

/// What @p result holds is moved to @p place; its error, if there is one, is returned.
template <class T> std::optional<Error> take(Result<T> result, T &place)
{
    if (!result) {
        return result.error();
    }
    place = std::move(*result);
    return std::nullopt;
}

std::optional<Error> readTables(const Project &project, ProjectState &state)
{
    if (auto problem = take(project.snapshot(), state.snapshot)) {
        return problem;
    }
    if (auto problem = take(project.layers(), state.layers)) {
        return problem;
    }
    const std::optional<Instant> &known = state.knowledge.known;
    state.snapshot = asKnown(std::move(state.snapshot), state.knowledge);
    if (auto problem = take(known ? project.targetsKnownOn(*known) : project.targets(), state.targets)) {
        return problem;
    }
    if (auto problem = take(project.cases(CaseKind::Alert), state.alerts)) {
        return problem;
    }
    if (auto problem = take(project.cases(CaseKind::Rectification), state.ledger)) {
        return problem;
    }
    if (auto problem = take(project.photos(), state.photos)) {
        return problem;
    }
    if (auto problem = take(project.actions(k_mostActions), state.actions)) {
        return problem;
    }
    return std::nullopt;
}

} // namespace

const LayerInfo *ProjectState::findLayer(const QString &id) const
{
    for (const LayerInfo &layer : layers) {
        if (layer.schema.id == id) {
            return &layer;
        }
    }
    return nullptr;
}

bool ProjectState::hasFeatures(const QString &programme) const
{
    return std::any_of(layers.begin(), layers.end(), [&programme](const LayerInfo &layer) {
        return layer.schema.programme == programme && layer.features > 0;
    });
}

std::vector<TrackCycle> ProjectState::tracksOf(const QString &layer) const
{
    const LayerInfo *info = findLayer(layer);
    return info != nullptr ? registry->tracksOf(info->schema) : std::vector<TrackCycle>();
}

Result<Immutable<ProjectState>> loadState(const Project &project, Immutable<Registry> registry,
                                          const Knowledge &knowledge, const JobContext &job)
{
    ProjectState state;
    state.knowledge = knowledge;
    state.registry = std::move(registry);
    if (auto problem = readTables(project, state)) {
        return *problem;
    }
    for (const LayerInfo &layer : state.layers) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        auto style = project.style(layer.schema.id);
        if (style && !style->isEmpty()) {
            state.styles.emplace(layer.schema.id, *style);
        }
    }
    if (auto day = project.setting(QString::fromUtf16(k_asOfSetting))) {
        state.asOf = Day::fromIso(*day);
    }
    state.name = project.name();
    state.path = project.path();
    state.crs = project.crs();
    state.readOnly = project.isReadOnly();
    state.readOnlyReason = project.readOnlyReason();
    if (!knowledge.isAll()) {
        state.readOnly = true;
        state.readOnlyReason = Ui::tr("it is shown as it was known, or only what is proved");
    }
    return freeze(std::move(state));
}

} // namespace cuntu::ui
