// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/coordinate_text.h"

#include "core/base/text.h"
#include "core/io/cell_text.h"

#include <QRegularExpression>

namespace cuntu {

namespace {

std::optional<double> fromSexagesimal(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(北纬|南纬|东经|西经|[NSEW])?\\s*(-?\\d{1,3})\\s*(?:°|º|度|:)\\s*"
                       "(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:′|'|’|分|:)?\\s*"
                       "(?:(\\d{1,2}(?:\\.\\d+)?)\\s*(?:″|\"|”|''|′′|秒)?)?)?\\s*(北|南|东|西|[NSEW])?$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const double degrees = match.captured(2).toDouble();
    const double minutes = match.captured(3).toDouble();
    const double seconds = match.captured(4).toDouble();
    constexpr double sixty = 60;
    if (minutes >= sixty || seconds >= sixty) {
        return std::nullopt;
    }
    const QString side = (match.captured(1) + match.captured(5)).toUpper();
    const bool negative = match.captured(2).startsWith(QLatin1Char('-')) || side.contains(QLatin1Char('S')) ||
                          side.contains(QLatin1Char('W')) || side.contains(QStringLiteral("南")) ||
                          side.contains(QStringLiteral("西"));
    const double size = std::abs(degrees) + minutes / sixty + seconds / (sixty * sixty);
    return negative ? -size : size;
}

} // namespace

std::optional<double> coordinateFromCell(std::string_view text)
{
    if (const auto number = numberFromCell(text)) {
        return number;
    }
    constexpr std::size_t longest = 60;
    if (text.empty() || text.size() > longest) {
        return std::nullopt;
    }
    return fromSexagesimal(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed());
}

} // namespace cuntu
