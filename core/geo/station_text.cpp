// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/station_text.h"

#include "core/base/text.h"

#include <QRegularExpression>

#include <cmath>

namespace cuntu {

namespace {

/// "K1+250": kilometres, and metres behind the plus.
std::optional<double> fromPost(const QString &text)
{
    static const QRegularExpression post(QStringLiteral("^K?(\\d{1,4}) ?\\+ ?(\\d{1,3}(?:\\.\\d+)?)M?$"));
    static const QRegularExpression stone(QStringLiteral("^K(\\d{1,4}(?:\\.\\d+)?)$"));
    if (const auto match = post.match(text); match.hasMatch()) {
        return match.captured(1).toDouble() + match.captured(2).toDouble() / k_metresInKm;
    }
    if (const auto match = stone.match(text); match.hasMatch()) {
        return match.captured(1).toDouble();
    }
    return std::nullopt;
}

/// "1250 m", "1.25公里", "1.25".
std::optional<double> fromLength(const QString &text)
{
    static const QRegularExpression length(QStringLiteral("^(\\d+(?:\\.\\d*)?) ?(KM|公里|千米|M|米)?$"));
    const auto match = length.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString unit = match.captured(2);
    const bool metres = unit == QStringLiteral("M") || unit == QStringLiteral("米");
    return match.captured(1).toDouble() / (metres ? k_metresInKm : 1);
}

} // namespace

std::optional<double> stationFromText(QStringView text)
{
    const QString plain = normalised(text).toUpper();
    const auto post = fromPost(plain);
    return post ? post : fromLength(plain);
}

QString stationText(double km)
{
    const auto tenths = static_cast<qint64>(std::llround(km * k_metresInKm * 10));
    const qint64 kilometres = tenths / 10000;
    const qint64 metres = tenths % 10000 / 10;
    QString text = QStringLiteral("K%1+%2").arg(kilometres).arg(metres, 3, 10, QLatin1Char('0'));
    if (tenths % 10 != 0) {
        text += QStringLiteral(".%1").arg(tenths % 10);
    }
    return text;
}

} // namespace cuntu
