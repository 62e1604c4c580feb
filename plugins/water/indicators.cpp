// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"
#include "plugins/water/survey.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

/// Shares of the persons of a place, 0 to 1: those it is true of, and those it is asked about.
struct Shares {
    double numerator = 0;
    double denominator = 1;
};
using Judge = std::function<Shares(const Survey &, std::size_t row)>;
using PartJudge = bool (*)(const Part &);

std::function<Result<IndicatorSet>(const IndicatorInput &, const JobContext &)> evaluator(Judge judge)
{
    return [judge = std::move(judge)](const IndicatorInput &input, const JobContext &job) -> Result<IndicatorSet> {
        const auto found = survey(input.project, Rule::from(input.parameters), input.asOf, job);
        if (!found) {
            return found.error();
        }
        IndicatorSet set{found->layer, {}};
        for (std::uint32_t row = 0; row < found->places.size(); ++row) {
            const Place &place = found->places[row];
            if (place.counted) {
                const Shares shares = judge(*found, row);
                set.items.push_back({row, place.persons * shares.numerator, place.persons * shares.denominator});
            }
        }
        return set;
    };
}

Judge ofParts(PartJudge holds)
{
    return [holds](const Survey &survey, std::size_t row) { return Shares{survey.share(row, holds), 1}; };
}

const Text &rule()
{
    static const Text text{
        u"分母为农村供水人口：户籍与常住人口取大，已搬迁户按安置点计。供水：自述供水方式的按自述，否则按当日已验收或已"
        u"投用"
        u"的供水工程的受益名单，工程的供水人口在名单内按人口分摊，不超过总人口；有管无水的不算。"_s,
        u"Divided by the rural supply population: the larger of registered and resident, households that moved at "
        u"their "
        u"site. Supplied: as the place itself states, else by the lists of works accepted or in service on the day, "
        u"whose "
        u"persons served are spread over all that they list, never more than there are; a pipe without water does not "
        u"count."_s};
    return text;
}

Indicator ratio(const QString &indicatorId, const Text &name, const Text &what, Judge judge)
{
    Indicator made = newIndicator(indicatorId, name, {what.zh + rule().zh, what.en + u" "_s + rule().en}, u"人"_s);
    made.parameters = Rule::parameters();
    made.evaluate = evaluator(std::move(judge));
    return made;
}

void addRates(Registry &draft)
{
    const auto add = [&](const QString &indicatorId, const Text &name, const Text &what, Judge judge) {
        draft.indicators.push_back(ratio(indicatorId, name, what, std::move(judge)));
    };
    add(u"tap_rate"_s, {u"自来水普及率"_s, u"Tap-water coverage"_s},
        {u"集中供水或城镇管网延伸到户、到院的人口占比。"_s,
         u"Share of persons with water in house or yard from centralised works or an urban network."_s},
        [](const Survey &survey, std::size_t row) {
            return Shares{survey.tapShare(row), 1};
        });
    add(u"central_rate"_s, {u"集中供水率"_s, u"Centralised supply"_s},
        {u"由集中供水工程或城镇管网供水的人口占比，含集中供水点。"_s,
         u"Share of persons supplied by centralised works or an urban network, by tap or standpipe."_s},
        ofParts([](const Part &part) { return part.supply.isCentrally(); }));
    add(u"safe_rate"_s, {u"饮水安全率"_s, u"Persons with safe water"_s},
        {u"水量、水质、用水方便程度、供水保证率均至少基本达标的人口占比；未检测的不算安全。有服务状态记录的按状态。"_s,
         u"Share of persons whose quantity, quality, convenience and reliability are all at least basic; untested is "
         u"not "
         u"safe. The recorded status of the service decides where there is one."_s},
        [](const Survey &survey, std::size_t row) {
            return Shares{survey.safeShare(row), 1};
        });
    add(u"three_checks_rate"_s, {u"装得上、量保障、质达标"_s, u"Installed, enough, good"_s},
        {u"自来水到户、水量至少基本达标、水质达标的人口占比。"_s,
         u"Share of persons with a tap, at least the basic quantity, and quality that passes in full."_s},
        ofParts([](const Part &part) {
            return part.supply.hasTap() && part.ratings.quality == Rating::Pass &&
                   (part.ratings.quantity == Rating::Pass || part.ratings.quantity == Rating::Basic);
        }));
    add(u"reliability"_s, {u"供水保证率"_s, u"Reliability"_s},
        {u"1 减去年停水天数除以 365，按人口平均；停水天数不明的不计入。"_s,
         u"1 less the days of outage in a year by 365, averaged over persons of whom the outage is known."_s},
        [](const Survey &survey, std::size_t row) {
            Shares shares{0, 0};
            for (std::uint32_t k = survey.places[row].firstPart; k < survey.places[row].endPart; ++k) {
                const Part &part = survey.parts[k];
                if (!std::isnan(part.supply.outage_days)) {
                    shares.numerator += part.share * part.supply.reliability();
                    shares.denominator += part.share;
                }
            }
            return shares;
        });
    add(u"quality_rate_pop"_s, {u"水质达标率（人口）"_s, u"Quality, by persons"_s},
        {u"有有效检测的人口中水质合格的比例；小型和分散供水基本达标也算。"_s,
         u"Of the persons whose water was tested in time, those of whom it passes; basic is enough for small and "
         u"dispersed supply."_s},
        [](const Survey &survey, std::size_t row) {
            return Shares{survey.share(row,
                                       [](const Part &part) {
                                           return part.ratings.quality == Rating::Pass ||
                                                  part.ratings.quality == Rating::Basic;
                                       }),
                          survey.share(row, [](const Part &part) { return part.ratings.quality != Rating::Unknown; })};
        });
}

