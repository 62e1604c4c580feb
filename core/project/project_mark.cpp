// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/project/edit_features.h"
#include "core/project/mark_rules.h"
#include "core/project/project_file.h"
#include "core/store/ledger_table.h"
#include "core/store/oversight_table.h"
#include "core/store/project_schema.h"
#include "core/store/schema_json.h"
#include "core/store/target_table.h"

#include <QJsonDocument>
#include <QSet>

namespace cuntu {

namespace {

constexpr std::size_t k_listedProblems = 20;

/// What all entries of a marking have in common.
Entry entryFrom(const MarkRequest &request)
{
    Entry entry;
    entry.effective = request.effective;
    entry.recorded = Instant::now();
    entry.who = request.who;
    entry.role = request.role;
    entry.note = request.note;
    entry.source = request.source;
    entry.document = request.document;
    entry.position = request.position;
    entry.rung = request.rung;
    entry.supersedes = request.supersedes;
    return entry;
}

/// That no life cycle has what @p request names; those of @p words that are not empty could be said.
Error noSuchWord(const MarkRequest &request, QStringList words)
{
    words.removeAll(QString());
    words.removeDuplicates();
    const bool isStatus = request.values.empty() || (!request.status.isEmpty() && !words.contains(request.status));
    return Error{ErrorCode::NotFound,
                 isStatus ? Core::tr("there is no status %1").arg(request.status)
                          : Core::tr("there is no such measured figure here"),
                 {},
                 words.isEmpty() ? QString() : Core::tr("Known: %1").arg(words.join(QStringLiteral(", "))),
                 {},
                 {}};
}

/// The life cycle that @p request is about.
Result<TrackCycle> cycleFor(const Registry &registry, const std::optional<LayerSchema> &schema,
                            const MarkRequest &request)
{
    const std::vector<TrackCycle> all = schema ? registry.tracksOf(*schema) : std::vector<TrackCycle>();
    if (all.empty()) {
        return Error{
            ErrorCode::Invalid, Core::tr("features of layer %1 have no status").arg(request.layer), {}, {}, {}, {}};
    }
    std::vector<TrackCycle> fitting;
    QStringList words; // that one could have said
    QStringList programmes;
    for (const TrackCycle &track : all) {
        if (!request.programme.isEmpty() && track.programme != request.programme) {
            continue;
        }
        const bool knowsStatus = request.status.isEmpty() || track.lifeCycle->findStatus(request.status);
        for (const Status &status : track.lifeCycle->statuses) {
            words << (knowsStatus ? QString() : status.id);
        }
        for (const Measure &measure : track.lifeCycle->measures) {
            words << (knowsStatus ? measure.id : QString());
        }
        const auto measures = [&](const MeasuredValue &each) { return track.lifeCycle->findMeasure(each.measure); };
        if (knowsStatus && std::all_of(request.values.begin(), request.values.end(), measures)) {
            fitting.push_back(track);
            programmes << track.programme;
        }
    }
    if (fitting.size() == 1) {
        return fitting.front();
    }
    if (fitting.empty()) {
        return noSuchWord(request, words);
    }
    return Error{ErrorCode::Misused,
                 request.status.isEmpty() ? Core::tr("several programmes measure that")
                                          : Core::tr("%1 is a status of several programmes").arg(request.status),
                 {},
                 Core::tr("Say which programme is meant: %1").arg(programmes.join(QStringLiteral(", "))),
                 {},
                 {}};
}

/// What was measured, for people.
QString valuesText(const MarkRequest &request, const LifeCycle &cycle)
{
    QStringList texts;
    for (const MeasuredValue &each : request.values) {
        const Measure &measure = *cycle.findMeasure(each.measure);
        texts << QStringLiteral("%1 %2").arg(measure.name.toString(), measure.text(each.value));
    }
    return texts.join(QStringLiteral(", "));
}

/// Requests that passed all rules, as entries that wait for their action.
class MarkBatch {
public:
    MarkBatch(const Registry &registry, MarkRules rules, LedgerView ledger)
        : m_registry(registry), m_rules(std::move(rules)), m_ledger(std::move(ledger))
    {
    }

    /// Checks @p request against what stands and what was added before it.
    Result<void> add(const MarkRequest &request);

