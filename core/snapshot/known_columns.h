// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/field.h"
#include "core/snapshot/project_snapshot.h"

#include <string_view>

namespace cuntu {

/// Layer @p layerId with those of @p fields that its table has: a project made before a programme lacks its fields,
/// which then are unknown everywhere. Errors as ProjectSnapshot::layer().
CUNTU_CORE_EXPORT Result<Immutable<LayerSnapshot>> layerWith(const ProjectSnapshot &project, const QString &layerId,
                                                             const QStringList &fields, const JobContext &job);

/// The number in @p row; not-a-number where the column is null.
CUNTU_CORE_EXPORT double numberAt(const Column *column, std::size_t row);
/// The text in @p row; empty where the column is null.
CUNTU_CORE_EXPORT std::string_view textAt(const Column *column, std::size_t row);

/// The same as a QString.
CUNTU_CORE_EXPORT QString stringAt(const Column *column, std::size_t row);

/// @p text as the code that an area has on @p day, so that tables of different years meet; itself where it is no code.
CUNTU_CORE_EXPORT QString codeOn(const AreaTree &areas, const QString &text, Day day);
/// The same of UTF-8.
CUNTU_CORE_EXPORT QString codeOn(const AreaTree &areas, std::string_view text, Day day);

/// A column of choices as an enum whose first stands for 'unknown' and whose others are in the order of the choices:
/// looked up once per distinct text. A null column, and a text that is none of the choices, is @p Enum's first.
template <class Enum> class ChoiceColumn {
public:
    ChoiceColumn(const Column *column, const std::vector<Choice> &choices) : m_column(column)
    {
        for (std::uint32_t code = 0; column != nullptr && code < column->distinct(); ++code) {
            Enum value{};
            for (std::size_t i = 0; i < choices.size(); ++i) {
                if (choices[i].id.toStdString() == column->textOf(code)) {
                    value = static_cast<Enum>(i + 1);
                }
            }
            m_values.push_back(value);
        }
    }

    Enum at(std::size_t row) const
    {
        const bool known = m_column != nullptr && m_column->code(row) != Column::k_null;
        return known ? m_values[m_column->code(row)] : Enum{};
    }

private:
    const Column *m_column;
    std::vector<Enum> m_values;
};

} // namespace cuntu
