// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/known_columns.h"

#include <cmath>

namespace cuntu {

Result<Immutable<LayerSnapshot>> layerWith(const ProjectSnapshot &project, const QString &layerId,
                                           const QStringList &fields, const JobContext &job)
{
    const auto bare = project.layer(layerId, {}, job);
    if (!bare) {
        return bare.error();
    }
    QStringList there;
    for (const QString &field : fields) {
        if ((*bare)->schema().findField(field) != nullptr) {
            there << field;
        }
    }
    return project.layer(layerId, there, job);
}

double numberAt(const Column *column, std::size_t row)
{
    return column == nullptr ? std::nan("") : column->number(row);
}

std::string_view textAt(const Column *column, std::size_t row)
{
    return column == nullptr ? std::string_view() : column->text(row);
}

QString codeOn(const AreaTree &areas, const QString &text, Day day)
{
    const auto code = AreaCode::parse(text);
    return code ? areas.codeOn(*code, day).toString() : text;
}

QString codeOn(const AreaTree &areas, std::string_view text, Day day)
{
    return codeOn(areas, QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), day);
}

QString stringAt(const Column *column, std::size_t row)
{
    const std::string_view text = textAt(column, row);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace cuntu