    struct Group {
        std::vector<Entry> entries;
        QStringList evidenceFiles;
        QString sentence;
    };
    std::vector<Group> &groups() { return m_groups; }
    std::size_t size() const { return m_size; }

private:
    /// Checks what @p request says of feature @p id, and adds it to @p entries.
    Result<void> addFeature(const MarkRequest &request, const TrackCycle &cycle, FeatureId id,
                            std::vector<Entry> &entries) const;
    /// Makes what was added visible, where @p request is about a feature that was just marked.
    void settle(const Track &track, const MarkRequest &request);

    const Registry &m_registry;
    MarkRules m_rules;
    LedgerView m_ledger; ///< with what was settled
    std::vector<Group> m_groups;
    std::size_t m_settled = 0; ///< groups that m_ledger has
    QSet<std::pair<QString, std::int64_t>> m_touched;
    std::int64_t m_nextId = 0; ///< of entries that are in m_ledger only
    std::size_t m_size = 0;
};

void MarkBatch::settle(const Track &track, const MarkRequest &request)
{
    const QString key = track.programme + QLatin1Char('/') + track.layer;
    const bool again = std::any_of(request.features.begin(), request.features.end(), [&](FeatureId id) {
        return m_touched.contains({key, id.value});
    });
    if (again) {
        LedgerRows rows;
        m_nextId = std::max(m_nextId, m_ledger.lastEntry().value + 1);
        for (; m_settled < m_groups.size(); ++m_settled) {
            for (Entry entry : m_groups[m_settled].entries) {
                entry.id = EntryId{m_nextId++};
                m_rules.remember(entry.id, entry.who);
                rows.add(entry);
            }
        }
        m_ledger = m_ledger.extended(std::move(rows));
        m_touched.clear();
    }
    for (const FeatureId id : request.features) {
        m_touched.insert({key, id.value});
    }
}

Result<void> MarkBatch::add(const MarkRequest &request)
{
    auto possible = m_rules.checkRequest(request);
    if (!possible) {
        return possible;
    }
    const auto schema = m_registry.layerSchema(request.layer);
    auto cycle = cycleFor(m_registry, schema, request);
    if (!cycle) {
        return cycle.error();
    }
    settle({cycle->programme, request.layer, {}}, request);
    Group group;
    group.evidenceFiles = request.evidenceFiles;
    const int count = static_cast<int>(request.features.size());
    const QString values = valuesText(request, *cycle->lifeCycle);
    group.sentence = Core::tr("measured %n of %1: %2", nullptr, count).arg(schema->name.toString(), values);
    if (const Status *status = cycle->lifeCycle->findStatus(request.status)) {
        group.sentence =
            Core::tr("marked %n of %1 as %2", nullptr, count).arg(schema->name.toString(), status->name.toString()) +
            (values.isEmpty() ? values : QStringLiteral(", ") + values);
    }
    for (const FeatureId id : request.features) {
        auto added = addFeature(request, *cycle, id, group.entries);
        if (!added) {
            return added;
        }
    }
    m_size += group.entries.size();
    m_groups.push_back(std::move(group));
    return {};
}

Result<void> MarkBatch::addFeature(const MarkRequest &request, const TrackCycle &cycle, FeatureId id,
                                   std::vector<Entry> &entries) const
{
    Entry entry = entryFrom(request);
    entry.feature = id;
    entry.track = {cycle.programme, request.layer, {}};
    if (!request.status.isEmpty()) {
        auto allowed = m_rules.checkStep(request, entry.track, m_ledger.track(entry.track), *cycle.lifeCycle, id);
        if (!allowed) {
            return allowed;
        }
        entry.status = request.status;
        entries.push_back(entry);
        entry.status.clear();
    }
    for (const MeasuredValue &each : request.values) {
        const Measure &measure = *cycle.lifeCycle->findMeasure(each.measure);
        entry.track.measure = measure.id;
        auto allowed = m_rules.checkValue(request, each.value, measure, m_ledger.track(entry.track), id);
        if (!allowed) {
            return allowed;
        }
        entry.value = each.value;
        entries.push_back(entry);
    }
    return {};
}

Result<void> append(Database &database, MarkBatch::Group &group, ActionId action)
{
    std::vector<std::int64_t> evidence;
    for (const QString &file : group.evidenceFiles) {
        auto stored = storeEvidence(database, file, action);
        if (!stored) {
            return stored.error();
        }
        if (std::find(evidence.begin(), evidence.end(), *stored) == evidence.end()) {
            evidence.push_back(*stored);
        }
    }
    for (Entry &entry : group.entries) {
        entry.action = action;
        entry.evidence = evidence;
    }
    return appendEntries(database, group.entries);
}

/// All that is wrong with the rows of a list, as one error: nothing of it is taken.
Error refusal(std::vector<Error> problems, std::size_t rows)
{
    if (rows == 1) {
        return problems.front();
    }
    Error first = problems.front();
    first.sentence = Core::tr("nothing was marked, %1 of %2 are refused; the first: %3")
                         .arg(problems.size())
                         .arg(rows)
                         .arg(first.sentence);
    for (std::size_t i = 0; i < std::min(problems.size(), k_listedProblems); ++i) {
        first.details << problems[i].toText();
    }
    return first;
}

} // namespace

Result<MarkRules> ProjectFile::markRules(const Immutable<ProjectSnapshot> &now) const
{
    auto reader = openReader();
    auto held = reader ? readTargets(*reader, std::nullopt) : Result<std::vector<Target>>(reader.error());
    auto periods = held ? readClosedPeriods(*reader) : Result<std::vector<ClosedPeriod>>(held.error());
    if (!periods) {
        return periods.error();
    }
    return MarkRules(now, *held, *periods, [this](EntryId id) {
        const auto found = reporters({id});
        return found && !found->empty() ? found->begin()->second : QString();
    });
}

Result<ActionId> ProjectFile::mark(const MarkRequest &request)
{
    return markAll({request});
}

namespace {

/// What @p batch refuses of @p requests, with their rows; the rest is in it then.
std::vector<Error> addAll(MarkBatch &batch, const std::vector<MarkRequest> &requests)
{
    std::vector<Error> problems;
    for (const MarkRequest &request : requests) {
        if (auto added = batch.add(request); !added) {
            Error problem = added.error();
            problem.where.row = request.row;
            problems.push_back(std::move(problem));
        }
    }
    return problems;
}

} // namespace

Result<std::vector<Error>> ProjectFile::checkMarks(const std::vector<MarkRequest> &requests) const
{
    auto now = snapshot();
    auto rules = now ? markRules(*now) : Result<MarkRules>(now.error());
    if (!rules) {
        return rules.error();
    }
    MarkBatch batch(*m_registry, std::move(*rules), (*now)->ledger());
    return addAll(batch, requests);
}

Result<ActionId> ProjectFile::markAll(const std::vector<MarkRequest> &requests)
{
    if (requests.empty()) {
        return Error{
            ErrorCode::Misused, Core::tr("nothing is selected"), {}, Core::tr("Select features first."), {}, {}};
    }
    return enter(requests, {}, requests.front().who, {}, {});
}

Result<ActionId> ProjectFile::enter(const std::vector<MarkRequest> &requests, const std::vector<FeatureEdit> &edits,
                                    const QString &who, const QString &name, QJsonObject payload)
{
    auto before = snapshot();
    auto rules = before ? markRules(*before) : Result<MarkRules>(before.error());
    if (!rules) {
        return rules.error();
    }
    MarkBatch batch(*m_registry, std::move(*rules), (*before)->ledger());
    if (auto problems = addAll(batch, requests); !problems.empty()) {
        return refusal(std::move(problems), requests.size());
    }
    const QString sentence = !name.isEmpty() ? name
                             : batch.groups().size() == 1
                                 ? batch.groups().front().sentence
                                 : Core::tr("marked %n features from a list", nullptr, static_cast<int>(batch.size()));
    if (edits.empty()) {
        payload[QStringLiteral("layer")] = requests.front().layer;
    }
    const QJsonObject edited = editPayload(edits);
    for (auto it = edited.begin(); it != edited.end() && !edits.empty(); ++it) {
        payload[it.key()] = it.value();
    }
    ActionId action;
    auto done = write([&](Database &database) -> Result<Change> {
        auto srid = !edits.empty() && crs().isValid() ? registerCrs(database, crs()) : Result<int>(0);
        auto recorded = srid ? recordAction(database, {edits.empty() ? QStringLiteral("mark") : QStringLiteral("edit"),
                                                       sentence, who, compactJson(payload)})
                             : Result<ActionId>(srid.error());
        if (!recorded) {
            return recorded.error();
        }
        action = *recorded;
        if (!edits.empty()) {
            if (auto made = makeEdits(database, edits, action, who, *srid); !made) {
                return made.error();
            }
        }
        for (MarkBatch::Group &group : batch.groups()) {
            auto appended = append(database, group, action);
            if (!appended) {
                return appended.error();
            }
        }
        return edits.empty() ? Change{} : Change{editedLayers(payload)};
    });
    if (!done) {
        return done.error();
    }
    return action;
}

} // namespace cuntu
