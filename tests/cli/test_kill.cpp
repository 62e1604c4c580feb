// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

#include <QElapsedTimer>

#include <random>

namespace cuntu {
namespace {

/// Killed at any moment of an import, the program leaves a sound project with all of it or nothing.
TEST(Kill, LeavesAllOrNothing)
{
    constexpr int k_rows = 20000;
    constexpr int k_kills = 8;
    test::Program program;
    test::Scratch scratch;
    QByteArray table = "hh_id,lon,lat,members\n";
    for (int i = 0; i < k_rows; ++i) {
        table += QByteArray::number(i + 1) + ",117." + QByteArray::number(100000 + i) + ",28.5,4\n";
    }
    const QString file = scratch.write(QStringLiteral("户.csv"), table);
    const auto arguments = [&](const QString &project) {
        return QStringList{QStringLiteral("import"), project, file, QStringLiteral("--as"),
                           QStringLiteral("households")};
    };
    const QString whole = scratch.path(QStringLiteral("whole.cuntu"));
    ASSERT_EQ(program.call({QStringLiteral("new"), whole}).status, 0);
    QElapsedTimer timer;
    timer.start();
    ASSERT_EQ(program.call(arguments(whole)).status, 0);
    const qint64 full_ms = timer.elapsed();

    std::mt19937 random(5);
    for (int kill = 0; kill < k_kills; ++kill) {
        const QString project = scratch.path(QStringLiteral("k%1.cuntu").arg(kill));
        ASSERT_EQ(program.call({QStringLiteral("new"), project}).status, 0);
        QProcess process;
        process.setProcessEnvironment(program.environment());
        process.start(QStringLiteral(CUNTU_PROGRAM), arguments(project));
        process.waitForFinished(std::uniform_int_distribution<int>(5, static_cast<int>(full_ms))(random));
        process.kill();
        process.waitForFinished();
        const auto info = program.json({QStringLiteral("info"), project});
        const int rows = test::featureCount(info, QStringLiteral("households"));
        EXPECT_TRUE(rows == -1 || rows == k_rows) << rows;
        QProcess check;
        check.start(QStringLiteral("sqlite3"), {project, QStringLiteral("PRAGMA integrity_check")});
        check.waitForFinished();
        EXPECT_EQ(check.readAllStandardOutput().trimmed().toStdString(), "ok");
        const auto next = program.call(arguments(project));
        EXPECT_EQ(next.status, 0) << "the next import works: " << next.text();
    }
}

} // namespace
} // namespace cuntu
