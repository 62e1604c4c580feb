// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cuntu {
namespace {

const QString k_layer = QStringLiteral("works");

/// The rules of the header, written the slow way: for every question the whole ledger is asked again.
class NaiveReplay {
public:
    NaiveReplay(const std::vector<Entry> &entries, Instant known)
    {
        for (const Entry &entry : entries) {
            if (entry.recorded <= known) {
                m_entries.push_back(entry);
            }
        }
    }

    /// Something that was not itself withdrawn says that @p entry was never said.
    bool isWithdrawn(const Entry &entry) const
    {
        return std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &later) {
            return corrects(later, entry) && later.status.isEmpty() && !isWithdrawn(later);
        });
    }
    bool isReplaced(const Entry &entry) const
    {
        return std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &later) {
            return corrects(later, entry) && !later.status.isEmpty() && !isWithdrawn(later);
        });
    }
    bool isSuperseded(const Entry &entry) const { return isWithdrawn(entry) || isReplaced(entry); }

    QString statusOn(FeatureId feature, Day day) const
    {
        const Entry *best = nullptr;
        for (const Entry &entry : m_entries) {
            const bool retraction = entry.status.isEmpty() && !entry.supersedes.isNone();
            if (entry.feature == feature && entry.effective <= day && !retraction && !isSuperseded(entry) &&
                (best == nullptr || entry.effective >= best->effective)) {
                best = &entry;
            }
        }
        return best == nullptr ? QString() : best->status;
    }

private:
    static bool corrects(const Entry &later, const Entry &entry)
    {
        return later.supersedes == entry.id && later.id > entry.id;
    }

    std::vector<Entry> m_entries;
};

std::vector<Entry> randomLedger(std::mt19937 &random)
{
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    std::vector<Entry> entries;
    const int size = upTo(40);
    std::int64_t id = 0;
    std::int64_t clock = 0;
    for (int i = 0; i < size; ++i) {
        id += 1 + upTo(2);
        clock += upTo(3) - (upTo(9) == 0 ? 4 : 0); // clocks are set back at times
        Entry entry;
        entry.id = {id};
        entry.layer = k_layer;
        entry.feature = {1 + upTo(3)};
        entry.status = upTo(4) == 0 ? QString() : QString(QChar(u'A' + upTo(3)));
        entry.effective = Day::fromNumber(17000 + upTo(12));
        entry.recorded = Instant::fromMilliseconds(clock);
        entry.supersedes = {upTo(2) == 0 ? 0 : upTo(static_cast<int>(id) + 1)};
        entries.push_back(entry);
    }
    return entries;
}

/// The question on which view and replay differ, or an empty string.
std::string firstDifference(const std::vector<Entry> &entries, Instant known)
{
    const LedgerView view = LedgerView(entries).knownOn(known);
    const NaiveReplay replay(entries, known);
    for (std::int64_t feature = 1; feature <= 4; ++feature) {
        for (int number = 16999; number <= 17013; ++number) {
            const Day day = Day::fromNumber(number);
            const QString expected = replay.statusOn({feature}, day);
            const QString actual = view.statusOn(k_layer, {feature}, day);
            if (actual != expected) {
                return "feature " + std::to_string(feature) + " on " + day.toIso().toStdString() + ": replay says '" +
                       expected.toStdString() + "', the view '" + actual.toStdString() + "'";
            }
        }
        for (const Entry *entry : view.history(k_layer, {feature})) {
            if (view.isSuperseded(*entry) != replay.isSuperseded(*entry)) {
                return "entry " + std::to_string(entry->id.value) + ": superseded or not";
            }
        }
    }
    return {};
}

TEST(LedgerProperty, EqualsANaiveReplayOfAnySequence)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < 300; ++round) {
        const std::vector<Entry> entries = randomLedger(random);
        for (const std::int64_t known : {-5, 5, 20, 1000}) {
            const std::string difference = firstDifference(entries, Instant::fromMilliseconds(known));
            ASSERT_EQ(difference, "") << "round " << round << ", known " << known;
        }
    }
}

/// Whatever is recorded later, what was known before stays as it was.
TEST(LedgerProperty, TheFutureDoesNotChangeWhatWasKnown)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < 100; ++round) {
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
        const LedgerView then(early);
        const LedgerView later = LedgerView(entries).knownOn(known);
        for (std::int64_t feature = 1; feature <= 4; ++feature) {
            for (int number = 16999; number <= 17013; ++number) {
                const Day day = Day::fromNumber(number);
                ASSERT_EQ(later.statusOn(k_layer, {feature}, day), then.statusOn(k_layer, {feature}, day));
            }
        }
    }
}

} // namespace
} // namespace cuntu
