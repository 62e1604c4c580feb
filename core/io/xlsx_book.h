// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/row_stream.h"

#include <QHash>
#include <QStringList>

namespace cuntu {

/// The parts of an Office Open XML workbook (ECMA-376 part 1, clause 18) that all its sheets share.
class XlsxBook {
public:
    /// How numbers of a cell style are shown, as far as it matters here.
    enum class Shown { Number, Date, Month, DateTime };

    struct Sheet {
        QString name;
        QString part; ///< path of its XML inside the archive
    };

    /// Reads the list of sheets, styles and shared strings of @p file. Unreadable where it is no workbook.
    static Result<std::shared_ptr<const XlsxBook>> open(const QString &file);

    const std::vector<Sheet> &sheets() const { return m_sheets; }
    /// Rows of @p sheet with exact numbers, formulas' stored values, dates as YYYY-MM-DD, errors as '#REF!'.
    /// @p book is kept alive by what is returned.
    static Result<std::unique_ptr<RowStream>> rows(const std::shared_ptr<const XlsxBook> &book, const Sheet &sheet);

    /// @p value of a cell with style @p style as text.
    std::string textOf(double value, std::size_t style) const;
    const std::string *sharedString(std::size_t index) const
    {
        return index < m_strings.size() ? &m_strings[index] : nullptr;
    }
    /// Path by which GDAL opens @p part.
    QString pathOf(const QString &part) const;

private:
    QHash<QString, QString> readRelations() const; ///< id -> path of the part
    Result<void> readWorkbook();
    void readStyles(const QString &part);
    Result<void> readStrings(const QString &part);

    QString m_file;
    std::vector<Sheet> m_sheets;
    std::vector<std::string> m_strings;
    std::vector<Shown> m_styles; ///< by index of cellXfs
    bool m_from1904 = false;
};

} // namespace cuntu
