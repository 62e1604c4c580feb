// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/import_preview.h"

#include "core/io/crs_choice.h"
#include "core/project/import_roles.h"
#include "core/project/import_steps.h"

#include <QFileInfo>

#include <algorithm>

namespace cuntu {

namespace {

constexpr std::size_t k_mostShapes = 5000;
constexpr int k_lonLat = 4490;

/// The words of @p cells that are not plain ASCII.
QString foreignWords(const std::vector<std::string> &cells)
{
    constexpr qsizetype longest = 60;
    QString words;
    for (const std::string &cell : cells) {
        const QString text = QString::fromStdString(cell);
        const bool foreign = std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() > 127; });
        if (foreign && words.size() < longest) {
            words += (words.isEmpty() ? QString() : QStringLiteral(" ")) + text;
        }
    }
    return words.left(longest);
}

std::optional<EncodingSample> sampleIn(const QString &encoding, SourceOptions options, const JobContext &job)
{
    options.encoding = encoding;
    auto source = Source::open(options, nullptr, job);
    if (!source) {
        return std::nullopt;
    }
    std::vector<std::string> headings;
    for (const SourceColumn &column : (*source)->info().columns) {
        headings.push_back(column.heading.toStdString());
    }
    QString words = foreignWords(headings);
    SourceRow row;
    for (int i = 0; i < 20 && words.size() < 30; ++i) {
        auto more = (*source)->next(row);
        if (!more || !*more) {
            break;
        }
        words = (words + QLatin1Char(' ') + foreignWords(row.cells)).trimmed();
    }
    return EncodingSample{encoding, words.left(60)};
}

/// How the text reads in each encoding that it can be: the user sees which is right.
std::vector<EncodingSample> encodingSamples(const SourceOptions &options, const SourceInfo &info, const JobContext &job)
{
    const bool isFixed = info.driver != QLatin1String("CSV") && info.driver != QLatin1String("ESRI Shapefile");
    if (isFixed || info.encoding.isEmpty()) {
        return {};
    }
    QStringList candidates{info.encoding, QStringLiteral("UTF-8"), QStringLiteral("GB18030"), QStringLiteral("BIG5"),
                           QStringLiteral("ISO-8859-1")};
    if (info.encoding == QLatin1String("GBK")) {
        candidates.removeAll(QStringLiteral("GB18030")); // reads the same
    }
    candidates.removeDuplicates();
    std::vector<EncodingSample> samples;
    for (const QString &encoding : candidates) {
        if (auto sample = sampleIn(encoding, options, job); sample && !sample->text.isEmpty()) {
            samples.push_back(std::move(*sample));
        }
    }
    return samples;
}

/// Reads the first rows and shapes of @p source.
Result<void> readBeginning(Source &source, const PreviewRequest &request, ImportPreview &preview, const JobContext &job)
{
    auto lonLat = Crs::fromEpsg(k_lonLat);
    if (!lonLat) {
        return lonLat.error();
    }
    const Crs &from = preview.info.crs;
    const Crs &to = request.crs.isValid() ? request.crs : *lonLat;
    std::optional<CrsTransform> toTarget;
    std::optional<CrsTransform> toLonLat;
    if (from.isValid()) {
        auto target = CrsTransform::create(from, to);
        auto degrees = CrsTransform::create(from, *lonLat);
        if (!target || !degrees) {
            return target ? degrees.error() : target.error();
        }
        if (degrees->isBallpark()) {
            preview.info.notes << ballparkNote(from);
        }
        toTarget.emplace(std::move(*target));
        toLonLat.emplace(std::move(*degrees));
    }
    SourceRow row;
    while (preview.rows.size() < request.rows || (toTarget && preview.shapes.size() < k_mostShapes)) {
        auto more = source.next(row);
        if (!more) {
            return more.error();
        }
        if (!*more) {
            break;
        }
        if (job.isCancelled()) {
            return cancelledError();
        }
        if (row.isTotal) {
            continue;
        }
        if (toTarget && !row.geometry.isEmpty() && preview.shapes.size() < k_mostShapes) {
            Geometry shape = row.geometry;
            std::vector<Point> degrees = shape.points;
            toTarget->apply(shape.points);
            toLonLat->apply(degrees);
            for (const Point &point : degrees) {
                preview.lonLat.add(point);
            }
            preview.shapes.push_back(std::move(shape));
        }
        if (preview.rows.size() < request.rows) {
            preview.rows.push_back(row);
        }
    }
    return {};
}

