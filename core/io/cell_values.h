// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/schema/field.h"
#include "core/store/value.h"

#include <string_view>
#include <unordered_map>

namespace cuntu {

/// What is to be said about a cell; nothing for a good one.
struct CellOutcome {
    QString problem;            ///< a sentence
    bool rejected = false;      ///< its row cannot be taken
    bool isUnknownWord = false; ///< a choice or yes or no was expected
};

/// What a text is, beyond its type.
enum class TextKind { Plain, Code, AreaCode };

/// Dates as tables write them, remembering what each text meant: few different ones stand in many rows.
class DateReader {
public:
    std::optional<FieldDate> read(std::string_view text);

private:
    std::unordered_map<std::string, std::optional<FieldDate>> m_known;
};

/// Turns cells into values of one field. Remembers the words it has looked up. Borrows the field.
class FieldReader {
public:
    FieldReader(const Field &field, Day today, TextKind kind);

    /// Numbers are multiplied by @p factor: the column is in another unit than the field.
    void setFactor(double factor) { m_factor = factor; }

    /// Reads @p cell, which is trimmed, into @p value; long text is moved out of the cell.
    CellOutcome read(std::string &cell, Value &value);

private:
    CellOutcome readText(std::string &cell, Value &value) const;
    CellOutcome readInteger(std::string_view cell, Value &value) const;
    CellOutcome readReal(std::string_view cell, Value &value) const;
    CellOutcome readDate(std::string_view cell, Value &value);
    CellOutcome readWord(const std::string &cell, Value &value);
    CellOutcome missing() const;
    CellOutcome unreadable(const QString &problem) const;
    QString unknownWord(const std::string &cell) const;
    QString rangeProblem(double value) const;

    const Field *m_field;
    Day m_today;
    TextKind m_kind;
    double m_factor = 1;
    DateReader m_dates;
    bool m_saidImprecise = false;
    std::unordered_map<std::string, Value> m_words; ///< choices and yes or no; nothing: not a known word
};

} // namespace cuntu
