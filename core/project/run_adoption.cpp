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

/// The step of @p mark, or, where a field is named, that it is set.
void count(std::vector<AdoptionStep> &steps, const ProposedMark &mark, const QString &field = {})
{
    const QString status = field.isEmpty() ? mark.status : QString();
    auto step = std::find_if(steps.begin(), steps.end(), [&](const AdoptionStep &each) {
        return each.layer == mark.layer && each.status == status && each.field == field;
    });
    if (step == steps.end()) {
        step = steps.insert(step, {mark.layer, status, 0, mark.effective, mark.effective, field});
    }
    ++step->features;
    step->first = std::min(step->first, mark.effective);
    step->last = std::max(step->last, mark.effective);
}

/// Adds the fields of the marks that are not yet as they have them.
Result<void> addEdits(const ProjectSnapshot &now, const std::vector<ProposedMark> &marks, Adoption &adoption)
{
    std::map<QString, QStringList> fields;
    for (const ProposedMark &mark : marks) {
        for (const auto &[field, value] : mark.values) {
            if (!fields[mark.layer].contains(field)) {
                fields[mark.layer] << field;
            }
        }
    }
    for (const auto &[id, wanted] : fields) {
        const auto layer = now.layer(id, wanted, {});
        if (!layer) {
            return layer.error();
        }
        std::map<FeatureId, std::size_t> editOf;
        for (const ProposedMark &mark : marks) {
            const auto row = mark.layer == id ? (*layer)->rowOf(mark.feature) : std::nullopt;
            for (const auto &[field, value] : row ? mark.values : std::map<QString, Value>()) {
                const Column *column = (*layer)->column(field);
                if (column != nullptr && column->display(*row) == valueText(value)) {
                    ++adoption.already;
                    continue;
                }
                const auto [edit, isNew] = editOf.try_emplace(mark.feature, adoption.edits.size());
                if (isNew) {
                    adoption.edits.push_back({FeatureEdit::Kind::Change, id, mark.feature, {}, {}, mark.note, {}});
                }
                adoption.edits[edit->second].fields[field] = value;
                count(adoption.steps, mark, field);
            }
        }
    }
    return {};
}

} // namespace

qint64 Adoption::size() const
{
    qint64 size = static_cast<qint64>(requests.size());
    for (const FeatureEdit &edit : edits) {
        size += static_cast<qint64>(edit.fields.size());
    }
    return size;
}

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
        if (mark.status.isEmpty()) {
            continue; // fields only
        }
        const Track track{programme, mark.layer, {}};
        if ((*now)->ledger().statusOn(track, mark.feature, mark.effective) == mark.status) {
            ++adoption.already;
            continue;
        }
        adoption.requests.push_back(requestOf(mark, run, programme, who));
        adoption.requests.back().row = static_cast<qint64>(i) + 1;
        count(adoption.steps, mark);
    }
    if (auto edits = addEdits(**now, run.marks, adoption); !edits) {
        return edits.error();
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
