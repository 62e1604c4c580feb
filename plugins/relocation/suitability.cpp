// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/suitability.h"

#include "core/io/score_file.h"
#include "core/snapshot/known_columns.h"
#include "core/suitability/land_measures.h"
#include "plugins/relocation/declare.h"
#include "plugins/relocation/siting_layers.h"
#include "plugins/relocation/suitability_criteria.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

bool hasFeatures(const ProjectSnapshot &project, const QString &layer)
{
    return project.layers().contains(layer) && project.featureCount(layer) > 0;
}

/// The layer that a parameter names, else @p usual where the project has it.
QString layerOr(const AlgorithmInput &input, const QString &parameter, const QString &usual)
{
    const QString given = input.parameters.text(parameter);
    return !given.isEmpty() || !hasFeatures(input.project, usual) ? given : usual;
}

/// Where no area is given: the villages where they have polygons, else around the settlements.
Result<void> chooseLand(const AlgorithmInput &input, const JobContext &job, LandQuery &query)
{
    query.area = input.parameters.text(u"area"_s);
    if (!query.area.isEmpty()) {
        return {};
    }
    for (const QString &layer : {u"villages"_s, id(k_settlements)}) {
        const auto found = hasFeatures(input.project, layer) ? input.project.layer(layer, {}, job)
                                                             : Result<Immutable<LayerSnapshot>>(Error{});
        const Box extent = found ? (*found)->geometry().index.extent() : Box();
        if (extent.isEmpty()) {
            continue;
        }
        if ((*found)->geometry().type == GeometryType::Polygon) {
            query.area = layer;
        } else {
            constexpr double k_around_m = 2000;
            query.window = extent.grown(input.project.crs().isGeographic() ? k_around_m / 111'320 : k_around_m);
        }
        return {};
    }
    return Error{
        ErrorCode::NotFound,
        Text{u"没有可评价的范围：没有行政村和自然村"_s, u"there is no land to judge: no villages, no settlements"_s}
            .toString(),
        {},
        Text{u"用 area 指定一个面图层"_s, u"name a layer of polygons with area"_s}.toString(),
        {},
        {}};
}

Result<Immutable<WeighedLand>> measure(const AlgorithmInput &input, const JobContext &job)
{
    LandQuery query;
    query.terrain = input.parameters.text(u"terrain_file"_s);
    query.cell_m = input.parameters.number(u"cell_m"_s);
    query.ways = layerOr(input, u"roads"_s, u"roads"_s);
    query.ride_km_h = input.parameters.number(u"ride_km_h"_s);
    const QString table = input.parameters.text(u"criteria_file"_s);
    auto criteria =
        table.isEmpty() ? Result<std::vector<CriterionSpec>>(usualCriteria()) : criteriaFromFile(table, job);
    auto done = criteria ? chooseLand(input, job, query) : Result<void>(criteria.error());
    if (!done) {
        return done.error();
    }
    query.criteria = std::move(*criteria);
    return measureLand(query, input.project, job);
}

Error notUnderstood(const QString &text, const Text &how)
{
    return {ErrorCode::Invalid,
            Text{u"看不懂“%1”"_s, u"'%1' is not understood"_s}.toString().arg(text),
            {},
            how.toString(),
            {},
            {}};
}

/// Two criteria of @p land that @p text names on both sides of @p sign.
std::optional<std::pair<std::size_t, std::size_t>> twoOf(const WeighedLand &land, const QString &text, QChar sign)
{
    const QStringList sides = text.split(sign);
    const auto first = land.criterion(sides.value(0).trimmed());
    const auto second = land.criterion(sides.value(1).trimmed());
    return sides.size() == 2 && first && second ? std::optional(std::pair(*first, *second)) : std::nullopt;
}

QStringList partsOf(const QString &text)
{
    static const QRegularExpression k_between(u"[;；，,]"_s);
    return text.split(k_between, Qt::SkipEmptyParts);
}

Result<PairwiseWeights> weightsFromText(const WeighedLand &land, const QString &text)
{
    std::vector<PairwiseJudgement> judgements;
    for (const QString &part : partsOf(text)) {
        const QStringList sides = part.split(u'=');
        const auto two = twoOf(land, sides.value(0), u'/');
        const QStringList fraction = sides.value(1).trimmed().split(u'/');
        bool ok = false;
        bool lowerOk = true;
        const double upper = fraction[0].toDouble(&ok);
        const double lower = fraction.size() > 1 ? fraction[1].toDouble(&lowerOk) : 1;
        if (!two || !ok || !lowerOk || lower == 0 || sides.size() != 2) {
            return notUnderstood(part.trimmed(), {u"写成 slope/water=3 或 slope/water=1/3"_s,
                                                  u"write it as slope/water=3 or slope/water=1/3"_s});
        }
        judgements.push_back({two->first, two->second, upper / lower});
    }
    return weightsFromPairs(land.criteria.size(), judgements);
}

/// The weightings that are called reasonable: limits of the table, else the spread around the weights; orders.
Result<WeightRange> reasonable(const AlgorithmInput &input, const WeighedLand &land, const std::vector<double> &weights)
{
    const double spread = input.parameters.number(u"spread"_s) / 100;
    WeightRange range;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const WeighedCriterion &criterion = land.criteria[i];
        const bool hasLimits = criterion.leastWeight > 0 || criterion.mostWeight < 1;
        range.least.push_back(hasLimits ? criterion.leastWeight : weights[i] * (1 - spread));
        range.most.push_back(hasLimits ? criterion.mostWeight : std::min(1.0, weights[i] * (1 + spread)));
    }
    for (const QString &part : partsOf(input.parameters.text(u"orders"_s))) {
        const auto two = twoOf(land, part, u'>');
        if (!two) {
            return notUnderstood(part.trimmed(), {u"写成 slope>water"_s, u"write it as slope>water"_s});
        }
        range.orders.push_back({two->first, two->second});
    }
    return range;
}

