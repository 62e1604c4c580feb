// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/book.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

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
        entry.track = test::worksTrack();
        entry.feature = {feature};
        entry.status = QString::fromUtf16(status);
        entry.effective = effective;
        entry.recorded = noon(recorded);
        entry.supersedes = {supersedes};
        m_entries.push_back(entry);
        return *this;
    }
    /// The last line again, of another kind.
    Entry &last() { return m_entries.back(); }
    LedgerView view() const { return test::ledgerOf(m_entries); }
    std::vector<EntryState> states() const
    {
        std::vector<EntryState> states;
        for (const RecordedEntry &each : recordedEntries(m_entries)) {
            states.push_back(each.state);
        }
        return states;
    }

private:
    std::vector<Entry> m_entries;
};

std::string statusOn(const LedgerView &view, Day on, std::int64_t feature = 1)
{
    return view.statusOn(test::worksTrack(), {feature}, on).toStdString();
}

/// The drawing in the header.
Book drawnBook()
{
    return Book()
        .says(1, u"A", day(2, 12), day(3, 3))
        .says(1, u"B", day(2, 20), day(3, 9))
        .says(1, u"A'", day(2, 12), day(4, 2), 1);
}

LedgerView drawnLedger()
{
    return drawnBook().view();
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
    EXPECT_EQ(view.statusOn({QStringLiteral("lamps"), QStringLiteral("other"), {}}, {1}, day(12, 31)), QString());
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
    EXPECT_EQ(drawnBook().states(), (std::vector{EntryState::Replaced, EntryState::Holds, EntryState::Holds}));
    EXPECT_EQ(drawnLedger().size(), 3U);
}

TEST(Ledger, TwoProgrammesOnOneLayerDoNotSeeEachOther)
{
    Book book;
    book.says(1, u"A", day(2, 12), day(3, 3));
    book.says(1, u"DRY", day(2, 20), day(3, 4));
    const Track water{QStringLiteral("wells"), QStringLiteral("works"), {}};
    book.last().track = water;
    book.says(1, u"", day(2, 20), day(3, 5), 1);
    book.last().track = water; // what it names is of another track
    const LedgerView view = book.view();
    EXPECT_EQ(statusOn(view, day(12, 31)), "A");
    EXPECT_EQ(view.statusOn(water, {1}, day(12, 31)), QStringLiteral("DRY"));
    EXPECT_EQ(view.tracks(), (std::vector{test::worksTrack(), water}));
    EXPECT_EQ(book.states(), (std::vector{EntryState::Holds, EntryState::Holds, EntryState::Spent}));
}

TEST(Ledger, MeasuredFiguresHoldFromTheirDayOn)
{
    Book book;
    Track meter = test::worksTrack();
    meter.measure = QStringLiteral("kwh");
    for (const auto &[value, on] : {std::pair(12.5, day(1, 31)), std::pair(0.0, day(2, 28))}) {
        book.says(1, u"", on, day(3, 1));
        book.last().track = meter;
        book.last().value = value;
    }
    book.says(1, u"", day(3, 31), day(4, 1));
    book.last().track = meter;
    const TrackView view = book.view().track(meter);
    EXPECT_FALSE(view.valueOn({1}, day(1, 30)));
    EXPECT_EQ(view.valueOn({1}, day(2, 27)), 12.5);
    EXPECT_EQ(view.valueOn({1}, day(3, 30)), 0.0) << "nought is a figure";
    EXPECT_FALSE(view.valueOn({1}, day(3, 31))) << "a blank is not nought";
}

TEST(Ledger, AHigherRungSeesOnlyWhatStandsOnIt)
{
    Book book;
    book.says(1, u"A", day(2, 12), day(3, 3));
    book.last().rung = Rung::Certified;
    book.says(1, u"B", day(5, 1), day(5, 3));
    book.says(1, u"C", day(6, 1), day(6, 3));
    book.last().rung = Rung::Checked;
    book.says(1, u"", day(2, 12), day(7, 1), 1); // withdrawn, but nobody has checked that
    EXPECT_EQ(statusOn(book.view(), day(4, 1)), "");
    EXPECT_EQ(statusOn(book.view().atRung(Rung::Certified), day(12, 31)), "A");
    EXPECT_EQ(statusOn(book.view().atRung(Rung::Checked), day(12, 31)), "C");
    EXPECT_EQ(statusOn(book.view().atRung(Rung::Checked), day(5, 31)), "A");
    EXPECT_EQ(statusOn(book.view().atRung(Rung::Certified).atRung(Rung::Reported), day(12, 31)), "A")
        << "what was left out does not come back";
}

TEST(Ledger, SaysWhatAStatementRestsOn)
{
    Book book;
    book.says(1, u"A", day(2, 12), day(3, 3)).says(2, u"A", day(2, 12), day(3, 3)).says(3, u"A", day(2, 12), day(3, 3));
    EXPECT_FALSE(book.view().standingOn(test::worksTrack(), {3}, day(3, 1))->documented);
    book.last().document = QStringLiteral("县交〔2018〕12号");
    EXPECT_TRUE(book.view().standingOn(test::worksTrack(), {3}, day(3, 1))->documented);
    book.last().document.clear();
    book.last().evidence = {7};
    EXPECT_TRUE(book.view().standingOn(test::worksTrack(), {3}, day(3, 1))->documented);
}

TEST(Ledger, ChangesAreWhatHoldsByDay)
{
    const TrackView track = drawnLedger().track(test::worksTrack());
    const auto changes = track.changes({1});
    ASSERT_EQ(changes.size(), 2U);
    EXPECT_EQ(changes[0].day, day(2, 12));
    EXPECT_EQ(track.statuses()[changes[0].status], QStringLiteral("A'"));
    EXPECT_EQ(changes[1].day, day(2, 20));
    EXPECT_EQ(track.features(), (std::vector<FeatureId>{{1}}));
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
    EXPECT_EQ(book.states()[1], EntryState::Withdrawn);
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
    EXPECT_FALSE(view.standingOn(test::worksTrack(), {1}, day(6, 1)));
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
    EXPECT_TRUE(view.tracks().empty());
    EXPECT_TRUE(view.track(test::worksTrack()).isNull());
    EXPECT_EQ(statusOn(view.knownOn(noon(day(1, 1))), day(1, 1)), "");
}

TEST(Ledger, RungsHaveStableNames)
{
    EXPECT_EQ(toString(Rung::Reported), QStringLiteral("reported"));
    EXPECT_EQ(toString(Rung::Checked), QStringLiteral("checked"));
    EXPECT_EQ(toString(Rung::Certified), QStringLiteral("certified"));
    EXPECT_EQ(rungFromString(u"checked"), Rung::Checked);
    EXPECT_FALSE(rungFromString(u"sworn"));
}

} // namespace
} // namespace cuntu
