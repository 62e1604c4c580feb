// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/run_adoption.h"

#include "core/base/text.h"

#include <algorithm>

namespace cuntu {

namespace {

MarkRequest requestOf(const ProposedMark &mark, const KeptRun &run, const QString &programme, const QString &who)
{
    MarkRequest request;
    request.layer = mark.layer;
    request.programme = programme;
    request.features = {mark.feature};
    request.status = mark.status;
    request.effective = mark.effective;
    request.who = who;
    request.note = mark.note;
    request.source = Core::tr("run %1: %2 (%3)").arg(run.id).arg(run.name, run.algorithm);
    return request;
}

void count(std::vector<AdoptionStep> &steps, const ProposedMark &mark)
{
    auto step = std::find_if(steps.begin(), steps.end(), [&](const AdoptionStep &each) {
        return each.layer == mark.layer && each.status == mark.status;
    });
    if (step == steps.end()) {
        step = steps.insert(step, {mark.layer, mark.status, 0, mark.effective, mark.effective});
    }
    ++step->features;
    step->first = std::min(step->first, mark.effective);
    step->last = std::max(step->last, mark.effective);
}

} // namespace

Result<QStringList> changedSince(const Project &project, const KeptRun &run)
{
    auto layers = project.layers();
    auto now = layers ? project.snapshot() : Result<Immutable<ProjectSnapshot>>(layers.error());
    if (!now) {
        return now.error();
    }
    QStringList changes;
    for (const auto &[id, revision] : run.basis.layers) {
        const auto layer = std::find_if(layers->begin(), layers->end(),
                                        [&, wanted = id](const LayerInfo &each) { return each.schema.id == wanted; });
        if (layer == layers->end()) {
            if (revision > 0) {
                changes << Core::tr("the layer %1 is not there any more").arg(id);
            }
        } else if (layer->revision > revision) {
            changes << Core::tr("the layer %1 has changed").arg(layer->schema.name.toString());
        }
    }
    if (run.basis.entry && (*now)->ledger().lastEntry().value > run.basis.entry->value) {
        changes << Core::tr("the ledger has newer entries");
    }
    return changes;
}

Result<Adoption> planAdoption(const Project &project, const KeptRun &run, const QString &who)
{
    auto moved = changedSince(project, run);
    auto now = moved ? project.snapshot() : Result<Immutable<ProjectSnapshot>>(moved.error());
    if (!now) {
        return now.error();
    }
    const Algorithm *algorithm = project.registry().findAlgorithm(run.algorithm);
    const QString programme =
        algorithm != nullptr ? algorithm->programme : run.algorithm.section(QLatin1Char('.'), 0, 0);
    Adoption adoption;
    adoption.moved = std::move(*moved);
    for (std::size_t i = 0; i < run.marks.size(); ++i) {
        const ProposedMark &mark = run.marks[i];
        const Track track{programme, mark.layer, {}};
        if ((*now)->ledger().statusOn(track, mark.feature, mark.effective) == mark.status) {
            ++adoption.already;
            continue;
        }
        adoption.requests.push_back(requestOf(mark, run, programme, who));
        adoption.requests.back().row = static_cast<qint64>(i) + 1;
        count(adoption.steps, mark);
    }
    if (!adoption.requests.empty()) {
        std::vector<MarkRequest> asked = adoption.requests;
        if (who.isEmpty()) { // it is not said yet: the other rules can be looked at all the same
            for (MarkRequest &request : asked) {
                request.who = QStringLiteral("?");
            }
        }
        auto refused = project.checkMarks(asked);
        if (!refused) {
            return refused.error();
        }
        adoption.refused = std::move(*refused);
    }
    return adoption;
}

Result<KeptRun> findRun(const Project &project, const QString &word)
{
    auto runs = project.runs();
    if (!runs) {
        return runs.error();
    }
    QStringList names;
    for (const KeptRun &run : *runs) {
        if (run.name == word || QString::number(run.id) == word) {
            return run;
        }
        names << run.name;
    }
    return Error{ErrorCode::NotFound,
                 Core::tr("no result is kept under the name or number %1").arg(word),
                 {},
                 names.isEmpty() ? Core::tr("Keep one with 'cuntu run … --keep NAME'.")
                                 : Core::tr("Known: %1").arg(names.join(QStringLiteral(", "))),
                 {},
                 {}};
}

} // namespace cuntu
