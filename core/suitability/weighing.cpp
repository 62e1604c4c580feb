// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/weighing.h"

#include <QRegularExpression>

namespace cuntu {

namespace {

template <class Items> Error unknownId(const QString &sentence, const Items &items)
{
    QStringList known;
    for (const auto &each : items) {
        known << each.id;
    }
    return {
        ErrorCode::NotFound, sentence, {}, Core::tr("There are: %1.").arg(known.join(QStringLiteral(", "))), {}, {}};
}

} // namespace

Result<Outcome> Weighing::operator()(const AlgorithmInput &input, const JobContext &job) const
{
    const auto land = measure(input, job);
    return land ? conclude(input, **land, job) : Result<Outcome>(land.error());
}

const Weighing *weighingOf(const Algorithm &algorithm)
{
    return algorithm.run.target<Weighing>();
}

Result<ScaledWeights> weightsFor(const WeighedLand &land, const QString &text)
{
    std::vector<double> weights = land.declaredWeights();
    if (!text.trimmed().isEmpty()) {
        const auto given = parseWeights(text);
        if (!given) {
            return given.error();
        }
        weights.assign(land.criteria.size(), 0);
        for (auto it = given->begin(); it != given->end(); ++it) {
            const auto criterion = land.criterion(it.key());
            if (!criterion) {
                return unknownId(Core::tr("'%1' is no criterion here").arg(it.key()), land.criteria);
            }
            weights[*criterion] = it.value();
        }
    }
    return scaledWeights(weights);
}

Result<ExclusionsOn> exclusionsWithout(const WeighedLand &land, const QString &without)
{
    static const QRegularExpression k_between(QStringLiteral("[;,；，\\s]+"));
    ExclusionsOn on(land.exclusions.size(), true);
    for (const QString &id : without.split(k_between, Qt::SkipEmptyParts)) {
        const auto exclusion = land.exclusion(id);
        if (!exclusion) {
            return unknownId(Core::tr("'%1' is no exclusion here").arg(id), land.exclusions);
        }
        on[*exclusion] = false;
    }
    return on;
}

} // namespace cuntu
