// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/physical_progress.h"

#include "tests/core/ledger/book.h"
#include "tests/core/progress/milestone_builder.h"
#include "tests/support/fake_project.h"
#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <random>

namespace cuntu {
namespace {

using test::day;

const QString k_done = QStringLiteral("done");

Status status(const char *id, StatusClass countsAs, double least, double most)
{
    Status made;
    made.id = QString::fromLatin1(id);
    made.countsAs = countsAs;
    made.leastShare = least;
    made.mostShare = most;
    return made;
}

LifeCycle cycle(const QString &unit)
{
    LifeCycle made;
    made.statuses = {status("PLANNED", StatusClass::Plan, 0, 0), status("BUILDING", StatusClass::Started, 0.1, 0.9),
                     status("READY", StatusClass::Finished, 0.95, 0.95), status("ACCEPTED", StatusClass::Done, 1, 1),
                     status("DROPPED", StatusClass::Removed, 0, 0)};
    made.measures = {{k_done, {}, unit}};
    made.workMeasure = k_done;
    return made;
}

/// One entry of layer works of programme lamps.
Entry entry(std::int64_t id, std::int64_t feature, const char *statusId, Day on)
{
    Entry made;
    made.id = {id};
    made.track = test::worksTrack();
    made.feature = {feature};
    made.status = QString::fromLatin1(statusId);
    made.effective = on;
    return made;
}

Entry measured(std::int64_t id, std::int64_t feature, double value, Day on)
{
    Entry made = entry(id, feature, "", on);
    made.track.measure = k_done;
    made.value = value;
    return made;
}

PhysicalProgress declaration(const QString &unit = QStringLiteral("%"))
{
    const Track track = test::worksTrack();
    return {track.programme,
            track.layer,
            cycle(unit),
            {QStringLiteral("km")},
            {},
            false,
            [](const LayerSnapshot &layer, const JobContext &) -> Result<std::vector<double>> {
                std::vector<double> sizes;
                for (std::size_t row = 0; row < layer.size(); ++row) {
                    sizes.push_back(layer.column(QStringLiteral("km"))->number(row));
                }
                return sizes;
            }};
}

/// Numerator and denominator summed up.
std::pair<double, double> sums(const PhysicalProgress &declared, const ProjectSnapshot &project, Day on)
{
    const auto parameters = ParameterValues::parse({}, {});
    const auto set = physicalProgress(declared)({project, *parameters, on}, {});
    EXPECT_TRUE(set);
    std::pair<double, double> total;
    for (const Contribution &item : set->items) {
        total.first += item.numerator;
        total.second += item.denominator;
    }
    return total;
}

TEST(PhysicalProgress, WorkedByHand)
{
    test::FakeLayer works("works");
    for (const double km : {2.0, 4.0, 3.0, 1.0, 5.0, 8.0, 0.0}) {
        works.row({{"km", km}});
    }
    std::vector<Entry> entries{entry(1, 1, "PLANNED", day(2020, 1, 1)),  entry(2, 2, "BUILDING", day(2020, 1, 1)),
                               measured(3, 2, 50, day(2020, 2, 1)),      entry(4, 3, "BUILDING", day(2020, 1, 1)),
                               entry(5, 4, "ACCEPTED", day(2020, 3, 1)), entry(6, 5, "DROPPED", day(2020, 3, 1)),
                               entry(7, 7, "ACCEPTED", day(2020, 1, 1)), measured(8, 2, 100, day(2020, 4, 1)),
                               entry(9, 5, "PLANNED", day(2020, 1, 1))};
    test::FakeProject project;
    project.with(works).with(test::ledgerOf(entries));
    // January: 2 km at 0, 4 km and 3 km at 10 % as nothing was measured, 5 km at 0; the others are no works yet.
    EXPECT_EQ(sums(declaration(), project, day(2020, 1, 31)), std::pair(0.1 * 4 + 0.1 * 3, 14.0));
    EXPECT_EQ(sums(declaration(), project, day(2020, 2, 1)), std::pair(0.5 * 4 + 0.1 * 3, 14.0));
    // March: 1 km accepted; what was dropped without a paper stays below the line.
    EXPECT_EQ(sums(declaration(), project, day(2020, 3, 1)), std::pair(0.5 * 4 + 0.1 * 3 + 1, 15.0));
    EXPECT_EQ(sums(declaration(), project, day(2020, 4, 1)), std::pair(0.9 * 4 + 0.1 * 3 + 1, 15.0))
        << "under construction is never quite done";
    entries[5].document = QStringLiteral("批复3号");
    project.with(test::ledgerOf(entries));
    EXPECT_EQ(sums(declaration(), project, day(2020, 4, 1)), std::pair(0.9 * 4 + 0.1 * 3 + 1, 10.0));
    PhysicalProgress all = declaration();
    all.countsUnmarked = true;
    EXPECT_EQ(sums(all, project, day(2020, 4, 1)).second, 18.0) << "row 6 as well; row 7 has no size";
}

TEST(PhysicalProgress, AMeasureInTheUnitOfTheSizeIsDividedByIt)
{
    const LifeCycle kilometres = cycle(QStringLiteral("km"));
    const Status *building = kilometres.findStatus(u"BUILDING");
    EXPECT_DOUBLE_EQ(workShare(kilometres, building, 1.0, 4.0), 0.25);
    EXPECT_DOUBLE_EQ(workShare(kilometres, building, 9.0, 4.0), 0.9) << "more than the whole is the whole";
    EXPECT_DOUBLE_EQ(workShare(kilometres, nullptr, 1.0, 4.0), 0.25) << "no status: as measured";
    EXPECT_DOUBLE_EQ(workShare(kilometres, nullptr, std::nullopt, 4.0), 0);
    EXPECT_DOUBLE_EQ(workShare(kilometres, kilometres.findStatus(u"ACCEPTED"), 1.0, 4.0), 1);
    EXPECT_DOUBLE_EQ(workShare(kilometres, building, std::nan(""), 4.0), 0.1);
    EXPECT_DOUBLE_EQ(workShare(kilometres, building, 1.0, 0), 0.1);
}

/// Whatever is recorded, the sum is that of each feature by itself, its last status and last measure looked up one by
/// one among all entries.
TEST(PhysicalProgressProperty, IsTheSumOfWhatEachFeatureSays)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const char *const words[] = {"PLANNED", "BUILDING", "READY", "ACCEPTED"};
    const double least[] = {0, 0.1, 0.95, 1};
    const double most[] = {0, 0.9, 0.95, 1};
    for (int round = 0; round < test::rounds(100); ++round) {
        test::FakeLayer works("works");
        std::vector<double> sizes;
        for (int i = 0; i < 6; ++i) {
            sizes.push_back(static_cast<double>(1 + random() % 9));
            works.row({{"km", sizes.back()}});
        }
        std::vector<Entry> entries;
        std::vector<int> statusOf; // by entry; -1: a measure
        for (int i = 0; i < 25; ++i) {
            const Day on = day(2020, 1, 1).plusDays(static_cast<int>(random() % 30));
            const auto feature = static_cast<std::int64_t>(1 + random() % 6);
            const int which = static_cast<int>(random() % 4);
            const bool isMeasure = random() % 2 == 0;
            entries.push_back(isMeasure ? measured(i + 1, feature, static_cast<double>(random() % 101), on)
                                        : entry(i + 1, feature, words[which], on));
            statusOf.push_back(isMeasure ? -1 : which);
        }
        test::FakeProject project;
        project.with(works).with(test::ledgerOf(entries));
        for (int number = 0; number < 30; number += 7) {
            const Day on = day(2020, 1, 1).plusDays(number);
            double done = 0;
            double whole = 0;
            for (std::int64_t feature = 1; feature <= 6; ++feature) {
                int last = -1;
                std::optional<double> value;
                std::optional<Day> since;
                std::optional<Day> measuredOn;
                for (std::size_t i = 0; i < entries.size(); ++i) {
                    const Entry &each = entries[i];
                    if (each.feature.value != feature || each.effective > on) {
                        continue;
                    }
                    if (each.value && each.effective >= measuredOn.value_or(each.effective)) {
                        value = each.value;
                        measuredOn = each.effective;
                    } else if (!each.value && each.effective >= since.value_or(each.effective)) {
                        last = statusOf[i];
                        since = each.effective;
                    }
                }
                if (last < 0 && !value) {
                    continue;
                }
                double share = value.value_or(0) / 100;
                if (last >= 0) {
                    share = std::min(std::max(share, least[last]), most[last]);
                }
                const double size = sizes[static_cast<std::size_t>(feature) - 1];
                done += share * size;
                whole += size;
            }
            const auto got = sums(declaration(), project, on);
            ASSERT_NEAR(got.first, done, 1e-9) << "round " << round;
            ASSERT_EQ(got.second, whole) << "round " << round;
        }
    }
}

} // namespace
} // namespace cuntu
