// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/obstacle.h"

#include "core/solve/cover_reduction.h"
#include "plugins/relocation/siting_layers.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

constexpr double k_never = std::numeric_limits<double>::infinity();

QString filled(const Text &text, const QStringList &arguments)
{
    QString sentence = text.toString();
    for (const QString &argument : arguments) {
        sentence = sentence.arg(argument);
    }
    return sentence;
}

QString shown(double number)
{
    return QString::number(number, 'g', 10);
}

QString shown(std::size_t count)
{
    return QString::number(count);
}

std::size_t count(const SitingInput &siting, SiteRule rule)
{
    return static_cast<std::size_t>(std::count(siting.rules.begin(), siting.rules.end(), rule));
}

bool isCounted(const SitingInput &siting, std::size_t demand)
{
    return siting.weights[demand] > 0 || (!siting.sizes.empty() && siting.sizes[demand] > 0);
}

/// To the nearest candidate that is not forbidden, or, with @p forbiddenToo, to any.
double nearest(const SitingInput &siting, std::size_t demand, bool forbiddenToo = false)
{
    double least = k_never;
    for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
        if (forbiddenToo || siting.rules[site] != SiteRule::Forbidden) {
            least = std::min(least, siting.distance(demand, site));
        }
    }
    return least;
}

/// Demands whose nearest candidate is farther than @p limit, and those among them that have no way to any.
struct Unserved {
    std::vector<std::size_t> beyond; ///< with a way, too long
    std::vector<std::size_t> cutOff;
    double longest = 0; ///< nearest distance of the farthest of all that have a way
    double weight = 0;  ///< of all unserved
};

Unserved unservedWithin(const SitingInput &siting, double limit)
{
    Unserved found;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        if (!isCounted(siting, demand)) {
            continue;
        }
        const double way = nearest(siting, demand);
        if (std::isinf(way)) {
            found.cutOff.push_back(demand);
        } else {
            found.longest = std::max(found.longest, way);
        }
        if (std::isfinite(way) && way > limit) {
            found.beyond.push_back(demand);
        }
        found.weight += way > limit ? siting.weights[demand] : 0;
    }
    return found;
}

QString nameDemands(const SitingInput &siting, const std::vector<std::size_t> &rows)
{
    return siting.demand ? nameSome(*siting.demand, rows, siting.demandKey) : QString();
}

QString nameCandidate(const SitingInput &siting, std::size_t site)
{
    return siting.candidates ? siting.candidateName(site) : QString::number(site);
}

/// Says who is cut off, and what snap distance, or who left out, would help.
void addCutOff(const SitingInput &siting, const std::vector<std::size_t> &cutOff, Obstacle &obstacle)
{
    if (cutOff.empty()) {
        return;
    }
    const QString names = nameDemands(siting, cutOff);
    double weight = 0;
    double farthest_m = 0;
    for (const std::size_t demand : cutOff) {
        weight += siting.weights[demand];
        const double off_m = siting.offNetwork_m.empty() ? 0 : siting.offNetwork_m[demand];
        farthest_m = off_m > 0 ? std::max(farthest_m, off_m) : k_never;
    }
    obstacle.violations.push_back({u"cut_off"_s, static_cast<double>(cutOff.size()),
                                   filled({u"%1 个需求点（权重 %2）不通到任何可选的候选点：%3"_s,
                                           u"%1 demands (weight %2) have no way to any candidate: %3"_s},
                                          {shown(cutOff.size()), shown(weight), names})});
    if (std::isfinite(farthest_m) && farthest_m > 0) {
        obstacle.relaxations.push_back(
            {u"snap_m"_s, farthest_m, farthest_m, names, true,
             filled({u"接入距离 snap_m 放宽到 %1 米"_s, u"a snap_m of %1 m lets all of them join the network"_s},
                    {shown(std::ceil(farthest_m))})});
    }
    obstacle.relaxations.push_back(
        {u"leave_out"_s, static_cast<double>(cutOff.size()), weight, names, true,
         filled({u"不计这 %1 个需求点（权重 %2）"_s, u"leave these %1 demands (weight %2) out"_s},
                {shown(cutOff.size()), shown(weight)})});
}

