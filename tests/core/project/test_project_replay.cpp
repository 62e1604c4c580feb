// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/as_known.h"
#include "core/project/project.h"

#include "tests/support/lamp_programme.h"
#include "tests/support/rounds.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <random>
#include <thread>

namespace cuntu {
namespace {

constexpr int k_features = 3;
constexpr int k_firstDay = 17900;
constexpr int k_days = 16;

const Track k_progress{QStringLiteral("lamps"), QStringLiteral("settlements"), QStringLiteral("progress")};
const Track k_lamps{QStringLiteral("lamps"), QStringLiteral("settlements"), {}};

/// A marking as a person remembers it.
struct Said {
    EntryId id;
    EntryId corrects; ///< none: a new statement
    FeatureId feature;
    QString status;              ///< empty: it is a value
    std::optional<double> value; ///< of k_progress
    Day day;
    Rung rung = Rung::Reported;
};

/// What was said and not taken back, at a moment.
struct Memory {
    Instant moment;
    std::vector<Said> said;
};

/// By the rules of the header, without a ledger: undo and redo move a marking in and out of the list; what somebody
/// corrected does not count.
const Said *expectedOn(const std::vector<Said> &said, bool measured, FeatureId feature, Day on, Rung rung)
{
    const Said *standing = nullptr;
    for (const Said &each : said) {
        const bool corrected = std::any_of(said.begin(), said.end(), [&](const Said &later) {
            return later.corrects == each.id && later.rung >= rung;
        });
        if (each.value.has_value() == measured && each.feature == feature && each.rung >= rung && each.day <= on &&
            !corrected && (!standing || each.day >= standing->day)) {
            standing = &each;
        }
    }
    return standing;
}

/// A real project in which random things are done, and a memory of them.
class ProjectReplayTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto project = Project::create({m_path, {}, *Crs::fromEpsg(4527)}, m_registry);
        ASSERT_TRUE(project);
        m_project = std::move(*project);
        QByteArray table = "code,name,village_code,hh_registered,lon,lat\n";
        for (int i = 1; i <= k_features; ++i) {
            table += "36119910020000" + QByteArray::number(i) + ",Wan" + QByteArray::number(i) +
                     ",361199100200,30,117.05,28.05\n";
        }
        ImportRequest request;
        request.role = QStringLiteral("settlements");
        request.file = m_scratch.write(QStringLiteral("s.csv"), table);
        ASSERT_TRUE(m_project->import(request, {}));
    }

    int upTo(int most) { return std::uniform_int_distribution<int>(0, most)(m_random); }

    EntryId newestEntry(FeatureId feature) const { return m_project->history(k_lamps.layer, feature)->back().entry.id; }

    void undo()
    {
        ASSERT_FALSE(m_project->undo(QStringLiteral("张工"))->isEmpty());
        m_undone.push_back(m_done.back());
        m_done.pop_back();
    }
    void redo()
    {
        ASSERT_FALSE(m_project->redo(QStringLiteral("张工"))->isEmpty());
        m_done.push_back(m_undone.back());
        m_undone.pop_back();
    }
    /// A marking, or a correction of one; what the life cycle refuses leaves no trace.
    void mark()
    {
        Said said;
        if (upTo(1) == 0) {
            said.value = upTo(10) * 10;
        }
        said.feature = {1 + upTo(k_features - 1)};
        if (!m_done.empty() && upTo(2) == 0) {
            const Said &old = m_done[static_cast<std::size_t>(upTo(static_cast<int>(m_done.size()) - 1))];
            said.feature = old.feature;
            said.corrects = old.id;
            said.value = old.value ? std::optional<double>(upTo(10) * 10) : std::nullopt;
        }
        if (!said.value) {
            said.status = QStringList{QStringLiteral("DARK"), QStringLiteral("WIRED"), QStringLiteral("LIT"),
                                      QStringLiteral("BROKEN")}[upTo(3)];
        }
        said.day = Day::fromNumber(k_firstDay + upTo(k_days - 1));
        said.rung = static_cast<Rung>(upTo(2));
        MarkRequest request;
        request.layer = k_lamps.layer;
        request.features = {said.feature};
        request.status = said.status;
        if (said.value) {
            request.values = {{k_progress.measure, *said.value}};
        }
        request.effective = said.day;
        request.who = QStringLiteral("张工");
        request.note = QStringLiteral("雷击");
        request.rung = said.rung;
        request.supersedes = said.corrects;
        const auto before = (*m_project->snapshot())->ledger().size();
        if (!m_project->mark(request)) {
            ASSERT_EQ((*m_project->snapshot())->ledger().size(), before);
            return;
        }
        said.id = newestEntry(said.feature);
        m_done.push_back(said);
        m_undone.clear();
    }
    /// Remembers this moment: a millisecond in which nothing is recorded.
    void remember()
    {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        m_memories.push_back({Instant::now(), m_done});
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }

