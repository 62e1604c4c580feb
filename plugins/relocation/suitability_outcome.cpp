// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "plugins/relocation/declare.h"
#include "plugins/relocation/suitability.h"
#include "plugins/relocation/words.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

QString percent(double share)
{
    return QString::number(100 * share, 'f', 1);
}

/// A field for the value of each criterion.
void addValueFields(const WeighedLand &land, LayerSchema &schema)
{
    for (const WeighedCriterion &criterion : land.criteria) {
        schema.fields.push_back(outcomeField(u"v_"_s + criterion.id,
                                             {criterion.name.zh + u"得分"_s, criterion.name.en + u", value"_s},
                                             FieldType::Real, u"1"_s));
    }
}

void addValues(const std::vector<double> &values, std::size_t criteria, FeatureRow &row)
{
    for (std::size_t i = 0; i < criteria; ++i) {
        row.values.push_back(outcomeCell(i < values.size() ? rounded(values[i], 4) : std::nan("")));
    }
}

LayerSchema patchSchema(const WeighedLand &land)
{
    LayerSchema schema;
    schema.id = u"relocation_patches"_s;
    schema.name = {u"候选地块"_s, u"Candidate patches"_s};
    schema.geometry = GeometryType::Polygon;
    schema.nameField = u"rank"_s;
    schema.fields = {
        outcomeField(u"rank"_s, {u"名次"_s, u"Rank"_s}, FieldType::Integer, u"1"_s),
        outcomeField(u"score"_s, {u"得分"_s, u"Score"_s}, FieldType::Real, u"1"_s),
        outcomeField(u"best_share"_s, {u"排第一的权重占比"_s, u"Best in weightings"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"top3_share"_s, {u"前三的权重占比"_s, u"Among the first three"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"confidence"_s, {u"置信因子"_s, u"Confidence factor"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"area_m2"_s, {u"面积"_s, u"Area"_s}, FieldType::Real, u"m²"_s),
        outcomeField(u"persons"_s, {u"可安置人口"_s, u"Capacity, persons"_s}, FieldType::Integer, u"人"_s),
        outcomeField(u"households"_s, {u"可安置户数"_s, u"Capacity, households"_s}, FieldType::Integer, u"户"_s),
        outcomeField(u"compactness"_s, {u"紧凑度"_s, u"Compactness"_s}, FieldType::Real, u"1"_s)};
    addValueFields(land, schema);
    return schema;
}

/// Shares of one alternative: of the first rank, of the first three, confidence; not-a-number where nothing was drawn.
struct Shares {
    double best = std::nan("");
    double top3 = std::nan("");
    double confidence = std::nan("");
};

Shares sharesOf(const Acceptability &acceptability, std::size_t alternative)
{
    Shares shares;
    if (alternative < acceptability.ranks.size()) {
        const std::vector<double> &ranks = acceptability.ranks[alternative];
        shares.best = ranks[0];
        shares.top3 = 0;
        for (std::size_t rank = 0; rank < std::min<std::size_t>(3, ranks.size()); ++rank) {
            shares.top3 += ranks[rank];
        }
        shares.confidence = acceptability.confidence[alternative];
    }
    return shares;
}

struct Capacity {
    qint64 persons = 0;
    qint64 households = 0;
};

Capacity capacityOf(const AlgorithmInput &input, double area_m2)
{
    const double persons = std::floor(area_m2 / input.parameters.number(u"land_per_person_m2"_s));
    return {static_cast<qint64>(persons),
            static_cast<qint64>(std::floor(persons / input.parameters.number(u"persons_per_household"_s)))};
}

Result<OutcomeLayer> patchLayer(const AlgorithmInput &input, const SuitabilityStudy &study)
{
    const auto transform = CrsTransform::create(study.land.frame.crs, input.project.crs());
    if (!transform) {
        return transform.error();
    }
    OutcomeLayer layer{patchSchema(study.land), {}};
    for (std::size_t i = 0; i < study.patches.size(); ++i) {
        const LandPatch &patch = study.patches[i];
        const Shares shares = sharesOf(study.acceptability, i);
        const Capacity capacity = capacityOf(input, patch.area_m2);
        FeatureRow row;
        row.geometry = patch.outline;
        transform->apply(row.geometry.points);
        row.values = {outcomeCell(static_cast<double>(i + 1)),
                      outcomeCell(rounded(patch.score, 4)),
                      outcomeCell(rounded(100 * shares.best, 1)),
                      outcomeCell(rounded(100 * shares.top3, 1)),
                      outcomeCell(rounded(100 * shares.confidence, 1)),
                      outcomeCell(rounded(patch.area_m2, 0)),
                      outcomeCell(static_cast<double>(capacity.persons)),
                      outcomeCell(static_cast<double>(capacity.households)),
                      outcomeCell(rounded(patch.compactness, 3))};
        addValues(patch.values, study.land.criteria.size(), row);
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

QString exclusionNames(const SuitabilityStudy &study, const std::vector<std::size_t> &which)
{
    QStringList names;
    for (const std::size_t i : which) {
        names << study.land.exclusions[i].name.toString();
    }
    return names.join(Text{u"、"_s, u", "_s}.toString());
}

OutcomeLayer siteLayer(const SuitabilityStudy &study)
{
    LayerSchema schema;
    schema.id = u"relocation_site_grades"_s;
    schema.name = {u"现有安置点评分"_s, u"Present sites, graded"_s};
    schema.geometry = GeometryType::Point;
    schema.nameField = u"name"_s;
    schema.fields = {
        outcomeField(u"code"_s, {u"安置点编号"_s, u"Site"_s}, FieldType::Text),
        outcomeField(u"name"_s, {u"名称"_s, u"Name"_s}, FieldType::Text),
        outcomeField(u"score"_s, {u"得分"_s, u"Score"_s}, FieldType::Real, u"1"_s),
        outcomeField(u"best_share"_s, {u"排第一的权重占比"_s, u"Best in weightings"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"excluded_by"_s, {u"违反的限制"_s, u"Excluded by"_s}, FieldType::Text),
        outcomeField(u"outside"_s, {u"不在评价范围"_s, u"Not on the land"_s}, FieldType::Boolean)};
    addValueFields(study.land, schema);
    const std::vector<std::size_t> alternatives = gradedAlternatives(study);
    OutcomeLayer layer{std::move(schema), {}};
    for (std::size_t i = 0; i < study.sites.size(); ++i) {
        const GradedSite &site = study.sites[i];
        const auto at = std::find(alternatives.begin(), alternatives.end(), i);
        const Shares shares = at != alternatives.end()
                                  ? sharesOf(study.acceptability,
                                             study.patches.size() + static_cast<std::size_t>(at - alternatives.begin()))
                                  : Shares();
        FeatureRow row;
        row.geometry = Geometry::point(site.position);
        row.values = {outcomeCell(QString::fromStdString(site.code)),
                      outcomeCell(QString::fromStdString(site.name)),
                      outcomeCell(site.cell ? rounded(site.score, 4) : std::nan("")),
                      outcomeCell(rounded(100 * shares.best, 1)),
                      outcomeCell(exclusionNames(study, site.excludedBy)),
                      outcomeCell(!site.cell)};
        addValues(site.values, study.land.criteria.size(), row);
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

/// "patch 2", or the name of a site.
QString alternativeName(const SuitabilityStudy &study, std::size_t alternative)
{
    if (alternative < study.patches.size()) {
        return Text{u"%1 号地块"_s, u"patch %1"_s}.toString().arg(alternative + 1);
    }
    const GradedSite &site = study.sites[gradedAlternatives(study)[alternative - study.patches.size()]];
    return QString::fromStdString(site.name.empty() ? site.code : site.name);
}

QJsonArray flipSentences(const SuitabilityStudy &study)
{
    QJsonArray sentences;
    for (std::size_t i = 0; i < study.flips.size(); ++i) {
        const auto say = [&](const std::optional<WeightFlip> &flip, const Text &words) {
            if (flip) {
                sentences.append(words.toString().arg(study.land.criteria[i].name.toString(),
                                                      percent(study.weights.weights[i]), percent(flip->weight),
                                                      alternativeName(study, flip->best)));
            }
        };
        say(study.flips[i].below, {u"“%1”的权重由 %2% 降到 %3% 时，%4 成为首选"_s,
                                   u"where %1 weighs no longer %2 % but less than %3 %, %4 is the best"_s});
        say(study.flips[i].above, {u"“%1”的权重由 %2% 升到 %3% 时，%4 成为首选"_s,
                                   u"where %1 weighs no longer %2 % but more than %3 %, %4 is the best"_s});
    }
    return sentences;
}

QString weightsNote(const SuitabilityStudy &study)
{
    if (study.pairs) {
        if (study.pairs->isConsistent() || !study.pairs->worst) {
            return {};
        }
        const PairwiseJudgement &worst = *study.pairs->worst;
        return Text{
            u"两两比较不一致(一致性比率 %1，应不超过 0.1)；最矛盾的是 %2/%3=%4，其余判断合计为 %5"_s,
            u"the judgements contradict each other (consistency ratio %1, at most 0.1 is good); the farthest off is "
            u"%2/%3=%4, all others say %5"_s}
            .toString()
            .arg(rounded(study.pairs->ratio, 3))
            .arg(study.land.criteria[worst.a].id, study.land.criteria[worst.b].id)
            .arg(rounded(worst.ratio, 2))
            .arg(rounded(study.pairs->worstWouldBe, 2));
    }
    return study.weights.isScaled()
               ? Text{u"权重合计 %1，已折算为 1"_s, u"the weights sum to %1 and were scaled to 1"_s}.toString().arg(
                     study.weights.sum)
               : QString();
}

QJsonArray relaxations(const SuitabilityStudy &study)
{
    QJsonArray ways;
    if (study.reachableScore) {
        ways.append(
            Text{u"最低得分降到 %1"_s, u"a least score of %1"_s}.toString().arg(rounded(*study.reachableScore, 2)));
    }
    for (const Loosening &each : study.loosenings) {
        const WeighedExclusion &exclusion = study.land.exclusions[each.exclusion];
        const QString ground = QString::number(std::round(each.largest_m2));
        ways.append(each.limit ? Text{u"“%1”的限值由 %2 放宽到 %3 %4(可得 %5 m²)"_s,
                                      u"'%1' at %3 %4 instead of %2 (gives %5 m²)"_s}
                                     .toString()
                                     .arg(exclusion.name.toString(), QString::number(*exclusion.limit),
                                          QString::number(rounded(*each.limit, 2)), exclusion.unit, ground)
                               : Text{u"取消“%1”(可得 %2 m²)"_s, u"'%1' taken off (gives %2 m²)"_s}.toString().arg(
                                     exclusion.name.toString(), ground));
    }
    return ways;
}

void addLand(const SuitabilityStudy &study, QJsonObject &figures)
{
    const WeighedLand &land = study.land;
    const CellMask open = openCells(land, study.on);
    double all = 0;
    double free = 0;
    const auto outside = land.exclusion(u"outside"_s);
    for (std::size_t cell = 0; cell < open.size(); ++cell) {
        const double area = cellArea_m2(land.frame, land.frame.rowOf(cell));
        all += outside && land.exclusions[*outside].cells[cell] != 0 ? 0 : area;
        free += open[cell] != 0 ? area : 0;
    }
    figures[u"land_km2"_s] = rounded(all / 1e6, 3);
    figures[u"open_km2"_s] = rounded(free / 1e6, 3);
    const std::vector<ExclusionLoss> losses = exclusionLosses(land, study.on);
    QJsonObject excluded;
    QJsonObject alone;
    for (std::size_t i = 0; i < losses.size(); ++i) {
        if (i != outside) {
            excluded[land.exclusions[i].id] = rounded(losses[i].all_m2 / 1e6, 3);
            alone[land.exclusions[i].id] = rounded(losses[i].alone_m2 / 1e6, 3);
        }
    }
    figures[u"excluded_km2"_s] = excluded;
    figures[u"alone_km2"_s] = alone;
}

void addWeights(const SuitabilityStudy &study, QJsonObject &figures)
{
    QJsonObject weights;
    for (std::size_t i = 0; i < study.weights.weights.size(); ++i) {
        weights[study.land.criteria[i].id] = rounded(study.weights.weights[i], 4);
    }
    figures[u"weights"_s] = weights;
    if (const QString note = weightsNote(study); !note.isEmpty()) {
        figures[u"weights_note"_s] = note;
    }
    if (study.pairs) {
        figures[u"consistency_ratio"_s] = rounded(study.pairs->ratio, 4);
    }
}

QString sentenceOf(const SuitabilityStudy &study)
{
    if (study.patches.empty()) {
        return Text{u"没有地块符合全部条件"_s, u"no patch keeps all conditions"_s}.toString();
    }
    std::size_t best = 0;
    for (std::size_t i = 0; i < study.acceptability.ranks.size(); ++i) {
        best = study.acceptability.best(i) > study.acceptability.best(best) ? i : best;
    }
    return Text{u"在认为合理的全部权重中，%2 有 %1% 排第一"_s,
                u"%2 is the best in %1 % of all weightings called reasonable"_s}
        .toString()
        .arg(percent(study.acceptability.best(best)), alternativeName(study, best));
}

} // namespace

Result<Outcome> suitabilityOutcome(const AlgorithmInput &input, const SuitabilityStudy &study)
{
    Outcome outcome;
    QJsonObject &figures = outcome.figures;
    figures[u"feasible"_s] = !study.patches.empty();
    figures[u"sentence"_s] = sentenceOf(study);
    figures[u"patches"_s] = static_cast<qint64>(study.patches.size());
    addWeights(study, figures);
    addLand(study, figures);
    if (!study.land.notes.isEmpty()) {
        figures[u"notes"_s] = QJsonArray::fromStringList(study.land.notes);
    }
    if (const QString file = input.parameters.text(QString::fromUtf16(k_scoreFileParameter)); !file.isEmpty()) {
        figures[u"score_file"_s] = file;
    }
    if (!study.sites.empty()) {
        outcome.layers.push_back(siteLayer(study));
    }
    if (study.patches.empty()) {
        figures[u"relaxations"_s] = relaxations(study);
        return outcome;
    }
    auto patches = patchLayer(input, study);
    if (!patches) {
        return patches.error();
    }
    qint64 households = 0;
    for (const LandPatch &patch : study.patches) {
        households += capacityOf(input, patch.area_m2).households;
    }
    figures[u"capacity_households"_s] = households;
    figures[u"best_share"_s] = rounded(100 * study.acceptability.best(0), 1);
    figures[u"flips"_s] = flipSentences(study);
    outcome.layers.insert(outcome.layers.begin(), std::move(*patches));
    return outcome;
}

} // namespace cuntu::relocation
