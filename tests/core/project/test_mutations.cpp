// SPDX-License-Identifier: GPL-3.0-or-later
// Files that were damaged on their way: bits turned over, ends cut off, pieces overwritten, doubled and taken out.
// Deterministic. CUNTU_MUTATIONS=500 for a long run, best under sanitizers.
#include "tests/support/import_apart.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <QDirIterator>
#include <QFileInfo>
#include <QProcess>

#include <map>
#include <random>

namespace cuntu {
namespace {

using test::ApartOutcome;

constexpr int k_mostSeconds = 10;
constexpr int k_byDefault = 80;

/// Files of the shared data from which damaged ones are made: small ones of each format.
const char *const k_seeds[] = {"vectors/points.shp",
                               "vectors/polys.shp",
                               "vectors/points.geojson",
                               "vectors/multilayer.kml",
                               "vectors/gpx_test_suite.gpx",
                               "vectors/points_lines_3d.dxf",
                               "vectors/curved_polys.gpkg",
                               "vectors/mixed_types.TAB",
                               "vectors/stringlist.gml",
                               "vectors/spreadsheet.ods",
                               "vectors/geom_data.csv",
                               "vectors/wkt_data.csv",
                               "vectors/qgis_server_security/db.sqlite",
                               "malformed/gdal/flatgeobuf/invalid_compoundcurve_non_contiguous_curves.fgb",
                               "malformed/gdal/topojson/topojson1.topojson",
                               "malformed/gdal/xls/test972000xp.xls",
                               "osm/andorra.osm.pbf",
                               "bureau_yiyang"};

// Debian 12's libfreexl (1.0.6) reads past its own buffers in damaged .xls files, which is not ours to mend and which
// the address sanitizer ends the process for.
#ifdef __SANITIZE_ADDRESS__
constexpr bool k_isWatched = true;
#else
constexpr bool k_isWatched = false;
#endif

class MutationTest : public testing::Test {
protected:
    void SetUp() override
    {
        collectSeeds();
        if (m_seeds.empty()) {
            GTEST_SKIP() << "no shared data";
        }
        const QString project = m_scratch.path(QStringLiteral("有.cuntu"));
        ASSERT_TRUE(
            Project::create({project, {}, *Crs::fromEpsg(4527)}, std::make_shared<const Registry>(hostRegistry())));
        m_template = test::bytesOf(project);
    }

    void collectSeeds()
    {
        constexpr qint64 k_largest = 3'000'000;
        const QStringList formats{QStringLiteral("shp"), QStringLiteral("xlsx"), QStringLiteral("csv"),
                                  QStringLiteral("kml")};
        for (const char *seed : k_seeds) {
            const QFileInfo info(QStringLiteral(CUNTU_SHARED_DATA "/") + QLatin1String(seed));
            if (k_isWatched && info.suffix() == QStringLiteral("xls")) {
                continue;
            }
            if (info.isFile() && info.size() < k_largest) {
                m_seeds << info.absoluteFilePath();
            } else if (info.isDir()) {
                QStringList inside;
                QDirIterator files(info.absoluteFilePath(), QDir::Files);
                while (files.hasNext()) {
                    const QFileInfo file(files.next());
                    if (formats.contains(file.suffix().toLower()) && file.size() < k_largest) {
                        inside << file.absoluteFilePath();
                    }
                }
                inside.sort();
                m_seeds << inside;
            }
        }
    }

