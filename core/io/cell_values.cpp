// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/cell_values.h"

#include "core/areas/area_tree.h"
#include "core/base/text.h"
#include "core/geo/station_text.h"
#include "core/io/cell_text.h"
#include "core/io/row_check.h"
#include "core/io/utf8.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

constexpr std::size_t k_mostRemembered = 100'000;

QString shown(std::string_view cell)
{
    constexpr qsizetype longest = 40;
    const QString text = toQString(cell);
    return text.size() > longest ? text.left(longest) + QStringLiteral("...") : text;
}

} // namespace

std::optional<FieldDate> DateReader::read(std::string_view text)
{
    const std::string key(text);
    if (const auto known = m_known.find(key); known != m_known.end()) {
        return known->second;
    }
    if (m_known.size() >= k_mostRemembered) {
        m_known.clear();
    }
    const QString written = toQString(text);
    // A date with its time of day: only the day counts.
    const qsizetype time = written.indexOf(QLatin1Char('T')) == 10 || written.indexOf(QLatin1Char(' ')) == 10 ? 10 : -1;
    auto date = parseFieldDate(written);
    if (!date && time > 0) {
        date = parseFieldDate(QStringView(written).left(time));
    }
    m_known.emplace(key, date);
    return date;
}

FieldReader::FieldReader(const Field &field, Day today, TextKind kind) : m_field(&field), m_today(today), m_kind(kind)
{
}

CellOutcome FieldReader::missing() const
{
    return m_field->required ? CellOutcome{Core::tr("the value is missing"), true} : CellOutcome{};
}

CellOutcome FieldReader::unreadable(const QString &problem) const
{
    return {problem, m_field->required};
}

QString FieldReader::rangeProblem(double value) const
{
    if (m_field->min && value < *m_field->min) {
        return Core::tr("%1 is less than the smallest possible value, %2").arg(value).arg(*m_field->min);
    }
    if (m_field->max && value > *m_field->max) {
        return Core::tr("%1 is more than the largest possible value, %2").arg(value).arg(*m_field->max);
    }
    return {};
}

CellOutcome FieldReader::read(std::string &cell, Value &value)
{
    if (isErrorCell(cell)) {
        return unreadable(Core::tr("the formula in the cell failed: %1").arg(toQString(cell)));
    }
    const bool isWord = m_field->type == FieldType::Boolean || m_field->type == FieldType::Choice;
    if (cell.empty() || (!isWord && isBlankCell(cell))) {
        return missing();
    }
    switch (m_field->type) {
    case FieldType::Text:
        return readText(cell, value);
    case FieldType::Integer:
        return readInteger(cell, value);
    case FieldType::Real:
        return readReal(cell, value);
    case FieldType::Date:
        return readDate(cell, value);
    case FieldType::Boolean:
    case FieldType::Choice:
        return readWord(cell, value);
    }
    return {};
}

CellOutcome FieldReader::readText(std::string &cell, Value &value) const
{
    const bool isLongNumber = m_kind != TextKind::Plain || m_field->personal == Personal::IdNumber ||
                              m_field->personal == Personal::Account || m_field->personal == Personal::Phone;
    if (isLongNumber && isRoundedNumber(cell)) {
        return {Core::tr("'%1' was rounded by a spreadsheet program: its last digits are lost").arg(toQString(cell)),
                m_field->required || m_kind != TextKind::Plain};
    }
    if (m_kind == TextKind::AreaCode) {
        const auto code = AreaCode::parse(toQString(cell));
        if (!code) {
            return {Core::tr("'%1' is not a division code of 12 digits").arg(shown(cell)), true};
        }
        value = code->toString().toStdString();
        return {};
    }
    if (m_field->personal == Personal::IdNumber) {
        const QString number = normalised(toQString(cell)).toUpper();
        value = number.toStdString();
        return {identityNumberProblem(number), false};
    }
    value = std::move(cell);
    return {};
}

CellOutcome FieldReader::readInteger(std::string_view cell, Value &value) const
{
    auto number = integerFromCell(cell);
    const auto real = number && m_factor == 1 ? std::nullopt : numberFromCell(cell);
    if (m_factor != 1 && real) {
        number = static_cast<std::int64_t>(std::llround(std::clamp(*real * m_factor, -1e15, 1e15)));
    }
    if (!number) {
        return unreadable(real ? Core::tr("'%1' is not a whole number").arg(shown(cell))
                               : Core::tr("'%1' is not a number").arg(shown(cell)));
    }
    if (const QString problem = rangeProblem(static_cast<double>(*number)); !problem.isEmpty()) {
        return {problem, true};
    }
    value = *number;
    return {};
}

CellOutcome FieldReader::readReal(std::string_view cell, Value &value) const
{
    const auto number = numberFromCell(cell);
    // K1+250, 1250米, 1.25公里: what is measured in km may say its own unit, or be a station.
    const bool inKilometres = m_field->unit == QStringLiteral("km");
    const auto station = number || !inKilometres ? std::nullopt : stationFromText(toQString(cell));
    if (!number && !station) {
        return unreadable(Core::tr("'%1' is not a number").arg(shown(cell)));
    }
    const double converted = station ? *station : *number * m_factor;
    if (const QString problem = rangeProblem(converted); !problem.isEmpty()) {
        return {problem, true};
    }
    value = converted;
    return {};
}

CellOutcome FieldReader::readDate(std::string_view cell, Value &value)
{
    const auto date = m_dates.read(cell);
    if (!date) {
        return unreadable(Core::tr("'%1' is not a date").arg(shown(cell)));
    }
    value = date->last.toIso().toStdString();
    if (date->first > m_today) {
        return {Core::tr("the date %1 lies in the future").arg(date->last.toIso()), false};
    }
    if (date->precision != FieldDate::Precision::Day && !m_saidImprecise) {
        m_saidImprecise = true;
        return {Core::tr("'%1' names no day: it and others like it are taken for the last day they can mean")
                    .arg(shown(cell)),
                false};
    }
    return {};
}

/// Choices and yes or no.
CellOutcome FieldReader::readWord(const std::string &cell, Value &value)
{
    auto known = m_words.find(cell);
    if (known == m_words.end()) {
        if (m_words.size() >= k_mostRemembered) {
            m_words.clear();
        }
        Value meaning;
        if (m_field->type == FieldType::Choice) {
            if (const auto choice = m_field->choiceFor(toQString(cell))) {
                meaning = choice->toStdString();
            }
        } else if (const auto yes = parseYesNo(toQString(cell))) {
            meaning = std::int64_t{*yes ? 1 : 0};
        } else if (const auto word = m_field->choiceFor(toQString(cell))) { // a yes/no field with words of its own
            meaning = std::int64_t{*word == QStringLiteral("YES") ? 1 : 0};
        }
        known = m_words.emplace(cell, std::move(meaning)).first;
    }
    value = known->second;
    if (!isNull(value)) {
        return {};
    }
    if (isBlankCell(cell)) {
        return missing();
    }
    CellOutcome outcome = unreadable(unknownWord(cell));
    outcome.isUnknownWord = true;
    return outcome;
}

QString FieldReader::unknownWord(const std::string &cell) const
{
    if (m_field->type == FieldType::Boolean) {
        return Core::tr("'%1' is neither yes nor no").arg(shown(cell));
    }
    QStringList names;
    for (const Choice &choice : m_field->choices) {
        names << choice.name.toString();
    }
    return Core::tr("'%1' is none of: %2").arg(shown(cell), names.join(QStringLiteral(", ")));
}

} // namespace cuntu
