// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/registry.h"

#include "core/plugin/findings.h"

#include <algorithm>
#include <iterator>

namespace cuntu {

namespace {

template <class T> const T *find(const std::vector<T> &things, QStringView id)
{
    const auto found = std::find_if(things.begin(), things.end(), [&](const T &thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

template <class T> void append(std::vector<T> &to, std::vector<T> &from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

const Programme *Registry::findProgramme(QStringView id) const
{
    return find(programmes, id);
}

const LifeCycle *Registry::findLifeCycle(QStringView id) const
{
    return find(lifeCycles, id);
}

std::vector<TrackCycle> Registry::tracksOf(const LayerSchema &layer) const
{
    std::vector<TrackCycle> cycles;
    for (const LayerTrack &track : layer.tracks) {
        if (const LifeCycle *cycle = findLifeCycle(track.lifeCycle)) {
            cycles.push_back({track.programme, cycle});
        }
    }
    return cycles;
}

std::optional<LayerSchema> Registry::layerSchema(QStringView id) const
{
    const LayerSchema *layer = find(layers, id);
    if (layer == nullptr) {
        return std::nullopt;
    }
    LayerSchema whole = *layer;
    for (const LayerExtension &extension : extensions) {
        if (extension.layer == id) {
            whole.fields.insert(whole.fields.end(), extension.fields.begin(), extension.fields.end());
            if (!extension.lifeCycle.isEmpty()) {
                whole.tracks.push_back({extension.programme, extension.lifeCycle});
            }
        }
    }
    return whole;
}

const Indicator *Registry::findIndicator(QStringView id) const
{
    return find(indicators, id);
}

const Overlay *Registry::findOverlay(QStringView id) const
{
    return find(overlays, id);
}

const Algorithm *Registry::findAlgorithm(QStringView id) const
{
    return find(algorithms, id);
}

const DayCalendar *Registry::findDayCalendar(QStringView id) const
{
    return find(dayCalendars, id);
}

void Registry::merge(Registry draft)
{
    append(programmes, draft.programmes);
    std::stable_sort(programmes.begin(), programmes.end(),
                     [](const Programme &a, const Programme &b) { return a.rank < b.rank; });
    append(lifeCycles, draft.lifeCycles);
    append(layers, draft.layers);
    append(extensions, draft.extensions);
    append(indicators, draft.indicators);
    append(overlays, draft.overlays);
    append(algorithms, draft.algorithms);
    append(dayCalendars, draft.dayCalendars);
    append(targetTemplates, draft.targetTemplates);
    append(defaultStyles, draft.defaultStyles);
    append(checks, draft.checks);
    append(importProfiles, draft.importProfiles);
    for (auto &[layer, layerChecks] : draft.rowChecks) {
        append(rowChecks[layer], layerChecks);
    }
}

std::vector<Error> Registry::problems() const
{
    Findings findings;
    checkLifeCycles(*this, findings);
    checkLayers(*this, findings);
    checkExtensions(*this, findings);
    checkProgrammes(*this, findings);
    checkIndicators(*this, findings);
    checkOverlays(*this, findings);
    checkAlgorithms(*this, findings);
    checkDayCalendars(*this, findings);
    checkTargetTemplates(*this, findings);
    checkStyles(*this, findings);
    checkChecks(*this, findings);
    checkImportProfiles(*this, findings);
    return findings.take();
}

} // namespace cuntu
