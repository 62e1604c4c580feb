// SPDX-License-Identifier: GPL-3.0-or-later
// CBC as a process of its own: what it proves equals brute force, and whatever goes wrong with it does no harm.
#include "core/solve/mixed_integer.h"
#include "core/solve/split_groups.h"

#include "tests/core/solve/siting_cases.h"
#include "tests/support/rounds.h"
#include "tests/support/scratch.h"

#include <QElapsedTimer>
#include <QFile>

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace cuntu {
namespace {

/// So little time for the search here that CBC has to do it.
SitingLimits cbcOnly()
{
    SitingLimits limits;
    limits.seconds = 1e-6;
    limits.solver = Solver::Cbc;
    return limits;
}

class Cbc : public testing::Test {
protected:
    void SetUp() override
    {
        if (!hasCbc()) {
            GTEST_SKIP() << "the package coinor-cbc is not installed";
        }
    }
};

TEST_F(Cbc, ProvesChoicesOfSitesAsBruteForceDoes)
{
    int byCbc = 0;
    for (unsigned seed = 1; seed <= static_cast<unsigned>(test::rounds(150)); ++seed) {
        const SitingProblem problem = test::randomSiting(seed);
        const double optimum = test::bruteForce(problem);
        const auto solution = solveSiting(problem, cbcOnly(), {});
        if (!solution) {
            continue; // more sites asked for than there are, or no money for them
        }
        EXPECT_TRUE(solution->trouble.isEmpty()) << "seed " << seed << ' ' << solution->trouble.toStdString();
        EXPECT_NEAR(solution->objective, optimum, 1e-6) << "seed " << seed;
        EXPECT_NEAR(solution->bound, optimum, 1e-6) << "seed " << seed;
        EXPECT_TRUE(solution->optimal) << "seed " << seed;
        EXPECT_NEAR(sitingCost(problem, solution->sites), solution->objective, 1e-9) << "seed " << seed;
        byCbc += solution->prover == Prover::Cbc ? 1 : 0;
    }
    EXPECT_GT(byCbc, test::rounds(150) / 3);
}

TEST_F(Cbc, ProvesCapacitatedChoicesAsBruteForceDoes)
{
    int byCbc = 0;
    int infeasible = 0;
    for (unsigned seed = 1; seed <= static_cast<unsigned>(test::rounds(150)); ++seed) {
        const CapacitatedProblem problem = test::randomCapacitated(seed);
        const double optimum = test::bruteForce(problem);
        const CapacitatedSolution solution = solveCapacitated(problem, cbcOnly(), {});
        EXPECT_TRUE(solution.trouble.isEmpty()) << "seed " << seed << ' ' << solution.trouble.toStdString();
        EXPECT_FALSE(solution.cancelled) << "seed " << seed;
        ASSERT_EQ(solution.isFound(), std::isfinite(optimum)) << "seed " << seed;
        byCbc += solution.prover == Prover::Cbc ? 1 : 0;
        if (!solution.isFound()) {
            ++infeasible;
            continue;
        }
        EXPECT_NEAR(solution.objective, optimum, 1e-6) << "seed " << seed;
        EXPECT_NEAR(solution.bound, optimum, 1e-6) << "seed " << seed;
        EXPECT_TRUE(isKept(problem, solution)) << "seed " << seed;
    }
    EXPECT_GT(byCbc, test::rounds(150) / 3);
    EXPECT_GT(infeasible, 0);
}

/// A search that was stopped leaves a smaller model; the optimum must still be in it, and found.
TEST_F(Cbc, TakesUpWhatASearchLeft)
{
    int byCbc = 0;
    for (unsigned seed = 1; seed <= static_cast<unsigned>(test::rounds(30)); ++seed) {
        const SitingProblem problem = test::hardCoverage(seed);
        const auto whole = solveSiting(problem, {}, {});
        SitingLimits limits;
        limits.seconds = 0.1; // a twentieth of it for the search
        limits.solver = Solver::Cbc;
        const auto shared = solveSiting(problem, limits, {});
        ASSERT_TRUE(whole && shared);
        if (shared->prover == Prover::Nobody) {
            continue; // a second was too little for CBC
        }
        EXPECT_NEAR(shared->objective, whole->objective, 1e-6) << "seed " << seed;
        EXPECT_TRUE(shared->optimal) << "seed " << seed;
        byCbc += shared->prover == Prover::Cbc ? 1 : 0;
    }
    EXPECT_GT(byCbc, test::rounds(30) / 4);
}

TEST_F(Cbc, AGroupIsSplitWhereThatPaysAsBruteForceSays)
{
    int split = 0;
    int found = 0;
    for (unsigned seed = 1; seed <= static_cast<unsigned>(test::rounds(150)); ++seed) {
        std::mt19937 random(seed);
        const CapacitatedProblem problem = test::randomCapacitated(seed);
        SplitGroups groups{{}, static_cast<double>(random() % 40)};
        for (std::size_t demand = 0; demand < problem.demandCount(); ++demand) {
            groups.groupOf.push_back(static_cast<std::uint32_t>(random() % 3));
        }
        const double optimum = test::bruteForce(problem, groups);
        SitingLimits limits;
        limits.seconds = 20;
        limits.solver = Solver::Auto;
        const CapacitatedSolution solution = solveSplitGroups(problem, groups, limits, {});
        ASSERT_EQ(solution.isFound(), std::isfinite(optimum)) << "seed " << seed;
        if (!solution.isFound()) {
            EXPECT_FALSE(solution.cancelled) << "seed " << seed;
            continue;
        }
        ++found;
        EXPECT_TRUE(solution.trouble.isEmpty()) << "seed " << seed << ' ' << solution.trouble.toStdString();
        EXPECT_NEAR(solution.objective, optimum, 1e-6) << "seed " << seed;
        EXPECT_TRUE(solution.optimal) << "seed " << seed;
        EXPECT_TRUE(isKept(problem, solution)) << "seed " << seed;
        EXPECT_NEAR(splitCost(problem, groups, solution), solution.objective, 1e-6) << "seed " << seed;
        split += splitCost(problem, {groups.groupOf, groups.price + 1}, solution) > solution.objective + 0.5 ? 1 : 0;
    }
    EXPECT_GT(split, 0);
    EXPECT_GT(found, split); // and some were better kept whole
}

/// least 3 a + 2.5 b + c + 0.25 d,  a + b + d / 2 >= 1.5,  1 <= a + d <= 4,  b + c = 1,  d <= 0.7: a = b = 1, d = 0
MixedInteger smallProblem()
{
    MixedInteger problem;
    problem.columns = {{3, 0, 1, true}, {2.5, 0, 1, true}, {1, 0, 1, true}, {0.25, 0, 0.7, false}};
    problem.rows = {{{{0, 1}, {1, 1}, {3, 0.5}}, 1.5, k_never}, {{{0, 1}, {3, 1}}, 1, 4}, {{{1, 1}, {2, 1}}, 1, 1}};
    problem.constant = 10;
    return problem;
}

TEST_F(Cbc, SolvesASmallProblemWithEveryKindOfRow)
{
    const auto solution = solveByCbc(smallProblem(), {}, {});
    ASSERT_TRUE(solution) << solution.error().toText().toStdString();
    EXPECT_EQ(solution->values, (std::vector<double>{1, 1, 0, 0}));
    EXPECT_NEAR(solution->objective, 15.5, 1e-9);
    EXPECT_NEAR(solution->bound, 15.5, 1e-9);
    MixedInteger none = smallProblem();
    none.columns[0].high = none.columns[1].high = 0;
    const auto infeasible = solveByCbc(none, {}, {});
    ASSERT_TRUE(infeasible);
    EXPECT_TRUE(infeasible->isInfeasible());
}

/// As jobs are: on a thread of their own that has no loop of events.
TEST_F(Cbc, IsWaitedForOnAnyThread)
{
    std::optional<Result<MixedIntegerSolution>> solutions[2];
    std::thread first([&] { solutions[0] = solveByCbc(smallProblem(), {}, {}); });
    std::thread second([&] { solutions[1] = solveByCbc(smallProblem(), {}, {}); });
    first.join();
    second.join();
    for (const auto &solution : solutions) {
        ASSERT_TRUE(solution && *solution);
        EXPECT_NEAR((*solution)->objective, 15.5, 1e-9);
    }
}

TEST(MixedInteger, KnowsWhatKeepsItsRows)
{
    const MixedInteger problem = smallProblem();
    EXPECT_TRUE(problem.isKeptBy(std::vector<double>{1, 1, 0, 0}));
    EXPECT_TRUE(problem.isKeptBy(std::vector<double>{1, 1, 0, 0.7}));
    EXPECT_FALSE(problem.isKeptBy(std::vector<double>{1, 1, 0, 0.8}));          // above its column's limit
    EXPECT_FALSE(problem.isKeptBy(std::vector<double>{1, 0, 1, 0.7}));          // first row
    EXPECT_FALSE(problem.isKeptBy(std::vector<double>{1, 1, 1, 0}));            // third row
    EXPECT_FALSE(problem.isKeptBy(std::vector<double>{0.5, 1, 0, 0.5}));        // not whole
    EXPECT_FALSE(problem.isKeptBy(std::vector<double>{std::nan(""), 1, 0, 0})); // no number
    EXPECT_FALSE(problem.isKeptBy(std::vector<double>{1, 1, 0}));               // a column short
}

/// Another program in the place of CBC, for as long as it lives.
class InPlaceOfCbc {
public:
    /// @p script of the shell; `$out` is the file of the solution. Empty: there is no such program at all.
    explicit InPlaceOfCbc(const QByteArray &script) : m_before(qgetenv("PATH"))
    {
        if (!script.isEmpty()) {
            const QString path =
                m_scratch.write(u"cbc"_s, "#!/bin/sh\nPATH=/usr/bin:/bin\nfor out; do :; done\n" + script + '\n');
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
        qputenv("PATH", m_scratch.folder().toUtf8());
    }
    ~InPlaceOfCbc() { qputenv("PATH", m_before); }
    InPlaceOfCbc(const InPlaceOfCbc &) = delete;
    InPlaceOfCbc &operator=(const InPlaceOfCbc &) = delete;

private:
    test::Scratch m_scratch;
    QByteArray m_before;
};

TEST(CbcTrouble, ADishonestAnswerIsNotBelieved)
{
    const std::vector<double> start{1, 1, 0, 0.5};
    const QByteArray lies[] = {
        "exit 3",
        "kill -9 $$",
        "true",                                                                       // no solution at all
        "echo 'Optimal - objective value 0' > \"$out\"",                              // breaks the rows
        "printf 'Optimal - objective value 1\\n0 c0 1 0\\n1 c1 1 0\\n' > \"$out\"",   // costs 5.5
        "printf 'Optimal - objective value 4\\n0 c0 0.5 0\\n1 c1 1 0\\n' > \"$out\"", // half a site
        "printf 'Optimal - objective value nan\\n0 c0 nan 0\\n' > \"$out\"",
        "printf 'Optimal - objective value 5.5\\n0 c9 1 0\\n' > \"$out\"", // no such column
        "printf 'Optimal - objective value 5.5\\nwhat is this\\n' > \"$out\"",
        "echo 'Infeasible - objective value 0' > \"$out\"", // but a solution is known
        "echo 'Unbounded - objective value 0' > \"$out\"",
        "echo; echo 'Lower bound: 99'; "
        "echo 'Stopped on time (no integer solution - continuous used) - objective value 99' > \"$out\"",
        "printf 'Optimal - objective value 6.5\\n0 c0 1 0\\n1 c1 1 0\\n3 c3 4 0\\n' > \"$out\"", // above its limit
    };
    for (const QByteArray &lie : lies) {
        const InPlaceOfCbc fake(lie);
        const auto answer = solveByCbc(smallProblem(), {0, 5, 0, start}, {});
        ASSERT_FALSE(answer) << lie.toStdString();
        EXPECT_EQ(answer.error().code, ErrorCode::PluginFailed) << lie.toStdString();
        EXPECT_FALSE(answer.error().sentence.isEmpty() || answer.error().advice.isEmpty()) << lie.toStdString();
    }
    // The same answer where it is true.
    const InPlaceOfCbc honest("printf 'Optimal - objective value 5.5\\n0 c0 1 0\\n1 c1 1 0\\n' > \"$out\"");
    const auto answer = solveByCbc(smallProblem(), {0, 5, 0, start}, {});
    ASSERT_TRUE(answer) << answer.error().toText().toStdString();
    EXPECT_TRUE(answer->isOptimal);
}

TEST(CbcTrouble, WithoutAnAnswerTheBoundOfTheSearchStays)
{
    const SitingProblem problem = test::hardCoverage(7);
    SitingLimits own = cbcOnly();
    own.solver = Solver::Own;
    const auto alone = solveSiting(problem, own, {});
    ASSERT_TRUE(alone);
    ASSERT_EQ(alone->prover, Prover::Nobody);
    for (const QByteArray &script : {QByteArray(), QByteArray("exit 1"), QByteArray("kill -9 $$")}) {
        const InPlaceOfCbc fake(script);
        const auto solution = solveSiting(problem, cbcOnly(), {});
        ASSERT_TRUE(solution);
        EXPECT_EQ(solution->sites, alone->sites);
        EXPECT_EQ(solution->bound, alone->bound);
        EXPECT_EQ(solution->prover, Prover::Nobody);
        EXPECT_TRUE(solution->cancelled);
        EXPECT_FALSE(solution->trouble.isEmpty());
    }
}

TEST(CbcTrouble, WhoIsNotInstalledIsNamed)
{
    const InPlaceOfCbc nobody("");
    EXPECT_FALSE(hasCbc());
    const auto answer = solveByCbc(smallProblem(), {}, {});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::NotFound);
    EXPECT_TRUE(answer.error().advice.contains(u"coinor-cbc"_s));
}

TEST(CbcTrouble, ACancelledJobEndsTheProgram)
{
    const InPlaceOfCbc asleep("echo $$ > \"$(dirname \"$out\")/../cuntu-asleep-$PPID\"; exec sleep 60");
    JobContext job;
    std::thread other([&job] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        job.cancel.cancel();
    });
    QElapsedTimer clock;
    clock.start();
    const auto answer = solveByCbc(smallProblem(), {}, job);
    other.join();
    EXPECT_LT(clock.elapsed(), 5000);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Cancelled);
    QFile note(QDir::tempPath() + u"/cuntu-asleep-%1"_s.arg(getpid()));
    ASSERT_TRUE(note.open(QIODevice::ReadOnly));
    const QString process = u"/proc/%1"_s.arg(note.readAll().trimmed().toInt());
    note.remove();
    EXPECT_FALSE(QFile::exists(process)) << "it still runs";
}

TEST(CbcTrouble, WhoDoesNotKeepToItsTimeIsEnded)
{
    const InPlaceOfCbc asleep("exec sleep 60");
    QElapsedTimer clock;
    clock.start();
    const auto answer = solveByCbc(smallProblem(), {0, 0.1, 0, {}}, {});
    EXPECT_LT(clock.elapsed(), 20000);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::PluginFailed);
}

} // namespace
} // namespace cuntu
