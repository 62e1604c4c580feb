// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/receipt.h"

#include "core/base/text.h"
#include "core/progress/figure_change.h"
#include "core/project/as_known.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace cuntu {

namespace {

constexpr int k_exactDigits = 17; // enough to tell any two doubles apart

QByteArray exact(double number)
{
    return QByteArray::number(number, 'g', k_exactDigits);
}

/// The definition and each feature's part, one a line.
QString digestOf(const Receipt &receipt, const IndicatorSet &set)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QStringList definition{receipt.programme, receipt.indicator, receipt.area.toString(), receipt.asOf.toIso(),
                           toString(receipt.rung)};
    for (auto it = receipt.parameters.begin(); it != receipt.parameters.end(); ++it) {
        definition << it.key() + QLatin1Char('=') + it.value();
    }
    hash.addData(definition.join(QLatin1Char('\n')).toUtf8());
    for (const Contribution &item : set.items) {
        hash.addData("\n" + QByteArray::number(set.layer->id(item.row).value) + ';' + exact(item.numerator) + ';' +
                     exact(item.denominator));
    }
    return QString::fromLatin1(hash.result().toHex());
}

/// All parameters with the values that are used: a default that changes later must not change the receipt.
QMap<QString, QString> completed(const Indicator &indicator, QMap<QString, QString> parameters)
{
    for (const Parameter &parameter : indicator.parameters) {
        if (!parameters.contains(parameter.id)) {
            parameters.insert(parameter.id, parameter.defaultValue);
        }
    }
    return parameters;
}

QString figureText(const Receipt &receipt)
{
    return QStringLiteral("%1/%2").arg(receipt.numerator, 0, 'g', 12).arg(receipt.denominator, 0, 'g', 12);
}

} // namespace

Result<Receipt> drawReceipt(const Immutable<ProjectSnapshot> &project, const Registry &registry,
                            const ReceiptRequest &request, const JobContext &job)
{
    const Indicator *indicator = registry.findIndicator(request.indicator);
    if (!indicator) {
        return Error{ErrorCode::NotFound, Core::tr("there is no indicator %1").arg(request.indicator), {}, {}, {}, {}};
    }
    Receipt receipt;
    receipt.parameters = completed(*indicator, request.parameters);
    auto parameters = ParameterValues::parse(indicator->parameters, receipt.parameters);
    if (!parameters) {
        return parameters.error();
    }
    const Immutable<ProjectSnapshot> then = asKnown(project, request.known, request.rung);
    auto set = indicator->evaluate({*then, *parameters, request.asOf}, job);
    if (!set) {
        return set.error();
    }
    const IndicatorSet counted =
        request.area.isEmpty() ? *set : partInside(*set, then->areas(), request.asOf, {request.area});
    receipt.project = then->projectName();
    receipt.revision = then->revision();
    receipt.programme = indicator->programme;
    receipt.indicator = indicator->id;
    receipt.area = request.area;
    receipt.asOf = request.asOf;
    receipt.known = request.known;
    receipt.rung = request.rung;
    receipt.unit = indicator->unit;
    const Contribution sum = sumOf(counted);
    receipt.numerator = sum.numerator;
    receipt.denominator = sum.denominator;
    receipt.features = static_cast<qint64>(counted.items.size());
    receipt.value = valueOf(*indicator, receipt.numerator, receipt.denominator);
    receipt.digest = digestOf(receipt, counted);
    return receipt;
}

Result<Verification> verify(const Receipt &receipt, const Immutable<ProjectSnapshot> &project, const Registry &registry,
                            const JobContext &job)
{
    auto again = drawReceipt(
        project, registry,
        {receipt.indicator, receipt.parameters, receipt.area, receipt.asOf, receipt.known, receipt.rung}, job);
    if (!again) {
        return again.error();
    }
    Verification verification{*again, {}};
    if (again->project != receipt.project) {
        verification.differences
            << Core::tr("it was drawn up from '%1', this is '%2'").arg(receipt.project, again->project);
    }
    if (again->numerator != receipt.numerator || again->denominator != receipt.denominator) {
        verification.differences
            << Core::tr("the figure was %1 and is %2").arg(figureText(receipt), figureText(*again));
    } else if (again->digest != receipt.digest) {
        verification.differences << Core::tr("the sums are the same, but other features make them up, or the "
                                             "receipt's own words were changed");
    }
    if (!verification.differences.isEmpty() && again->revision > receipt.revision) {
        verification.differences
            << Core::tr("the project went from revision %1 to %2 since").arg(receipt.revision).arg(again->revision);
    }
    return verification;
}

QJsonObject toJson(const Receipt &receipt)
{
    QJsonObject parameters;
    for (auto it = receipt.parameters.begin(); it != receipt.parameters.end(); ++it) {
        parameters[it.key()] = it.value();
    }
    return {{QStringLiteral("receipt"), 1},
            {QStringLiteral("project"), receipt.project},
            {QStringLiteral("revision"), receipt.revision},
            {QStringLiteral("programme"), receipt.programme},
            {QStringLiteral("indicator"), receipt.indicator},
            {QStringLiteral("parameters"), parameters},
            {QStringLiteral("area"), receipt.area.toString()},
            {QStringLiteral("as_of"), receipt.asOf.toIso()},
            {QStringLiteral("known"), receipt.known.toIso()},
            {QStringLiteral("rung"), toString(receipt.rung)},
            {QStringLiteral("numerator"), receipt.numerator},
            {QStringLiteral("denominator"), receipt.denominator},
            {QStringLiteral("value"), receipt.value ? QJsonValue(*receipt.value) : QJsonValue()},
            {QStringLiteral("unit"), receipt.unit},
            {QStringLiteral("features"), receipt.features},
            {QStringLiteral("digest"), receipt.digest}};
}

Result<Receipt> receiptFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto text = [&](const char *key) { return object[QLatin1String(key)].toString(); };
    const auto asOf = Day::fromIso(text("as_of"));
    const auto known = Instant::fromIso(text("known"));
    const auto rung = rungFromString(text("rung"));
    const auto area = AreaCode::parse(text("area"));
    const bool placed = text("area").isEmpty() || area;
    if (object[QStringLiteral("receipt")].toInt() != 1 || !asOf || !known || !rung || !placed) {
        return Error{ErrorCode::Unreadable,
                     Core::tr("this is no receipt of a figure"),
                     {},
                     Core::tr("'cuntu receipt' writes one."),
                     {},
                     {}};
    }
    Receipt receipt;
    receipt.project = text("project");
    receipt.revision = object[QStringLiteral("revision")].toInteger();
    receipt.programme = text("programme");
    receipt.indicator = text("indicator");
    const QJsonObject parameters = object[QStringLiteral("parameters")].toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        receipt.parameters.insert(it.key(), it.value().toString());
    }
    receipt.area = area.value_or(AreaCode());
    receipt.asOf = *asOf;
    receipt.known = *known;
    receipt.rung = *rung;
    receipt.numerator = object[QStringLiteral("numerator")].toDouble();
    receipt.denominator = object[QStringLiteral("denominator")].toDouble();
    if (object[QStringLiteral("value")].isDouble()) {
        receipt.value = object[QStringLiteral("value")].toDouble();
    }
    receipt.unit = text("unit");
    receipt.features = object[QStringLiteral("features")].toInteger();
    receipt.digest = text("digest");
    return receipt;
}

} // namespace cuntu
