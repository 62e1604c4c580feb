// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/reasons.h"

#include "plugins/water/declare.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

QString numberText(double value)
{
    return std::isnan(value) ? Text{u"不明"_s, u"unknown"_s}.toString() : QString::number(value, 'g', 4);
}

QString percent(double share)
{
    return QString::number(100 * share, 'f', 1);
}

QString ratingText(Rating rating)
{
    switch (rating) {
    case Rating::Pass:
        return Text{u"达标"_s, u"full"_s}.toString();
    case Rating::Basic:
        return Text{u"基本达标"_s, u"basic"_s}.toString();
    case Rating::Fail:
        return Text{u"不达标"_s, u"below"_s}.toString();
    case Rating::Unknown:
        break;
    }
    return Text{u"不明"_s, u"unknown"_s}.toString();
}

QString partText(const Survey &survey, const Part &part)
{
    const QString what =
        modeText(part.supply.mode).toString() + u", "_s + deliveryText(part.supply.delivery).toString();
    QString sentence = part.works == Part::k_noWorks
                           ? Text{u"自述：%1，%2% 的人口"_s, u"as it states: %1, %2 % of the persons"_s}.toString().arg(
                                 what, percent(part.share))
                           : Text{u"%3：%1，%2% 的人口"_s, u"%3: %1, %2 % of the persons"_s}.toString().arg(
                                 what, percent(part.share), worksName(*survey.works.layer, part.works));
    if (part.supply.isDry()) {
        sentence += Text{u"，有管无水，不计"_s, u", a pipe without water, not counted"_s}.toString();
    }
    if (part.supply.refused) {
        sentence += Text{u"，不愿接水"_s, u", refused the tap"_s}.toString();
    }
    return sentence;
}

Text serviceText(Service service)
{
    const std::vector<Status> statuses = serviceLifeCycle().statuses;
    return service == Service::NotSaid ? Text() : statuses[static_cast<std::size_t>(service) - 1].name;
}

QString serviceSentence(const Survey &survey, std::size_t row)
{
    const Service service = survey.places[row].service;
    return service == Service::NotSaid
               ? QString()
               : Text{u"服务状态：%1。"_s, u"Service: %1. "_s}.toString().arg(serviceText(service).toString());
}

} // namespace

QString worksName(const LayerSnapshot &works, std::size_t row)
{
    const std::string_view name = textAt(works.column(u"name"_s), row);
    return toQString(name.empty() ? textAt(works.column(u"code"_s), row) : name);
}

QString supplyReason(const Survey &survey, std::size_t row)
{
    const Place &place = survey.places[row];
    QStringList parts;
    for (std::uint32_t k = place.firstPart; k < place.endPart; ++k) {
        parts << partText(survey, survey.parts[k]);
    }
    const QString what = parts.isEmpty() ? Text{u"没有已投用的工程供水，也没有自述的供水方式"_s,
                                                u"no works in service list it, and it states no supply of its own"_s}
                                               .toString()
                                         : parts.join(u"; "_s);
    return serviceSentence(survey, row) + what;
}

QString ratingReason(const Survey &survey, std::size_t row)
{
    const Place &place = survey.places[row];
    QStringList parts;
    for (std::uint32_t k = place.firstPart; k < place.endPart; ++k) {
        const Part &part = survey.parts[k];
        QString sentence =
            Text{
                u"水量%1（%2 升/人·日），水质%3，方便程度%4，保证率%5（年停水 %6 天）"_s,
                u"quantity %1 (%2 L per person and day), quality %3, convenience %4, reliability %5 (%6 days out a year)"_s}
                .toString()
                .arg(ratingText(part.ratings.quantity), numberText(part.supply.lpcd), ratingText(part.ratings.quality),
                     ratingText(part.ratings.convenience), ratingText(part.ratings.reliability),
                     numberText(part.supply.outage_days));
        if (part.tested) {
            sentence += Text{u"，检测于 %1"_s, u", tested on %1"_s}.toString().arg(part.tested->toText());
        }
        parts << sentence;
    }
    return serviceSentence(survey, row) + (parts.isEmpty() ? supplyReason(survey, row) : parts.join(u"; "_s)) +
           Text{u"（%1）"_s, u" (%1)"_s}.toString().arg(survey.rules.name.toString());
}

QString loadReason(const Survey &survey, const Load &load, std::size_t row)
{
    if (!survey.works.supplying[row]) {
        return Text{u"当日未验收或未投用，不供水"_s, u"neither accepted nor in service on the day: supplies nobody"_s}
            .toString();
    }
    return Text{u"用水为设计规模的 %1%，供水人口为设计人口的 %2%"_s,
                u"asked for %1 % of the design capacity, serving %2 % of the persons designed for"_s}
        .toString()
        .arg(std::isnan(load.share) ? numberText(load.share) : percent(load.share),
             std::isnan(load.crowding) ? numberText(load.crowding) : percent(load.crowding));
}

} // namespace cuntu::water
