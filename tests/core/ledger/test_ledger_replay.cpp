// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/book.h"
#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cuntu {
namespace {

/// Statuses of two programmes and a measured figure.
std::vector<Track> threeTracks()
{
    const Track works = test::worksTrack();
    return {works, {QStringLiteral("wells"), works.layer, {}}, {works.programme, works.layer, QStringLiteral("kwh")}};
}

/// What is looked at.
struct Filter {
    Instant known;
    Rung rung;
};

/// The rules of the header, written the slow way: for every question the whole ledger is asked again.
class NaiveReplay {
public:
    NaiveReplay(const std::vector<Entry> &entries, const Filter &filter)
    {
        for (const Entry &entry : entries) {
            if (entry.recorded <= filter.known && entry.rung >= filter.rung) {
                m_entries.push_back(entry);
            }
        }
    }

    /// The entry that holds, or null.
    const Entry *standingOn(const Track &track, FeatureId feature, Day day) const
    {
        const Entry *best = nullptr;
        for (const Entry &entry : m_entries) {
            const bool about = entry.track == track && entry.feature == feature && entry.effective <= day;
            const bool retraction = entry.isBlank() && !entry.supersedes.isNone();
            if (about && !retraction && !isSuperseded(entry) &&
                (best == nullptr || entry.effective >= best->effective)) {
                best = &entry;
            }
        }
        return best;
    }

private:
    /// Something that was not itself withdrawn says that @p entry was never said.
    bool isWithdrawn(const Entry &entry) const
    {
        return std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &later) {
            return corrects(later, entry) && later.isBlank() && !isWithdrawn(later);
        });
    }
    bool isReplaced(const Entry &entry) const
    {
        return std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &later) {
            return corrects(later, entry) && !later.isBlank() && !isWithdrawn(later);
        });
    }
    bool isSuperseded(const Entry &entry) const { return isWithdrawn(entry) || isReplaced(entry); }
    static bool corrects(const Entry &later, const Entry &entry)
    {
        return later.supersedes == entry.id && later.id > entry.id && later.track == entry.track &&
               later.feature == entry.feature;
    }

    std::vector<Entry> m_entries;
};

std::vector<Entry> randomLedger(std::mt19937 &random)
{
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    std::vector<Entry> entries;
    const std::vector<Track> tracks = threeTracks();
    const int size = upTo(60);
    std::int64_t id = 0;
    std::int64_t clock = 0;
    for (int i = 0; i < size; ++i) {
        id += 1 + upTo(2);
        clock += upTo(3) - (upTo(9) == 0 ? 4 : 0); // clocks are set back at times
        Entry entry;
        entry.id = {id};
        entry.track = tracks[static_cast<std::size_t>(upTo(2))];
        entry.feature = {1 + upTo(3)};
        if (upTo(4) != 0) {
            entry.status = entry.track.measure.isEmpty() ? QString(QChar(u'A' + upTo(3))) : QString();
            entry.value = entry.track.measure.isEmpty() ? std::nullopt : std::optional<double>(upTo(3));
        }
        entry.rung = static_cast<Rung>(upTo(2));
        entry.effective = Day::fromNumber(17000 + upTo(12));
        entry.recorded = Instant::fromMilliseconds(clock);
        // Mostly one that is about the same, so that corrections of corrections happen.
        entry.supersedes = {upTo(2) == 0 ? 0 : upTo(static_cast<int>(id) + 1)};
        if (!entries.empty() && upTo(2) == 0) {
            const Entry &old = entries[static_cast<std::size_t>(upTo(static_cast<int>(entries.size()) - 1))];
            entry.track = old.track;
            entry.feature = old.feature;
            entry.supersedes = old.id;
            if (entry.track.measure.isEmpty() == entry.status.isEmpty()) {
                entry.status.clear();
                entry.value.reset();
            }
        }
        entries.push_back(entry);
    }
    return entries;
}

/// The question on which @p view and a replay differ, or an empty string.
std::string firstDifference(const std::vector<Entry> &entries, const LedgerView &whole, const Filter &filter)
{
    const LedgerView view = whole.knownOn(filter.known).atRung(filter.rung);
    const NaiveReplay replay(entries, filter);
    for (const Track &track : threeTracks()) {
        for (std::int64_t feature = 1; feature <= 4; ++feature) {
            for (int number = 16999; number <= 17013; ++number) {
                const Day day = Day::fromNumber(number);
                const Entry *expected = replay.standingOn(track, {feature}, day);
                const auto actual = view.standingOn(track, {feature}, day);
                const bool known = expected != nullptr && !expected->isBlank();
                const bool same = known ? actual && actual->id == expected->id && actual->status == expected->status &&
                                              actual->value == expected->value
                                        : !actual;
                if (!same || view.statusOn(track, {feature}, day) != (known ? expected->status : QString())) {
                    return (track.programme + track.measure).toStdString() + ", feature " + std::to_string(feature) +
                           " on " + day.toIso().toStdString();
                }
            }
        }
    }
    return {};
}

constexpr Rung k_rungs[] = {Rung::Reported, Rung::Checked, Rung::Certified};

TEST(LedgerProperty, EqualsANaiveReplayOfAnySequence)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < test::rounds(200); ++round) {
        const std::vector<Entry> entries = randomLedger(random);
        const LedgerView view = test::ledgerOf(entries);
        for (const std::int64_t known : {-5, 5, 30, 1000}) {
            for (const Rung rung : k_rungs) {
                const Filter filter{Instant::fromMilliseconds(known), rung};
                ASSERT_EQ(firstDifference(entries, view, filter), "") << "round " << round << ", known " << known;
            }
        }
    }
}

