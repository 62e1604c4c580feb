// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger_view.h"

#include <gtest/gtest.h>

#include <chrono>

namespace cuntu {
namespace {

const QString k_layer = QStringLiteral("works");

Day day(int month, int dayOfMonth)
{
    return *Day::fromYmd(2018, month, dayOfMonth);
}

Instant noon(Day recorded)
{
    return Instant::fromMilliseconds((std::int64_t{recorded.number()} * 24 + 12) * 3600 * 1000);
}

/// Writes a ledger line by line; ids ascend from 1.
class Book {
public:
    Book &says(std::int64_t feature, const char16_t *status, Day effective, Day recorded, std::int64_t supersedes = 0)
    {
        Entry entry;
        entry.id = {static_cast<std::int64_t>(m_entries.size()) + 1};
        entry.layer = k_layer;
        entry.feature = {feature};
        entry.status = QString::fromUtf16(status);
        entry.effective = effective;
        entry.recorded = noon(recorded);
        entry.supersedes = {supersedes};
        m_entries.push_back(entry);
        return *this;
    }
    LedgerView view() const { return LedgerView(m_entries); }

private:
    std::vector<Entry> m_entries;
};

std::string statusOn(const LedgerView &view, Day on, std::int64_t feature = 1)
{
    return view.statusOn(k_layer, {feature}, on).toStdString();
}

/// The drawing in the header.
LedgerView drawnLedger()
{
    return Book()
        .says(1, u"A", day(2, 12), day(3, 3))
        .says(1, u"B", day(2, 20), day(3, 9))
        .says(1, u"A'", day(2, 12), day(4, 2), 1)
        .view();
}

TEST(Ledger, AnswersForEveryDayAsWeKnowItToday)
{
    const LedgerView view = drawnLedger();
    EXPECT_EQ(statusOn(view, day(2, 11)), "");
    EXPECT_EQ(statusOn(view, day(2, 12)), "A'");
    EXPECT_EQ(statusOn(view, day(2, 19)), "A'");
    EXPECT_EQ(statusOn(view, day(2, 20)), "B");
    EXPECT_EQ(statusOn(view, day(12, 31)), "B");
    EXPECT_EQ(statusOn(view, day(12, 31), 2), "");
    EXPECT_EQ(view.statusOn(QStringLiteral("other"), {1}, day(12, 31)), QString());
}

TEST(Ledger, AnswersAsTheReportWasPrinted)
{
    const LedgerView then = drawnLedger().knownOn(noon(day(3, 31)));
    EXPECT_EQ(statusOn(then, day(2, 15)), "A");
    EXPECT_EQ(statusOn(then, day(2, 28)), "B");
    EXPECT_EQ(statusOn(drawnLedger().knownOn(noon(day(3, 3))), day(2, 28)), "A") << "the moment itself is included";
    EXPECT_EQ(statusOn(drawnLedger().knownOn(noon(day(3, 2))), day(2, 28)), "");
    EXPECT_EQ(statusOn(then.knownOn(noon(day(12, 31))), day(2, 15)), "A")
        << "what was not known cannot be learnt again";
}

TEST(Ledger, CorrectionSupersedesButKeepsTheOldEntry)
{
    const LedgerView view = drawnLedger();
    const auto history = view.history(k_layer, {1});
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history[0]->status, QStringLiteral("A"));
    EXPECT_TRUE(view.isSuperseded(*history[0]));
    EXPECT_FALSE(view.isSuperseded(*history[1]));
    EXPECT_FALSE(view.isSuperseded(*history[2]));
    const LedgerView then = view.knownOn(noon(day(3, 31)));
    EXPECT_EQ(then.history(k_layer, {1}).size(), 2U);
    EXPECT_FALSE(then.isSuperseded(*history[0]));
}

TEST(Ledger, ACorrectionMayMoveTheDay)
{
    const LedgerView view = Book().says(1, u"A", day(2, 12), day(3, 3)).says(1, u"A", day(5, 1), day(4, 2), 1).view();
    EXPECT_EQ(statusOn(view, day(4, 30)), "");
    EXPECT_EQ(statusOn(view, day(5, 1)), "A");
}

TEST(Ledger, OfOneDayTheLastRecordedHolds)
{
    const LedgerView view = Book().says(1, u"A", day(2, 12), day(3, 3)).says(1, u"B", day(2, 12), day(3, 3)).view();
    EXPECT_EQ(statusOn(view, day(2, 12)), "B");
}

TEST(Ledger, ARetractedCorrectionLetsTheOldEntryHoldAgain)
{
    Book book;
    book.says(1, u"A", day(2, 12), day(3, 3));
    book.says(1, u"A'", day(2, 12), day(3, 4), 1);
    book.says(1, u"", day(2, 12), day(3, 5), 2);
    EXPECT_EQ(statusOn(book.view(), day(2, 12)), "A");
    EXPECT_TRUE(book.view().isSuperseded(*book.view().history(k_layer, {1})[1]));
    book.says(1, u"", day(2, 12), day(3, 6), 3);
    EXPECT_EQ(statusOn(book.view(), day(2, 12)), "A'") << "a retraction can be retracted";
}

TEST(Ledger, ARetractionCanBeCorrected)
{
    Book book;
    book.says(1, u"A", day(2, 12), day(3, 3)).says(1, u"", day(2, 12), day(3, 4), 1);
    EXPECT_EQ(statusOn(book.view(), day(2, 12)), "");
    book.says(1, u"A", day(2, 12), day(3, 5), 2);
    EXPECT_EQ(statusOn(book.view(), day(2, 12)), "A");
}

TEST(Ledger, AnEntryWithoutStatusEndsWhatWasKnown)
{
    const LedgerView view = Book().says(1, u"A", day(2, 12), day(3, 3)).says(1, u"", day(6, 1), day(6, 2)).view();
    EXPECT_EQ(statusOn(view, day(5, 31)), "A");
    EXPECT_EQ(statusOn(view, day(6, 1)), "");
    EXPECT_EQ(view.entryOn(k_layer, {1}, day(6, 1)), nullptr);
}

TEST(Ledger, CorrectionsOfLaterMissingOrOwnEntriesDoNothing)
{
    const LedgerView view = Book()
                                .says(1, u"A", day(2, 12), day(3, 3), 1)
                                .says(1, u"B", day(2, 13), day(3, 3), 3)
                                .says(1, u"C", day(2, 14), day(3, 3), 99)
                                .view();
    EXPECT_EQ(statusOn(view, day(2, 12)), "A");
    EXPECT_EQ(statusOn(view, day(2, 13)), "B");
    EXPECT_EQ(statusOn(view, day(2, 14)), "C");
}

TEST(Ledger, LastDayForgetsACorrectedSlip)
{
    EXPECT_FALSE(LedgerView().lastDay());
    Book book;
    book.says(1, u"A", day(11, 30), day(3, 3));
    EXPECT_EQ(book.view().lastDay(), day(11, 30));
    book.says(1, u"A", day(1, 30), day(3, 4), 1);
    EXPECT_EQ(book.view().lastDay(), day(1, 30));
    EXPECT_EQ(book.view().knownOn(noon(day(3, 3))).lastDay(), day(11, 30));
}

TEST(Ledger, AnEmptyOneAnswersNothing)
{
    const LedgerView view;
    EXPECT_EQ(view.size(), 0U);
    EXPECT_TRUE(view.entries().empty());
    EXPECT_EQ(statusOn(view.knownOn(noon(day(1, 1))), day(1, 1)), "");
    EXPECT_FALSE(view.isSuperseded(Entry{}));
}

TEST(Ledger, RungsHaveStableNames)
{
    EXPECT_EQ(toString(Rung::Reported), QStringLiteral("reported"));
    EXPECT_EQ(toString(Rung::Checked), QStringLiteral("checked"));
    EXPECT_EQ(toString(Rung::Certified), QStringLiteral("certified"));
}

/// A bound ten times above what it takes here, so that only a wrong order of growth fails.
TEST(Ledger, TwoHundredThousandEntriesAreReadyInAMoment)
{
    Book book;
    for (int i = 0; i < 200'000; ++i) {
        book.says(1 + (i * 7919LL) % 90'000, i % 3 == 0 ? u"PLANNED" : u"ACCEPTED", Day::fromNumber(17000 + i % 900),
                  Day::fromNumber(17000 + i / 200), i % 10 == 9 ? i - 4 : 0);
    }
    const LedgerView prepared = book.view();
    std::vector<Entry> entries = prepared.entries();
    const auto start = std::chrono::steady_clock::now();
    const LedgerView view(std::move(entries));
    const auto built = std::chrono::steady_clock::now();
    std::size_t said = 0;
    for (std::int64_t feature = 1; feature <= 90'000; ++feature) {
        said += view.statusOn(k_layer, {feature}, Day::fromNumber(17600)).isEmpty() ? 0 : 1;
    }
    const auto asked = std::chrono::steady_clock::now();
    const auto milliseconds = [](auto span) { return std::chrono::duration<double, std::milli>(span).count(); };
    RecordProperty("build_ms", std::to_string(milliseconds(built - start)));
    RecordProperty("ask_90000_ms", std::to_string(milliseconds(asked - built)));
    EXPECT_GT(said, 40'000U);
    EXPECT_LT(milliseconds(built - start), 3000);
    EXPECT_LT(milliseconds(asked - built), 500);
}

} // namespace
} // namespace cuntu
