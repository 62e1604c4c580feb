// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/board.h"

#include "core/progress/figure_text.h"
#include "core/progress/milestone_look.h"
#include "core/project/as_known.h"
#include "ui/window/text.h"

#include <algorithm>

namespace cuntu::ui {
namespace {

QString promiseText(const Target &target, const Indicator &indicator)
{
    const QString due = target.due ? target.due->toText() : target.dueText;
    const QString promise =
        Ui::tr("%1: %2 by %3").arg(indicator.name.toString(), figureText(target.value, indicator.unit), due);
    return target.clause.isEmpty() ? promise : promise + QLatin1Char('\n') + target.clause;
}

/// Fills a board column by column.
class BoardBuilder {
public:
    BoardBuilder(const BoardRequest &request, const JobContext &job)
        : m_state(*request.state),
          m_asOf(request.asOf),
          m_job(job),
          m_rules(milestoneRules(*m_state.snapshot)),
          m_confirmed(asKnown(m_state.snapshot, {}, m_rules.improvementRung))
    {
        m_board.inside = request.inside;
        m_board.level = levelBelow(request.inside);
    }

    Result<Board> build()
    {
        for (const Target &target : m_state.targets) {
            if (isColumn(target)) {
                addPromise(target);
            }
        }
        for (const Programme &programme : m_state.registry->programmes) {
            addUnpromised(programme.mainIndicator);
        }
        if (m_job.isCancelled()) {
            return cancelledError();
        }
        return std::move(m_board);
    }

private:
    /// What is promised to the areas of the board as a whole; what is promised to one of them fills a cell only.
    bool isColumn(const Target &target) const
    {
        const bool known = m_state.registry->findIndicator(target.indicator) != nullptr &&
                           target.state != TargetState::Draft; // a draft promises nothing
        if (!known || (!target.area.isEmpty() && !m_board.inside.isEmpty() && !target.area.covers(m_board.inside) &&
                       !m_board.inside.covers(target.area))) {
            return false;
        }
        // Of several promises under one label the widest is the column.
        return std::none_of(m_state.targets.begin(), m_state.targets.end(), [&](const Target &other) {
            return &other != &target && isSamePromise(other, target) &&
                   (other.area.isEmpty() || (other.area.covers(target.area) && !(other.area == target.area)));
        });
    }

    static bool isSamePromise(const Target &a, const Target &b)
    {
        return a.label == b.label && a.indicator == b.indicator;
    }

    /// What was promised to areas themselves under the label of @p target, judged; by area. The target itself is among
    /// them where it has a baseline, which sums by area do not know.
    std::map<AreaCode, Milestone> ownPromises(const Target &target)
    {
        std::vector<Target> own;
        std::copy_if(m_state.targets.begin(), m_state.targets.end(), std::back_inserter(own), [&](const Target &other) {
            return isSamePromise(other, target) && (&other != &target || target.baseline);
        });
        auto judged = computeMilestones(*m_state.snapshot, *m_state.registry, own, {}, m_asOf, m_job);
        if (!judged) {
            m_board.problems.push_back(judged.error());
            return {};
        }
        std::map<AreaCode, Milestone> byArea;
        for (Milestone &milestone : *judged) {
            const AreaCode area = milestone.target.area;
            byArea.emplace(area, std::move(milestone));
        }
        return byArea;
    }

    using Series = std::map<AreaCode, std::vector<Observation>>;

    void addPromise(const Target &target)
    {
        const Indicator &indicator = *m_state.registry->findIndicator(target.indicator);
        std::vector<Day> days = observationDays(target, m_asOf, m_rules);
        if (isPast(target)) {
            days.insert(days.begin(), *target.due);
        }
        const auto observed = [&](const ProjectSnapshot &project) {
            return observeByArea(project, indicator, target, days, m_board.level, m_board.inside, m_asOf, m_job);
        };
        auto series = observed(*m_state.snapshot);
        auto confirmed = series && isGuarded() ? observed(*m_confirmed) : Result<Series>(Series());
        if (!series || !confirmed) {
            m_board.problems.push_back(series ? confirmed.error() : series.error());
            return;
        }
        const std::map<AreaCode, Milestone> own = ownPromises(target);
        m_board.columns.push_back({indicator.id, target.label, promiseText(target, indicator), indicator.unit, target});
        fill(indicator, *series, [&](BoardCell &cell, const AreaCode &area, const std::vector<Observation> &seen) {
            if (const auto found = own.find(area); found != own.end()) {
                take(found->second, cell);
                return;
            }
            const bool isPart = indicator.kind == Indicator::Kind::Ratio && !area.isEmpty() &&
                                (target.area.isEmpty() || target.area.covers(area));
            if (!isPart && !(target.area == area)) {
                return;
            }
            Target here = target;
            here.area = area;
            Milestone milestone = judged(here, indicator, seen);
            if (isGuarded()) {
                holdBack(milestone, judged(here, indicator, (*confirmed)[area]).state, m_rules.improvementRung);
            }
            take(milestone, cell);
        });
    }

