// SPDX-License-Identifier: GPL-3.0-or-later
// Importing uses the memory of earlier rows again. A row must never keep anything of the one before.
#include "io_support.h"

#include <random>

namespace cuntu {
namespace {

using namespace test;

/// A cell such as a mess of a file holds.
QByteArray hostileCell(std::mt19937 &random)
{
    static const std::vector<QByteArray> cells{
        "",
        "113.1288331",
        "26.72",
        "999999999999999999999999",
        "1e308",
        "-0",
        "3.61E+11",
        "#REF!",
        "=1+1",
        "@SUM(A1)",
        "'12",
        " 7 ",
        "合计",
        "小计",
        "无",
        "/",
        "—",
        "网管，自来水",
        "general",
        "lifted",
        "脱贫户",
        "360009008201001",
        "2020-13-45",
        "2019.6",
        "\"a,b\"",
        "\"a\"\"b\"",
        "\"two\nlines\"",
        "\"cr\r\nlf\"",
        "\"\"",
        "x\"y",
        "是",
        "否",
        "1,234",
        "１２３",
        "\xC2\xA0"
        "5",
        "nan",
    };
    return cells[random() % cells.size()];
}

/// Households with good rows among bad ones; now and then too many or too few cells.
QByteArray hostileFile(unsigned seed, bool mark, const QByteArray &end)
{
    std::mt19937 random(seed);
    QByteArray text = mark ? QByteArray("\xEF\xBB\xBF") : QByteArray();
    text += "lon,lat,id,settlement_code,category,members,income_yuan,water_supply" + end;
    for (int row = 0; row < 300; ++row) {
        QList<QByteArray> cells{"113.1" + QByteArray::number(row),
                                "26.7" + QByteArray::number(row),
                                QByteArray::number(random() % 400),
                                "360009008201001",
                                "general",
                                QByteArray::number(random() % 9),
                                QByteArray::number(random() % 200000),
                                "network"};
        for (unsigned change = random() % 4; change > 0; --change) {
            cells[static_cast<qsizetype>(random() % 8)] = hostileCell(random);
        }
        if (random() % 20 == 0) {
            cells.append(hostileCell(random));
        } else if (random() % 20 == 0) {
            cells.resize(5);
        }
        text += cells.join(',') + end;
    }
    return text;
}

/// As take(), but the memory of rows and features is used again, as an import does.
Taken takeReusing(const Import &import)
{
    return takeWith(import, [&import](Source &source, RowChecker &checker, Taken &result) {
        std::vector<SourceRow> rows;
        std::vector<FeatureRow> taken;
        do {
            rows.resize(import.batch);
            std::size_t count = 0;
            while (count < rows.size() && source.next(rows[count]).value()) {
                ++count;
            }
            rows.resize(count);
            result.read += static_cast<qint64>(count);
            checker.reuse(std::move(taken));
            taken.clear();
            checker.check(rows, taken, result.findings);
            result.rows.insert(result.rows.end(), taken.begin(), taken.end());
        } while (!rows.empty());
    });
}

void expectSame(const Taken &reused, const Taken &fresh)
{
    ASSERT_EQ(reused.error.has_value(), fresh.error.has_value()) << reused.errorText() << fresh.errorText();
    EXPECT_EQ(reused.read, fresh.read);
    ASSERT_EQ(reused.rows.size(), fresh.rows.size());
    for (std::size_t i = 0; i < fresh.rows.size(); ++i) {
        EXPECT_EQ(reused.rows[i].sourceRow, fresh.rows[i].sourceRow);
        EXPECT_TRUE(reused.rows[i].id.isNone());
        EXPECT_TRUE(reused.rows[i].statuses.empty());
        EXPECT_EQ(reused.rows[i].values, fresh.rows[i].values) << "row " << fresh.rows[i].sourceRow;
        EXPECT_EQ(reused.rows[i].geometry, fresh.rows[i].geometry) << "row " << fresh.rows[i].sourceRow;
    }
    ASSERT_EQ(reused.findings.size(), fresh.findings.size());
    for (std::size_t i = 0; i < fresh.findings.size(); ++i) {
        EXPECT_EQ(reused.findings[i].row, fresh.findings[i].row);
        EXPECT_EQ(reused.findings[i].column, fresh.findings[i].column);
        EXPECT_EQ(reused.findings[i].reason, fresh.findings[i].reason);
        EXPECT_EQ(reused.findings[i].rejected, fresh.findings[i].rejected);
        EXPECT_EQ(reused.findings[i].isTotal, fresh.findings[i].isTotal);
    }
}

TEST(Reuse, HostileFilesGiveRowByRowWhatFreshMemoryGives)
{
    QTemporaryDir folder;
    qint64 taken = 0;
    qint64 rejected = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        SCOPED_TRACE(seed);
        const QByteArray text = hostileFile(seed, seed % 2 == 0, seed % 3 == 0 ? "\r\n" : "\n");
        Import import{{writeFile(folder, "h.csv", text), {}, {}, {}, {}},
                      hostLayer("households"),
                      nullptr,
                      *Crs::fromEpsg(4526),
                      {}};
        const Taken fresh = take(import);
        import.batch = 1 + seed * 7; // rows meet the memory of other rows each time
        expectSame(takeReusing(import), fresh);
        taken += static_cast<qint64>(fresh.rows.size());
        rejected += static_cast<qint64>(fresh.rejected().size());
    }
    EXPECT_GT(taken, 1000) << "the files are not so bad that nothing is compared";
    EXPECT_GT(rejected, 1000);
}

TEST(Reuse, GbkTextComesOutAsFromFreshMemory)
{
    QTemporaryDir folder;
    // lon,lat,id,... with 脱贫户 and 自来水 in GBK.
    QByteArray text = "lon,lat,id,settlement_code,category,members,income_yuan,water_supply\n";
    for (int row = 0; row < 50; ++row) {
        text += "113.12,26.7," + QByteArray::number(row) + ",360009008201001," +
                (row % 2 == 0 ? QByteArray("\xCD\xD1\xC6\xB6\xBB\xA7") : QByteArray()) + ",3,900," +
                (row % 3 == 0 ? QByteArray("\xD7\xD4\xC0\xB4\xCB\xAE") : QByteArray("network")) + '\n';
    }
    Import import{{writeFile(folder, "g.csv", text), {}, QStringLiteral("GBK"), {}, {}},
                  hostLayer("households"),
                  nullptr,
                  *Crs::fromEpsg(4526),
                  {}};
    const Taken fresh = take(import);
    EXPECT_EQ(fresh.rows.size(), 50U);
    import.batch = 7;
    expectSame(takeReusing(import), fresh);
}

} // namespace
} // namespace cuntu
