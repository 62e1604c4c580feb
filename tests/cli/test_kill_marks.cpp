// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "tests/support/lamp_programme.h"
#include "tests/support/scratch.h"

#include <QProcess>
#include <QThread>

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace cuntu {
namespace {

constexpr int k_marks = 1000;

/// What a killed program had said: how many features each acknowledged action has, and the marking it was at.
struct Said {
    std::map<std::int64_t, int> done; ///< action -> features
    int lastTry = 0;                  ///< features of the marking that was not acknowledged; 0: none
};

Said parse(const QByteArray &output)
{
    Said said;
    for (const QByteArray &line : output.split('\n')) {
        if (line.startsWith("try ")) {
            said.lastTry = line.mid(4).toInt();
        } else if (line.startsWith("done ")) {
            said.done[line.mid(5).toLongLong()] = std::exchange(said.lastTry, 0);
        }
    }
    return said;
}

/// Starts the victim and kills it a moment after it acknowledged so many markings.
Said markAndKill(const QString &project, unsigned seed, int acknowledged, int wait_us)
{
    QProcess victim;
    victim.start(QStringLiteral(CUNTU_MARK_LOOP), {project, QString::number(seed), QString::number(k_marks)});
    QByteArray output;
    while (output.count("done ") < acknowledged && victim.waitForReadyRead(60000)) {
        output += victim.readAllStandardOutput();
    }
    QThread::usleep(static_cast<unsigned long>(wait_us));
    victim.kill(); // SIGKILL
    victim.waitForFinished();
    output += victim.readAllStandardOutput();
    EXPECT_EQ(victim.readAllStandardError().toStdString(), "");
    // A line that was cut off was not said.
    return parse(output.left(output.lastIndexOf('\n') + 1));
}

/// How many entries each action has in @p project.
std::map<std::int64_t, int> entriesByAction(const Project &project, int settlements)
{
    std::map<std::int64_t, int> entries;
    for (int feature = 1; feature <= settlements; ++feature) {
        const auto history = project.history(QStringLiteral("settlements"), {feature});
        EXPECT_TRUE(history);
        for (const RecordedEntry &each : *history) {
            ++entries[each.entry.action.value];
        }
    }
    return entries;
}

QByteArray integrity(const QString &project)
{
    QProcess check;
    check.start(QStringLiteral("sqlite3"), {project, QStringLiteral("PRAGMA integrity_check")});
    check.waitForFinished();
    return check.readAllStandardOutput().trimmed();
}

/// Killed with SIGKILL in the middle of a thousand random markings, again and again on the same project: what was
/// acknowledged is there, the one it was at is there wholly or not at all, and the file is sound. CUNTU_KILLS says how
/// often.
TEST(KillMarks, WhatWasAcknowledgedIsThereAndNothingIsHalfThere)
{
    constexpr int k_settlements = 20;
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    test::Scratch scratch;
    const QString path = scratch.path(QStringLiteral("k.cuntu"));
    const auto registry = test::lampRegistry();
    {
        auto project = Project::create({path, {}, *Crs::fromEpsg(4527)}, registry);
        ASSERT_TRUE(project);
        QByteArray table = "code,name,village_code,hh_registered,lon,lat\n";
        for (int i = 0; i < k_settlements; ++i) {
            table += "3611991002000" + QByteArray::number(10 + i) + ",Wan,361199100200,30,117.05,28.05\n";
        }
        ImportRequest request;
        request.role = QStringLiteral("settlements");
        request.file = scratch.write(QStringLiteral("s.csv"), table);
        ASSERT_TRUE((*project)->import(request, {}));
    }
    bool isNumber = false;
    const int given = qEnvironmentVariableIntValue("CUNTU_KILLS", &isNumber);
    const int kills = isNumber ? given : 12;
    std::map<std::int64_t, int> expected;
    int wholly = 0;
    for (int kill = 0; kill < kills; ++kill) {
        const Said said = markAndKill(path, static_cast<unsigned>(random()), static_cast<int>(random() % k_marks),
                                      static_cast<int>(random() % 20000));
        expected.insert(said.done.begin(), said.done.end());
        // As the next program that opens it for writing finds it; the lock of the dead one is taken over.
        auto project = Project::open(path, Access::ReadWrite, registry);
        ASSERT_TRUE(project) << project.error().toText().toStdString();
        ASSERT_FALSE((*project)->isReadOnly()) << (*project)->readOnlyReason().toStdString();
        std::map<std::int64_t, int> found = entriesByAction(**project, k_settlements);
        if (found.size() == expected.size() + 1) { // committed, and killed before it could say so
            ASSERT_EQ(found.rbegin()->second, said.lastTry) << "half of a marking is there";
            expected.insert(*found.rbegin());
            ++wholly;
        }
        ASSERT_EQ(found, expected) << "kill " << kill;
        const auto actions = (*project)->actions(1);
        ASSERT_TRUE(actions);
        ASSERT_TRUE(expected.empty() || actions->front().id.value == expected.rbegin()->first)
            << "an action without its entries is there";
        project->reset();
        ASSERT_EQ(integrity(path).toStdString(), "ok") << "kill " << kill;
    }
    RecordProperty("kills", kills);
    RecordProperty("markings", static_cast<int>(expected.size()));
    RecordProperty("committed_but_not_acknowledged", wholly);
}

} // namespace
} // namespace cuntu
