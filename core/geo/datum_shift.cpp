// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/datum_shift.h"

#include "core/base/text.h"

namespace cuntu {

Result<Crs> withDatumShift(const Crs &crs, const QString &parameters)
{
    constexpr int digits = 12;
    QStringList numbers;
    bool good = true;
    for (const QString &part : parameters.split(QLatin1Char(','))) {
        bool isNumber = false;
        numbers << QString::number(part.trimmed().toDouble(&isNumber), 'g', digits);
        good = good && isNumber;
    }
    if (!good || (numbers.size() != 3 && numbers.size() != 7)) {
        return Error{ErrorCode::Invalid,
                     Core::tr("'%1' is no datum shift").arg(parameters),
                     {},
                     Core::tr("Give three numbers (dx,dy,dz in metres) or seven (and rx,ry,rz in seconds of arc, scale "
                              "in millionths)."),
                     {},
                     {}};
    }
    QStringList words = crs.proj4().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) {
        return word.startsWith(QLatin1String("+towgs84")) || word.startsWith(QLatin1String("+datum")) ||
               word == QLatin1String("+type=crs");
    });
    return Crs::fromUser(words.join(QLatin1Char(' ')) + QStringLiteral(" +towgs84=") + numbers.join(QLatin1Char(',')) +
                         QStringLiteral(" +type=crs"));
}

} // namespace cuntu
