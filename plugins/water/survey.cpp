// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/survey.h"

#include "plugins/water/declare.h"
#include "plugins/water/settlements.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

/// Works out the parts of each place.
class Surveyor {
public:
    Surveyor(Survey &survey, const Settlements &settlements, const ProjectSnapshot &project)
        : m_survey(survey), m_settlements(settlements), m_areas(project.areas()), m_claimed(settlements.layer->size())
    {
    }

    /// Which settlements each supplying works serves: the persons it says it serves, spread evenly over all that it
    /// lists.
    void claim();
    /// What settlements have by those works and by their own word.
    void prepareSettlements();
    /// The parts of place @p row, which lies at @p settlement (none: only what it states itself counts).
    void addParts(std::size_t row, const SupplyColumns &own, std::uint32_t settlement);

private:
    std::vector<Part> fromWorks(std::string_view codes) const;
    /// @p parts, as the row's own word changes them; not judged yet.
    std::vector<Part> partsOf(const LayerSnapshot &layer, const SupplyColumns &own, std::size_t row, double persons,
                              std::vector<Part> parts) const;
    void judge(Part &part, std::vector<Verdict> verdicts, std::uint32_t settlement) const;
    /// Gives @p place the parts that everybody at @p settlement has who says nothing themselves, judged once.
    void share(Place &place, std::uint32_t settlement);
    void applyService(std::size_t row, Part &part) const;

    Survey &m_survey;
    const Settlements &m_settlements;
    const AreaTree &m_areas;
    std::vector<std::vector<Part>> m_claimed; ///< by settlement
    std::vector<std::vector<Part>> m_partsOfSettlement;
    std::vector<Verdict> m_verdictOfSettlement;
    /// Per settlement where its parts begin and end, once somebody shares them; of households only.
    std::vector<std::optional<std::pair<std::uint32_t, std::uint32_t>>> m_shared;
};

void Surveyor::claim()
{
    Works &works = m_survey.works;
    m_survey.claims.resize(m_claimed.size());
    for (std::uint32_t w = 0; w < works.served.size(); ++w) {
        QStringList unknown;
        const std::vector<std::uint32_t> rows = m_settlements.listed(works.served[w], m_areas, m_survey.day, unknown);
        m_survey.unknownServed.push_back(unknown);
        double persons = 0;
        for (const std::uint32_t row : rows) {
            persons += m_settlements.persons[row];
        }
        const double served = works.servedPersons[w];
        const double share = std::isnan(served) ? 1 : persons > 0 ? std::min(1.0, served / persons) : 0;
        for (const std::uint32_t row : rows) {
            if (works.supplying[w]) {
                m_claimed[row].push_back({share, w, works.supplies[w], {}, {}});
                m_survey.claims[row].push_back(w);
            }
        }
    }
    for (std::vector<Part> &parts : m_claimed) { // several works: their persons add up, nobody is counted twice
        double sum = 0;
        for (const Part &part : parts) {
            sum += part.share;
        }
        for (Part &part : parts) {
            part.share /= std::max(1.0, sum);
        }
    }
}

/// Everybody's water from the works that are named: of two sources the better way to it, together the quantity, the
/// worse outage; the tests are taken together, see judge().
std::vector<Part> Surveyor::fromWorks(std::string_view codes) const
{
    std::vector<Part> found;
    for (const QString &code : listParts(codes)) {
        const auto at = m_survey.works.byCode.constFind(code);
        if (at == m_survey.works.byCode.cend() || !m_survey.works.supplying[*at]) {
            continue;
        }
        const Supply &next = m_survey.works.supplies[*at];
        if (found.empty()) {
            found.push_back({1, *at, next, {}, {}});
            continue;
        }
        Supply &supply = found.front().supply;
        if (next.delivery != Delivery::Unknown &&
            (supply.delivery == Delivery::Unknown || next.delivery < supply.delivery)) {
            supply.delivery = next.delivery;
            supply.mode = next.mode;
        }
        supply.lpcd += next.lpcd;
        supply.outage_days = std::fmax(supply.outage_days, next.outage_days);
        const Verdict worse = m_survey.works.stated[*at];
        supply.quality = std::max(supply.quality, worse.quality); // the worse of what both state
    }
    return found;
}

void Surveyor::judge(Part &part, std::vector<Verdict> verdicts, std::uint32_t settlement) const
{
    const Evidence &evidence = m_survey.works.evidence;
    const auto add = [&](const QString &code) {
        const auto found = evidence.verdicts.constFind(code);
        if (found != evidence.verdicts.cend()) {
            verdicts.insert(verdicts.end(), found->begin(), found->end());
        }
    };
    if (settlement != Part::k_noWorks && !evidence.verdicts.isEmpty()) {
        add(m_settlements.codes[settlement]);
        add(m_settlements.villages[settlement]);
    }
    if (part.works != Part::k_noWorks) {
        const Verdict stated = m_survey.works.stated[part.works];
        verdicts.push_back(part.supply.quality > stated.quality ? Verdict{part.supply.quality, stated.day} : stated);
        if (!evidence.verdicts.isEmpty()) {
            add(stringAt(m_survey.works.layer->column(u"code"_s), part.works));
        }
    }
    const Verdict verdict = qualityOn(verdicts, m_survey.day, m_survey.rules.retest_days);
    part.supply.quality = verdict.quality;
    part.tested = verdict.day;
    part.ratings = rate(part.supply, m_survey.rules);
}