/// Growing by a few entries at a time is the same as laying out everything at once.
TEST(LedgerProperty, ExtendedEqualsLaidOutAnew)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < test::rounds(200); ++round) {
        const std::vector<Entry> entries = randomLedger(random);
        LedgerView grown;
        for (std::size_t i = 0; i < entries.size();) {
            LedgerRows some;
            const std::size_t end = std::min(entries.size(), i + 1 + random() % 7);
            for (; i < end; ++i) {
                some.add(entries[i]);
            }
            grown = grown.extended(std::move(some));
        }
        EXPECT_EQ(grown.size(), entries.size());
        const LedgerView whole = test::ledgerOf(entries);
        EXPECT_EQ(grown.lastEntry(), whole.lastEntry());
        ASSERT_EQ(grown.lastDay(), whole.lastDay()) << "round " << round;
        for (const Track &track : threeTracks()) {
            ASSERT_EQ(grown.track(track).features(), whole.track(track).features()) << "round " << round;
        }
        for (const Rung rung : k_rungs) {
            const Filter filter{Instant::fromMilliseconds(30), rung};
            ASSERT_EQ(firstDifference(entries, grown, filter), "") << "round " << round;
        }
    }
}

/// Rows that were read in two parts, whose statuses and tracks are numbered differently, are the same as read at once.
TEST(LedgerProperty, AppendedEqualsReadAtOnce)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < test::rounds(200); ++round) {
        const std::vector<Entry> entries = randomLedger(random);
        LedgerRows first;
        LedgerRows second;
        const std::size_t middle = random() % (entries.size() + 1);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            (i < middle ? first : second).add(entries[i]);
        }
        first.append(std::move(second));
        const LedgerView view{std::move(first)};
        EXPECT_EQ(view.size(), entries.size());
        for (const Rung rung : k_rungs) {
            ASSERT_EQ(firstDifference(entries, view, {Instant::fromMilliseconds(30), rung}), "") << "round " << round;
        }
    }
}

/// Many features in one pass, in any order and with ones that the ledger does not know, are the same as one by one.
TEST(LedgerProperty, ManyFeaturesAtOnceEqualOneByOne)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < test::rounds(100); ++round) {
        const LedgerView view = test::ledgerOf(randomLedger(random));
        std::vector<FeatureId> features;
        for (int i = 0; i < 20; ++i) {
            features.push_back({static_cast<std::int64_t>(random() % 8) - 1});
        }
        for (const Track &track : threeTracks()) {
            const TrackView one = view.track(track);
            for (int number = 16999; number <= 17013; ++number) {
                const auto statuses = one.statusesOn(features, Day::fromNumber(number));
                ASSERT_EQ(statuses.size(), features.size());
                for (std::size_t i = 0; i < features.size(); ++i) {
                    ASSERT_EQ(statuses[i], one.statusOn(features[i], Day::fromNumber(number))) << "round " << round;
                }
            }
        }
    }
}

/// More than fits beside the base, so that everything is laid out anew on the way.
TEST(LedgerProperty, ManyLateEntriesAreFoldedIn)
{
    LedgerView view;
    for (int batch = 0; batch < 20; ++batch) {
        LedgerRows rows;
        for (int i = 0; i < 1000; ++i) {
            Entry entry;
            entry.id = {batch * 1000 + i + 1};
            entry.track = test::worksTrack();
            entry.feature = {1 + (i * 37) % 1500};
            entry.status = QString::number(batch);
            entry.effective = Day::fromNumber(17000 + batch);
            rows.add(entry);
        }
        view = view.extended(std::move(rows));
    }
    EXPECT_EQ(view.size(), 20'000U);
    const TrackView track = view.track(test::worksTrack());
    for (const FeatureId feature : track.features()) {
        ASSERT_EQ(track.changes(feature).size(), 20U);
        for (int batch = 0; batch < 20; ++batch) {
            ASSERT_EQ(view.statusOn(test::worksTrack(), feature, Day::fromNumber(17000 + batch)).toInt(), batch);
        }
    }
}

/// Whatever is recorded later, what was known before stays as it was.
TEST(LedgerProperty, TheFutureDoesNotChangeWhatWasKnown)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < test::rounds(100); ++round) {
        std::vector<Entry> entries = randomLedger(random);
        std::stable_sort(entries.begin(), entries.end(),
                         [](const Entry &a, const Entry &b) { return a.recorded < b.recorded; });
        for (std::size_t i = 0; i < entries.size(); ++i) {
            entries[i].id = {static_cast<std::int64_t>(i) + 1};
        }
        const Instant known = Instant::fromMilliseconds(10);
        std::vector<Entry> early;
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(early),
                     [&](const Entry &entry) { return entry.recorded <= known; });
        const LedgerView then = test::ledgerOf(early);
        const LedgerView later = test::ledgerOf(entries).knownOn(known);
        for (std::int64_t feature = 1; feature <= 4; ++feature) {
            for (int number = 16999; number <= 17013; ++number) {
                const Day day = Day::fromNumber(number);
                ASSERT_EQ(later.statusOn(test::worksTrack(), {feature}, day),
                          then.statusOn(test::worksTrack(), {feature}, day));
            }
        }
    }
}

} // namespace
} // namespace cuntu
