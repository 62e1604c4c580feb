// SPDX-License-Identifier: GPL-3.0-or-later
// Identity numbers (GB 11643-1999, DOMAIN C.4). A sentence never shows a whole one.
#include "core/check/rules.h"

#include "core/io/row_check.h"

namespace cuntu {

namespace {

constexpr int k_oldest_years = 110; // DOMAIN C.4: warn above
constexpr qsizetype k_digits = 18;
constexpr qsizetype k_oldDigits = 15; // before 1999; a shorter one is none

const QStringList &numberWords()
{
    static const QStringList words{
        QStringLiteral("id_no"),        QStringLiteral("identity_number"), QStringLiteral("身份证"),
        QStringLiteral("身份证号"),     QStringLiteral("身份证号码"),      QStringLiteral("公民身份号码"),
        QStringLiteral("公民身份证号"), QStringLiteral("公民身份证号码"),  QStringLiteral("证件号码")};
    return words;
}

QString numberFieldOf(const LayerSchema &schema)
{
    for (const Field &field : schema.fields) {
        if (field.personal == Personal::IdNumber) {
            return field.id;
        }
    }
    const Field *called = fieldCalled(schema, numberWords());
    return called && called->type == FieldType::Text ? called->id : QString();
}

QString fieldOf(const LayerSchema &schema, const QStringList &words)
{
    const Field *field = fieldCalled(schema, words);
    return field ? field->id : QString();
}

QString sexFieldOf(const LayerSchema &schema)
{
    return fieldOf(schema, {QStringLiteral("sex"), QStringLiteral("gender"), QStringLiteral("性别")});
}

QString birthFieldOf(const LayerSchema &schema)
{
    return fieldOf(schema, {QStringLiteral("birth_date"), QStringLiteral("birthday"), QStringLiteral("born_on"),
                            QStringLiteral("出生日期"), QStringLiteral("出生年月日")});
}

/// True for men, false for women; empty where the word says neither.
std::optional<bool> isMale(const QString &word)
{
    const QString text = normalised(word).toLower();
    if (text == QStringLiteral("男") || text == QStringLiteral("男性") || text == QStringLiteral("m") ||
        text == QStringLiteral("male") || text == QStringLiteral("1")) {
        return true;
    }
    if (text == QStringLiteral("女") || text == QStringLiteral("女性") || text == QStringLiteral("f") ||
        text == QStringLiteral("female") || text == QStringLiteral("2")) {
        return false;
    }
    return std::nullopt;
}

std::optional<Day> birthOf(const QString &number)
{
    return number.size() == k_digits
               ? Day::fromYmd(number.mid(6, 4).toInt(), number.mid(10, 2).toInt(), number.mid(12, 2).toInt())
               : std::nullopt;
}

/// The columns of one layer that a number is held against.
struct Columns {
    const Column *number;
    const Column *sex;
    const Column *birth;
};

/// What is wrong with the number in @p row, a sentence without it; empty: nothing.
QString problemOf(const Columns &columns, std::size_t row, Day today)
{
    const QString number = columns.number->display(row).trimmed();
    if (QString problem = identityNumberProblem(number); !problem.isEmpty()) {
        return problem;
    }
    const auto birth = birthOf(number);
    if (birth && daysBetween(*birth, today) > k_oldest_years * 366) {
        return Core::tr("by the identity number this person is more than %1 years old").arg(k_oldest_years);
    }
    if (columns.sex && number.size() == k_digits) {
        const auto male = isMale(columns.sex->display(row));
        const bool odd = number[k_digits - 2].digitValue() % 2 == 1;
        if (male && *male != odd) {
            return Core::tr("the identity number is that of a person of the other sex");
        }
    }
    if (columns.birth && birth) {
        const QString said = columns.birth->kind() == Column::Kind::Text ? columns.birth->display(row) : QString();
        const auto read = parseFieldDate(said);
        const bool hasDay = columns.birth->kind() == Column::Kind::Number && !columns.birth->isNull(row);
        const Day day = hasDay ? Day::fromNumber(static_cast<std::int32_t>(columns.birth->number(row)))
                               : (read ? read->first : *birth);
        if (day != *birth && !(read && read->first <= *birth && *birth <= read->last)) {
            return Core::tr("the birth date is not the one in the identity number");
        }
    }
    return {};
}

std::optional<QStringList> identityFields(const LayerSchema &schema)
{
    const QString number = numberFieldOf(schema);
    if (number.isEmpty()) {
        return std::nullopt;
    }
    QStringList fields{number};
    for (const QString &field : {sexFieldOf(schema), birthFieldOf(schema)}) {
        if (!field.isEmpty()) {
            fields << field;
        }
    }
    return fields;
}

QString shown(const QString &number)
{
    return masked(number.trimmed(), Personal::IdNumber);
}

} // namespace

FoundResult checkIdentityNumbers(const ProjectSnapshot &project, const JobContext &job)
{
    return findInLayers(
        project, job, identityFields, [&](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
            const Columns columns{layer.column(numberFieldOf(layer.schema())), layer.column(sexFieldOf(layer.schema())),
                                  layer.column(birthFieldOf(layer.schema()))};
            if (!columns.number || columns.number->kind() != Column::Kind::Text) {
                return {};
            }
            const Day today = Day::today();
            for (std::size_t row = 0; row < layer.size(); ++row) {
                if (row % 4096 == 0 && job.isCancelled()) {
                    return cancelledError();
                }
                if (columns.number->isNull(row) || columns.number->text(row).empty()) {
                    continue;
                }
                const QString problem = problemOf(columns, row, today);
                if (!problem.isEmpty()) {
                    findings.add(layer, row, Core::tr("%1: %2").arg(shown(columns.number->display(row)), problem));
                }
            }
            return {};
        });
}

FoundResult checkRepeatedIdentityNumbers(const ProjectSnapshot &project, const JobContext &job)
{
    return findInLayers(
        project, job,
        [](const LayerSchema &schema) -> std::optional<QStringList> {
            const QString number = numberFieldOf(schema);
            return number.isEmpty() ? std::nullopt : std::optional(QStringList{number});
        },
        [](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
            reportRepeats(layer, layer.column(numberFieldOf(layer.schema())), findings, [](const QString &text) {
                return text.size() < k_oldDigits
                           ? QString()
                           : Core::tr("the identity number %1 is that of feature %2 too").arg(shown(text));
            });
            return {};
        });
}

} // namespace cuntu
