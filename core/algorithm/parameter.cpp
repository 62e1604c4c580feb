// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameter.h"

#include "core/algorithm/unit.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace cuntu {

namespace {

/// Beyond this a double cannot tell two neighbouring integers apart.
constexpr double k_largestInteger = 9007199254740992.0;

QString numberText(double value)
{
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

/// How a parameter is called in a sentence: its name, and the id one types.
QString calledOf(const Parameter &parameter)
{
    const QString name = parameter.name.toString();
    return name.isEmpty() ? parameter.id : Core::tr("%1 (%2)").arg(name, parameter.id);
}

Error refusal(ErrorCode code, const QString &sentence, const QString &advice)
{
    Error error;
    error.code = code;
    error.sentence = sentence;
    error.advice = advice;
    return error;
}

/// Steps of one letter (added, left out, changed) that lead from @p from to @p to (Levenshtein 1966).
qsizetype editDistance(const QString &from, const QString &to)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(to.size()) + 1);
    for (std::size_t i = 0; i < row.size(); ++i) {
        row[i] = static_cast<qsizetype>(i);
    }
    for (qsizetype i = 0; i < from.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < to.size(); ++j) {
            const auto cell = static_cast<std::size_t>(j) + 1;
            const qsizetype changed = diagonal + (from[i] == to[j] ? 0 : 1);
            diagonal = row[cell];
            row[cell] = std::min({changed, row[cell] + 1, row[cell - 1] + 1});
        }
    }
    return row.back();
}

Error unknownParameter(const std::vector<Parameter> &declared, const QString &id)
{
    QString typed = id.toLower();
    typed.replace(u'-', u'_');
    QString nearest;
    qsizetype least = 0;
    QStringList known;
    for (const Parameter &parameter : declared) {
        const qsizetype distance = editDistance(typed, parameter.id);
        if (nearest.isEmpty() || distance < least) {
            nearest = parameter.id;
            least = distance;
        }
        known << parameter.id;
    }
    QString advice = Core::tr("it has no parameters");
    if (!nearest.isEmpty()) {
        // Farther than half of its letters is another word, not a slip of the finger.
        advice = 2 * least <= nearest.size() ? Core::tr("did you mean '%1'?").arg(nearest)
                                             : Core::tr("known are: %1").arg(known.join(QStringLiteral(", ")));
    }
    return refusal(ErrorCode::Misused, Core::tr("there is no parameter '%1'").arg(id), advice);
}

QString rangeAdvice(const Parameter &parameter)
{
    const QString unit = parameter.unit.isEmpty() ? QString() : QStringLiteral(" ") + unitText(parameter.unit);
    if (parameter.min && parameter.max) {
        return Core::tr("give a number from %1 to %2")
            .arg(numberText(*parameter.min), numberText(*parameter.max) + unit);
    }
    if (parameter.min) {
        return Core::tr("give a number of at least %1").arg(numberText(*parameter.min) + unit);
    }
    if (parameter.max) {
        return Core::tr("give a number of at most %1").arg(numberText(*parameter.max) + unit);
    }
    return unit.isEmpty() ? Core::tr("give a number") : Core::tr("give a number in%1").arg(unit);
}

Result<QString> numberFrom(const Parameter &parameter, const QString &text)
{
    const std::optional<double> value = parseQuantity(text, parameter.unit);
    if (!value) {
        return refusal(ErrorCode::Invalid, Core::tr("%1: '%2' is not a number").arg(calledOf(parameter), text),
                       rangeAdvice(parameter));
    }
    if ((parameter.min && *value < *parameter.min) || (parameter.max && *value > *parameter.max)) {
        return refusal(ErrorCode::OutOfRange, Core::tr("%1: %2 is out of range").arg(calledOf(parameter), text),
                       rangeAdvice(parameter));
    }
    if (parameter.type == ParameterType::Integer) {
        if (*value != std::floor(*value) || std::abs(*value) > k_largestInteger) {
            return refusal(ErrorCode::Invalid,
                           Core::tr("%1: '%2' is not a whole number").arg(calledOf(parameter), text),
                           rangeAdvice(parameter));
        }
        return QString::number(static_cast<qint64>(*value));
    }
    return numberText(*value);
}

Result<QString> choiceFrom(const Parameter &parameter, const QString &text)
{
    Field words;
    words.choices = parameter.choices;
    if (const std::optional<QString> id = words.choiceFor(text)) {
        return *id;
    }
    QStringList ids;
    for (const Choice &choice : parameter.choices) {
        ids << choice.id;
    }
    return refusal(ErrorCode::Invalid, Core::tr("%1: '%2' cannot be chosen").arg(calledOf(parameter), text),
                   Core::tr("choose one of: %1").arg(ids.join(QStringLiteral(", "))));
}

