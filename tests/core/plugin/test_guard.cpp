// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of functions of plugins that throw when they are called.
#include "core/plugin/plugin_host.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

namespace cuntu {
namespace {

/// A project without anything; functions under test must not ask for more than that.
class NoProject : public ProjectSnapshot {
public:
    qint64 revision() const override { return 0; }
    QString projectName() const override { return {}; }
    const Crs &crs() const override { throw std::logic_error("there is no project"); }
    QStringList layers() const override { return {}; }
    qint64 featureCount(const QString &) const override { return 0; }
    Result<Immutable<LayerSnapshot>> layer(const QString &, const QStringList &, const JobContext &) const override
    {
        throw std::logic_error("there is no project");
    }
    const LedgerView &ledger() const override { throw std::logic_error("there is no project"); }
    const AreaTree &areas() const override { throw std::logic_error("there is no project"); }
    QString setting(const QString &) const override { return {}; }
};

/// The registry with the fixture whose functions throw; loaded anew, so that no function has failed yet.
Immutable<Registry> registryOfThrowsLater()
{
    return loadPlugins({{QStringLiteral(CUNTU_FIXTURES "/throws_later")}, {}, {}}).registry;
}

/// Calls of each of the plugin's functions that can answer with an Error.
std::vector<std::function<std::optional<Error>(const Registry &)>> calls()
{
    static const NoProject k_project;
    static const ParameterValues k_parameters;
    const auto errorOf = [](const auto &result) {
        return result ? std::nullopt : std::optional<Error>(result.error());
    };
    return {
        [=](const Registry &r) {
            return errorOf(r.findIndicator(u"broken_share")->evaluate({k_project, k_parameters, {}}, {}));
        },
        [=](const Registry &r) {
            return errorOf(r.findOverlay(u"throws_later.broken")->classify({k_project, k_parameters, {}}, {}));
        },
        [=](const Registry &r) {
            return errorOf(r.findAlgorithm(u"throws_later.run")->run({k_project, k_parameters, {}}, {}));
        },
        [=](const Registry &r) { return errorOf(r.checks.front().run(k_project, {})); },
    };
}

TEST(PluginGuard, AnExceptionBecomesAnErrorThatNamesThePlugin)
{
    const auto registry = registryOfThrowsLater();
    for (const auto &call : calls()) {
        const auto error = call(*registry);
        ASSERT_TRUE(error);
        EXPECT_EQ(error->code, ErrorCode::PluginFailed);
        EXPECT_EQ(error->where.plugin, QStringLiteral("throws_later"));
        EXPECT_TRUE(error->sentence.contains(QStringLiteral("lamp is broken"))) << error->toText().toStdString();
        EXPECT_FALSE(error->advice.isEmpty());
    }
}

TEST(PluginGuard, AfterThreeExceptionsAFunctionIsSwitchedOff)
{
    const auto registry = registryOfThrowsLater();
    for (const auto &call : calls()) {
        for (int i = 0; i < 3; ++i) {
            ASSERT_TRUE(call(*registry)->sentence.contains(QStringLiteral("lamp is broken"))) << i;
        }
        qputenv("CUNTU_FIXTURE_GOOD", "1");
        const auto error = call(*registry);
        qunsetenv("CUNTU_FIXTURE_GOOD");
        ASSERT_TRUE(error);
        EXPECT_TRUE(error->sentence.contains(QStringLiteral("switched off"))) << error->toText().toStdString();
    }
}

TEST(PluginGuard, AFunctionThatDoesNotThrowIsLeftAlone)
{
    qputenv("CUNTU_FIXTURE_GOOD", "1");
    const auto registry = registryOfThrowsLater();
    for (const auto &call : calls()) {
        for (int i = 0; i < 5; ++i) {
            EXPECT_FALSE(call(*registry));
        }
    }
    qunsetenv("CUNTU_FIXTURE_GOOD");
}

TEST(PluginGuard, ARowCheckThatThrowsGivesAWarningAndKeepsNothingOfItsOwn)
{
    const auto registry = registryOfThrowsLater();
    const RowCheck &check = registry->rowChecks.at(QStringLiteral("throws_later")).front();
    FeatureRow row;
    row.sourceRow = 17;
    std::vector<RowFinding> findings;
    for (int i = 0; i < 4; ++i) {
        check(*registry->layerSchema(u"throws_later"), row, findings);
    }
    ASSERT_EQ(findings.size(), 4U);
    for (const RowFinding &finding : findings) {
        EXPECT_EQ(finding.row, 17);
        EXPECT_FALSE(finding.rejected);
        EXPECT_TRUE(finding.reason.contains(QStringLiteral("throws_later"))) << finding.reason.toStdString();
    }
    EXPECT_TRUE(findings[3].reason.contains(QStringLiteral("switched off")));
}

TEST(PluginGuard, CountsRightWhenCalledFromManyThreads)
{
    const auto registry = registryOfThrowsLater();
    const auto call = calls().front();
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) {
                failures += call(*registry)->sentence.contains(QStringLiteral("lamp is broken")) ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    EXPECT_GE(failures, 3);
    EXPECT_LE(failures, 3 + 3); // at most one call each was under way in the other threads
}

} // namespace
} // namespace cuntu