PatchRules rulesOf(const AlgorithmInput &input)
{
    return {input.parameters.number(u"least_score"_s),
            input.parameters.number(u"least_area_m2"_s),
            input.parameters.number(u"most_area_m2"_s),
            input.parameters.boolean(u"corners"_s),
            static_cast<int>(input.parameters.integer(u"opening"_s)),
            static_cast<std::size_t>(input.parameters.integer(u"most_patches"_s))};
}

Result<std::vector<GradedSite>> gradeSites(const AlgorithmInput &input, const SuitabilityStudy &study,
                                           const JobContext &job)
{
    const QString layer = layerOr(input, u"sites"_s, id(k_sites));
    std::vector<GradedSite> graded;
    if (layer.isEmpty()) {
        return graded;
    }
    const auto first = input.project.layer(layer, {}, job);
    const QStringList names =
        first ? QStringList{(*first)->schema().keyField, (*first)->schema().nameField} : QStringList();
    QStringList wanted = names;
    wanted.removeAll(QString());
    const auto sites = first ? input.project.layer(layer, wanted, job) : first;
    auto transform =
        sites ? CrsTransform::create((*sites)->crs(), study.land.frame.crs) : Result<CrsTransform>(sites.error());
    if (!transform) {
        return transform.error();
    }
    for (std::size_t row = 0; row < (*sites)->size(); ++row) {
        GradedSite site;
        site.code = std::string(textAt((*sites)->column(names[0]), row));
        site.name = std::string(textAt((*sites)->column(names[1]), row));
        site.position = placeOf(**sites, row);
        Point at = site.position;
        transform->apply(std::span(&at, 1));
        site.cell = study.land.frame.cellAt(at);
        for (std::size_t i = 0; site.cell && i < study.land.criteria.size(); ++i) {
            const double value = study.land.criteria[i].values[*site.cell];
            site.values.push_back(value);
            site.score += study.weights.weights[i] > 0 ? study.weights.weights[i] * value : 0;
        }
        for (std::size_t i = 0; site.cell && i < study.land.exclusions.size(); ++i) {
            if (study.on[i] && study.land.exclusions[i].cells[*site.cell] != 0) {
                site.excludedBy.push_back(i);
            }
        }
        graded.push_back(std::move(site));
    }
    return graded;
}

/// Where there is no patch: what would give one.
Result<void> findWays(SuitabilityStudy &study, PatchRules rules, const JobContext &job)
{
    // The lower the score, the more land: bisection over hundredths.
    int none = static_cast<int>(std::ceil(100 * rules.leastScore));
    int some = -1;
    while (none - some > 1) {
        const int middle = some < 0 ? 0 : some + (none - some) / 2;
        rules.leastScore = middle / 100.0;
        const auto patches = findPatches(study.land, study.scores, rules, job);
        if (!patches) {
            return patches.error();
        }
        if (patches->empty() && some < 0) {
            break; // not even with a score of 0
        }
        (patches->empty() ? none : some) = middle;
    }
    if (some >= 0) {
        study.reachableScore = some / 100.0;
    }
    auto loosenings = smallestLoosenings(study.land, study.on, rules, job);
    if (!loosenings) {
        return loosenings.error();
    }
    study.loosenings = std::move(*loosenings);
    return {};
}