void addMoreSites(std::size_t more, std::size_t sites, bool proven, Obstacle &obstacle)
{
    obstacle.relaxations.push_back({u"sites"_s,
                                    static_cast<double>(more),
                                    static_cast<double>(sites),
                                    {},
                                    proven,
                                    more == 1 ? Text{u"再多选 1 个点"_s, u"one more site"_s}.toString()
                                              : filled({u"再多选 %1 个点，共 %2 个"_s, u"%1 more sites, %2 in all"_s},
                                                       {shown(more), shown(sites)})});
}

void addReach(double to, double from, bool proven, Obstacle &obstacle)
{
    obstacle.relaxations.push_back(
        {u"reach"_s,
         to - from,
         to,
         {},
         proven,
         filled({u"服务范围从 %2 放宽到 %1（加 %3）"_s, u"a reach of %1 instead of %2 (%3 more)"_s},
                {shown(to), shown(from), shown(to - from)})});
}

/// Fixed ones more than may be chosen, or more to be chosen than there are. False where the number is in order.
bool addNumber(const SitingInput &siting, std::uint32_t sites, bool exactly, Obstacle &obstacle)
{
    const std::size_t fixed = count(siting, SiteRule::Fixed);
    const std::size_t forbidden = count(siting, SiteRule::Forbidden);
    const std::size_t usable = siting.candidateCount() - forbidden;
    if (fixed > sites) {
        const std::size_t more = fixed - sites;
        obstacle.violations.push_back({u"fixed"_s, static_cast<double>(more),
                                       filled({u"必选 %1 个点，但只允许 %2 个，多 %3 个"_s,
                                               u"%1 sites are fixed, but %2 are allowed: %3 too many"_s},
                                              {shown(fixed), shown(std::size_t{sites}), shown(more)})});
        addMoreSites(more, fixed, true, obstacle);
        obstacle.relaxations.push_back({u"unfix"_s,
                                        static_cast<double>(more),
                                        static_cast<double>(sites),
                                        {},
                                        true,
                                        filled({u"少定 %1 个必选点"_s, u"%1 fewer fixed sites"_s}, {shown(more)})});
        return true;
    }
    if (exactly && sites > usable) {
        const std::size_t missing = sites - usable;
        obstacle.violations.push_back(
            {u"sites"_s, static_cast<double>(missing),
             filled({u"要选 %1 个点，可选的候选点只有 %2 个，差 %3 个"_s,
                     u"%1 sites are asked for, but there are %2 candidates that may be chosen: %3 too few"_s},
                    {shown(std::size_t{sites}), shown(usable), shown(missing)})});
        if (usable > 0) {
            obstacle.relaxations.push_back({u"sites"_s,
                                            -static_cast<double>(missing),
                                            static_cast<double>(usable),
                                            {},
                                            true,
                                            filled({u"少选 %1 个点"_s, u"%1 fewer sites"_s}, {shown(missing)})});
        }
        if (forbidden >= missing) {
            obstacle.relaxations.push_back(
                {u"release"_s,
                 static_cast<double>(missing),
                 static_cast<double>(forbidden - missing),
                 {},
                 true,
                 filled({u"放开 %1 个禁选点"_s, u"allow %1 forbidden candidates"_s}, {shown(missing)})});
        }
        return true;
    }
    return false;
}

/// The fewest forbidden candidates that would serve all of @p rows within @p limit.
void addRelease(const SitingInput &siting, const std::vector<std::size_t> &rows, double limit,
                const SitingLimits &limits, const JobContext &job, Obstacle &obstacle)
{
    SitingProblem problem;
    problem.start = {0};
    problem.rules.assign(siting.candidateCount(), SiteRule::Free);
    problem.opening.assign(siting.candidateCount(), 1);
    for (const std::size_t demand : rows) {
        const std::size_t before = problem.entries.size();
        for (std::uint32_t site = 0; site < siting.candidateCount(); ++site) {
            if (siting.rules[site] == SiteRule::Forbidden && siting.distance(demand, site) <= limit) {
                problem.entries.push_back({site, 0});
            }
        }
        if (problem.entries.size() == before) {
            return;
        }
        problem.start.push_back(static_cast<std::uint32_t>(problem.entries.size()));
        problem.otherwise.push_back(2);
    }
    const auto solution = solveSiting(reducedCover(problem), limits, job);
    if (!solution || rows.empty()) {
        return;
    }
    QStringList names;
    for (const std::uint32_t site : solution->sites) {
        names << nameCandidate(siting, site);
    }
    const QString list = names.join(Text{u"、"_s, u", "_s}.toString());
    obstacle.relaxations.push_back({u"release"_s, static_cast<double>(names.size()), 0, list, solution->optimal,
                                    filled({u"放开禁选点 %1"_s, u"allow the forbidden candidates %1"_s}, {list})});
}

