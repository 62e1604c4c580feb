// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/works.h"

#include "plugins/water/declare.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

constexpr int k_yearDays = 365;

Day dayOf(double number)
{
    return Day::fromNumber(static_cast<std::int32_t>(number));
}

Result<void> readSamples(const ProjectSnapshot &project, Day day, const JobContext &job, Evidence &evidence)
{
    const QStringList keys{u"works_code"_s, u"village_code"_s, u"settlement_code"_s};
    const auto layer = layerWith(project, id(k_samples), keys + QStringList{u"taken_on"_s, u"result"_s}, job);
    if (!layer) {
        return layer.error();
    }
    const ChoiceColumn<Quality> results((*layer)->column(u"result"_s), qualityChoices());
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const double taken = numberAt((*layer)->column(u"taken_on"_s), row);
        if (!(taken <= day.number())) {
            continue; // of the future, or without a day
        }
        for (const QString &key : keys) {
            const QString code = stringAt((*layer)->column(key), row);
            if (!code.isEmpty()) {
                const QString known = key == u"village_code"_s ? codeOn(project.areas(), code, day) : code;
                evidence.verdicts[known].push_back({results.at(row), dayOf(taken)});
            }
        }
    }
    return {};
}

Result<void> readOutages(const ProjectSnapshot &project, Day day, const JobContext &job, Evidence &evidence)
{
    const QStringList keys{u"works_code"_s, u"village_code"_s};
    const auto layer = layerWith(project, id(k_outages), keys + QStringList{u"began_on"_s, u"ended_on"_s}, job);
    if (!layer) {
        return layer.error();
    }
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const double began = numberAt((*layer)->column(u"began_on"_s), row);
        const double ended = numberAt((*layer)->column(u"ended_on"_s), row);
        const double first = std::max(began, static_cast<double>(day.number() - k_yearDays + 1));
        const double end = std::isnan(ended) ? day.number() + 1.0 : std::min(ended, day.number() + 1.0);
        for (const QString &key : keys) {
            const QString code = stringAt((*layer)->column(key), row);
            if (!code.isEmpty() && end > first) {
                evidence.outage_days[key == u"village_code"_s ? codeOn(project.areas(), code, day) : code] +=
                    end - first;
                break; // those of works are not counted again for the village
            }
        }
    }
    return {};
}

std::vector<bool> supplyingOn(const LayerSnapshot &layer, const LedgerView &ledger, const Rule &rule, Day day)
{
    const TrackView track = ledger.track({id(k_programme), id(k_works), {}});
    const LifeCycle cycle = worksLifeCycle();
    const std::vector<const Status *> statuses = cycle.findStatuses(track.statuses());
    const auto numbers = track.statusesOn(*layer.sharedIds(), day);
    std::vector<bool> supplying(layer.size());
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const Status *status = statuses[numbers[row]];
        supplying[row] = status != nullptr
                             ? status->countsAs == StatusClass::Done
                             : rule.acceptUnmarked || numberAt(layer.column(u"accepted_on"_s), row) <= day.number();
    }
    return supplying;
}

/// What the works say of their water, in @p row.
Supply supplyOf(const LayerSnapshot &layer, const SupplyColumns &columns, const Evidence &evidence, std::size_t row)
{
    Supply supply;
    columns.putOver(row, supply);
    const double persons = numberAt(layer.column(u"served_pop"_s), row);
    const double actual = numberAt(layer.column(u"actual_m3d"_s), row);
    if (std::isnan(supply.lpcd) && (persons > 0 || actual == 0)) {
        supply.lpcd = actual == 0 ? 0 : actual * 1000 / persons;
    }
    const QString code = stringAt(layer.column(u"code"_s), row);
    if (evidence.outage_days.contains(code)) {
        supply.outage_days = std::fmax(supply.outage_days, evidence.outage_days[code]); // the worse of the two
    }
    return supply;
}

} // namespace

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QStringList listParts(std::string_view text)
{
    static const QRegularExpression between(u"[;；,，、|\\s]+"_s);
    return toQString(text).split(between, Qt::SkipEmptyParts);
}

QStringList SupplyColumns::fields()
{
    return {u"supply_mode"_s, u"delivery"_s, u"quality"_s, u"tested_on"_s, u"outage_days"_s, u"lpcd"_s};
}

