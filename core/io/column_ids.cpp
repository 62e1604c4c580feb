// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/io/row_reader.h"
#include "core/io/special_columns.h"

#include <QSet>

#include <algorithm>

namespace cuntu {

namespace {

/// Names that a feature table has or that SQLite gives a meaning of its own.
bool isReserved(const QString &id)
{
    static const QSet<QString> names{QStringLiteral("id"),       QStringLiteral("fid"),    QStringLiteral("ogc_fid"),
                                     QStringLiteral("rowid"),    QStringLiteral("oid"),    QStringLiteral("_rowid_"),
                                     QStringLiteral("geometry"), QStringLiteral("geom"),   QStringLiteral("uuid"),
                                     QStringLiteral("status"),   QStringLiteral("pk_uid"), QStringLiteral("pkuid")};
    return names.contains(id);
}

QString idFrom(const QString &heading)
{
    QString id;
    for (const QChar c : normalised(heading).toLower()) {
        if (c.isLetterOrNumber()) {
            id += c;
        } else if (!id.endsWith(QLatin1Char('_'))) {
            id += QLatin1Char('_');
        }
    }
    while (id.endsWith(QLatin1Char('_'))) {
        id.chop(1);
    }
    if (id.isEmpty() || id[0].isDigit()) {
        id.prepend(QStringLiteral("c_"));
    }
    constexpr qsizetype longest = 60;
    return id.left(longest) + (isReserved(id) ? QStringLiteral("_") : QString());
}

} // namespace

void giveColumnsIds(std::vector<SourceColumn> &columns)
{
    QSet<QString> used;
    for (SourceColumn &column : columns) {
        if (!column.field.isEmpty()) {
            continue;
        }
        const QString wanted = idFrom(column.heading);
        QString id = wanted;
        for (int n = 2; used.contains(id); ++n) {
            id = QStringLiteral("%1_%2").arg(wanted).arg(n);
        }
        used.insert(id);
        column.field = id;
    }
}

Result<void> checkRequiredFields(const SourceInfo &info, const LayerSchema &schema, const SourceOptions &options)
{
    const auto has = [&](const QString &id) {
        return options.rules.constants.contains(id) ||
               std::any_of(info.columns.begin(), info.columns.end(),
                           [&](const SourceColumn &c) { return c.field == id; });
    };
    QStringList missing;
    for (const Field &field : schema.fields) {
        const bool areaElsewhere = field.id == schema.areaField && field.id != schema.keyField &&
                                   (has(QStringLiteral("@village")) || info.geometry != GeometryType::None);
        if (field.required && !has(field.id) && !areaElsewhere) {
            missing << QStringLiteral("%1 (%2)").arg(field.name.toString(), field.id);
        }
    }
    if (missing.isEmpty()) {
        return {};
    }
    QStringList headings;
    for (const SourceColumn &column : info.columns) {
        headings << column.heading;
    }
    const QString sentence =
        Core::tr("there is no column for %1; the columns are: %2")
            .arg(missing.join(QStringLiteral(", ")), headings.mid(0, 60).join(QStringLiteral(", ")));
    Error error{ErrorCode::Invalid, sentence, {}, Core::tr("Say which column it is with --map field=column."), {}, {}};
    error.where.file = options.file;
    error.where.sheet = info.sheet;
    return error;
}

} // namespace cuntu
