// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/casework.h"

#include "ui/window/ground.h"
#include "ui/window/text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace cuntu::ui {
namespace {

/// What going from @p from to @p to is called.
QString verbOf(const QString &from, const QString &to)
{
    const std::map<QString, QString> verbs{{QStringLiteral("ACKNOWLEDGED"), Ui::tr("Acknowledge")},
                                           {QStringLiteral("SUPERVISED"), Ui::tr("Supervise")},
                                           {QStringLiteral("RESOLVED"), Ui::tr("Resolve")},
                                           {QStringLiteral("VERIFIED"), Ui::tr("Verify")},
                                           {QStringLiteral("OPEN"), Ui::tr("Open again")},
                                           {QStringLiteral("ASSIGNED"), Ui::tr("Assign")},
                                           {QStringLiteral("RECTIFYING"), Ui::tr("Begin")},
                                           {QStringLiteral("SUBMITTED"), Ui::tr("Submit")},
                                           {QStringLiteral("CHECKED"), Ui::tr("Check")},
                                           {QStringLiteral("CLOSED"), Ui::tr("Strike off")},
                                           {QStringLiteral("REOPENED"), Ui::tr("Reopen")}};
    if (from == QStringLiteral("CHECKED") && to == QStringLiteral("RECTIFYING")) {
        return Ui::tr("Send back");
    }
    const auto found = verbs.find(to);
    return found == verbs.end() ? to : found->second;
}

/// The point half way along a line.
Point halfWay(std::span<const Point> line)
{
    const auto length = [&](std::size_t i) { return std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y); };
    double left = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        left += length(i) / 2;
    }
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (left <= length(i) && length(i) > 0) {
            const double share = left / length(i);
            return {line[i - 1].x + share * (line[i].x - line[i - 1].x),
                    line[i - 1].y + share * (line[i].y - line[i - 1].y)};
        }
        left -= length(i);
    }
    return line.front();
}

/// Middle of a feature: of a line half way along its first part, so that it lies on it; else that of its box.
std::optional<Point> middleOf(const LayerSnapshot &layer, FeatureId feature)
{
    const auto row = layer.rowOf(feature);
    const PackedGeometry &geometry = layer.geometry();
    if (!row || !geometry.hasGeometry(*row)) {
        return std::nullopt;
    }
    if (geometry.type == GeometryType::Line) {
        return halfWay(geometry.part(geometry.firstPart(*row)));
    }
    return geometry.boxes[*row].centre();
}

/// The places of cases: of their features by layer, of the others by area.
Result<std::vector<std::optional<Point>>> placesOf(const ProjectState &state, const std::vector<const Case *> &items,
                                                   const JobContext &job)
{
    std::vector<std::optional<Point>> places(items.size());
    std::map<QString, Immutable<LayerSnapshot>> layers; // each is asked for once
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i]->feature.isNone() || state.findLayer(items[i]->layer) == nullptr) {
            continue;
        }
        Immutable<LayerSnapshot> &layer = layers[items[i]->layer];
        if (!layer) {
            auto loaded = state.snapshot->layer(items[i]->layer, {}, job);
            if (!loaded) {
                return loaded.error();
            }
            layer = *loaded;
        }
        places[i] = middleOf(*layer, items[i]->feature);
    }
    std::vector<AreaCode> areas;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!places[i] && !items[i]->area.isEmpty()) {
            areas.push_back(items[i]->area);
        }
    }
    std::sort(areas.begin(), areas.end());
    areas.erase(std::unique(areas.begin(), areas.end()), areas.end());
    auto grounds = areas.empty() ? std::vector<Ground>() : groundsOf(state, areas, job);
    if (!grounds) {
        return grounds.error();
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto area = std::lower_bound(areas.begin(), areas.end(), items[i]->area);
        if (places[i] || area == areas.end() || *area != items[i]->area) {
            continue;
        }
        const Box &box = (*grounds)[static_cast<std::size_t>(area - areas.begin())].box;
        places[i] = box.isEmpty() ? std::nullopt : std::optional(box.centre());
    }
    return places;
}

} // namespace

std::vector<NextStep> nextSteps(const Case &item)
{
    std::vector<NextStep> steps;
    for (const Transition &transition : caseLifeCycle(item.kind).transitions) {
        if (transition.from == item.state()) {
            steps.push_back({transition.to, verbOf(transition.from, transition.to), transition.needsNote});
        }
    }
    return steps;
}