Result<QString> booleanFrom(const Parameter &parameter, const QString &text)
{
    if (const std::optional<bool> value = parseYesNo(text)) {
        return *value ? QStringLiteral("true") : QStringLiteral("false");
    }
    return refusal(ErrorCode::Invalid, Core::tr("%1: '%2' is neither yes nor no").arg(calledOf(parameter), text),
                   Core::tr("give yes or no"));
}

Result<QString> dateFrom(const Parameter &parameter, const QString &text)
{
    const std::optional<FieldDate> date = parseFieldDate(text);
    if (date && date->precision == FieldDate::Precision::Day) {
        return date->first.toIso();
    }
    return refusal(ErrorCode::Invalid, Core::tr("%1: '%2' is not a day").arg(calledOf(parameter), text),
                   Core::tr("give it as year, month and day: 2018-06-30"));
}

/// @p text in the one form in which values of the parameter's type are kept.
Result<QString> canonical(const Parameter &parameter, const QString &text)
{
    switch (parameter.type) {
    case ParameterType::Number:
    case ParameterType::Integer:
        return numberFrom(parameter, text);
    case ParameterType::Boolean:
        return booleanFrom(parameter, text);
    case ParameterType::Choice:
        return choiceFrom(parameter, text);
    case ParameterType::Date:
        return dateFrom(parameter, text);
    case ParameterType::Text:
    case ParameterType::Layer:
    case ParameterType::Field:
    case ParameterType::File:
        break;
    }
    return text;
}

[[noreturn]] void failAsBug(const char *what, const QString &id)
{
    throw std::logic_error(std::string(what) + ": " + id.toStdString());
}

} // namespace

Result<ParameterValues> ParameterValues::parse(const std::vector<Parameter> &declared,
                                               const QMap<QString, QString> &given)
{
    for (auto it = given.begin(); it != given.end(); ++it) {
        const bool known =
            std::any_of(declared.begin(), declared.end(), [&](const Parameter &p) { return p.id == it.key(); });
        if (!known) {
            return unknownParameter(declared, it.key());
        }
    }
    ParameterValues values;
    for (const Parameter &parameter : declared) {
        values.m_types.insert(parameter.id, parameter.type);
        const QString typed = given.value(parameter.id).trimmed();
        const QString text = typed.isEmpty() ? parameter.defaultValue : typed;
        if (text.isEmpty()) {
            if (parameter.required) {
                return refusal(ErrorCode::NotFound, Core::tr("%1 must be given").arg(calledOf(parameter)),
                               parameter.help.toString());
            }
            continue;
        }
        Result<QString> value = canonical(parameter, text);
        if (!value) {
            return value.error();
        }
        values.m_values.insert(parameter.id, *value);
    }
    return values;
}

QString ParameterValues::valueOf(const QString &id, std::initializer_list<ParameterType> types) const
{
    const auto type = m_types.find(id);
    if (type == m_types.end()) {
        failAsBug("parameter was not declared", id);
    }
    if (std::find(types.begin(), types.end(), *type) == types.end()) {
        failAsBug("parameter was declared with another type", id);
    }
    return m_values.value(id);
}

double ParameterValues::number(const QString &id) const
{
    const QString text = valueOf(id, {ParameterType::Number, ParameterType::Integer});
    if (text.isEmpty()) {
        failAsBug("parameter has no value", id);
    }
    return text.toDouble();
}

std::int64_t ParameterValues::integer(const QString &id) const
{
    const QString text = valueOf(id, {ParameterType::Integer});
    if (text.isEmpty()) {
        failAsBug("parameter has no value", id);
    }
    return text.toLongLong();
}

bool ParameterValues::boolean(const QString &id) const
{
    return valueOf(id, {ParameterType::Boolean}) == QStringLiteral("true");
}

QString ParameterValues::text(const QString &id) const
{
    return valueOf(id, {ParameterType::Choice, ParameterType::Text, ParameterType::Layer, ParameterType::Field,
                        ParameterType::File});
}

std::optional<Day> ParameterValues::date(const QString &id) const
{
    return Day::fromIso(valueOf(id, {ParameterType::Date}));
}

bool ParameterValues::isGiven(const QString &id) const
{
    if (!m_types.contains(id)) {
        failAsBug("parameter was not declared", id);
    }
    return m_values.contains(id);
}

} // namespace cuntu