/// Persons by supply mode. Those of dispersed supply and of none add up with the others to all.
void addModes(Registry &draft)
{
    const auto add = [&](const QString &indicatorId, Mode mode, const Text &name) {
        const Text what{u"此供水方式的人口。"_s, u"Persons of this supply mode."_s};
        Indicator made = ratio(indicatorId, name, what, [mode](const Survey &survey, std::size_t row) {
            return Shares{
                survey.share(row,
                             [mode](const Part &part) { return part.supply.isSupplied() && part.supply.mode == mode; }),
                1};
        });
        made.kind = Indicator::Kind::Sum;
        made.unit = u"人"_s;
        draft.indicators.push_back(made);
    };
    add(u"urban_ext_pop"_s, Mode::UrbanExtension, {u"城镇管网延伸供水人口"_s, u"Persons on an urban network"_s});
    add(u"central_large_pop"_s, Mode::CentralLarge, {u"规模化集中供水人口"_s, u"Persons on large works"_s});
    add(u"central_small_pop"_s, Mode::CentralSmall, {u"小型集中供水人口"_s, u"Persons on small works"_s});
    add(u"dispersed_pop"_s, Mode::Dispersed, {u"分散供水人口"_s, u"Persons on dispersed supply"_s});
    Indicator none =
        ratio(u"unsupplied_pop"_s, {u"未供水人口"_s, u"Persons without supply"_s},
              {u"没有任何供水方式、或供水方式不明、或有管无水的人口。"_s,
               u"Persons of no or an unknown supply mode, or with a pipe without water."_s},
              [](const Survey &survey, std::size_t row) {
                  return Shares{1 - survey.share(row, [](const Part &part) { return part.supply.isSupplied(); }), 1};
              });
    none.kind = Indicator::Kind::Sum;
    none.unit = u"人"_s;
    none.higherIsBetter = false;
    draft.indicators.push_back(none);
}

void addLadder(Registry &draft)
{
    const auto add = [&](const QString &indicatorId, JmpRung rung, const Text &name, bool good) {
        const Text what{u"世卫组织与儿基会饮水阶梯中此级的人口占比。"_s,
                        u"Share of persons on this rung of the WHO/UNICEF ladder of drinking water."_s};
        Indicator made = ratio(indicatorId, name, what, [rung](const Survey &survey, std::size_t row) {
            const double known =
                survey.share(row, [](const Part &part) { return jmpRung(part.supply) != JmpRung::Unknown; });
            return Shares{rung == JmpRung::Unknown
                              ? 1 - known
                              : survey.share(row, [rung](const Part &part) { return jmpRung(part.supply) == rung; }),
                          1};
        });
        made.higherIsBetter = good;
        draft.indicators.push_back(made);
    };
    add(u"jmp_safely_managed"_s, JmpRung::SafelyManaged, {u"JMP 安全管理"_s, u"JMP safely managed"_s}, true);
    add(u"jmp_basic"_s, JmpRung::Basic, {u"JMP 基本"_s, u"JMP basic"_s}, true);
    add(u"jmp_limited"_s, JmpRung::Limited, {u"JMP 有限"_s, u"JMP limited"_s}, false);
    add(u"jmp_unimproved"_s, JmpRung::Unimproved, {u"JMP 未改善"_s, u"JMP unimproved"_s}, false);
    add(u"jmp_surface"_s, JmpRung::Surface, {u"JMP 地表水"_s, u"JMP surface water"_s}, false);
    add(u"jmp_unknown"_s, JmpRung::Unknown, {u"JMP 不明"_s, u"JMP unknown"_s}, false);
}

} // namespace

Indicator newIndicator(const QString &indicatorId, const Text &name, const Text &help, const QString &counted)
{
    Indicator made;
    made.id = indicatorId;
    made.programme = id(k_programme);
    made.name = name;
    made.help = help;
    made.source = u"DOMAIN B.2"_s;
    made.unit = u"%"_s;
    made.countedThing = counted;
    return made;
}

void addIndicators(Registry &draft)
{
    addRates(draft);
    addVillageIndicator(draft);
    addSampleIndicator(draft);
    addModes(draft);
    addLadder(draft);
    addProjectIndicator(draft);
}

} // namespace cuntu::water
