// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/criterion_spec.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu {

namespace {

using Measure = CriterionSpec::Measure;

struct MeasureName {
    Measure measure;
    const char *id;
    const char *unit;
    bool hasLayer;
};

constexpr std::array<MeasureName, 9> k_measures{{{Measure::Slope, "slope", "°", false},
                                                 {Measure::Aspect, "aspect", "°", false},
                                                 {Measure::Elevation, "elevation", "m", false},
                                                 {Measure::Ruggedness, "ruggedness", "m", false},
                                                 {Measure::Distance, "distance", "m", true},
                                                 {Measure::Walk, "walk", "min", true},
                                                 {Measure::Travel, "travel", "min", true},
                                                 {Measure::Inside, "inside", "", true},
                                                 {Measure::Raster, "raster", "", true}}};

const MeasureName &nameOf(Measure measure)
{
    return *std::find_if(k_measures.begin(), k_measures.end(),
                         [measure](const MeasureName &each) { return each.measure == measure; });
}

Error wrong(const CriterionSpec &spec, const QString &what, const QString &advice = {})
{
    return {ErrorCode::Invalid, Core::tr("criterion '%1': %2").arg(spec.id, what), {}, advice, {}, {}};
}

Result<void> readMeasure(const QMap<QString, QString> &cells, CriterionSpec &spec)
{
    const QString text = cells.value(QStringLiteral("measure")).trimmed().toLower();
    const auto found = std::find_if(k_measures.begin(), k_measures.end(),
                                    [&text](const MeasureName &each) { return text == QLatin1String(each.id); });
    if (found == k_measures.end()) {
        QStringList known;
        for (const MeasureName &each : k_measures) {
            known << QLatin1String(each.id);
        }
        return wrong(spec, Core::tr("'%1' is no measure").arg(text),
                     Core::tr("Measures are: %1.").arg(known.join(QStringLiteral(", "))));
    }
    spec.measure = found->measure;
    spec.layer = cells.value(QStringLiteral("layer")).trimmed();
    if (found->hasLayer && spec.layer.isEmpty()) {
        return wrong(spec, Core::tr("the layer is missing"), Core::tr("Name the layer, or the file of a raster."));
    }
    const QString where = cells.value(QStringLiteral("where")).trimmed();
    const qsizetype equals = where.indexOf(QLatin1Char('='));
    if (!where.isEmpty() && equals <= 0) {
        return wrong(spec, Core::tr("'%1' chooses no features").arg(where), Core::tr("Write it as field=value|value."));
    }
    spec.whereField = where.left(std::max<qsizetype>(equals, 0)).trimmed();
    spec.whereValues = equals > 0 ? where.mid(equals + 1).split(QLatin1Char('|')) : QStringList();
    return {};
}

/// The number in a cell; @p usual where it is blank; empty where it is no number from 0 to @p most.
std::optional<double> numberIn(const QMap<QString, QString> &cells, const QString &heading, double usual, double most)
{
    const QString text = cells.value(heading).trimmed();
    bool ok = true;
    const double number = text.isEmpty() ? usual : text.toDouble(&ok);
    return ok && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

Result<void> readJudgement(const QMap<QString, QString> &cells, CriterionSpec &spec)
{
    auto curve = ValueCurve::parse(cells.value(QStringLiteral("curve")));
    if (!curve) {
        return wrong(spec, curve.error().sentence, curve.error().advice);
    }
    spec.curve = std::move(*curve);
    const auto weight = numberIn(cells, QStringLiteral("weight"), 1, 1e9);
    const auto least = numberIn(cells, QStringLiteral("least"), 0, 1);
    const auto most = numberIn(cells, QStringLiteral("most"), 1, 1);
    if (!weight || !least || !most || *least > *most) {
        return wrong(spec, Core::tr("weight, least and most are no numbers that fit"),
                     Core::tr("The weight is a number from 0 on, least and most are shares of all weights, 0 to 1."));
    }
    spec.weight = *weight;
    spec.leastWeight = *least;
    spec.mostWeight = *most;
    return {};
}

Result<void> readLimit(const QMap<QString, QString> &cells, CriterionSpec &spec)
{
    const QString text = cells.value(QStringLiteral("limit")).simplified();
    if (text.isEmpty() && spec.measure == Measure::Inside) {
        return {};
    }
    bool ok = false;
    const double limit = text.mid(1).toDouble(&ok);
    if (!ok || !std::isfinite(limit) || !(text.startsWith(QLatin1Char('>')) || text.startsWith(QLatin1Char('<')))) {
        return wrong(spec, Core::tr("'%1' is no limit").arg(text),
                     Core::tr("Write '> 25' where land above 25 is out, '< 50' where land below 50 is."));
    }
    spec.limit = limit;
    spec.isAbove = text.startsWith(QLatin1Char('>'));
    return {};
}

} // namespace

QString CriterionSpec::unit() const
{
    return QString::fromUtf8(nameOf(measure).unit);
}

Result<CriterionSpec> CriterionSpec::fromRow(const QMap<QString, QString> &cells)
{
    CriterionSpec spec;
    spec.id = cells.value(QStringLiteral("id")).trimmed();
    if (spec.id.isEmpty() || !std::all_of(spec.id.begin(), spec.id.end(), [](QChar c) {
            return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
        })) {
        return wrong(spec, Core::tr("its id is not of lower-case letters, digits and _"));
    }
    const auto named = [&](const QString &heading) {
        const QString own = cells.value(heading).trimmed();
        const QString name = own.isEmpty() ? cells.value(QStringLiteral("name")).trimmed() : own;
        return name.isEmpty() ? spec.id : name;
    };
    spec.name = {named(QStringLiteral("name_zh")), named(QStringLiteral("name_en"))};
    const QString role = cells.value(QStringLiteral("role")).trimmed().toLower();
    if (!role.isEmpty() && role != QStringLiteral("criterion") && role != QStringLiteral("exclusion")) {
        return wrong(spec, Core::tr("its role '%1' is neither criterion nor exclusion").arg(role));
    }
    spec.isExclusion = role == QStringLiteral("exclusion");
    spec.mayBeMissing = cells.value(QStringLiteral("optional")).trimmed().toLower() == QStringLiteral("yes");
    auto read = readMeasure(cells, spec);
    if (read) {
        read = spec.isExclusion ? readLimit(cells, spec) : readJudgement(cells, spec);
    }
    return read ? Result<CriterionSpec>(std::move(spec)) : Result<CriterionSpec>(read.error());
}

} // namespace cuntu