/// Weight and number of demands that the best choice of @p sites leaves unserved.
void addLeaveOut(const SitingInput &siting, std::uint32_t sites, double limit, const SitingLimits &limits,
                 const JobContext &job, Obstacle &obstacle)
{
    const auto covered = solveMaxCoverage(siting, sites, limit, limits, job);
    if (!covered) {
        return;
    }
    std::vector<std::size_t> rows;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        const bool isServed = std::any_of(covered->sites.begin(), covered->sites.end(),
                                          [&](std::uint32_t site) { return siting.distance(demand, site) <= limit; });
        if (isCounted(siting, demand) && !isServed) {
            rows.push_back(demand);
        }
    }
    obstacle.relaxations.push_back(
        {u"leave_out"_s, covered->objective, static_cast<double>(rows.size()), nameDemands(siting, rows),
         covered->optimal,
         filled({u"留下 %1 个需求点（权重 %2）在范围之外"_s, u"leave %1 demands (weight %2) beyond the reach"_s},
                {shown(rows.size()), shown(covered->objective)})});
}

/// Parts of the network that have a demand: per part its weight, and whether a fixed site is in it.
struct Part {
    double weight = 0;
    std::size_t demands = 0;
    bool hasFixed = false;
};

std::vector<Part> partsOf(const SitingInput &siting)
{
    std::vector<Part> parts;
    std::vector<bool> isDone(siting.demandCount(), false);
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        std::size_t site = 0;
        while (site < siting.candidateCount() &&
               (siting.rules[site] == SiteRule::Forbidden || std::isinf(siting.distance(demand, site)))) {
            ++site;
        }
        if (isDone[demand] || !isCounted(siting, demand) || site == siting.candidateCount()) {
            continue;
        }
        Part part;
        for (std::size_t other = demand; other < siting.demandCount(); ++other) {
            if (isCounted(siting, other) && std::isfinite(siting.distance(other, site))) {
                isDone[other] = true;
                part.weight += siting.weights[other];
                ++part.demands;
            }
        }
        for (std::size_t fixed = 0; fixed < siting.candidateCount(); ++fixed) {
            part.hasFixed = part.hasFixed ||
                            (siting.rules[fixed] == SiteRule::Fixed && std::isfinite(siting.distance(demand, fixed)));
        }
        parts.push_back(part);
    }
    return parts;
}

void addParts(const SitingInput &siting, std::uint32_t sites, Obstacle &obstacle)
{
    std::vector<Part> parts = partsOf(siting);
    std::erase_if(parts, [](const Part &part) { return part.hasFixed; });
    const std::size_t needed = count(siting, SiteRule::Fixed) + parts.size();
    if (needed <= sites) {
        return;
    }
    const std::size_t missing = needed - sites;
    obstacle.violations.push_back(
        {u"parts"_s, static_cast<double>(missing),
         filled({u"路网分为互不相通的部分，至少需要 %1 个点，只允许 %2 个，差 %3 个"_s,
                 u"the network falls into separate parts: at least %1 sites are needed, %2 are allowed, %3 too few"_s},
                {shown(needed), shown(std::size_t{sites}), shown(missing)})});
    addMoreSites(missing, needed, true, obstacle);
    std::sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) { return a.weight < b.weight; });
    double weight = 0;
    std::size_t demands = 0;
    for (std::size_t k = 0; k < missing; ++k) {
        weight += parts[k].weight;
        demands += parts[k].demands;
    }
    obstacle.relaxations.push_back({u"leave_out"_s,
                                    weight,
                                    static_cast<double>(demands),
                                    {},
                                    true,
                                    filled({u"不计最小的 %1 个部分：%2 个需求点（权重 %3）"_s,
                                            u"leave the %1 lightest parts out: %2 demands (weight %3)"_s},
                                           {shown(missing), shown(demands), shown(weight)})});
}

