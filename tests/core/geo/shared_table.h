// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"

#include <QFile>
#include <QStringList>

#include <cmath>
#include <ostream>
#include <vector>

namespace cuntu {

/// Rows of a small CSV of the shared test data, by the names of its columns; empty where the file is not there.
class SharedTable {
public:
    explicit SharedTable(const QString &path)
    {
        QFile file(QStringLiteral(CUNTU_SHARED_DATA "/") + path);
        if (!file.open(QIODevice::ReadOnly)) {
            return;
        }
        const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        m_columns = cells(lines.value(0));
        for (const QString &line : lines.sliced(1)) {
            m_rows.push_back(cells(line));
        }
    }

    std::size_t size() const { return m_rows.size(); }
    QString text(std::size_t row, const char *column) const
    {
        return m_rows[row].value(m_columns.indexOf(QLatin1String(column)));
    }
    double number(std::size_t row, const char *column) const { return text(row, column).toDouble(); }
    Point point(std::size_t row, const char *x, const char *y) const { return {number(row, x), number(row, y)}; }

private:
    static QStringList cells(const QString &line)
    {
        QStringList result{QString()};
        bool quoted = false;
        for (const QChar c : line.trimmed()) {
            if (c == QLatin1Char('"')) {
                quoted = !quoted;
            } else if (c == QLatin1Char(',') && !quoted) {
                result << QString();
            } else {
                result.last() += c;
            }
        }
        return result;
    }

    QStringList m_columns;
    std::vector<QStringList> m_rows;
};

/// Planar distance, for tolerances in tests.
inline double apart(Point one, Point other)
{
    return std::hypot(one.x - other.x, one.y - other.y);
}

inline void PrintTo(const Point &point, std::ostream *out)
{
    const auto digits = out->precision(17);
    *out << '(' << point.x << ", " << point.y << ')';
    out->precision(digits);
}

inline void PrintTo(const Box &box, std::ostream *out)
{
    *out << '[' << box.minX << ' ' << box.minY << ", " << box.maxX << ' ' << box.maxY << ']';
}

} // namespace cuntu
