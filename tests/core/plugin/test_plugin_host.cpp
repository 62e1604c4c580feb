// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/plugin_host.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

namespace cuntu {
namespace {

QStringList foldersOf(const QStringList &fixtures)
{
    QStringList folders;
    for (const QString &fixture : fixtures) {
        folders << QStringLiteral(CUNTU_FIXTURES "/") + fixture;
    }
    return folders;
}

LoadedPlugins load(const QStringList &fixtures)
{
    return loadPlugins({foldersOf(fixtures), {}, {}});
}

/// The report on the plugin, or file, called @p id; an empty one where there is none.
PluginReport reportOn(const LoadedPlugins &loaded, const QString &id)
{
    for (const PluginReport &report : loaded.reports) {
        if (report.id == id) {
            return report;
        }
    }
    return {};
}

/// @p id is refused with @p code; its text has all @p words; it says what to do; and 'good' beside it is active.
testing::AssertionResult refused(const QString &id, ErrorCode code, const QStringList &words,
                                 const QStringList &also = {})
{
    const LoadedPlugins loaded = load(QStringList{id, QStringLiteral("good")} + also);
    const PluginReport report = reportOn(loaded, id);
    const std::string text = report.reason.toText().toStdString();
    if (report.id != id || report.state != PluginState::Refused) {
        return testing::AssertionFailure() << "not refused: " << toString(report.state).toStdString();
    }
    if (report.reason.code != code) {
        return testing::AssertionFailure() << "code " << toString(report.reason.code).toStdString() << ": " << text;
    }
    for (const QString &word : words) {
        if (!report.reason.sentence.contains(word)) {
            return testing::AssertionFailure() << "the sentence does not say '" << word.toStdString() << "': " << text;
        }
    }
    if (!report.reason.sentence.contains(id) || report.reason.advice.isEmpty()) {
        return testing::AssertionFailure() << "does not name the plugin, or not say what to do: " << text;
    }
    if (reportOn(loaded, QStringLiteral("good")).state != PluginState::Active ||
        loaded.registry->findProgramme(u"good") == nullptr || loaded.registry->findProgramme(id) != nullptr) {
        return testing::AssertionFailure() << "the rest does not work, or something of the refused plugin remains";
    }
    return testing::AssertionSuccess();
}

TEST(PluginHost, WithoutPluginsThereIsTheHostAlone)
{
    const LoadedPlugins loaded = load({QStringLiteral("no_such_folder")});
    EXPECT_TRUE(loaded.reports.empty());
    EXPECT_TRUE(loaded.warnings.empty());
    EXPECT_EQ(loaded.registry->layers.size(), hostRegistry().layers.size());
}

TEST(PluginHost, LoadsAGoodOneAndSaysWhatItBrings)
{
    const LoadedPlugins loaded = load({QStringLiteral("good")});
    const PluginReport report = reportOn(loaded, QStringLiteral("good"));
    EXPECT_EQ(report.state, PluginState::Active) << report.reason.toText().toStdString();
    EXPECT_EQ(report.version, QStringLiteral("1.2.0"));
    EXPECT_EQ(report.name.zh, QStringLiteral("样例"));
    EXPECT_EQ(report.licence, QStringLiteral("GPL-3.0-or-later"));
    EXPECT_GT(report.milliseconds, 0);
    EXPECT_EQ(report.contributes, QStringList({QStringLiteral("programme good"), QStringLiteral("layer good")}));
}

TEST(PluginHost, LoadsRequiredPluginsFirstInWhicheverOrderTheyAreFound)
{
    const LoadedPlugins loaded = load({QStringLiteral("needs_good"), QStringLiteral("good")});
    ASSERT_EQ(loaded.registry->programmes.size(), 2U);
    EXPECT_EQ(loaded.registry->programmes[0].id, QStringLiteral("good"));
    EXPECT_EQ(loaded.registry->programmes[1].id, QStringLiteral("needs_good"));
}

TEST(PluginHost, RefusesGarbage)
{
    EXPECT_TRUE(refused(QStringLiteral("garbage"), ErrorCode::Unreadable, {QStringLiteral("not a plugin")}));
}

TEST(PluginHost, RefusesATruncatedFile)
{
    EXPECT_TRUE(refused(QStringLiteral("truncated"), ErrorCode::Unreadable, {QStringLiteral("damaged")}));
}

TEST(PluginHost, RefusesAnOldInterface)
{
    EXPECT_TRUE(refused(QStringLiteral("old_api"), ErrorCode::Conflict,
                        {QStringLiteral("interface 0"), QStringLiteral("interface 1")}));
}

TEST(PluginHost, RefusesAnotherBuild)
{
    EXPECT_TRUE(refused(QStringLiteral("other_build"), ErrorCode::Conflict,
                        {QStringLiteral("built differently"), QStringLiteral("6.99")}));
}

TEST(PluginHost, RefusesAMissingRequirement)
{
    EXPECT_TRUE(refused(QStringLiteral("needs_missing"), ErrorCode::NotFound, {QStringLiteral("absent")}));
}

TEST(PluginHost, RefusesARequirementInTooOldAVersion)
{
    EXPECT_TRUE(refused(QStringLiteral("needs_newer"), ErrorCode::Conflict,
                        {QStringLiteral("good"), QStringLiteral("9.0"), QStringLiteral("1.2.0")}));
}

TEST(PluginHost, RefusesWhoRequiresARefusedOne)
{
    const LoadedPlugins loaded =
        loadPlugins({foldersOf({QStringLiteral("needs_good"), QStringLiteral("good")}), {}, {QStringLiteral("good")}});
    EXPECT_EQ(reportOn(loaded, QStringLiteral("good")).state, PluginState::SetAside);
    const PluginReport report = reportOn(loaded, QStringLiteral("needs_good"));
    EXPECT_EQ(report.state, PluginState::Refused);
    EXPECT_TRUE(report.reason.sentence.contains(QStringLiteral("plugin good is switched off")));
}

TEST(PluginHost, RefusesACircleAndNamesIt)
{
    EXPECT_TRUE(refused(QStringLiteral("circle_a"), ErrorCode::Conflict,
                        {QStringLiteral("circle_a → circle_b → circle_a")}, {QStringLiteral("circle_b")}));
    EXPECT_TRUE(refused(QStringLiteral("circle_b"), ErrorCode::Conflict, {QStringLiteral("circle_a")},
                        {QStringLiteral("circle_a")}));
}

TEST(PluginHost, OfTwinsTheFirstIsUsedAndBothAreNamed)
{
    const LoadedPlugins loaded = load({QStringLiteral("good"), QStringLiteral("twin")});
    ASSERT_EQ(loaded.reports.size(), 2U);
    EXPECT_EQ(loaded.reports[0].state, PluginState::Active);
    EXPECT_EQ(loaded.reports[1].state, PluginState::Refused);
    const QString sentence = loaded.reports[1].reason.sentence;
    EXPECT_TRUE(sentence.contains(QStringLiteral("good.so")) && sentence.contains(QStringLiteral("twin.so")))
        << sentence.toStdString();
    EXPECT_FALSE(loaded.reports[1].reason.advice.isEmpty());
}

TEST(PluginHost, RefusesWhatThrowsInContribute)
{
    EXPECT_TRUE(refused(QStringLiteral("throws"), ErrorCode::PluginFailed, {QStringLiteral("no lamps today")}));
}

TEST(PluginHost, RefusesWhatAnswersWithAnError)
{
    EXPECT_TRUE(refused(QStringLiteral("says_no"), ErrorCode::PluginFailed, {QStringLiteral("lamps is missing")}));
}

TEST(PluginHost, NothingRemainsOfOneThatStopsHalfWay)
{
    EXPECT_TRUE(refused(QStringLiteral("half_way"), ErrorCode::PluginFailed, {}));
    EXPECT_EQ(load({QStringLiteral("half_way")}).registry->layers.size(), hostRegistry().layers.size());
}

TEST(PluginHost, RefusesWhatDoesNotFitTogetherWithAllFindings)
{
    EXPECT_TRUE(refused(QStringLiteral("incomplete"), ErrorCode::Invalid,
                        {QStringLiteral("indicator none_such"), QStringLiteral("life cycle none_such")}));
}

TEST(PluginHost, LeavesOutWhatTheUserSwitchedOff)
{
    const LoadedPlugins loaded = loadPlugins({foldersOf({QStringLiteral("good")}), {}, {QStringLiteral("good")}});
    const PluginReport report = reportOn(loaded, QStringLiteral("good"));
    EXPECT_EQ(report.state, PluginState::SetAside);
    EXPECT_TRUE(report.contributes.isEmpty());
    EXPECT_EQ(loaded.registry->findProgramme(u"good"), nullptr);
}

TEST(PluginHost, LeavesNoNoteAfterAGoodStart)
{
    const QTemporaryDir folder;
    const QString note = folder.filePath(QStringLiteral("settings/plugin.note"));
    const LoadedPlugins loaded = loadPlugins(
        {foldersOf({QStringLiteral("good"), QStringLiteral("throws"), QStringLiteral("incomplete")}), note, {}});
    EXPECT_TRUE(loaded.warnings.empty());
    EXPECT_TRUE(QDir(folder.filePath(QStringLiteral("settings"))).entryList(QDir::Files).isEmpty());
}

TEST(PluginHost, StartsWithoutANoteItCannotWriteAndSaysSo)
{
    const LoadedPlugins loaded =
        loadPlugins({foldersOf({QStringLiteral("good")}), QStringLiteral("/proc/none/plugin.note"), {}});
    EXPECT_EQ(reportOn(loaded, QStringLiteral("good")).state, PluginState::Active);
    ASSERT_EQ(loaded.warnings.size(), 1U);
    EXPECT_FALSE(loaded.warnings[0].advice.isEmpty());
}

/// Starts of a program in processes of their own, with one note between them.
class PluginCrash : public testing::Test {
protected:
    /// What the start printed; "crashed" where it ended by a signal.
    QString start(const QStringList &fixtures)
    {
        QProcess process;
        process.start(QStringLiteral(CUNTU_LOAD_PLUGINS), QStringList{m_note} + foldersOf(fixtures));
        process.waitForFinished();
        return process.exitStatus() == QProcess::CrashExit ? QStringLiteral("crashed")
                                                           : QString::fromUtf8(process.readAllStandardOutput());
    }