/// Looks for the smallest changes that give a capacitated problem a solution. Whether there is one, is a search of its
/// own, where all costs are nothing.
class CapacityRelief {
public:
    CapacityRelief(const SitingInput &siting, const SitingTerms &terms, const SitingLimits &limits,
                   const JobContext &job)
        : m_siting(siting), m_terms(terms), m_limits(limits), m_job(job)
    {
        m_limits.gap = 0;
        if (limits.seconds) {
            m_limits.seconds = std::min(2.0, *limits.seconds / 10); // for each of a few dozen questions
        }
    }

    void addViolations(Obstacle &obstacle) const;
    void addRelaxations(Obstacle &obstacle);

private:
    enum class Answer { No, Yes, Unknown };

    CapacitatedProblem problem(const SitingInput &siting, const SitingTerms &terms) const;
    Answer isSolvable(const SitingInput &siting, const SitingTerms &terms) const;
    void addSites(Obstacle &obstacle) const;
    void addPlaces(Obstacle &obstacle) const;
    void addLimit(Obstacle &obstacle) const;
    void addBudget(Obstacle &obstacle) const;
    void addRule(SiteRule rule, const QString &kind, const Text &one, const Text &all, Obstacle &obstacle) const;
    double total() const { return std::accumulate(m_siting.sizes.begin(), m_siting.sizes.end(), 0.0); }
    double mostRoom(std::size_t sites) const;
    double leastPrice(std::size_t sites) const;
    std::size_t sitesAllowed() const;

    const SitingInput &m_siting;
    SitingTerms m_terms;
    SitingLimits m_limits;
    const JobContext &m_job;
};

CapacitatedProblem CapacityRelief::problem(const SitingInput &siting, const SitingTerms &terms) const
{
    std::vector<std::size_t> rows;
    CapacitatedProblem made = capacitatedProblem(siting, terms, rows);
    for (double &cost : made.costs) {
        cost = std::isfinite(cost) ? 0 : cost;
    }
    return made;
}

CapacityRelief::Answer CapacityRelief::isSolvable(const SitingInput &siting, const SitingTerms &terms) const
{
    const CapacitatedSolution solution = solveCapacitated(problem(siting, terms), m_limits, m_job);
    return solution.isFound() ? Answer::Yes : solution.cancelled ? Answer::Unknown : Answer::No;
}

std::size_t CapacityRelief::sitesAllowed() const
{
    return m_terms.sites.value_or(
        static_cast<std::uint32_t>(m_siting.candidateCount() - count(m_siting, SiteRule::Forbidden)));
}

/// What the largest @p sites sites hold, the fixed ones among them.
double CapacityRelief::mostRoom(std::size_t sites) const
{
    std::vector<double> free;
    double room = 0;
    for (std::size_t site = 0; site < m_siting.candidateCount(); ++site) {
        if (m_siting.rules[site] == SiteRule::Fixed) {
            room += m_siting.capacities[site];
            sites -= sites > 0 ? 1 : 0;
        } else if (m_siting.rules[site] == SiteRule::Free) {
            free.push_back(m_siting.capacities[site]);
        }
    }
    std::sort(free.rbegin(), free.rend());
    for (std::size_t k = 0; k < std::min(sites, free.size()); ++k) {
        room += free[k];
    }
    return room;
}

double CapacityRelief::leastPrice(std::size_t sites) const
{
    std::vector<double> free;
    double price = 0;
    for (std::size_t site = 0; site < m_siting.candidateCount(); ++site) {
        if (m_siting.rules[site] == SiteRule::Fixed) {
            price += m_siting.prices[site];
            sites -= sites > 0 ? 1 : 0;
        } else if (m_siting.rules[site] == SiteRule::Free) {
            free.push_back(m_siting.prices[site]);
        }
    }
    std::sort(free.begin(), free.end());
    for (std::size_t k = 0; k < std::min(sites, free.size()); ++k) {
        price += free[k];
    }
    return price;
}