Result<void> compare(const AlgorithmInput &input, SuitabilityStudy &study, const JobContext &job)
{
    std::vector<std::vector<double>> alternatives;
    for (const LandPatch &patch : study.patches) {
        alternatives.push_back(patch.values);
    }
    for (const std::size_t site : gradedAlternatives(study)) {
        alternatives.push_back(study.sites[site].values);
    }
    // A criterion without weight may be unknown; it then counts for nothing.
    for (std::vector<double> &values : alternatives) {
        for (double &value : values) {
            value = std::isnan(value) ? 0 : value;
        }
    }
    const auto range = reasonable(input, study.land, study.weights.weights);
    if (!range) {
        return range.error();
    }
    AcceptabilityOptions options;
    options.samples = static_cast<std::size_t>(input.parameters.integer(u"samples"_s));
    options.seed = static_cast<quint64>(input.parameters.integer(u"seed"_s));
    auto found = acceptability(alternatives, *range, options, job);
    if (!found) {
        return found.error();
    }
    study.acceptability = std::move(*found);
    study.flips = weightSensitivity(alternatives, study.weights.weights);
    return {};
}

Result<void> writeScoreFile(const AlgorithmInput &input, const SuitabilityStudy &study)
{
    const QString file = input.parameters.text(QString::fromUtf16(k_scoreFileParameter));
    if (file.isEmpty()) {
        return {};
    }
    const GridFrame &frame = study.land.frame;
    QStringList parameters{u"relocation.suitability"_s};
    for (auto it = input.parameters.all().begin(); it != input.parameters.all().end(); ++it) {
        parameters << it.key() + u'=' + it.value();
    }
    return writeScores(
        file, {frame.crs, frame.corner, frame.stepX, frame.stepY, frame.columns, frame.rows, study.scores.values},
        parameters.join(u"; "_s));
}

/// Weights and exclusions as the parameters have them.
Result<void> chooseWeights(const AlgorithmInput &input, SuitabilityStudy &study)
{
    const QString pairs = input.parameters.text(u"pairs"_s);
    const QString given = input.parameters.text(QString::fromUtf16(k_weightsParameter));
    if (!pairs.trimmed().isEmpty() && given.trimmed().isEmpty()) {
        auto judged = weightsFromText(study.land, pairs);
        if (!judged) {
            return judged.error();
        }
        study.weights = {judged->weights, 1};
        study.pairs = std::move(*judged);
    } else {
        auto weights = weightsFor(study.land, given);
        if (!weights) {
            return weights.error();
        }
        study.weights = std::move(*weights);
    }
    auto on = exclusionsWithout(study.land, input.parameters.text(QString::fromUtf16(k_withoutParameter)));
    if (!on) {
        return on.error();
    }
    study.on = std::move(*on);
    return {};
}

Result<Outcome> conclude(const AlgorithmInput &input, const WeighedLand &land, const JobContext &job)
{
    SuitabilityStudy study{land, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    if (auto chosen = chooseWeights(input, study); !chosen) {
        return chosen.error();
    }
    auto scores = weightedScores(land, study.weights.weights, openCells(land, study.on), job);
    if (!scores) {
        return scores.error();
    }
    study.scores = std::move(*scores);
    auto patches = findPatches(land, study.scores, rulesOf(input), job);
    if (!patches) {
        return patches.error();
    }
    study.patches = std::move(*patches);
    auto sites = gradeSites(input, study, job);
    if (!sites) {
        return sites.error();
    }
    study.sites = std::move(*sites);
    auto done = study.patches.empty() ? findWays(study, rulesOf(input), job) : compare(input, study, job);
    if (done) {
        done = writeScoreFile(input, study);
    }
    return done ? suitabilityOutcome(input, study) : Result<Outcome>(done.error());
}

} // namespace

std::vector<std::size_t> gradedAlternatives(const SuitabilityStudy &study)
{
    std::vector<std::size_t> alternatives;
    for (std::size_t i = 0; i < study.sites.size(); ++i) {
        const GradedSite &site = study.sites[i];
        if (site.cell && site.excludedBy.empty() && !std::isnan(site.score)) {
            alternatives.push_back(i);
        }
    }
    return alternatives;
}

void addSuitability(Registry &draft)
{
    Algorithm made;
    made.id = u"relocation.suitability"_s;
    made.programme = id(k_programme);
    made.name = {u"用地适宜性与候选地块"_s, u"Suitability of land, and candidate sites"_s};
    made.help = {
        u"按坡度、坡向、海拔、灾害和农田避让、到路水学医市等的距离给土地评分，找出成片可建的候选地块，并给出在合理的权重范围内各地块排第一的占比(SMAA)。"_s,
        u"Scores land by slope, aspect, elevation, buffers of hazards and farmland, and the ways to road, "
        u"water, school, clinic and market; finds patches that can be built on; and says in how many of all "
        u"reasonable weightings each is the best (SMAA)."_s};
    made.parameters = suitabilityParameters();
    made.figures = suitabilityFigures();
    made.run = Weighing{measure, conclude};
    draft.algorithms.push_back(made);
}

} // namespace cuntu::relocation