    QTemporaryDir m_folder;
    QString m_note = m_folder.filePath(QStringLiteral("plugin.note"));
};

TEST_F(PluginCrash, InContributeIsSetAsideAtTheNextStart)
{
    const QStringList both{QStringLiteral("crashes"), QStringLiteral("good")};
    EXPECT_EQ(start(both), QStringLiteral("crashed"));
    for (int again = 0; again < 2; ++again) {
        const QString second = start(both);
        EXPECT_TRUE(second.contains(QStringLiteral("crashes|set_aside|plugin crashes is set aside")))
            << second.toStdString();
        EXPECT_TRUE(second.contains(QStringLiteral("good|active")));
        EXPECT_FALSE(second.contains(QStringLiteral("warning")));
    }
}

TEST_F(PluginCrash, AtLoadIsSetAsideAtTheNextStart)
{
    const QStringList both{QStringLiteral("crashes_at_load"), QStringLiteral("good")};
    EXPECT_EQ(start(both), QStringLiteral("crashed"));
    const QString second = start(both);
    EXPECT_TRUE(second.contains(QStringLiteral("crashes_at_load|set_aside"))) << second.toStdString();
    EXPECT_TRUE(second.contains(QStringLiteral("good|active")));
}

TEST_F(PluginCrash, CanBeGivenAnotherChance)
{
    EXPECT_EQ(start({QStringLiteral("crashes")}), QStringLiteral("crashed"));
    EXPECT_TRUE(start({QStringLiteral("crashes")}).contains(QStringLiteral("set_aside")));
    const auto list = setAsidePlugins(m_note);
    ASSERT_TRUE(list);
    ASSERT_EQ(list->size(), 1U);
    EXPECT_EQ(list->front().id, QStringLiteral("crashes"));
    EXPECT_EQ(list->front().step, QStringLiteral("contribute"));
    ASSERT_TRUE(enableAgain(m_note, QStringLiteral("crashes")));
    EXPECT_TRUE(setAsidePlugins(m_note)->empty());
    EXPECT_EQ(start({QStringLiteral("crashes")}), QStringLiteral("crashed"));
}

TEST_F(PluginCrash, EnablingWhatIsNotSetAsideIsAnError)
{
    const auto done = enableAgain(m_note, QStringLiteral("good"));
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::NotFound);
}

TEST_F(PluginCrash, AnExceptionOutOfLoadingCountsAsOne)
{
    const QStringList both{QStringLiteral("throws_at_load"), QStringLiteral("good")};
    const QString first = start(both);
    EXPECT_TRUE(first.contains(QStringLiteral("throws_at_load|set_aside"))) << first.toStdString();
    EXPECT_TRUE(first.contains(QStringLiteral("too early")));
    EXPECT_TRUE(first.contains(QStringLiteral("must restart")));
    const QString second = start(both);
    EXPECT_TRUE(second.contains(QStringLiteral("throws_at_load|set_aside")));
    EXPECT_TRUE(second.contains(QStringLiteral("good|active")));
    EXPECT_FALSE(second.contains(QStringLiteral("must restart")));
}

TEST_F(PluginCrash, AStartThatWasKilledIsNotHeldAgainstThePluginUnlessItHappensAgain)
{
    const auto leave = [&] { // what a kill leaves: a note without a crash
        QFile file(m_note);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("good load\n");
    };
    for (int round = 0; round < 3; ++round) {
        leave();
        EXPECT_EQ(start({QStringLiteral("good")}), QStringLiteral("good|active|\n")) << "it went well in between";
    }
    leave();
    QFile interrupted(m_note + QStringLiteral(".interrupted"));
    ASSERT_TRUE(interrupted.open(QIODevice::WriteOnly)); // and the start before was killed at the same place
    interrupted.write("good");
    interrupted.close();
    EXPECT_TRUE(start({QStringLiteral("good")}).contains(QStringLiteral("good|set_aside")));
}

TEST_F(PluginCrash, ADamagedNoteIsToldAndForgotten)
{
    QFile file(m_note);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("goo");
    file.close();
    EXPECT_TRUE(start({QStringLiteral("good")}).contains(QStringLiteral("warning|")));
    EXPECT_EQ(start({QStringLiteral("good")}), QStringLiteral("good|active|\n"));
}

TEST_F(PluginCrash, ProgramsThatStartTogetherDoNotBlameEachOther)
{
    std::vector<std::unique_ptr<QProcess>> programs;
    for (int i = 0; i < 6; ++i) {
        programs.push_back(std::make_unique<QProcess>());
        programs.back()->start(QStringLiteral(CUNTU_LOAD_PLUGINS),
                               QStringList{m_note} + foldersOf({QStringLiteral("good")}));
    }
    for (auto &program : programs) {
        program->waitForFinished();
        EXPECT_EQ(program->readAllStandardOutput(), QByteArray("good|active|\n"));
    }
}

} // namespace
} // namespace cuntu