void CapacityRelief::addViolations(Obstacle &obstacle) const
{
    if (m_terms.limit) {
        const Unserved unserved = unservedWithin(m_siting, *m_terms.limit);
        if (!unserved.beyond.empty()) {
            obstacle.violations.push_back(
                {u"reach"_s, unserved.longest - *m_terms.limit,
                 filled({u"%1 个需求点在 %2 以内没有候选点，最远的要 %3"_s,
                         u"%1 demands have no candidate within %2; the farthest needs %3"_s},
                        {shown(unserved.beyond.size()), shown(*m_terms.limit), shown(unserved.longest)})});
        }
    }
    const double room = mostRoom(sitesAllowed());
    if (total() > room * (1 + 1e-9)) {
        obstacle.violations.push_back(
            {u"capacity"_s, total() - room,
             filled({u"需安置 %1，允许的 %2 个点最多容纳 %3，差 %4"_s,
                     u"%1 must find a place, and the %2 sites allowed hold %3 at most: %4 too few"_s},
                    {shown(total()), shown(sitesAllowed()), shown(room), shown(total() - room)})});
    }
    double largest = 0;
    for (std::size_t site = 0; site < m_siting.candidateCount(); ++site) {
        largest = m_siting.rules[site] == SiteRule::Forbidden ? largest : std::max(largest, m_siting.capacities[site]);
    }
    std::vector<std::size_t> tooLarge;
    double over = 0;
    for (std::size_t demand = 0; demand < m_siting.demandCount(); ++demand) {
        if (m_siting.sizes[demand] > largest * (1 + 1e-9)) {
            tooLarge.push_back(demand);
            over = std::max(over, m_siting.sizes[demand] - largest);
        }
    }
    if (!tooLarge.empty()) {
        obstacle.violations.push_back(
            {u"size"_s, over,
             filled({u"%1 个需求点比最大的容量 %2 还大，最多超出 %3：%4"_s,
                     u"%1 demands are larger than the largest capacity of %2, by %3 at most: %4"_s},
                    {shown(tooLarge.size()), shown(largest), shown(over), nameDemands(m_siting, tooLarge)})});
    }
    if (m_siting.budget) {
        const double least = leastPrice(m_terms.sites ? *m_terms.sites : count(m_siting, SiteRule::Fixed));
        if (least > *m_siting.budget * (1 + 1e-9)) {
            obstacle.violations.push_back(
                {u"budget"_s, least - *m_siting.budget,
                 filled({u"最便宜的选法也要 %1，预算 %2，差 %3"_s,
                         u"the cheapest sites cost %1, the budget is %2: %3 short"_s},
                        {shown(least), shown(*m_siting.budget), shown(least - *m_siting.budget)})});
        }
    }
}

void CapacityRelief::addSites(Obstacle &obstacle) const
{
    if (!m_terms.sites) {
        return;
    }
    const std::size_t usable = m_siting.candidateCount() - count(m_siting, SiteRule::Forbidden);
    bool proven = true;
    for (std::size_t sites = *m_terms.sites + 1; sites <= usable; ++sites) {
        SitingTerms more = m_terms;
        more.sites = static_cast<std::uint32_t>(sites);
        const Answer answer = isSolvable(m_siting, more);
        if (answer == Answer::Yes) {
            addMoreSites(sites - *m_terms.sites, sites, proven, obstacle);
            return;
        }
        proven = proven && answer == Answer::No;
    }
}

/// One site made larger: it takes whatever the others cannot, and what it must take at least is the least cost of a
/// problem in which going there costs the size. Sites that can do no better than the best so far are not looked at.
void CapacityRelief::addPlaces(Obstacle &obstacle) const
{
    std::vector<std::pair<double, std::uint32_t>> order;
    for (std::uint32_t site = 0; site < m_siting.candidateCount(); ++site) {
        if (m_siting.rules[site] == SiteRule::Forbidden) {
            continue;
        }
        // Beside it, the largest others.
        SitingInput alone = m_siting;
        alone.rules[site] = SiteRule::Fixed;
        order.emplace_back(total() - CapacityRelief(alone, m_terms, m_limits, m_job).mostRoom(sitesAllowed()), site);
    }
    std::sort(order.begin(), order.end());
    double best = k_never;
    std::uint32_t at = 0;
    bool proven = true;
    for (const auto &[least, site] : order) {
        if (std::max(least, 0.0) >= best) {
            break;
        }
        CapacitatedProblem larger = problem(m_siting, m_terms);
        larger.rules[site] = SiteRule::Fixed;
        larger.capacities[site] = total() + 1;
        for (std::size_t demand = 0; demand < larger.demandCount(); ++demand) {
            double &cost = larger.costs[demand * larger.candidateCount() + site];
            cost = std::isfinite(cost) ? larger.sizes[demand] : cost;
        }
        SitingLimits limits = m_limits;
        const CapacitatedSolution solution = solveCapacitated(larger, limits, m_job);
        proven = proven && !solution.cancelled;
        const double more = solution.objective - m_siting.capacities[site];
        if (solution.isFound() && more < best) {
            best = more;
            at = site;
        }
    }
    if (std::isfinite(best) && best > 0) {
        const QString name = nameCandidate(m_siting, at);
        obstacle.relaxations.push_back(
            {u"places"_s, best, m_siting.capacities[at] + best, name, proven,
             filled({u"%2 增加 %1 个容量"_s, u"%1 more places at %2"_s}, {shown(best), name})});
    }
}

