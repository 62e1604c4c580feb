// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"
#include "core/store/database.h"

#include "tests/support/lamp_programme.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

/// A ledger that is long enough to be read on two threads comes in whole: each entry with its own values.
TEST(LongLedger, IsReadWhole)
{
    constexpr int k_entries = 250'000;
    constexpr int k_features = 1000;
    test::Scratch scratch;
    const QString path = scratch.path(QStringLiteral("p.cuntu"));
    const auto registry = test::lampRegistry();
    ASSERT_TRUE(Project::create({path, {}, *Crs::fromEpsg(4527)}, registry));
    {
        auto database = Database::open(path, Database::Mode::ReadWrite);
        ASSERT_TRUE(database);
        // Entry n is about feature n % 1000 from day n / 1000 on; the words change in the middle, so that both threads
        // meet them in another order; every 7th is on paper, every 11th has a picture, the last corrects the first.
        ASSERT_TRUE(database->execute(QStringLiteral(
            "INSERT INTO cuntu_action (id, recorded_at, who, kind, name) VALUES (900, '2020-01-01', 'x', 'mark', 'x');"
            "INSERT INTO cuntu_evidence (id, uuid, name, sha256, bytes, action_id) VALUES (1, x'01', 'p', 'h', x'00', "
            "900);"
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250000) "
            "INSERT INTO cuntu_entry (id, uuid, action_id, programme, layer, feature_id, status, effective_date, "
            "recorded_at, who, document, rung, supersedes) SELECT i, x'00', 900, "
            "CASE WHEN i % 5 = 0 THEN 'wells' ELSE 'lamps' END, 'settlements', 1 + i % 1000, "
            "CASE WHEN i < 125000 THEN 'S' || (i % 3) ELSE 'S' || (2 - i % 3) END, date('2018-01-01', (i / 1000) || ' "
            "days'), "
            "strftime('%Y-%m-%dT%H:%M:%S.000Z', '2019-01-01', i || ' seconds'), 'x', "
            "CASE WHEN i % 7 = 0 THEN 'paper' ELSE '' END, "
            "CASE i % 3 WHEN 0 THEN 'reported' WHEN 1 THEN 'checked' ELSE 'certified' END, "
            "CASE WHEN i = 249001 THEN 1 END FROM n;"
            "INSERT INTO cuntu_entry_evidence (entry_id, evidence_id) SELECT id, 1 FROM cuntu_entry WHERE id % 11 = "
            "0")));
    }
    auto project = Project::open(path, Access::ReadOnly, registry);
    ASSERT_TRUE(project);
    const LedgerView ledger = (*(*project)->snapshot())->ledger();
    EXPECT_EQ(ledger.size(), static_cast<std::size_t>(k_entries));
    EXPECT_EQ(ledger.lastEntry(), EntryId{k_entries});
    const std::int64_t firstSecond = Instant::fromIso(u"2019-01-01T00:00:00.000Z")->milliseconds();
    for (int i = 1; i <= k_entries; ++i) {
        const Track track{
            i % 5 == 0 ? QStringLiteral("wells") : QStringLiteral("lamps"), QStringLiteral("settlements"), {}};
        const Day day = Day::fromYmd(2018, 1, 1)->plusDays(i / k_features);
        const auto held = ledger.standingOn(track, {1 + i % k_features}, day);
        if (i == 1) {
            ASSERT_FALSE(held) << "it was corrected";
            continue;
        }
        ASSERT_TRUE(held) << i;
        ASSERT_EQ(held->id, EntryId{i});
        ASSERT_EQ(held->status, QStringLiteral("S%1").arg(i < 125'000 ? i % 3 : 2 - i % 3));
        ASSERT_EQ(held->recorded.milliseconds(), firstSecond + 1000 * std::int64_t{i});
        ASSERT_EQ(held->rung, static_cast<Rung>(i % 3));
        ASSERT_EQ(held->documented, i % 7 == 0 || i % 11 == 0) << i;
    }
}

} // namespace
} // namespace cuntu