QStringList headingsOf(const SourceInfo &info)
{
    QStringList result;
    for (const SourceColumn &column : info.columns) {
        result << column.heading;
    }
    return result;
}

} // namespace

Result<ImportRequest> withProfile(const ImportRequest &request, const ImportProfile &profile)
{
    ImportRequest whole = request;
    const auto fill = [](QString &own, const QString &other) { own = own.isEmpty() ? other : own; };
    fill(whole.role, profile.role);
    fill(whole.sheet, profile.sheet);
    fill(whole.encoding, profile.encoding);
    if (!whole.sourceCrs && !profile.crs.isEmpty()) {
        auto crs = Crs::fromUser(profile.crs);
        if (!crs) {
            return crs.error();
        }
        whole.sourceCrs = *crs;
    }
    for (auto it = profile.fieldMap.begin(); it != profile.fieldMap.end(); ++it) {
        if (!whole.fieldMap.contains(it.key())) {
            whole.fieldMap.insert(it.key(), it.value());
        }
    }
    RowRules rules = profile.rules;
    rules.leaveOut = request.rules.leaveOut;
    rules.keep.insert(request.rules.keep);
    rules.constants.insert(request.rules.constants);
    for (auto it = request.rules.words.begin(); it != request.rules.words.end(); ++it) {
        rules.words[it.key()].insert(it.value());
    }
    whole.rules = rules;
    return whole;
}

ImportProfile profileFrom(const QString &id, const ImportRequest &request, const SourceInfo &info)
{
    ImportProfile profile;
    profile.id = id;
    profile.name = {id, id};
    profile.role = request.role;
    profile.sheet = info.sheets.size() > 1 ? request.sheet : QString();
    profile.encoding = request.encoding;
    profile.crs = request.sourceCrs ? request.sourceCrs->id() : QString();
    profile.rules = request.rules;
    profile.rules.leaveOut.clear();
    for (const SourceColumn &column : info.columns) {
        if (!column.heading.isEmpty()) {
            profile.headings << column.heading;
        }
        if (!column.field.isEmpty() && !column.heading.isEmpty() &&
            !request.role.startsWith(import_role::plainPrefix)) {
            profile.fieldMap[column.field] = column.heading;
        }
    }
    profile.fieldMap.insert(request.fieldMap);
    return profile;
}

Result<ImportPreview> previewImport(const PreviewRequest &request, const Registry &registry, const JobContext &job)
{
    ImportPreview preview;
    PreviewRequest ask = request;
    if (ask.import.role.isEmpty()) {
        auto bare = Source::open(sourceOptions(ask.import), nullptr, job);
        if (!bare) {
            return bare.error();
        }
        const SourceInfo &info = (*bare)->info();
        if (const ImportProfile *profile = profileFor(ask.profiles, info.columns)) {
            auto whole = withProfile(ask.import, *profile);
            if (!whole) {
                return whole.error();
            }
            ask.import = std::move(*whole);
            preview.profile = profile->id;
        } else {
            ask.import.role = guessRole(registry, QFileInfo(ask.import.file).completeBaseName(), headingsOf(info));
        }
    }
    preview.role = ask.import.role;
    preview.request = ask.import;
    const auto schema = schemaOfRole(registry, preview.role);
    const SourceOptions options = sourceOptions(ask.import);
    auto source = Source::open(options, schema ? &*schema : nullptr, job);
    if (!source) {
        return source.error();
    }
    preview.info = (*source)->info();
    auto read = readBeginning(**source, ask, preview, job);
    if (!read) {
        return read.error();
    }
    preview.encodings = encodingSamples(options, preview.info, job);
    return preview;
}

} // namespace cuntu