void CapacityRelief::addLimit(Obstacle &obstacle) const
{
    if (!m_terms.limit) {
        return;
    }
    std::vector<double> ways;
    for (std::size_t demand = 0; demand < m_siting.demandCount(); ++demand) {
        for (std::size_t site = 0; site < m_siting.candidateCount() && isCounted(m_siting, demand); ++site) {
            const double way = m_siting.distance(demand, site);
            if (m_siting.rules[site] != SiteRule::Forbidden && std::isfinite(way) && way > *m_terms.limit) {
                ways.push_back(way);
            }
        }
    }
    std::sort(ways.begin(), ways.end());
    ways.erase(std::unique(ways.begin(), ways.end()), ways.end());
    bool proven = true;
    const auto isEnough = [&](double way) {
        SitingTerms farther = m_terms;
        farther.limit = way;
        const Answer answer = isSolvable(m_siting, farther);
        proven = proven && answer != Answer::Unknown;
        return answer == Answer::Yes;
    };
    if (ways.empty() || !isEnough(ways.back())) {
        return;
    }
    std::size_t low = 0;
    std::size_t high = ways.size() - 1;
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        isEnough(ways[middle]) ? high = middle : low = middle + 1;
    }
    addReach(ways[high], *m_terms.limit, proven, obstacle);
}

void CapacityRelief::addBudget(Obstacle &obstacle) const
{
    if (!m_siting.budget) {
        return;
    }
    bool proven = true;
    SitingInput richer = m_siting;
    const auto isEnough = [&](double budget) {
        richer.budget = budget;
        const Answer answer = isSolvable(richer, m_terms);
        proven = proven && answer != Answer::Unknown;
        return answer == Answer::Yes;
    };
    const bool isWhole = std::all_of(m_siting.prices.begin(), m_siting.prices.end(),
                                     [](double price) { return price == std::floor(price); });
    double high = std::accumulate(m_siting.prices.begin(), m_siting.prices.end(), 0.0);
    double low = isWhole ? std::floor(*m_siting.budget) : *m_siting.budget; // not enough
    if (high <= low || !isEnough(high)) {
        return;
    }
    while (high - low > (isWhole ? 1 : 1e-6 * high)) {
        const double middle = isWhole ? std::floor((low + high) / 2) : (low + high) / 2;
        (isEnough(middle) ? high : low) = middle;
    }
    obstacle.relaxations.push_back({u"budget"_s,
                                    high - *m_siting.budget,
                                    high,
                                    {},
                                    proven,
                                    filled({u"预算增加 %1，到 %2"_s, u"%1 more budget, %2 in all"_s},
                                           {shown(high - *m_siting.budget), shown(high)})});
}

/// Candidates that were fixed or forbidden become free: one that is enough, else all.
void CapacityRelief::addRule(SiteRule rule, const QString &kind, const Text &one, const Text &all,
                             Obstacle &obstacle) const
{
    std::vector<std::size_t> ruled;
    for (std::size_t site = 0; site < m_siting.candidateCount(); ++site) {
        if (m_siting.rules[site] == rule) {
            ruled.push_back(site);
        }
    }
    SitingInput freed = m_siting;
    for (const std::size_t site : ruled) {
        freed.rules[site] = SiteRule::Free;
    }
    if (ruled.empty() || isSolvable(freed, m_terms) != Answer::Yes) {
        return;
    }
    for (const std::size_t site : ruled) {
        freed.rules = m_siting.rules;
        freed.rules[site] = SiteRule::Free;
        if (isSolvable(freed, m_terms) == Answer::Yes) {
            const QString name = nameCandidate(m_siting, site);
            obstacle.relaxations.push_back({kind, 1, 0, name, true, filled(one, {name})});
            return;
        }
    }
    obstacle.relaxations.push_back(
        {kind, static_cast<double>(ruled.size()), 0, {}, false, filled(all, {shown(ruled.size())})});
}

