// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"
#include "core/store/row_watch.h"

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

TEST_F(DatabaseTest, AWatchKnowsTheRowsThatAreWritten)
{
    Database database = make();
    ASSERT_TRUE(database.execute(
        QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, a); CREATE TABLE u (id INTEGER PRIMARY KEY);"
                       "INSERT INTO t (id) VALUES (1), (2), (3), (4)")));
    const auto ids = [](std::initializer_list<std::int64_t> numbers) {
        std::vector<FeatureId> made;
        for (const std::int64_t number : numbers) {
            made.push_back(FeatureId{number});
        }
        return std::optional(made);
    };
    const qint64 tables = RowWatch::schemaVersion(database).value();
    {
        const RowWatch watch(database);
        ASSERT_TRUE(database.execute(
            QStringLiteral("UPDATE t SET a = 1 WHERE id = 3; INSERT INTO t (id) VALUES (9);"
                           "DELETE FROM t WHERE id = 2; UPDATE t SET a = 2 WHERE id = 3; SELECT * FROM t")));
        EXPECT_EQ(watch.rowsOf(QStringLiteral("t")), ids({2, 3, 9}));
        EXPECT_EQ(watch.rowsOf(QStringLiteral("u")), ids({}));
        EXPECT_EQ(RowWatch::schemaVersion(database).value(), tables);
        ASSERT_TRUE(database.execute(QStringLiteral("DROP TABLE u")));
        EXPECT_NE(RowWatch::schemaVersion(database).value(), tables);
    }
    ASSERT_TRUE(database.execute(QStringLiteral("DELETE FROM t WHERE id = 4"))); // nobody looks any more
    const RowWatch watch(database);
    EXPECT_EQ(watch.rowsOf(QStringLiteral("t")), ids({}));
    ASSERT_TRUE(
        database.execute(QStringLiteral("WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n LIMIT %1) "
                                        "INSERT INTO t (id) SELECT i FROM n")
                             .arg(RowWatch::k_mostRows + 1)));
    EXPECT_EQ(watch.rowsOf(QStringLiteral("t")), std::nullopt) << "too many";
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
