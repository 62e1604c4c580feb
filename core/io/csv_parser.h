// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/text_stream.h"

#include <string>
#include <vector>

namespace cuntu {

/// Splits delimited text (RFC 4180) into rows: quoted cells may hold separators, doubled quotes and line ends; LF, CRLF
/// and CR end a row. Lines are counted as an editor counts them, so a row is found again by its number. Nothing is kept
/// but the block that is being read; a row may have at most 16 MB and 10,000 cells.
class CsvParser {
public:
    CsvParser(TextStream stream, char separator) : m_stream(std::move(stream)), m_separator(separator) {}

    /// Reads the next row that is not wholly empty into @p cells (storage is reused) and its first line into @p line;
    /// false at the end. Unreadable for a quote that is never closed, BadEncoding for text that is not in the stream's
    /// encoding.
    Result<bool> next(qint64 &line, std::vector<std::string> &cells);
    /// Size of the file in bytes.
    qint64 size() const { return m_stream.size(); }

private:
    enum class Scan { Row, NeedsMore, TooMany };
    Scan scanRow(std::vector<std::string> &cells);
    std::size_t scanQuoted(std::size_t at, std::string &cell);
    Result<bool> fill();
    Error at(Error error) const;

    TextStream m_stream;
    char m_separator;
    std::string m_text;
    std::size_t m_pos = 0;    ///< first byte of the row to come
    qint64 m_line = 1;        ///< its line
    std::size_t m_rowEnd = 0; ///< after scanRow(): behind its line end
    qint64 m_linesInRow = 0;  ///< after scanRow()
    std::size_t m_count = 0;  ///< cells found by scanRow()
    bool m_ended = false;
};

/// The separator of @p sample, UTF-8 text: of comma, semicolon, tab and bar the one that splits its rows most evenly.
char guessSeparator(const std::string &sample);

} // namespace cuntu