    static void expectSame(const LedgerView &ledger, const std::vector<Said> &said, Rung rung)
    {
        const TrackView track = ledger.track(k_lamps);
        std::vector<FeatureId> features;
        for (int feature = 0; feature <= k_features + 1; ++feature) {
            features.push_back({feature});
        }
        for (int number = k_firstDay - 1; number <= k_firstDay + k_days; ++number) {
            const Day on = Day::fromNumber(number);
            for (std::size_t i = 0; i < features.size(); ++i) {
                const Said *measured = expectedOn(said, true, features[i], on, rung);
                ASSERT_EQ(ledger.track(k_progress).valueOn(features[i], on), measured ? measured->value : std::nullopt)
                    << "value of feature " << i << " on " << on.toIso().toStdString();
                const Said *standing = expectedOn(said, false, features[i], on, rung);
                const QString expected = standing ? standing->status : QString();
                ASSERT_EQ(ledger.statusOn(k_lamps, features[i], on), expected)
                    << "feature " << i << " on " << on.toIso().toStdString();
                ASSERT_EQ(track.statuses()[track.statusOn(features[i], on)], expected) << "of the track";
            }
        }
    }

    void expectAllSame() const
    {
        const auto now = m_project->snapshot();
        ASSERT_TRUE(now);
        for (const Rung rung : {Rung::Reported, Rung::Checked, Rung::Certified}) {
            expectSame(asKnown(*now, {}, rung)->ledger(), m_done, rung);
            for (const Memory &memory : m_memories) {
                SCOPED_TRACE("as known at " + memory.moment.toIso().toStdString());
                expectSame(asKnown(*now, memory.moment, rung)->ledger(), memory.said, rung);
                if (HasFatalFailure()) {
                    return;
                }
            }
        }
    }

    test::Scratch m_scratch;
    QString m_path = m_scratch.path(QStringLiteral("p.cuntu"));
    Immutable<Registry> m_registry = test::lampRegistry();
    std::unique_ptr<Project> m_project;
    std::mt19937 m_random;
    std::vector<Said> m_done;
    std::vector<Said> m_undone;
    std::vector<Memory> m_memories;
};

TEST_F(ProjectReplayTest, AnySequenceAsKnownAtAnyMomentOnAnyRung)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    m_random.seed(seed);
    for (int step = 0; step < test::rounds(200); ++step) {
        const int what = upTo(5);
        if (what == 0 && !m_done.empty()) {
            undo();
        } else if (what == 1 && !m_undone.empty()) {
            redo();
        } else {
            mark();
        }
        if (step % 20 == 10) {
            remember();
            expectAllSame();
        }
        if (HasFatalFailure()) {
            return;
        }
    }
    EXPECT_GT(m_done.size(), 5U);
    expectAllSame();
    m_project.reset(); // and what is read back from the file says the same
    auto again = Project::open(m_path, Access::ReadOnly, m_registry);
    ASSERT_TRUE(again);
    m_project = std::move(*again);
    expectAllSame();
}

} // namespace
} // namespace cuntu
