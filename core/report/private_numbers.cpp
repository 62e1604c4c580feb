// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/private_numbers.h"

#include <QRegularExpression>

namespace cuntu {

QString withoutPrivateNumbers(const QString &text)
{
    // The eight digits in the middle must be a date of birth, or long codes of other things would be met.
    static const QRegularExpression identity(QStringLiteral("(?<![0-9])([1-9][0-9]{5})(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2]"
                                                            ")(?:0[1-9]|[12][0-9]|3[01])([0-9]{3}[0-9Xx])(?![0-9])"));
    static const QRegularExpression mobile(QStringLiteral("(?<![0-9])(1[3-9][0-9])[0-9]{4}([0-9]{4})(?![0-9])"));
    QString result = text;
    result.replace(identity, QStringLiteral("\\1********\\2"));
    result.replace(mobile, QStringLiteral("\\1****\\2"));
    return result;
}

} // namespace cuntu
