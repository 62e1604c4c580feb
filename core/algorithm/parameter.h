// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/schema/field.h"

#include <QMap>

#include <optional>
#include <vector>

namespace cuntu {

/// Kinds of parameters. Each gives an input in the dialog, an option of `cuntu run`, and its validation.
enum class ParameterType { Number, Integer, Boolean, Choice, Text, Date, Layer, Field, File };

/// One typed, named input of an algorithm, an indicator or a target.
struct Parameter {
    QString id; ///< lower_case; `--min-households` on the command line for min_households
    Text name;
    Text help;
    ParameterType type = ParameterType::Number;
    QString unit;
    std::optional<double> min; ///< inclusive
    std::optional<double> max; ///< inclusive
    QString defaultValue;      ///< in the text form of its type; empty and required: must be given
    bool required = false;
    std::vector<Choice> choices;
};

/// Checked values of parameters, by id. A value; any thread.
class CUNTU_CORE_EXPORT ParameterValues {
public:
    /// Checks @p given (id -> text) against @p declared and fills in defaults. Misused for an unknown id (with the nearest
    /// known one), OutOfRange or Invalid for a value that does not fit, NotFound for a missing required one.
    static Result<ParameterValues> parse(const std::vector<Parameter> &declared, const QMap<QString, QString> &given);

    /// Values by type; asking for an id or a type that was not declared is a bug and throws std::logic_error.
    double number(const QString &id) const;
    std::int64_t integer(const QString &id) const;
    bool boolean(const QString &id) const;
    QString text(const QString &id) const; ///< Choice, Text, Layer, Field, File
    std::optional<Day> date(const QString &id) const;
    bool isGiven(const QString &id) const;
    /// As text, for provenance and for targets.
    const QMap<QString, QString> &all() const { return m_values; }

private:
    QMap<QString, QString> m_values;
};

} // namespace cuntu
