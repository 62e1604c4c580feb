// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_text.h"

#include "core/base/text.h"

namespace cuntu {

QByteArray csvByteOrderMark()
{
    return QByteArrayLiteral("\xEF\xBB\xBF");
}

QString safeCell(const QString &text)
{
    if (text.isEmpty() || !QStringLiteral("=+-@\t\r").contains(text[0]) || parseNumber(text)) {
        return text;
    }
    return QLatin1Char('\'') + text;
}

QByteArray csvLine(const QStringList &cells)
{
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0) {
            line += ',';
        }
        QByteArray cell = safeCell(cells[i]).toUtf8();
        const bool quoted = cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r');
        line += quoted ? '"' + cell.replace('"', "\"\"") + '"' : cell;
    }
    return line + "\r\n";
}

} // namespace cuntu
