// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/as_known.h"
#include "core/project/figures.h"

#include "tests/support/fake_project.h"
#include "tests/support/lamp_programme.h"
#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <random>

namespace cuntu {
namespace {

constexpr int k_firstDay = 17900;
constexpr int k_days = 60;

AreaCode code(const char *digits)
{
    return *AreaCode::parse(QString::fromLatin1(digits));
}

Area area(const char *digits, std::optional<Day> from = {}, std::optional<Day> until = {})
{
    const AreaCode own = code(digits);
    return {own, QString::fromLatin1(digits), own.level(), own.parent(), from, until};
}

/// Two townships; a village is merged into another one on day 20, and one is moved to the other township on day 40.
AreaTree movingTree()
{
    const Day merged = Day::fromNumber(k_firstDay + 20);
    const Day moved = Day::fromNumber(k_firstDay + 40);
    return {{area("361126"), area("361126001"), area("361126002"), area("361126001001", {}, merged.plusDays(-1)),
             area("361126001002"), area("361126001003", {}, moved.plusDays(-1)), area("361126002003", moved),
             area("361126002001")},
            {{merged, AreaEvent::Kind::Merged, code("361126001001"), code("361126001002"), {}},
             {moved, AreaEvent::Kind::Recoded, code("361126001003"), code("361126002003"), {}}}};
}

/// Settlements in the villages of movingTree(), in one that no list names and in none.
test::FakeLayer settlements(std::mt19937 &random, int count)
{
    const std::array<const char *, 7> villages{
        "361126001001", "361126001002", "361126001003", "361126002003", "361126002001", "361126009009", ""};
    test::FakeLayer layer("settlements");
    layer.area("village_code");
    for (int i = 0; i < count; ++i) {
        layer.row({{"village_code", villages[random() % villages.size()]},
                   {"hh_registered", static_cast<double>(random() % 60)}});
    }
    return layer;
}

std::vector<Entry> randomEntries(std::mt19937 &random, int count, int features)
{
    std::vector<Entry> entries;
    for (int i = 1; i <= count; ++i) {
        Entry entry;
        entry.id = {i};
        entry.track = {QStringLiteral("lamps"), QStringLiteral("settlements"), {}};
        entry.feature = {1 + static_cast<std::int64_t>(random() % static_cast<unsigned>(features))};
        entry.status = QStringList{QStringLiteral("DARK"), QStringLiteral("LIT"), QString()}[random() % 3];
        entry.rung = static_cast<Rung>(random() % 3);
        entry.effective = Day::fromNumber(k_firstDay + static_cast<int>(random() % k_days));
        entry.recorded = Instant::fromMilliseconds(i);
        if (!entries.empty() && random() % 4 == 0) {
            const Entry &old = entries[random() % entries.size()];
            entry.supersedes = old.id;
            entry.feature = old.feature;
        }
        entries.push_back(entry);
    }
    return entries;
}

LedgerView ledgerOf(const std::vector<Entry> &entries)
{
    LedgerRows rows;
    for (const Entry &entry : entries) {
        rows.add(entry);
    }
    return LedgerView(std::move(rows));
}

/// Everything in a figure, so that two can be compared to the digit.
std::vector<std::string> texts(const std::vector<Figure> &figures)
{
    std::vector<std::string> all;
    for (const Figure &figure : figures) {
        const QStringList parts{figure.programme,
                                figure.indicator,
                                figure.area.toString(),
                                figure.areaName,
                                toString(figure.level),
                                figure.unit,
                                QString::number(figure.numerator, 'g', 17),
                                QString::number(figure.denominator, 'g', 17),
                                figure.value ? QString::number(*figure.value, 'g', 17) : QStringLiteral("nothing")};
        all.push_back(parts.join(u'|').toStdString());
    }
    return all;
}

TEST(Series, EqualsTheFiguresOfEachDay)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto registry = test::lampRegistry();
    const Indicator &lit = *registry->findIndicator(u"lit_rate");
    for (int round = 0; round < test::rounds(40); ++round) {
        constexpr int k_settlements = 40;
        test::FakeProject project;
        project.with(settlements(random, k_settlements))
            .with(movingTree())
            .with(ledgerOf(randomEntries(random, 200, k_settlements)));
        FigureRequest request{{}, lit.id, {}, static_cast<AreaLevel>(random() % 3), {}, {}};
        std::vector<Day> days;
        for (int i = 0; i < 30; ++i) {
            days.push_back(Day::fromNumber(k_firstDay - 2 + static_cast<int>(random() % (k_days + 4))));
        }
        if (random() % 3 == 0) {
            request.where = code("361126001");
        }
        if (random() % 3 == 0) {
            request.areasOn = days.back();
        }
        const auto series = computeSeries(project, *registry, request, days, {});
        ASSERT_TRUE(series);
        ASSERT_EQ(series->size(), days.size());
        for (std::size_t i = 0; i < days.size(); ++i) {
            FigureRequest alone = request;
            alone.asOf = days[i];
            const auto figures = computeFigures(project, *registry, alone, {});
            ASSERT_TRUE(figures);
            ASSERT_TRUE(!figures->empty() || !request.where.isEmpty());
            ASSERT_EQ(texts((*series)[i]), texts(*figures)) << "round " << round << ", day " << i;
        }
    }
}

/// What is recorded later changes no figure as it was known before, to the digit; and a rung shows what stands on it.
TEST(AsKnown, WhatIsRecordedLaterChangesNothing)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto registry = test::lampRegistry();
    for (int round = 0; round < test::rounds(40); ++round) {
        constexpr int k_settlements = 40;
        constexpr int k_entries = 200;
        const auto layer = settlements(random, k_settlements);
        const std::vector<Entry> entries = randomEntries(random, k_entries, k_settlements);
        const auto known = static_cast<std::int64_t>(random() % (k_entries + 2));
        const auto rung = static_cast<Rung>(random() % 3);
        std::vector<Entry> then;
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(then),
                     [&](const Entry &entry) { return entry.recorded.milliseconds() <= known && entry.rung >= rung; });
        test::FakeProject before;
        before.with(layer).with(movingTree()).with(ledgerOf(then));
        auto now = std::make_shared<test::FakeProject>();
        now->with(layer).with(movingTree()).with(ledgerOf(entries));
        const auto seen = asKnown(now, Instant::fromMilliseconds(known), rung);
        for (int number = k_firstDay - 1; number <= k_firstDay + k_days; number += 7) {
            const FigureRequest request{{}, {}, Day::fromNumber(number), AreaLevel::Village, {}, {}};
            const auto expected = computeFigures(before, *registry, request, {});
            const auto figures = computeFigures(*seen, *registry, request, {});
            ASSERT_TRUE(expected && figures);
            ASSERT_EQ(texts(*figures), texts(*expected)) << "round " << round << " on " << number;
        }
    }
}

TEST(AsKnown, ForwardsEverythingElse)
{
    auto project = std::make_shared<test::FakeProject>();
    std::mt19937 random(1);
    project->with(settlements(random, 4)).with(movingTree()).setting("a", "b");
    EXPECT_EQ(asKnown(project, {}, Rung::Reported), project) << "nothing is left out";
    const auto seen = asKnown(project, Instant::fromMilliseconds(5), Rung::Checked);
    EXPECT_EQ(seen->revision(), project->revision());
    EXPECT_EQ(seen->projectName(), project->projectName());
    EXPECT_EQ(seen->layers(), project->layers());
    EXPECT_EQ(seen->featureCount(QStringLiteral("settlements")), 4);
    EXPECT_EQ(*seen->layer(QStringLiteral("settlements"), {}, {}),
              *project->layer(QStringLiteral("settlements"), {}, {}));
    EXPECT_EQ(&seen->areas(), &project->areas());
    EXPECT_EQ(seen->setting(QStringLiteral("a")), QStringLiteral("b"));
}

} // namespace
} // namespace cuntu
