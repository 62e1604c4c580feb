// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/receipt.h"

#include "core/base/text.h"
#include "core/progress/figure_change.h"
#include "core/project/as_known.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

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
    for (const AreaCode &area : receipt.scope) {
        definition << area.toString();
    }
    if (receipt.baseline) {
        definition << QStringLiteral("baseline ") + receipt.baseline->toIso();
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
    const Indicator *indicator = registry.findIndicator(request.question.indicator);
    if (!indicator) {
        return Error{
            ErrorCode::NotFound, Core::tr("there is no indicator %1").arg(request.question.indicator), {}, {}, {}, {}};
    }
    FigureQuestion question = request.question;
    question.parameters = completed(*indicator, question.parameters);
    const Immutable<ProjectSnapshot> then = asKnown(project, request.known, request.rung);
    auto counted = featuresBehind(*then, registry, question, request.asOf, job);
    if (!counted) {
        return counted.error();
    }
    Receipt receipt;
    receipt.project = then->projectName();
    receipt.revision = then->revision();
    receipt.programme = indicator->programme;
    receipt.indicator = indicator->id;
    receipt.parameters = question.parameters;
    receipt.area = question.area;
    receipt.scope = question.scope;
    receipt.baseline = question.baseline;
    receipt.asOf = request.asOf;
    receipt.known = request.known;
    receipt.rung = request.rung;
    receipt.unit = indicator->unit;
    const Contribution sum = sumOf(*counted);
    receipt.numerator = sum.numerator;
    receipt.denominator = sum.denominator;
    receipt.features = static_cast<qint64>(counted->items.size());
    receipt.value = valueOf(*indicator, receipt.numerator, receipt.denominator);
    receipt.digest = digestOf(receipt, *counted);
    return receipt;
}

Result<Verification> verify(const Receipt &receipt, const Immutable<ProjectSnapshot> &project, const Registry &registry,
                            const JobContext &job)
{
    const FigureQuestion question{receipt.indicator, receipt.parameters, receipt.area, receipt.scope, receipt.baseline};
    auto again = drawReceipt(project, registry, {question, receipt.asOf, receipt.known, receipt.rung}, job);
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
    QJsonArray scope;
    for (const AreaCode &area : receipt.scope) {
        scope.append(area.toString());
    }
    return {{QStringLiteral("receipt"), 1},
            {QStringLiteral("project"), receipt.project},
            {QStringLiteral("revision"), receipt.revision},
            {QStringLiteral("programme"), receipt.programme},
            {QStringLiteral("indicator"), receipt.indicator},
            {QStringLiteral("parameters"), parameters},
            {QStringLiteral("area"), receipt.area.toString()},
            {QStringLiteral("scope"), scope},
            {QStringLiteral("baseline"), receipt.baseline ? QJsonValue(receipt.baseline->toIso()) : QJsonValue()},
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
    for (const QJsonValue &each : object[QStringLiteral("scope")].toArray()) {
        receipt.scope.push_back(AreaCode::parse(each.toString()).value_or(AreaCode()));
    }
    receipt.baseline = Day::fromIso(text("baseline"));
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

Result<void> writeReceipt(const Receipt &receipt, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(toJson(receipt)).toJson(QJsonDocument::Indented);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{ErrorCode::ReadOnly,
                     Core::tr("the receipt cannot be written: %1").arg(file.errorString()),
                     {.file = path},
                     {},
                     {},
                     {}};
    }
    return {};
}

Result<Receipt> readReceipt(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Unreadable, file.errorString(), {.file = path}, {}, {}, {}};
    }
    auto receipt = receiptFromJson(file.readAll());
    if (!receipt) {
        Error error = receipt.error();
        error.where.file = path;
        return error;
    }
    return receipt;
}

} // namespace cuntu
