// SPDX-License-Identifier: GPL-3.0-or-later
// Figures that say the same thing in two places: households of a settlement, sums of a village (DOMAIN E.9).
#include "core/check/rules.h"

#include "core/snapshot/home_finder.h"

#include <cmath>

namespace cuntu {

namespace {

constexpr double k_wholeRegister = 0.5; ///< with fewer households than that, the layer holds only some of them
constexpr double k_fewer = 0.05;        ///< so many may be missing of a whole register: people move
constexpr double k_fewest = 2;          ///< of small settlements as well

using LayerResult = Result<Immutable<LayerSnapshot>>;

LayerResult layerOf(const ProjectSnapshot &project, const char *id, const QStringList &fields, const JobContext &job)
{
    return project.layer(QString::fromLatin1(id), fields, job);
}

/// How many households stand in each settlement.
std::vector<double> countedHouseholds(const LayerSnapshot &settlements, const LayerSnapshot &households,
                                      const AreaTree &areas)
{
    std::vector<double> counted(settlements.size(), 0);
    HomeFinder homes(settlements, households, areas, Day::today());
    for (std::size_t row = 0; row < households.size(); ++row) {
        const std::uint32_t home = homes.at(row);
        if (home != HomeFinder::k_nowhere) {
            counted[home] += 1;
        }
    }
    return counted;
}

void reportCounts(const LayerSnapshot &settlements, const std::vector<double> &counted, FindingList &findings)
{
    const Column *said = settlements.column(QStringLiteral("hh_registered"));
    if (!said || said->kind() != Column::Kind::Number) {
        return;
    }
    double allSaid = 0;
    double allCounted = 0;
    for (std::size_t row = 0; row < counted.size(); ++row) {
        allSaid += std::isfinite(said->number(row)) && counted[row] > 0 ? said->number(row) : 0;
        allCounted += counted[row];
    }
    const bool isWhole = allCounted >= k_wholeRegister * allSaid;
    for (std::size_t row = 0; row < counted.size(); ++row) {
        const double number = said->number(row);
        const bool more = counted[row] > number;
        const bool fewer = isWhole && counted[row] > 0 && number - counted[row] > std::max(k_fewest, k_fewer * number);
        if (std::isfinite(number) && (more || fewer)) {
            findings.add(settlements, row,
                         Core::tr("%1 is said to have %2 households, the register has %3 there")
                             .arg(calledAs(settlements, row))
                             .arg(number)
                             .arg(counted[row]));
        }
    }
}

/// Sums of a number of the settlements by village; not-a-number where one of them is missing.
QHash<QString, double> sumsByVillage(const LayerSnapshot &settlements, const QString &field)
{
    QHash<QString, double> sums;
    const Column *villages = settlements.column(QStringLiteral("village_code"));
    const Column *numbers = settlements.column(field);
    for (std::size_t row = 0; villages && numbers && row < settlements.size(); ++row) {
        sums[villages->display(row)] += numbers->number(row);
    }
    return sums;
}

void reportSums(const LayerSnapshot &villages, const LayerSnapshot &settlements, const QString &field,
                FindingList &findings)
{
    const Column *codes = villages.column(QStringLiteral("code"));
    const Column *said = villages.column(field);
    const QHash<QString, double> sums = sumsByVillage(settlements, field);
    for (std::size_t row = 0; codes && said && row < villages.size(); ++row) {
        const auto sum = sums.constFind(codes->display(row));
        if (sum != sums.cend() && std::isfinite(*sum) && std::isfinite(said->number(row)) &&
            *sum != said->number(row)) {
            findings.add(villages, row,
                         Core::tr("%1 of %2: %3, but its settlements add up to %4")
                             .arg(villages.schema().findField(field)->name.toString(), calledAs(villages, row))
                             .arg(said->number(row))
                             .arg(*sum));
        }
    }
}

} // namespace

FoundResult checkHouseholdCounts(const ProjectSnapshot &project, const JobContext &job)
{
    FindingList findings;
    if (project.featureCount(QStringLiteral("households")) == 0) {
        return findings.take();
    }
    const QStringList fields{QStringLiteral("code"), QStringLiteral("name"), QStringLiteral("village_code"),
                             QStringLiteral("hh_registered")};
    const LayerResult settlements = layerOf(project, "settlements", fields, job);
    const LayerResult households = layerOf(project, "households", HomeFinder::householdFields(), job);
    if (!settlements || !households) {
        return settlements ? households.error() : settlements.error();
    }
    if ((*settlements)->size() > 0) {
        reportCounts(**settlements, countedHouseholds(**settlements, **households, project.areas()), findings);
    }
    return findings.take();
}

FoundResult checkVillageSums(const ProjectSnapshot &project, const JobContext &job)
{
    FindingList findings;
    const QStringList figures{QStringLiteral("hh_registered"), QStringLiteral("pop_registered")};
    const LayerResult villages =
        layerOf(project, "villages", figures + QStringList{QStringLiteral("code"), QStringLiteral("name")}, job);
    const LayerResult settlements =
        layerOf(project, "settlements", figures + QStringList{QStringLiteral("village_code")}, job);
    if (!villages || !settlements) {
        return villages ? settlements.error() : villages.error();
    }
    for (const QString &field : figures) {
        reportSums(**villages, **settlements, field, findings);
    }
    return findings.take();
}

} // namespace cuntu