SupplyColumns::SupplyColumns(const LayerSnapshot &layer)
    : m_mode(layer.column(u"supply_mode"_s), modeChoices()),
      m_delivery(layer.column(u"delivery"_s), deliveryChoices()),
      m_kind(layer.column(u"water_kind"_s), kindChoices()),
      m_quality(layer.column(u"quality"_s), qualityChoices()),
      m_tested(layer.column(u"tested_on"_s)),
      m_lpcd(layer.column(u"lpcd"_s)),
      m_min(layer.column(u"fetch_min"_s)),
      m_h(layer.column(u"fetch_h_m"_s)),
      m_v(layer.column(u"fetch_v_m"_s)),
      m_outage(layer.column(u"outage_days"_s)),
      m_scarce(layer.column(u"is_scarce"_s)),
      m_refused(layer.column(u"refused"_s)),
      m_worksCode(layer.column(u"works_code"_s)),
      m_suppliedOn(layer.column(u"supplied_on"_s))
{
}

void SupplyColumns::putOver(std::size_t row, Supply &supply) const
{
    const auto put = [](auto value, auto unknown, auto &into) { into = value == unknown ? into : value; };
    put(m_mode.at(row), Mode::Unknown, supply.mode);
    put(m_delivery.at(row), Delivery::Unknown, supply.delivery);
    put(m_kind.at(row), Kind::Unknown, supply.kind);
    for (const auto &[column, into] :
         {std::pair(m_lpcd, &supply.lpcd), std::pair(m_min, &supply.fetch_min), std::pair(m_h, &supply.fetchH_m),
          std::pair(m_v, &supply.fetchV_m), std::pair(m_outage, &supply.outage_days)}) {
        const double value = numberAt(column, row);
        *into = std::isnan(value) ? *into : value;
    }
    supply.scarce = supply.scarce || numberAt(m_scarce, row) == 1;
    supply.refused = supply.refused || numberAt(m_refused, row) == 1;
}

bool SupplyColumns::isStated(std::size_t row) const
{
    return m_mode.at(row) != Mode::Unknown || m_delivery.at(row) != Delivery::Unknown ||
           m_kind.at(row) != Kind::Unknown;
}

bool SupplyColumns::saysNothing(std::size_t row) const
{
    for (const Column *column : {m_lpcd, m_min, m_h, m_v, m_outage, m_suppliedOn}) {
        if (!std::isnan(numberAt(column, row))) {
            return false;
        }
    }
    return !isStated(row) && m_quality.at(row) == Quality::Unknown && numberAt(m_scarce, row) != 1 &&
           numberAt(m_refused, row) != 1 && textAt(m_worksCode, row).empty();
}

Verdict SupplyColumns::verdict(std::size_t row) const
{
    const double tested = numberAt(m_tested, row);
    return {m_quality.at(row), std::isnan(tested) ? std::nullopt : std::optional(dayOf(tested))};
}

Result<Works> readWorks(const ProjectSnapshot &project, const Rule &rule, Day day, const JobContext &job,
                        const QStringList &moreFields)
{
    Works works;
    if (auto read = readSamples(project, day, job, works.evidence); !read) {
        return read.error();
    }
    if (auto read = readOutages(project, day, job, works.evidence); !read) {
        return read.error();
    }
    auto layer = layerWith(
        project, id(k_works),
        SupplyColumns::fields() + moreFields +
            QStringList{u"code"_s, u"served"_s, u"village_code"_s, u"served_pop"_s, u"actual_m3d"_s, u"accepted_on"_s},
        job);
    if (!layer) {
        return layer.error();
    }
    works.layer = *layer;
    works.supplying = supplyingOn(**layer, project.ledger(), rule, day);
    const SupplyColumns columns(**layer);
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        works.supplies.push_back(supplyOf(**layer, columns, works.evidence, row));
        works.stated.push_back(columns.verdict(row));
        works.servedPersons.push_back(numberAt((*layer)->column(u"served_pop"_s), row));
        QStringList parts = listParts(textAt((*layer)->column(u"served"_s), row));
        if (parts.isEmpty()) {
            parts = listParts(textAt((*layer)->column(u"village_code"_s), row));
        }
        works.served.push_back(std::move(parts));
        works.byCode.insert(stringAt((*layer)->column(u"code"_s), row), static_cast<std::uint32_t>(row));
    }
    return works;
}

} // namespace cuntu::water