void CapacityRelief::addRelaxations(Obstacle &obstacle)
{
    const std::size_t before = obstacle.relaxations.size();
    addPlaces(obstacle);
    if (obstacle.violations.empty() && obstacle.relaxations.size() > before) {
        const double short_ = obstacle.relaxations.back().amount;
        obstacle.violations.push_back({u"packing"_s, short_,
                                       filled({u"总容量够，但各需求点须整体安置，怎样分都有一处装不下，至少差 %1"_s,
                                               u"there is room enough in all, but demands stay whole, and however they "
                                               u"are put together, %1 places are missing at least"_s},
                                              {shown(short_)})});
    }
    addSites(obstacle);
    addLimit(obstacle);
    addBudget(obstacle);
    addRule(SiteRule::Fixed, u"unfix"_s, {u"不再必选 %1"_s, u"do not fix %1"_s},
            {u"放开全部 %1 个必选点"_s, u"fix none of the %1"_s}, obstacle);
    addRule(SiteRule::Forbidden, u"release"_s, {u"放开禁选点 %1"_s, u"allow the forbidden candidate %1"_s},
            {u"放开全部 %1 个禁选点"_s, u"allow all %1 forbidden candidates"_s}, obstacle);
    if (obstacle.violations.empty()) {
        obstacle.violations.push_back({u"together"_s, 0,
                                       Text{u"各项条件单独都能满足，合在一起不能"_s,
                                            u"each condition could be kept alone, but not all of them together"_s}
                                           .toString()});
    }
    if (obstacle.relaxations.size() > before || (!m_terms.limit && !m_siting.budget)) {
        return;
    }
    // No single change is enough: reach and budget given up together, what is still missing besides.
    SitingInput richer = m_siting;
    richer.budget.reset();
    SitingTerms farther = m_terms;
    farther.limit.reset();
    Obstacle beside;
    CapacityRelief both(richer, farther, m_limits, m_job);
    if (both.isSolvable(richer, farther) != Answer::Yes) {
        both.addPlaces(beside);
        both.addSites(beside);
        if (beside.relaxations.empty()) {
            return;
        }
    }
    QStringList others;
    for (const Relaxation &each : beside.relaxations) {
        others << each.sentence;
    }
    const QString list = others.join(Text{u"，或"_s, u", or "_s}.toString());
    obstacle.relaxations.push_back(
        {u"combined"_s,
         0,
         0,
         {},
         false,
         others.isEmpty()
             ? Text{u"服务范围和预算都不限"_s, u"neither reach nor budget limited"_s}.toString()
             : filled({u"服务范围和预算都不限，并且 %1"_s, u"neither reach nor budget limited, and besides %1"_s},
                      {list})});
}

QJsonValue finite(double number)
{
    return std::isfinite(number) ? QJsonValue(number) : QJsonValue();
}

} // namespace

