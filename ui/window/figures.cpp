// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/figures.h"

#include <iterator>

namespace cuntu::ui {
namespace {

/// Appends what @p part holds to @p all, or its error to @p problems. False when it was cancelled.
template <class T> bool collect(Result<std::vector<T>> part, std::vector<T> &all, std::vector<Error> &problems)
{
    if (part) {
        std::move(part->begin(), part->end(), std::back_inserter(all));
        return true;
    }
    if (part.error().code == ErrorCode::Cancelled) {
        return false;
    }
    problems.push_back(part.error());
    return true;
}

} // namespace

Result<FigureTable> workOutFigures(const TableRequest &request, const JobContext &job)
{
    FigureTable table;
    for (const QString &id : request.indicators) {
        const Indicator *indicator = request.state->registry->findIndicator(id);
        if (indicator == nullptr) {
            continue;
        }
        const FigureRequest one{indicator->programme, id, request.asOf, request.level, request.inside};
        if (!collect(computeFigures(*request.state->snapshot, *request.state->registry, one, job), table.figures,
                     table.problems)) {
            return cancelledError();
        }
    }
    return table;
}

Result<MilestoneTable> workOutMilestones(const ProjectState &state, Day asOf, const JobContext &job)
{
    MilestoneTable table;
    const auto judge = [&](const std::vector<Target> &targets) {
        return computeMilestones(*state.snapshot, *state.registry, targets, {}, asOf, job);
    };
    // At once, as targets share what they look at; one by one only to find out which cannot be judged.
    if (auto all = judge(state.targets)) {
        table.milestones = std::move(*all);
    } else {
        for (const Target &target : state.targets) {
            if (!collect(judge({target}), table.milestones, table.problems)) {
                return cancelledError();
            }
        }
    }
    table.parts = rollUpParts(table.milestones, milestoneRules(*state.snapshot));
    return table;
}

} // namespace cuntu::ui