    bool isPast(const Target &target) const { return target.due && m_asOf > *target.due; }
    /// True where a light needs more than a report to get better.
    bool isGuarded() const { return m_rules.improvementRung != Rung::Reported; }

    /// @p here judged by @p seen, which begins with the due day where that is past.
    Milestone judged(const Target &here, const Indicator &indicator, std::vector<Observation> seen) const
    {
        JudgeContext context;
        if (isPast(here) && !seen.empty()) {
            context.atDue = seen.front();
            seen.erase(seen.begin());
        }
        context.lastReport = lastReport(*m_state.snapshot, here, m_asOf, m_job).value_or(std::optional<Day>());
        return judge(here, indicator, seen, m_asOf, m_rules, context);
    }

    void addUnpromised(const QString &id)
    {
        const bool promised = std::any_of(m_board.columns.begin(), m_board.columns.end(),
                                          [&](const BoardColumn &column) { return column.indicator == id; });
        const Indicator *indicator = m_state.registry->findIndicator(id);
        if (promised || indicator == nullptr) {
            return;
        }
        Target nothing;
        auto series = observeByArea(*m_state.snapshot, *indicator, nothing, {m_asOf}, m_board.level, m_board.inside,
                                    m_asOf, m_job);
        if (!series) {
            m_board.problems.push_back(series.error());
            return;
        }
        m_board.columns.push_back({id, indicator->name.toString(), indicator->help.toString(), indicator->unit, {}});
        fill(*indicator, *series, [](BoardCell &, const AreaCode &, const std::vector<Observation> &) {});
    }

    /// A cell in each row, with the last of the area's observations; then @p judge adds to it.
    template <class Judge>
    void fill(const Indicator &indicator, const std::map<AreaCode, std::vector<Observation>> &series, Judge judge)
    {
        addRows(series);
        for (BoardRow &row : m_board.rows) {
            BoardCell &cell = row.cells.emplace_back();
            const auto seen = series.find(row.area);
            if (seen == series.end() || seen->second.empty()) {
                continue;
            }
            cell.numerator = seen->second.back().numerator;
            cell.denominator = seen->second.back().denominator;
            cell.value = valueOf(indicator, cell.numerator, cell.denominator);
            judge(cell, row.area, seen->second);
        }
    }

    /// A row for each area that has none yet, with empty cells up to the last column; what belongs to no area at the
    /// end.
    void addRows(const std::map<AreaCode, std::vector<Observation>> &series)
    {
        const auto add = [&](const AreaCode &area, const QString &name) {
            m_board.rows.push_back({area, name, std::vector<BoardCell>(m_board.columns.size() - 1)});
        };
        for (const auto &[area, seen] : series) {
            if (m_board.columns.size() == 1 && !area.isEmpty()) {
                add(area, m_state.snapshot->areas().nameOf(area, m_asOf));
            }
        }
        if (series.contains(AreaCode()) && (m_board.rows.empty() || !m_board.rows.back().area.isEmpty())) {
            add(AreaCode(), Ui::tr("not assigned"));
        }
    }

    static void take(const Milestone &milestone, BoardCell &cell)
    {
        cell.value = milestone.value;
        cell.numerator = milestone.numerator;
        cell.denominator = milestone.denominator;
        cell.promised = milestone.target.value;
        if (milestone.value) { // where there is nothing to count nothing is late
            cell.state = milestone.state;
            cell.stale = milestone.stale;
            cell.reason = milestone.reason;
        }
    }

    const ProjectState &m_state;
    Day m_asOf;
    const JobContext &m_job;
    MilestoneRules m_rules;
    Immutable<ProjectSnapshot> m_confirmed; ///< as far as a light may get better by it
    Board m_board;
};

} // namespace

Result<Board> workOutBoard(const BoardRequest &request, const JobContext &job)
{
    return BoardBuilder(request, job).build();
}

std::vector<std::pair<MilestoneState, int>> stateCounts(const Board &board)
{
    std::vector<std::pair<MilestoneState, int>> counts;
    for (const MilestoneState state : statesByUrgency()) {
        int count = 0;
        for (const BoardRow &row : board.rows) {
            count += static_cast<int>(std::count_if(row.cells.begin(), row.cells.end(),
                                                    [&](const BoardCell &cell) { return cell.state == state; }));
        }
        if (count > 0) {
            counts.emplace_back(state, count);
        }
    }
    return counts;
}

} // namespace cuntu::ui