std::vector<Part> Surveyor::partsOf(const LayerSnapshot &layer, const SupplyColumns &own, std::size_t row,
                                    double persons, std::vector<Part> parts) const
{
    if (numberAt(layer.column(u"supplied_on"_s), row) > m_survey.day.number()) {
        return {};
    }
    const std::string_view named = textAt(layer.column(u"works_code"_s), row);
    if (!named.empty()) {
        parts = fromWorks(named);
    }
    const bool worksAreOut =
        !named.empty() && parts.empty() && m_survey.works.byCode.contains(listParts(named).value(0));
    if (own.isStated(row) && !worksAreOut) { // about everybody there, whatever the works' lists say
        const auto largest = std::max_element(parts.begin(), parts.end(),
                                              [](const Part &a, const Part &b) { return a.share < b.share; });
        const Part base = largest == parts.end() ? Part() : *largest;
        const double supplied = numberAt(layer.column(u"supplied_pop"_s), row);
        parts = {base};
        parts.front().share = std::isnan(supplied) || persons <= 0 ? 1 : std::min(1.0, supplied / persons);
    }
    for (Part &part : parts) {
        own.putOver(row, part.supply);
    }
    return parts;
}

void Surveyor::prepareSettlements()
{
    const SupplyColumns columns(*m_settlements.layer);
    for (std::uint32_t row = 0; row < m_claimed.size(); ++row) {
        m_partsOfSettlement.push_back(
            partsOf(*m_settlements.layer, columns, row, m_settlements.persons[row], m_claimed[row]));
        m_verdictOfSettlement.push_back(columns.verdict(row));
    }
}

void Surveyor::share(Place &place, std::uint32_t settlement)
{
    m_shared.resize(m_partsOfSettlement.size());
    auto &shared = m_shared[settlement];
    if (!shared) {
        const auto first = static_cast<std::uint32_t>(m_survey.parts.size());
        for (Part part : m_partsOfSettlement[settlement]) {
            judge(part, {m_verdictOfSettlement[settlement]}, settlement);
            m_survey.parts.push_back(part);
        }
        shared = {first, static_cast<std::uint32_t>(m_survey.parts.size())};
    }
    std::tie(place.firstPart, place.endPart) = *shared;
}

void Surveyor::addParts(std::size_t row, const SupplyColumns &own, std::uint32_t settlement)
{
    const bool has = settlement != Part::k_noWorks;
    const bool isHousehold = m_survey.layer != m_settlements.layer;
    Place &place = m_survey.places[row];
    if (isHousehold && has && place.service == Service::NotSaid && own.saysNothing(row)) {
        share(place, settlement);
        return;
    }
    place.firstPart = static_cast<std::uint32_t>(m_survey.parts.size());
    std::vector<Part> parts = has ? m_partsOfSettlement[settlement] : std::vector<Part>();
    if (isHousehold) {
        parts = partsOf(*m_survey.layer, own, row, place.persons, std::move(parts));
    }
    for (Part &part : parts) {
        std::vector<Verdict> verdicts{own.verdict(row)};
        if (has && isHousehold) {
            verdicts.push_back(m_verdictOfSettlement[settlement]);
        }
        judge(part, std::move(verdicts), settlement);
        applyService(row, part);
        m_survey.parts.push_back(part);
    }
    place.endPart = static_cast<std::uint32_t>(m_survey.parts.size());
}

/// A place recorded as not supplied has no water, one recorded as not tested is not tested.
void Surveyor::applyService(std::size_t row, Part &part) const
{
    const Service service = m_survey.places[row].service;
    if (service == Service::NotCovered) {
        part.share = 0;
    } else if (service == Service::NotTested) {
        part.ratings.quality = Rating::Unknown;
        part.supply.quality = Quality::Untested;
    }
}

/// A fail that is newer than the word of the ledger takes it back (DOMAIN B.2: SAFE to UNSAFE on a bad sample).
Service withoutBrokenPromise(const Survey &survey, std::size_t row, const TrackView &track)
{
    const Place &place = survey.places[row];
    if (place.service != Service::Safe && place.service != Service::BasicSafe) {
        return place.service;
    }
    const auto standing = track.standingOn(survey.layer->id(row), survey.day);
    for (std::uint32_t k = place.firstPart; k < place.endPart; ++k) {
        const Part &part = survey.parts[k];
        if (part.supply.quality == Quality::Fail && part.tested && standing && *part.tested > standing->effective) {
            return Service::Unsafe;
        }
    }
    return place.service;
}

