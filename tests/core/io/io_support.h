// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/row_check.h"
#include "core/plugin/registry.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace cuntu {

/// Lets GoogleTest print texts.
inline void PrintTo(const QString &text, std::ostream *out)
{
    *out << '"' << text.toStdString() << '"';
}

namespace test {

inline QString shared(const QString &path)
{
    return QStringLiteral(CUNTU_SHARED_DATA) + QLatin1Char('/') + path;
}

/// Skips where the shared data are not on this machine.
#define CUNTU_NEEDS(path)                                                                                              \
    if (!QFileInfo::exists(path)) {                                                                                    \
        GTEST_SKIP() << "not on this machine: " << (path).toStdString();                                               \
    }

inline LayerSchema hostLayer(const char *id)
{
    for (const LayerSchema &layer : hostRegistry().layers) {
        if (layer.id == QLatin1String(id)) {
            return layer;
        }
    }
    ADD_FAILURE() << "no host layer " << id;
    return {};
}

/// What came of a file.
struct Taken {
    std::optional<Error> error;
    SourceInfo info;
    qint64 read = 0;
    std::vector<FeatureRow> rows;
    std::vector<RowFinding> findings;

    std::vector<RowFinding> rejected() const
    {
        std::vector<RowFinding> found;
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(found),
                     [](const RowFinding &f) { return f.rejected; });
        return found;
    }
    std::vector<RowFinding> warnings() const
    {
        std::vector<RowFinding> found;
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(found),
                     [](const RowFinding &f) { return !f.rejected; });
        return found;
    }
    std::string errorText() const
    {
        return error ? error->toText().toStdString() + " " + error->details.join(u'|').toStdString() : std::string();
    }
};

struct Import {
    SourceOptions options;
    LayerSchema schema;
    const AreaTree *areas = nullptr;
    Crs projectCrs;
    std::vector<TrackCycle> tracks;
    Day today = *Day::fromYmd(2020, 12, 31);
    std::size_t batch = 1000;
};

/// Opens a file and calls @p run with its source, its checker, and the result, which run fills.
template <typename Run> Taken takeWith(const Import &import, const Run &run)
{
    Taken result;
    auto source = Source::open(import.options, &import.schema, {});
    if (!source) {
        result.error = source.error();
        return result;
    }
    result.info = (*source)->info();
    auto checker = RowChecker::create(
        result.info, {&import.schema, import.tracks, import.areas, import.projectCrs, import.today, {}, false});
    if (!checker) {
        result.error = checker.error();
        return result;
    }
    run(**source, *checker, result);
    return result;
}

/// Reads and checks a whole file.
inline Taken take(const Import &import)
{
    return takeWith(import, [&import](Source &source, RowChecker &checker, Taken &result) {
        std::vector<SourceRow> rows(import.batch);
        for (bool more = true; more;) {
            std::size_t count = 0;
            while (count < rows.size()) {
                auto next = source.next(rows[count]);
                if (!next) {
                    result.error = next.error();
                    return;
                }
                more = *next;
                if (!more) {
                    break;
                }
                ++count;
            }
            result.read += static_cast<qint64>(count);
            std::vector<SourceRow> batch(std::make_move_iterator(rows.begin()),
                                         std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(count)));
            checker.check(batch, result.rows, result.findings);
        }
    });
}

/// Reads a file to its end as a plain layer.
inline Taken readPlain(const SourceOptions &options, std::vector<SourceRow> *rows = nullptr)
{
    Taken result;
    auto source = Source::open(options, nullptr, {});
    if (!source) {
        result.error = source.error();
        return result;
    }
    result.info = (*source)->info();
    SourceRow row;
    for (;;) {
        auto next = (*source)->next(row);
        if (!next) {
            result.error = next.error();
            return result;
        }
        if (!*next) {
            return result;
        }
        ++result.read;
        if (rows) {
            rows->push_back(row);
        }
    }
}

/// The text of field @p id of @p row.
inline QString textOf(const LayerSchema &schema, const FeatureRow &row, const char *id)
{
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        if (schema.fields[i].id == QLatin1String(id)) {
            const Value &value = row.values[i];
            if (const auto *text = std::get_if<std::string>(&value)) {
                return QString::fromStdString(*text);
            }
            if (const auto *number = std::get_if<std::int64_t>(&value)) {
                return QString::number(*number);
            }
            if (const auto *real = std::get_if<double>(&value)) {
                return QString::number(*real, 'g', 15);
            }
        }
    }
    return {};
}

inline QString writeFile(const QTemporaryDir &folder, const char *name, const QByteArray &bytes)
{
    const QString path = folder.filePath(QString::fromUtf8(name));
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    return path;
}

} // namespace test
} // namespace cuntu
