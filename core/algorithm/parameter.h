// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/base/text.h"
#include "core/schema/field.h"

#include <QMap>

#include <initializer_list>
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
    /// Of a Field: the Layer parameter, or the layer itself, whose field it is; empty: of any layer.
    QString layer = {};
    /// Of a Field: types that fit; empty: all.
    std::vector<FieldType> fieldTypes = {};
};

/// Checked values of parameters, by id. A value; any thread.
class CUNTU_CORE_EXPORT ParameterValues {
public:
    /// Checks @p given (id -> text) against @p declared and fills in defaults. Misused for an unknown id (with the
    /// nearest known one), OutOfRange or Invalid for a value that does not fit, NotFound for a missing required one. A
    /// blank value is none. Numbers may carry the parameter's unit or one that converts into it ('0.8 km' where metres
    /// are wanted); dates must be whole days; choices go by id, name or synonym.
    static Result<ParameterValues> parse(const std::vector<Parameter> &declared, const QMap<QString, QString> &given);

    /// Values by type; asking for an id or a type that was not declared is a bug and throws std::logic_error, and so
    /// does asking for a number that has neither a value nor a default (see isGiven()).
    double number(const QString &id) const; ///< Number, Integer; in the parameter's unit
    std::int64_t integer(const QString &id) const;
    bool boolean(const QString &id) const; ///< false where it was not given
    QString text(const QString &id) const; ///< Choice (its id), Text, Layer, Field, File; empty where it was not given
    std::optional<Day> date(const QString &id) const;
    /// True where there is a value, given or by default.
    bool isGiven(const QString &id) const;
    /// As text in the one form of its type (2018-06-30, true, 0.5, the choice's id), for provenance and for targets:
    /// parsing it again gives the same values.
    const QMap<QString, QString> &all() const { return m_values; }

private:
    QString valueOf(const QString &id, std::initializer_list<ParameterType> types) const;

    QMap<QString, QString> m_values;
    QMap<QString, ParameterType> m_types; ///< of everything declared, given or not
};

} // namespace cuntu