void readServices(Survey &survey, const TrackView &track)
{
    static const QStringList known{u"NOT_COVERED"_s, u"COVERED_NOT_TESTED"_s, u"SAFE"_s, u"BASIC_SAFE"_s, u"UNSAFE"_s};
    std::vector<Service> services;
    for (const QString &status : track.statuses()) {
        services.push_back(static_cast<Service>(known.indexOf(status) + 1));
    }
    const auto numbers = track.statusesOn(*survey.layer->sharedIds(), survey.day);
    for (std::size_t row = 0; row < survey.places.size(); ++row) {
        survey.places[row].service = services[numbers[row]];
    }
}

/// The households as the places of @p survey; the settlement of each.
Result<std::vector<std::uint32_t>> addHouseholds(const ProjectSnapshot &project, const Settlements &settlements,
                                                 Day day, const QStringList &moreFields, const JobContext &job,
                                                 Survey &survey)
{
    auto households = readHouseholds(project, settlements, day, moreFields, job);
    if (!households) {
        return households.error();
    }
    survey.layer = households->layer;
    survey.places.resize(survey.layer->size());
    for (std::size_t row = 0; row < survey.places.size(); ++row) {
        survey.places[row].persons = households->persons[row];
    }
    return std::move(households->settlementOf);
}

/// The settlements themselves as the places of @p survey; the settlement of each.
Result<std::vector<std::uint32_t>> addSettlements(const Settlements &settlements, Survey &survey)
{
    survey.layer = settlements.layer;
    survey.places.resize(survey.layer->size());
    std::vector<std::uint32_t> settlementOf(survey.places.size());
    for (std::uint32_t row = 0; row < survey.places.size(); ++row) {
        survey.places[row].persons = settlements.persons[row];
        settlementOf[row] = row;
    }
    return settlementOf;
}

/// Leaves out the places that @p rule does not ask about.
Result<void> countPlaces(const ProjectSnapshot &project, const Rule &rule, Day day, const JobContext &job,
                         Survey &survey)
{
    if (!rule.poorOnly) {
        return {};
    }
    const auto poor = inPoorVillages(project, *survey.layer, day, job);
    if (!poor) {
        return poor.error();
    }
    for (std::size_t row = 0; row < survey.places.size(); ++row) {
        survey.places[row].counted = (*poor)[row];
    }
    return {};
}

} // namespace

double Survey::share(std::size_t row, const std::function<bool(const Part &)> &holds) const
{
    double sum = 0;
    for (std::uint32_t k = places[row].firstPart; k < places[row].endPart; ++k) {
        sum += holds(parts[k]) ? parts[k].share : 0;
    }
    return std::min(1.0, sum);
}

double Survey::tapShare(std::size_t row) const
{
    return share(row, [](const Part &part) { return part.supply.hasTap(); });
}

double Survey::safeShare(std::size_t row) const
{
    switch (places[row].service) {
    case Service::Safe:
    case Service::BasicSafe:
        return 1;
    case Service::NotCovered:
    case Service::NotTested:
    case Service::Unsafe:
        return 0;
    case Service::NotSaid:
        break;
    }
    return share(row, [](const Part &part) { return part.ratings.isSafe(); });
}

Result<Survey> survey(const ProjectSnapshot &project, const Rule &rule, Day day, const JobContext &job,
                      const QStringList &moreFields, const QStringList &moreWorksFields)
{
    Survey survey;
    survey.day = day;
    auto rules = findRuleSet(project, rule.ruleSet, job);
    if (!rules) {
        return rules.error();
    }
    survey.rules = *rules;
    auto works = readWorks(project, rule, day, job, moreWorksFields);
    if (!works) {
        return works.error();
    }
    survey.works = std::move(*works);
    const bool households = rule.per == Per::Households;
    auto settlements = readSettlements(project, day, households ? QStringList() : moreFields, job);
    if (!settlements) {
        return settlements.error();
    }
    auto settlementOf = households ? addHouseholds(project, *settlements, day, moreFields, job, survey)
                                   : addSettlements(*settlements, survey);
    auto counted = settlementOf ? countPlaces(project, rule, day, job, survey) : Result<void>(settlementOf.error());
    if (!counted) {
        return counted.error();
    }
    const TrackView track =
        project.ledger().track({id(k_programme), households ? id(k_households) : id(k_settlements), {}});
    readServices(survey, track);
    Surveyor surveyor(survey, *settlements, project);
    surveyor.claim();
    surveyor.prepareSettlements();
    const SupplyColumns own(*survey.layer);
    for (std::size_t row = 0; row < survey.places.size(); ++row) {
        if (row % 8192 == 0 && job.isCancelled()) {
            return cancelledError();
        }
        surveyor.addParts(row, own, (*settlementOf)[row]);
        survey.places[row].service = withoutBrokenPromise(survey, row, track);
    }
    return survey;
}

} // namespace cuntu::water