    /// Copies a file and what belongs to it into the scratch folder, and damages one of them; the file to import.
    QString damagedCopy(const QString &seed, int number, std::mt19937 &random)
    {
        const QFileInfo info(seed);
        const QString folder = m_scratch.path(QStringLiteral("坏 %1").arg(number));
        QDir().mkpath(folder);
        QStringList parts;
        const QStringList siblings = info.dir().entryList(QDir::Files, QDir::Name);
        for (const QString &name : siblings) {
            if (QFileInfo(name).completeBaseName() == info.completeBaseName()) {
                QFile::copy(info.dir().filePath(name), folder + QLatin1Char('/') + name);
                parts << folder + QLatin1Char('/') + name;
            }
        }
        const QString victim = number % 3 == 0 ? parts[static_cast<qsizetype>(random() % parts.size())]
                                               : folder + QLatin1Char('/') + info.fileName();
        QFile::setPermissions(victim, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        const QByteArray damaged = damage(test::bytesOf(victim), random);
        QFile file(victim);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(damaged);
        return folder + QLatin1Char('/') + info.fileName();
    }

    static QByteArray damage(QByteArray bytes, std::mt19937 &random)
    {
        const auto below = [&](qsizetype end) {
            return static_cast<qsizetype>(random() % std::max<qsizetype>(end, 1));
        };
        const qsizetype at = below(bytes.size());
        const qsizetype length = 1 + below(std::min<qsizetype>(bytes.size() - at, 512));
        switch (random() % 6) {
        case 0: // bits turned over, anywhere
        case 1: // bits turned over, in what says how the rest is laid out
            for (int i = 0, end = 1 + static_cast<int>(random() % 40); i < end && !bytes.isEmpty(); ++i) {
                const qsizetype place =
                    random() % 2 == 0 ? below(bytes.size()) : below(std::min<qsizetype>(bytes.size(), 256));
                bytes[place] = static_cast<char>(bytes[place] ^ static_cast<char>(1U << (random() % 8)));
            }
            return bytes;
        case 2:
            return bytes.left(at);
        case 3:
            return bytes.left(at) + QByteArray(length, static_cast<char>(random() % 256)) + bytes.mid(at + length);
        case 4:
            return bytes.left(at + length) + bytes.mid(at, length) + bytes.mid(at + length);
        default:
            return bytes.left(at) + bytes.mid(at + length);
        }
    }

    /// A project into which a damaged file was taken is whole.
    static void expectSound(const QString &project)
    {
        QProcess sqlite;
        sqlite.start(QStringLiteral("sqlite3"), {project, QStringLiteral("PRAGMA integrity_check")});
        sqlite.waitForFinished();
        EXPECT_EQ(sqlite.readAllStandardOutput().trimmed().toStdString(), "ok");
    }

    test::Scratch m_scratch;
    QStringList m_seeds;
    QByteArray m_template;
};

TEST_F(MutationTest, NoDamagedFileCrashesHangsOrChangesAProjectThatRefusesIt)
{
    const int asked = qEnvironmentVariableIntValue("CUNTU_MUTATIONS");
    const int files = asked > 0 ? asked : k_byDefault;
    std::map<std::string, int> ends;
    for (int number = 0; number < files; ++number) {
        std::mt19937 random(static_cast<unsigned>(number));
        const QString seed = m_seeds[number % m_seeds.size()];
        const QString file = damagedCopy(seed, number, random);
        SCOPED_TRACE(QStringLiteral("%1: %2").arg(number).arg(seed).toStdString());
        const QString project = m_scratch.write(QStringLiteral("p.cuntu"), m_template);
        const ApartOutcome outcome = test::importApart(project, {file, {}, {}, {}, {}}, k_mostSeconds);
        const bool taken = outcome.end == ApartOutcome::End::Taken;
        const bool refused = outcome.end == ApartOutcome::End::Refused;
        EXPECT_TRUE(taken || refused) << outcome.toText().toStdString();
        ++ends[taken ? "taken" : refused ? "refused" : "failed"];
        if (taken) {
            expectSound(project);
        } else {
            EXPECT_TRUE(test::bytesOf(project) == m_template) << "the project has changed";
            EXPECT_FALSE(refused && outcome.sentence.isEmpty());
        }
        if (!HasFailure()) {
            QDir(QFileInfo(file).path()).removeRecursively();
        }
    }
    for (const auto &[end, count] : ends) {
        std::cout << count << ' ' << end << "\n";
    }
    EXPECT_GT(ends["refused"], 0) << "some are damaged beyond use";
    EXPECT_GT(ends["taken"], 0) << "some are damaged where it does not matter";
}

} // namespace
} // namespace cuntu