Obstacle obstacleOfSetCover(const SitingInput &siting, const SitingTerms &terms, const SitingLimits &limits,
                            const JobContext &job)
{
    Obstacle obstacle;
    const double limit = *terms.limit;
    const Unserved unserved = unservedWithin(siting, limit);
    addCutOff(siting, unserved.cutOff, obstacle);
    if (terms.sites && addNumber(siting, *terms.sites, false, obstacle)) {
        return obstacle;
    }
    if (!unserved.beyond.empty()) {
        obstacle.violations.push_back({u"reach"_s, unserved.longest - limit,
                                       filled({u"%1 个需求点在 %2 以内没有候选点，最远的要 %3：%4"_s,
                                               u"%1 demands have no candidate within %2; the farthest needs %3: %4"_s},
                                              {shown(unserved.beyond.size()), shown(limit), shown(unserved.longest),
                                               nameDemands(siting, unserved.beyond)})});
    }
    std::vector<std::size_t> rows = unserved.beyond;
    rows.insert(rows.end(), unserved.cutOff.begin(), unserved.cutOff.end());
    addRelease(siting, rows, limit, limits, job, obstacle);
    if (!terms.sites) {
        if (!unserved.beyond.empty()) {
            addReach(unserved.longest, limit, true, obstacle);
            addLeaveOut(siting,
                        static_cast<std::uint32_t>(siting.candidateCount() - count(siting, SiteRule::Forbidden)), limit,
                        limits, job, obstacle);
        }
        return obstacle;
    }
    SitingInput rest = siting; // those that are cut off have been spoken of
    for (const std::size_t demand : unserved.cutOff) {
        rest.weights[demand] = 0;
    }
    std::optional<Result<SitingSolution>> fewest;
    if (unserved.beyond.empty()) {
        fewest = solveSetCover(rest, limit, limits, job);
        if (!*fewest || (*fewest)->bound <= *terms.sites + 1e-6) {
            return obstacle;
        }
        const auto needed = static_cast<std::size_t>((*fewest)->objective + 0.5);
        obstacle.violations.push_back(
            {u"sites"_s, static_cast<double>(needed - *terms.sites),
             filled({u"全部覆盖需要 %1 个点，只允许 %2 个"_s, u"serving all takes %1 sites, %2 are allowed"_s},
                    {shown(needed), shown(std::size_t{*terms.sites})})});
        addMoreSites(needed - *terms.sites, needed, (*fewest)->optimal, obstacle);
    }
    const auto centre = obstacleOfPCentre(rest, terms).isEmpty() ? solvePCentre(rest, *terms.sites, limits, job)
                                                                 : Result<SitingSolution>(cancelledError());
    if (centre && centre->objective > limit) {
        addReach(centre->objective, limit, centre->optimal, obstacle);
    }
    addLeaveOut(rest, *terms.sites, limit, limits, job, obstacle);
    return obstacle;
}

Obstacle obstacleOfPCentre(const SitingInput &siting, const SitingTerms &terms)
{
    Obstacle obstacle;
    addCutOff(siting, unservedWithin(siting, k_never).cutOff, obstacle);
    if (!addNumber(siting, *terms.sites, true, obstacle)) {
        addParts(siting, *terms.sites, obstacle);
    }
    return obstacle;
}

Obstacle obstacleOfCapacitated(const SitingInput &siting, const SitingTerms &terms, const SitingLimits &limits,
                               const JobContext &job)
{
    Obstacle obstacle;
    SitingInput rest = siting;
    const Unserved unserved = unservedWithin(siting, k_never);
    addCutOff(siting, unserved.cutOff, obstacle);
    for (const std::size_t demand : unserved.cutOff) {
        rest.weights[demand] = 0;
        rest.sizes[demand] = 0;
    }
    if (terms.sites && addNumber(siting, *terms.sites, true, obstacle)) {
        return obstacle;
    }
    CapacityRelief relief(rest, terms, limits, job);
    relief.addViolations(obstacle);
    const bool isAllSaid = !unserved.cutOff.empty() && solveCapacitatedMedian(rest, terms, limits, job).isFound();
    if (!isAllSaid) {
        relief.addRelaxations(obstacle);
    }
    return obstacle;
}

Outcome obstacleOutcome(const Obstacle &obstacle)
{
    QJsonArray violations;
    QJsonArray relaxations;
    QStringList sentences;
    for (const Violation &each : obstacle.violations) {
        violations.append(QJsonObject{
            {u"constraint"_s, each.constraint}, {u"amount"_s, finite(each.amount)}, {u"sentence"_s, each.sentence}});
        sentences << each.sentence;
    }
    QStringList offers;
    for (const Relaxation &each : obstacle.relaxations) {
        relaxations.append(QJsonObject{{u"kind"_s, each.kind},
                                       {u"amount"_s, finite(each.amount)},
                                       {u"value"_s, finite(each.value)},
                                       {u"at"_s, each.at},
                                       {u"proven"_s, each.proven},
                                       {u"sentence"_s, each.sentence}});
        offers << each.sentence;
    }
    const QString stop = Text{u"；"_s, u"; "_s}.toString();
    QString sentence = sentences.join(stop);
    if (!offers.isEmpty()) {
        sentence += filled({u"。任选一项即可：%1"_s, u". Any one of these would do: %1"_s}, {offers.join(stop)});
    }
    Outcome outcome;
    outcome.figures = {{u"feasible"_s, false},
                       {u"violations"_s, violations},
                       {u"relaxations"_s, relaxations},
                       {u"sentence"_s, sentence}};
    return outcome;
}

} // namespace cuntu::relocation
