// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "tests/support/lamp_programme.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <QFileInfo>
#include <QProcess>

namespace cuntu {
namespace {

/// Runs SQL on a closed project with the sqlite3 program, as a stranger would.
QString sqlite(const QString &file, const QString &sql)
{
    QProcess process;
    process.start(QStringLiteral("sqlite3"), {file, sql});
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

class ProjectTest : public testing::Test {
protected:
    std::unique_ptr<Project> make()
    {
        auto project = Project::create({file(), QStringLiteral("试点县"), *Crs::fromEpsg(4527)}, m_registry);
        EXPECT_TRUE(project) << project.error().toText().toStdString();
        return std::move(*project);
    }
    QString file() const { return m_scratch.path(QStringLiteral("项目 one.cuntu")); }

    test::Scratch m_scratch;
    Immutable<Registry> m_registry = test::lampRegistry();
};

TEST_F(ProjectTest, IsASpatialiteFileAtRestWithoutSidecars)
{
    make().reset();
    EXPECT_EQ(sqlite(file(), QStringLiteral("PRAGMA journal_mode; SELECT value FROM cuntu_meta WHERE key = 'name'")),
              QStringLiteral("delete\n试点县"));
    EXPECT_FALSE(QFileInfo::exists(file() + QStringLiteral("-wal")));
    EXPECT_FALSE(QFileInfo::exists(file() + QStringLiteral(".lock")));
}

TEST_F(ProjectTest, UsesAWriteAheadLogOnALocalDisk)
{
    const auto project = make();
    EXPECT_FALSE(project->isReadOnly());
    EXPECT_EQ(sqlite(file(), QStringLiteral("PRAGMA journal_mode")), QStringLiteral("wal"));
    EXPECT_FALSE(project->journalNote().isEmpty());
}

TEST_F(ProjectTest, ASecondOpenerReadsOnlyAndIsToldWhoHoldsIt)
{
    const auto first = make();
    const auto second = Project::open(file(), Access::ReadWrite, m_registry);
    ASSERT_TRUE(second);
    EXPECT_TRUE((*second)->isReadOnly());
    EXPECT_TRUE((*second)->readOnlyReason().contains(QString::number(QCoreApplication::applicationPid())))
        << (*second)->readOnlyReason().toStdString();
    const auto written = (*second)->setSetting(QStringLiteral("a"), QStringLiteral("b"));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::ReadOnly);
}

TEST_F(ProjectTest, ALockThatWasNeverSignedIsTakenOver)
{
    make().reset();
    m_scratch.write(QFileInfo(file()).fileName() + QStringLiteral(".lock"), {});
    const auto project = Project::open(file(), Access::ReadWrite, m_registry);
    ASSERT_TRUE(project);
    EXPECT_FALSE((*project)->isReadOnly()) << (*project)->readOnlyReason().toStdString();
}

TEST_F(ProjectTest, ANewerFileIsRefusedPolitelyAndNotTouched)
{
    make().reset();
    sqlite(file(), QStringLiteral("PRAGMA user_version = 99"));
    const QDateTime before = QFileInfo(file()).lastModified();
    const auto project = Project::open(file(), Access::ReadWrite, m_registry);
    ASSERT_FALSE(project);
    EXPECT_EQ(project.error().code, ErrorCode::NewerVersion);
    EXPECT_EQ(QFileInfo(file()).lastModified(), before);
}

TEST_F(ProjectTest, OtherDatabasesAndOtherFilesAreRefused)
{
    const QString database = m_scratch.path(QStringLiteral("other.db"));
    sqlite(database, QStringLiteral("CREATE TABLE t (a)"));
    EXPECT_EQ(Project::open(database, Access::ReadOnly, m_registry).error().code, ErrorCode::Unreadable);
    const QString text = m_scratch.write(QStringLiteral("letter.cuntu"), "dear bureau");
    EXPECT_EQ(Project::open(text, Access::ReadWrite, m_registry).error().code, ErrorCode::Unreadable);
    const QString empty = m_scratch.write(QStringLiteral("empty.cuntu"), {});
    EXPECT_EQ(Project::open(empty, Access::ReadWrite, m_registry).error().code, ErrorCode::Unreadable);
    EXPECT_EQ(QFileInfo(empty).size(), 0);
    EXPECT_EQ(Project::open(m_scratch.path(QStringLiteral("none.cuntu")), Access::ReadWrite, m_registry).error().code,
              ErrorCode::NotFound);
}

TEST_F(ProjectTest, AnExistingFileIsNeverOverwritten)
{
    const QString letter = m_scratch.write(QStringLiteral("项目 one.cuntu"), "dear bureau");
    const auto project = Project::create({file(), {}, {}}, m_registry);
    ASSERT_FALSE(project);
    EXPECT_EQ(project.error().code, ErrorCode::Conflict);
    EXPECT_EQ(QFileInfo(letter).size(), 11);
}

TEST_F(ProjectTest, AWriteProtectedFolderOpensReadOnly)
{
    make().reset();
    QFile::setPermissions(m_scratch.folder(), QFile::ReadOwner | QFile::ExeOwner);
    {
        const auto project = Project::open(file(), Access::ReadWrite, m_registry);
        ASSERT_TRUE(project) << project.error().toText().toStdString();
        EXPECT_TRUE((*project)->isReadOnly());
        EXPECT_TRUE((*project)->readOnlyReason().contains(m_scratch.folder()));
        EXPECT_TRUE((*project)->snapshot());
    }
    EXPECT_EQ(Project::create({m_scratch.path(QStringLiteral("b.cuntu")), {}, {}}, m_registry).error().code,
              ErrorCode::ReadOnly);
    QFile::setPermissions(m_scratch.folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

TEST_F(ProjectTest, SettingsAndStylesArePartOfTheFile)
{
    {
        const auto project = make();
        ASSERT_TRUE(project->setSetting(QStringLiteral("as_of"), QStringLiteral("2020-06-30")));
        ASSERT_TRUE(project->setStyle(QStringLiteral("villages"), QStringLiteral("{}")));
    }
    const auto project = Project::open(file(), Access::ReadOnly, m_registry);
    ASSERT_TRUE(project);
    EXPECT_EQ((*project)->setting(QStringLiteral("as_of")).value(), QStringLiteral("2020-06-30"));
    EXPECT_EQ((*project)->style(QStringLiteral("villages")).value(), QStringLiteral("{}"));
    EXPECT_EQ((*project)->revision(), 3);
}

} // namespace
} // namespace cuntu
