// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/stretch_entry.h"

#include "core/geo/station_text.h"
#include "core/snapshot/known_columns.h"
#include "ui/window/text.h"

#include <QFile>
#include <QTemporaryDir>

#include <cmath>

namespace cuntu::ui {
namespace {

constexpr double k_same_km = 1e-6;

QString cell(QString text)
{
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

/// The stretch between the same stations of the same line; none: there is none.
Result<FeatureId> sameStretch(const Project &project, const StretchEntry &entry, const JobContext &job)
{
    const LineReference &reference = entry.reference;
    const auto snapshot = project.snapshot();
    if (!snapshot) {
        return snapshot.error();
    }
    const auto layer =
        (*snapshot)->layer(reference.layer, {reference.keyField, reference.fromField, reference.toField}, job);
    if (!layer) {
        return layer.error();
    }
    const Column *key = (*layer)->column(reference.keyField);
    const Column *from = (*layer)->column(reference.fromField);
    const Column *to = (*layer)->column(reference.toField);
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        if (stringAt(key, row) == entry.lineKey && std::abs(numberAt(from, row) - entry.from_km) < k_same_km &&
            std::abs(numberAt(to, row) - entry.to_km) < k_same_km) {
            return (*layer)->id(row);
        }
    }
    return FeatureId();
}

Result<void> markSame(Project &project, const StretchEntry &entry, FeatureId stretch)
{
    MarkRequest request;
    request.layer = entry.reference.layer;
    request.programme = entry.programme;
    request.features = {stretch};
    request.status = entry.status;
    request.effective = entry.effective;
    request.who = entry.who;
    request.source = Ui::tr("window");
    const auto marked = project.mark(request);
    return marked ? Result<void>() : Result<void>(marked.error());
}

/// The table of one row, and how it is to be read.
ImportRequest requestFor(const StretchEntry &entry, const QString &folder)
{
    QMap<QString, QString> cells = entry.fields;
    cells[entry.reference.keyField] = entry.lineKey;
    // With all digits: a station is cut to where it is, not to where its text says.
    cells[entry.reference.fromField] = QString::number(entry.from_km, 'g', 15);
    cells[entry.reference.toField] = QString::number(entry.to_km, 'g', 15);
    ImportRequest request;
    QStringList headings;
    QStringList values;
    for (auto it = cells.cbegin(); it != cells.cend(); ++it) {
        request.fieldMap[it.key()] = it.key();
        headings << cell(it.key());
        values << cell(it.value());
    }
    QString name =
        QStringLiteral("%1 %2-%3.csv").arg(entry.lineKey, stationText(entry.from_km), stationText(entry.to_km));
    name.replace(QLatin1Char('/'), QLatin1Char('_'));
    QFile file(folder + QLatin1Char('/') + name);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(
            (headings.join(QLatin1Char(',')) + QLatin1Char('\n') + values.join(QLatin1Char(',')) + QLatin1Char('\n'))
                .toUtf8());
    }
    request.file = file.fileName();
    request.encoding = QStringLiteral("UTF-8");
    request.role = entry.reference.layer;
    request.programme = entry.programme;
    request.status = entry.status;
    request.statusDate = entry.effective;
    request.who = entry.who;
    request.rejectsFile = folder + QStringLiteral("/rejects.csv");
    request.strict = true;
    return request;
}

} // namespace

Result<void> recordStretch(Project &project, const StretchEntry &entry, const JobContext &job)
{
    const auto same = sameStretch(project, entry, job);
    if (!same) {
        return same.error();
    }
    if (!same->isNone()) {
        return markSame(project, entry, *same);
    }
    const QTemporaryDir folder;
    const auto report = project.import(requestFor(entry, folder.path()), job);
    return report ? Result<void>() : Result<void>(report.error());
}

} // namespace cuntu::ui
