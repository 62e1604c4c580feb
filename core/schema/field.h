// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text.h"
#include "core/export.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace cuntu {

/// What a field holds, and how it is stored in the project file.
enum class FieldType {
    Text,    ///< TEXT
    Integer, ///< INTEGER
    Real,    ///< REAL
    Boolean, ///< INTEGER 0 or 1
    Date,    ///< TEXT 'YYYY-MM-DD'
    Choice,  ///< TEXT, the id of one of Field::choices
};

/// Which kind of personal data a field holds; decides how it is masked (DOMAIN C.8).
enum class Personal {
    No,
    Name,      ///< surname kept: 张**
    IdNumber,  ///< 361126********1234
    Phone,     ///< 138****5678
    Account,   ///< last four digits kept
    Sensitive, ///< health, cause, position of a household: left out wholly
};

/// One value of a Choice field.
struct Choice {
    QString id;           ///< stable, upper case: CEMENT_CONC
    Text name;            ///< as shown
    QStringList synonyms; ///< other words that tables use for it; the names need not be repeated
};

/// One column of a layer.
struct CUNTU_CORE_EXPORT Field {
    QString id; ///< column name in the project file: lower_case, unique in its layer
    Text name;
    FieldType type = FieldType::Text;
    QString unit;              ///< "km", "m", "户"; empty where there is none
    std::optional<double> min; ///< smallest allowed value, inclusive; numbers only
    std::optional<double> max; ///< largest allowed value, inclusive; numbers only
    bool required = false;     ///< a row without it is rejected
    Personal personal = Personal::No;
    std::vector<Choice> choices; ///< for Choice fields
    QStringList synonyms;        ///< other headings that tables use for it, Chinese or English
    Text help;

    /// The choice that @p word means: its id, a name or a synonym, compared as normalised(). Empty if none.
    std::optional<QString> choiceFor(QStringView word) const;
};

/// @p value as it may leave the program when it is not unmasked (DOMAIN C.8). Anything that is not text is left out
/// wholly.
CUNTU_CORE_EXPORT QString masked(const QString &value, Personal kind);

} // namespace cuntu