QString stateName(const Case &item)
{
    const Status *state = caseLifeCycle(item.kind).findStatus(item.state());
    return state != nullptr ? state->name.toString() : item.state();
}

QString caseLevelName(int level)
{
    if (level <= 1) {
        return Ui::tr("hint");
    }
    return level == 2 ? Ui::tr("yellow card") : Ui::tr("red card");
}

QString caseNumber(const Case &item)
{
    return item.number.isEmpty() ? QString::number(item.id) : item.number;
}

QString answerable(const Case &item)
{
    QStringList names{item.responsible, item.leadUnit};
    for (auto step = item.steps.rbegin(); step != item.steps.rend() && names.join(QString()).isEmpty(); ++step) {
        if (step->state == QStringLiteral("ASSIGNED")) {
            names << step->note;
        }
    }
    names.removeAll(QString());
    return names.join(QStringLiteral(" · "));
}

QString mustAct(const Case &item)
{
    const bool isDone = item.state() == QStringLiteral("RESOLVED") || item.state() == QStringLiteral("SUBMITTED") ||
                        item.state() == QStringLiteral("CHECKED");
    if (isSettled(item)) {
        return {};
    }
    return isDone ? Ui::tr("who checks") : answerable(item);
}

QString lastStepText(const Case &item)
{
    const CaseStep &last = item.steps.back();
    QString text = QStringLiteral("%1 %2").arg(last.date.toIso(), stateName(item));
    text += last.who.isEmpty() ? QString() : QStringLiteral(" · ") + last.who;
    return last.note.isEmpty() ? text : QStringLiteral("%1: %2").arg(text, last.note);
}

Day stepDay(const Case &item, Day shown)
{
    return std::min(std::max(shown, item.steps.back().date), Day::today());
}

AlertOutlook alertOutlook(const std::vector<Case> &alerts, const std::vector<Milestone> &milestones, Day day)
{
    const AlertChanges changes = alertChanges(alerts, sightings(milestones), day, {});
    AlertOutlook outlook{static_cast<int>(changes.raised.size()), 0};
    for (const auto &[id, step] : changes.steps) {
        ++(step.state == firstState(CaseKind::Alert) ? outlook.unrecorded : outlook.gone);
    }
    return outlook;
}

Result<std::map<qint64, QString>> casePlaces(const ProjectState &state, const JobContext &job)
{
    std::map<QString, Immutable<LayerSnapshot>> layers; // each is asked for once
    std::map<qint64, QString> places;
    for (const Case &item : state.ledger) {
        const LayerInfo *info = state.findLayer(item.layer);
        if (info == nullptr || item.feature.isNone()) {
            continue;
        }
        QStringList fields{info->schema.nameField, info->schema.keyField};
        fields.removeAll(QString());
        fields.removeDuplicates();
        Immutable<LayerSnapshot> &layer = layers[item.layer];
        if (!layer) {
            auto loaded = state.snapshot->layer(item.layer, fields, job);
            if (!loaded) {
                return loaded.error();
            }
            layer = *loaded;
        }
        const auto row = layer->rowOf(item.feature);
        for (const QString &field : fields) {
            const Column *column = row ? layer->column(field) : nullptr;
            const Field *about = info->schema.findField(field);
            if (column != nullptr && about != nullptr && !column->isNull(*row)) {
                places.try_emplace(item.id, maskedText(column->display(*row).toStdString(), *about));
            }
        }
    }
    return places;
}

Result<std::vector<PlacedCase>> placeCases(const ProjectState &state, const JobContext &job)
{
    std::vector<const Case *> items;
    for (const Case &item : state.ledger) {
        if (!isSettled(item)) {
            items.push_back(&item);
        }
    }
    auto places = placesOf(state, items, job);
    if (!places) {
        return places.error();
    }
    std::vector<PlacedCase> placed;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (const auto &place = (*places)[i]) {
            placed.push_back({*items[i], *place});
        }
    }
    return placed;
}

std::vector<CaseMark> caseMarks(const std::vector<PlacedCase> &cases, Day day)
{
    std::map<std::pair<double, double>, CaseMark> byPlace;
    for (const PlacedCase &each : cases) {
        CaseMark &mark = byPlace[{each.position.x, each.position.y}];
        mark.position = each.position;
        ++mark.cases;
        mark.overdue += overdue_days(each.item, day) > 0;
    }
    std::vector<CaseMark> marks;
    for (const auto &[place, mark] : byPlace) {
        marks.push_back(mark);
    }
    return marks;
}

} // namespace cuntu::ui
