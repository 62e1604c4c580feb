// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/figure_lines.h"

#include "core/algorithm/unit.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

constexpr qsizetype k_mostListed = 20; ///< values of a list that are written out

QString textOf(const QJsonValue &value);

QString membersOf(const QJsonObject &object)
{
    QStringList texts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        texts << QStringLiteral("%1 %2").arg(it.key(), textOf(it.value()));
    }
    return texts.join(QStringLiteral(", "));
}

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? Core::tr("yes") : Core::tr("no");
    case QJsonValue::Double:
        return outcomeNumberText(value.toDouble());
    case QJsonValue::String:
        return unitText(value.toString()); // of what something is counted in
    case QJsonValue::Array: {
        QStringList texts;
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < std::min(array.size(), k_mostListed); ++i) {
            texts << textOf(array[i]);
        }
        const QString joined = texts.join(QStringLiteral(", "));
        return array.size() > k_mostListed ? Core::tr("%1, … (%2 in all)").arg(joined).arg(array.size()) : joined;
    }
    case QJsonValue::Object:
        return QLatin1Char('(') + membersOf(value.toObject()) + QLatin1Char(')');
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

const OutcomeFigure *findDeclared(const std::vector<OutcomeFigure> &declared, const QString &id)
{
    const auto found =
        std::find_if(declared.begin(), declared.end(), [&](const OutcomeFigure &each) { return each.id == id; });
    return found != declared.end() ? &*found : nullptr;
}

/// Adds @p value under @p id; a group value by value, a list of groups one by one.
void add(std::vector<FigureLine> &lines, const std::vector<OutcomeFigure> &declared, const QString &id,
         const QJsonValue &value)
{
    if (value.isObject()) {
        const QJsonObject group = value.toObject();
        for (auto it = group.begin(); it != group.end(); ++it) {
            add(lines, declared, id + QLatin1Char('.') + it.key(), it.value());
        }
        return;
    }
    const OutcomeFigure *known = findDeclared(declared, id);
    if (const QJsonArray list = value.toArray(); !list.isEmpty() && list.first().isObject()) {
        for (qsizetype i = 0; i < std::min(list.size(), k_mostListed); ++i) {
            const QString number = QString::number(i + 1);
            lines.push_back({id + QLatin1Char('.') + number,
                             QStringLiteral("%1 %2").arg(known != nullptr ? known->name.toString() : id, number),
                             {},
                             membersOf(list[i].toObject()),
                             std::nullopt});
        }
        return;
    }
    FigureLine line{id, known != nullptr ? known->name.toString() : id,
                    known != nullptr ? unitText(known->unit) : QString(), textOf(value), std::nullopt};
    if (value.isDouble()) {
        line.number = value.toDouble();
    }
    lines.push_back(std::move(line));
}

} // namespace

QString outcomeNumberText(double number)
{
    QLocale plain = QLocale::c();
    plain.setNumberOptions(QLocale::DefaultNumberOptions); // with thousands separators
    if (!std::isfinite(number)) {
        return QStringLiteral("–");
    }
    if (number == std::round(number) && std::abs(number) < 1e15) {
        return plain.toString(static_cast<qlonglong>(number));
    }
    if (std::abs(number) < 1e-3 || std::abs(number) >= 1e15) {
        return plain.toString(number, 'g', 4);
    }
    QString text = plain.toString(number, 'f', 4);
    while (text.endsWith(QLatin1Char('0'))) {
        text.chop(1);
    }
    return text.endsWith(QLatin1Char('.')) ? text.chopped(1) : text;
}

std::vector<FigureLine> figureLines(const std::vector<OutcomeFigure> &declared, const QJsonObject &figures)
{
    std::vector<FigureLine> lines;
    for (auto it = figures.begin(); it != figures.end(); ++it) {
        add(lines, declared, it.key(), it.value());
    }
    const auto place = [&declared](const FigureLine &line) {
        const OutcomeFigure *known = findDeclared(declared, line.id);
        return known != nullptr ? static_cast<std::size_t>(known - declared.data()) : declared.size();
    };
    std::stable_sort(lines.begin(), lines.end(),
                     [&](const FigureLine &a, const FigureLine &b) { return place(a) < place(b); });
    return lines;
}

namespace {

/// Where the best of @p numbers is; nowhere where fewer than two are there, or all are the same.
std::vector<bool> bestOf(const std::vector<std::optional<double>> &numbers, Better better)
{
    std::vector<bool> isBest(numbers.size(), false);
    std::vector<double> known;
    for (const auto &number : numbers) {
        if (number) {
            known.push_back(*number);
        }
    }
    if (better == Better::NotSaid || known.size() < 2) {
        return isBest;
    }
    const auto [least, most] = std::minmax_element(known.begin(), known.end());
    const double slack = 1e-9 * std::max(std::abs(*least), std::abs(*most)); // what rounding adds
    const double best = better == Better::More ? *most : *least;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        isBest[i] = *most - *least > slack && numbers[i] && std::abs(*numbers[i] - best) <= slack;
    }
    return isBest;
}

} // namespace

std::vector<ComparedFigure> compareFigures(const std::vector<OutcomeFigure> &declared,
                                           const std::vector<QJsonObject> &results)
{
    QJsonObject all; // every figure that one of them has, for their order
    std::vector<std::vector<FigureLine>> lines;
    for (const QJsonObject &result : results) {
        lines.push_back(figureLines(declared, result));
        for (auto it = result.begin(); it != result.end(); ++it) {
            QJsonObject merged = all[it.key()].toObject();
            const QJsonObject group = it.value().toObject();
            for (auto each = group.begin(); each != group.end(); ++each) {
                merged[each.key()] = each.value();
            }
            all[it.key()] = group.isEmpty() ? it.value() : QJsonValue(merged);
        }
    }
    std::vector<ComparedFigure> compared;
    for (const FigureLine &figure : figureLines(declared, all)) {
        const OutcomeFigure *known = findDeclared(declared, figure.id);
        ComparedFigure row{
            figure.id, figure.name, figure.unit, {}, {}, {}, known != nullptr ? known->better : Better::NotSaid, {}};
        std::optional<double> first;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto mine = std::find_if(lines[i].begin(), lines[i].end(),
                                           [&](const FigureLine &line) { return line.id == figure.id; });
            const bool isThere = mine != lines[i].end();
            const auto number = isThere ? mine->number : std::nullopt;
            first = i == 0 ? number : first;
            row.numbers.push_back(number);
            row.texts << (isThere ? mine->text : QString());
            row.differences.push_back(number && first ? std::optional(*number - *first) : std::nullopt);
        }
        row.isBest = bestOf(row.numbers, row.better);
        compared.push_back(std::move(row));
    }
    return compared;
}

} // namespace cuntu
