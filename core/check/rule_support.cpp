// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rule_support.h"

#include "core/geo/coverage.h"
#include "core/geo/geodesic.h"

#include <QLocale>

#include <cmath>
#include <limits>
#include <numbers>

namespace cuntu {

namespace {

constexpr double k_metresPerDegree = 111'320; // of latitude; good to 1 % anywhere, and thresholds are rounder than that

} // namespace

void FindingList::add(const LayerSnapshot &layer, std::size_t row, const QString &sentence,
                      std::optional<Point> position, bool canFix)
{
    if (++m_count[layer.schema().id] <= k_mostOfALayer) {
        m_findings.push_back({layer.schema().id, layer.id(row), sentence, position, canFix});
    }
}

void FindingList::addGeneral(const QString &layer, const QString &sentence)
{
    if (++m_count[layer] <= k_mostOfALayer) {
        m_findings.push_back({layer, {}, sentence, {}, false});
    }
}

std::vector<CheckFinding> FindingList::take()
{
    for (const auto &[layer, count] : m_count) {
        if (count > k_mostOfALayer) {
            m_findings.push_back(
                {layer, {}, Core::tr("and %1 more of this kind").arg(count - k_mostOfALayer), {}, false});
        }
    }
    return std::move(m_findings);
}

Result<void> eachLayer(const ProjectSnapshot &project, const JobContext &job,
                       const std::function<std::optional<QStringList>(const LayerSchema &)> &wanted,
                       const std::function<Result<void>(const LayerSnapshot &)> &visit)
{
    const QStringList ids = project.layers();
    for (const QString &id : ids) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        auto bare = project.layer(id, {}, job);
        if (!bare) {
            return bare.error();
        }
        const auto fields = wanted((*bare)->schema());
        if (!fields) {
            continue;
        }
        auto layer = fields->isEmpty() ? bare : project.layer(id, *fields, job);
        if (!layer) {
            return layer.error();
        }
        auto done = visit(**layer);
        if (!done) {
            return done;
        }
    }
    return {};
}

FoundResult findInLayers(const ProjectSnapshot &project, const JobContext &job,
                         const std::function<std::optional<QStringList>(const LayerSchema &)> &wanted,
                         const std::function<Result<void>(const LayerSnapshot &, FindingList &)> &visit)
{
    FindingList findings;
    auto done = eachLayer(project, job, wanted, [&](const LayerSnapshot &layer) { return visit(layer, findings); });
    if (!done) {
        return done.error();
    }
    return findings.take();
}

namespace {

/// @p text as people read it: width of characters, case and white space do not count.
QByteArray asRead(std::string_view text)
{
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    const bool isPlain = std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
    return isPlain ? bytes.toUpper() : normalised(QString::fromUtf8(bytes)).toUpper().toUtf8();
}

} // namespace

void reportRepeats(const LayerSnapshot &layer, const Column *column, FindingList &findings,
                   const std::function<QString(const QString &)> &sentence)
{
    if (!column || column->kind() != Column::Kind::Text) {
        return;
    }
    // Texts that read the same get one number; most are plain and their own.
    QHash<QByteArray, std::uint32_t> numbers;
    std::vector<std::uint32_t> numberOf(column->distinct());
    for (std::uint32_t code = 0; code < numberOf.size(); ++code) {
        const QByteArray text = asRead(column->textOf(code));
        const auto known = numbers.constFind(text);
        numberOf[code] = known == numbers.cend() ? *numbers.insert(text, code) : *known;
    }
    constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max();
    std::vector<std::size_t> first(column->distinct(), nowhere);
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const std::uint32_t code = column->code(row);
        if (code == Column::k_null || column->textOf(code).empty()) {
            continue;
        }
        std::size_t &earlier = first[numberOf[code]];
        if (earlier == nowhere) {
            earlier = row;
            continue;
        }
        const QString said = sentence(column->display(row));
        if (!said.isEmpty()) {
            findings.add(layer, row, said.arg(layer.id(earlier).value));
        }
    }
}

UnitMetres UnitMetres::at(const Crs &crs, Point position)
{
    if (!crs.isGeographic()) {
        return {};
    }
    return {k_metresPerDegree * std::cos(position.y * std::numbers::pi / 180), k_metresPerDegree};
}

double UnitMetres::apart_m(Point one, Point other) const
{
    return std::hypot((one.x - other.x) * east, (one.y - other.y) * north);
}

double UnitMetres::toSegment_m(Point position, Point from, Point to) const
{
    const double alongX = (to.x - from.x) * east;
    const double alongY = (to.y - from.y) * north;
    const double x = (position.x - from.x) * east;
    const double y = (position.y - from.y) * north;
    const double length = alongX * alongX + alongY * alongY;
    const double share = length > 0 ? std::clamp((x * alongX + y * alongY) / length, 0.0, 1.0) : 0.0;
    return std::hypot(x - share * alongX, y - share * alongY);
}

double distance_m(const Geometry &geometry, Point position, const UnitMetres &unit)
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < geometry.partCount(); ++i) {
        const auto part = geometry.part(i);
        for (std::size_t k = 1; k < part.size(); ++k) {
            least = std::min(least, unit.toSegment_m(position, part[k - 1], part[k]));
        }
    }
    return least;
}

double groundArea_m2(const Geometry &polygon, const Crs &crs)
{
    const auto geodesic = crs.isValid() ? Geodesic::create(crs) : Result<Geodesic>(Error{});
    if (!geodesic) {
        return planarArea(polygon);
    }
    double area = 0;
    for (std::size_t part = 0; part < polygon.partCount(); ++part) {
        area += (polygon.isHole(part) ? -1 : 1) * geodesic->area_m2(polygon.part(part));
    }
    return std::max(area, 0.0);
}

double settingOr(const ProjectSnapshot &project, QStringView key, double otherwise)
{
    return parseNumber(project.setting(key.toString())).value_or(otherwise);
}

const Field *fieldCalled(const LayerSchema &schema, const QStringList &words)
{
    const auto isOne = [&](const QString &text) {
        return !text.isEmpty() && words.contains(normalised(text), Qt::CaseInsensitive);
    };
    for (const Field &field : schema.fields) {
        if (isOne(field.id) || isOne(field.name.zh) || isOne(field.name.en) ||
            std::any_of(field.synonyms.begin(), field.synonyms.end(), isOne)) {
            return &field;
        }
    }
    return nullptr;
}

QString calledAs(const LayerSnapshot &layer, std::size_t row)
{
    for (const QString &field : {layer.schema().nameField, layer.schema().keyField}) {
        const Field *declared = field.isEmpty() ? nullptr : layer.schema().findField(field);
        const Column *column = layer.column(field);
        if (declared && declared->personal == Personal::No && column && !column->isNull(row)) {
            return column->display(row);
        }
    }
    return QStringLiteral("%1").arg(layer.id(row).value);
}

QString areaText(double area_m2)
{
    return QLocale::c().toString(area_m2, 'f', area_m2 < 100 ? 1 : 0);
}

} // namespace cuntu
