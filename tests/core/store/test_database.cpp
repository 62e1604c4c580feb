// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include "tests/support/scratch.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

class DatabaseTest : public testing::Test {
protected:
    Database make(const QString &name = QStringLiteral("a.db"))
    {
        auto database = Database::open(m_scratch.path(name), Database::Mode::Create);
        EXPECT_TRUE(database) << database.error().toText().toStdString();
        return std::move(*database);
    }
    test::Scratch m_scratch;
};

TEST_F(DatabaseTest, AMisspeltNameIsAnErrorAndNotAString)
{
    Database database = make();
    ASSERT_TRUE(database.execute(QStringLiteral("CREATE TABLE t (a)")));
    EXPECT_FALSE(database.prepare(QStringLiteral("SELECT \"misspelt\" FROM t")));
}

TEST_F(DatabaseTest, BoundTextIsNeverSql)
{
    Database database = make();
    ASSERT_TRUE(database.execute(QStringLiteral("CREATE TABLE t (a TEXT)")));
    const std::string evil = "'); DROP TABLE t; --";
    ASSERT_TRUE(database.execute(QStringLiteral("INSERT INTO t VALUES (?)"), {evil}));
    EXPECT_EQ(database.text(QStringLiteral("SELECT a FROM t")).value().toStdString(), evil);
}

TEST_F(DatabaseTest, QuotesInNamesAreDoubled)
{
    Database database = make();
    const QString name = QStringLiteral("户\"数' x");
    ASSERT_TRUE(database.execute(QStringLiteral("CREATE TABLE %1 (%1 INTEGER)").arg(quoted(name))));
    ASSERT_TRUE(database.execute(QStringLiteral("INSERT INTO %1 (%1) VALUES (7)").arg(quoted(name))));
    EXPECT_EQ(database.integer(QStringLiteral("SELECT %1 FROM %1").arg(quoted(name))).value(), 7);
}

TEST_F(DatabaseTest, ATransactionThatIsNotCommittedLeavesNothing)
{
    Database database = make();
    ASSERT_TRUE(database.execute(QStringLiteral("CREATE TABLE t (a)")));
    {
        auto transaction = Transaction::begin(database);
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(database.execute(QStringLiteral("INSERT INTO t VALUES (1)")));
    }
    EXPECT_EQ(database.integer(QStringLiteral("SELECT count(*) FROM t")).value(), 0);
}

TEST_F(DatabaseTest, AFileThatIsNoDatabaseIsSaidToBeUnreadable)
{
    const QString path =
        m_scratch.write(QStringLiteral("text.db"), QByteArray("this is a letter, not a database").repeated(100));
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    ASSERT_FALSE(database);
    EXPECT_EQ(database.error().code, ErrorCode::Unreadable);
    EXPECT_EQ(database.error().where.file, path);
}

TEST_F(DatabaseTest, AFullDiskIsSaidToBeFull)
{
    Database database = make();
    ASSERT_TRUE(database.execute(QStringLiteral("CREATE TABLE t (a BLOB); PRAGMA max_page_count = 10")));
    const auto done = database.execute(QStringLiteral("INSERT INTO t VALUES (zeroblob(1000000))"));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::DiskFull);
}

TEST_F(DatabaseTest, AnInterruptStopsALongStatement)
{
    Database database = make();
    database.setInterrupt([] { return true; });
    const auto value = database.integer(QStringLiteral(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT sum(i) FROM n"));
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace cuntu
