// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/today.h"

#include "ui/window/figures.h"
#include "ui/window/text.h"

#include <algorithm>

namespace cuntu::ui {
namespace {

/// A feature that may be listed.
struct Doubtful {
    TodayKind kind = TodayKind::Unproved;
    Immutable<LayerSnapshot> layer;
    std::size_t row = 0;
    HeldEntry standing;
    QString reason;
};

/// Finds one thing after the other.
class TodaySearch {
public:
    TodaySearch(const Project &project, const ProjectState &state, Day asOf, const JobContext &job)
        : m_project(project), m_state(state), m_asOf(asOf), m_job(job)
    {
    }

    Result<Today> search()
    {
        if (!addTargets()) {
            return cancelledError();
        }
        for (const LayerInfo &layer : m_state.layers) {
            for (const TrackCycle &own : m_state.tracksOf(layer.schema.id)) {
                if (!addFeatures(layer, own)) {
                    return cancelledError();
                }
            }
        }
        std::stable_sort(m_today.items.begin(), m_today.items.end(), [](const TodayItem &a, const TodayItem &b) {
            return a.kind != b.kind ? a.kind < b.kind : a.day < b.day;
        });
        listNewest();
        return std::move(m_today);
    }

private:
    bool addTargets()
    {
        auto judged = workOutMilestones(m_state, m_asOf, m_job);
        if (!judged) {
            return false;
        }
        m_today.problems = std::move(judged->problems);
        for (const Milestone &milestone : judged->milestones) {
            const Target &target = milestone.target;
            const bool late = milestone.state == MilestoneState::Overdue || milestone.state == MilestoneState::Behind;
            const bool soon = target.due && milestone.state != MilestoneState::Done && *target.due >= m_asOf &&
                              daysBetween(m_asOf, *target.due) <= Today::k_soon_days;
            if (!late && !soon) {
                continue;
            }
            const Indicator *indicator = m_state.registry->findIndicator(target.indicator);
            TodayItem item{
                late ? TodayKind::Late : TodayKind::DueSoon,
                QStringLiteral("%1 %2").arg(target.label, indicator ? indicator->name.toString() : target.indicator),
                milestone.reason,
                target.responsible.isEmpty() ? target.leadUnit : target.responsible,
                target.area,
                target.due.value_or(m_asOf),
                target.id,
                {},
                {}};
            ++m_today.counts[item.kind];
            m_today.items.push_back(std::move(item));
        }
        return true;
    }

    /// False when cancelled.
    bool addFeatures(const LayerInfo &info, const TrackCycle &own)
    {
        const TrackView track = m_state.snapshot->ledger().track({own.programme, info.schema.id, {}});
        if (track.isNull()) {
            return true;
        }
        QStringList fields{info.schema.areaField, info.schema.nameField, info.schema.keyField};
        fields.removeAll(QString());
        fields.removeDuplicates();
        auto layer = m_state.snapshot->layer(info.schema.id, fields, m_job);
        if (!layer) {
            if (layer.error().code == ErrorCode::Cancelled) {
                return false;
            }
            m_today.problems.push_back(layer.error());
            return true;
        }
        for (std::size_t row = 0; row < (*layer)->size(); ++row) {
            if (m_job.isCancelled()) {
                return false;
            }
            const FeatureId feature = (*layer)->id(row);
            const auto standing = track.standingOn(feature, m_asOf);
            const Status *status = standing ? own.lifeCycle->findStatus(standing->status) : nullptr;
            if (status == nullptr) {
                continue;
            }
            const QString before = forbiddenStep(*own.lifeCycle, track, feature, *standing);
            if (!before.isEmpty()) {
                add(TodayKind::Contradictory, *layer, row, *standing,
                    Ui::tr("'%1' does not follow on '%2'").arg(status->name.toString(), before));
            }
            const bool counts = status->countsAs == StatusClass::Done || status->countsAs == StatusClass::Finished;
            if (counts && !standing->documented) {
                add(TodayKind::Unproved, *layer, row, *standing,
                    Ui::tr("'%1' without paper or photo").arg(status->name.toString()));
            }
        }
        return true;
    }

    /// Name of the status before @p standing, where no step leads from it; else empty.
    static QString forbiddenStep(const LifeCycle &cycle, const TrackView &track, FeatureId feature,
                                 const HeldEntry &standing)
    {
        const std::vector<TrackView::Change> changes = track.changes(feature);
        const auto now = std::find_if(changes.begin(), changes.end(),
                                      [&](const TrackView::Change &each) { return each.id == standing.id; });
        if (now == changes.end() || now == changes.begin()) {
            return {};
        }
        const QString &before = track.statuses()[static_cast<qsizetype>((now - 1)->status)];
        const Status *from = cycle.findStatus(before);
        const bool follows =
            from == nullptr || before == standing.status || cycle.findTransition(before, standing.status) != nullptr;
        return follows ? QString() : from->name.toString();
    }

    void add(TodayKind kind, const Immutable<LayerSnapshot> &layer, std::size_t row, const HeldEntry &standing,
             const QString &reason)
    {
        ++m_today.counts[kind];
        m_doubtful.push_back({kind, layer, row, standing, reason});
    }

    /// The newest of the doubtful features, with who said it.
    void listNewest()
    {
        std::stable_sort(m_doubtful.begin(), m_doubtful.end(), [](const Doubtful &one, const Doubtful &other) {
            return one.kind != other.kind ? one.kind < other.kind : other.standing.effective < one.standing.effective;
        });
        std::map<TodayKind, int> listed;
        std::erase_if(m_doubtful, [&](const Doubtful &each) { return ++listed[each.kind] > Today::k_mostFeatures; });
        std::vector<EntryId> entries;
        for (const Doubtful &each : m_doubtful) {
            entries.push_back(each.standing.id);
        }
        // The snapshot does not hold names.
        const auto said = m_project.reporters(entries).value_or(std::map<EntryId, QString>());
        for (const Doubtful &each : m_doubtful) {
            const auto who = said.find(each.standing.id);
            list(each, who == said.end() ? QString() : who->second);
        }
    }

    void list(const Doubtful &doubtful, const QString &who)
    {
        const LayerSnapshot &layer = *doubtful.layer;
        const std::size_t row = doubtful.row;
        const LayerSchema &schema = layer.schema();
        const auto text = [&](const QString &field) {
            const Column *column = layer.column(field);
            return column == nullptr ? QString() : column->display(row);
        };
        QString name = text(schema.nameField);
        name = name.isEmpty() ? text(schema.keyField) : name;
        const auto area = AreaCode::parse(text(schema.areaField));
        m_today.items.push_back({doubtful.kind, name.isEmpty() ? schema.name.toString() : name, doubtful.reason, who,
                                 area ? area->at(AreaLevel::Township) : AreaCode(), doubtful.standing.effective, 0,
                                 schema.id, layer.id(row)});
    }

    const Project &m_project;
    const ProjectState &m_state;
    Day m_asOf;
    const JobContext &m_job;
    std::vector<Doubtful> m_doubtful;
    Today m_today;
};

} // namespace

QString todayKindName(TodayKind kind)
{
    switch (kind) {
    case TodayKind::Late:
        return Ui::tr("late");
    case TodayKind::DueSoon:
        return Ui::tr("due soon");
    case TodayKind::Contradictory:
        return Ui::tr("contradictory");
    case TodayKind::Unproved:
        return Ui::tr("unproved");
    }
    return {};
}

Result<Today> workOutToday(const Project &project, const ProjectState &state, Day asOf, const JobContext &job)
{
    return TodaySearch(project, state, asOf, job).search();
}

} // namespace cuntu::ui
