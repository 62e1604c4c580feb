// SPDX-License-Identifier: GPL-3.0-or-later
// Brings good things whose functions throw, unless the environment variable CUNTU_FIXTURE_GOOD is set.
#include "fixture.h"

#include <stdexcept>

namespace {

using namespace cuntu;

const char *k_id = "throws_later";

void maybeThrow()
{
    if (!qEnvironmentVariableIsSet("CUNTU_FIXTURE_GOOD")) {
        throw std::runtime_error("lamp is broken");
    }
}

template <class T> T declared(const QString &id)
{
    T thing;
    thing.id = id;
    thing.programme = QLatin1String(k_id);
    thing.name = {QStringLiteral("样例"), QStringLiteral("Fixture")};
    return thing;
}

void addIndicator(Registry &draft)
{
    auto indicator = declared<Indicator>(QStringLiteral("broken_share"));
    indicator.help = indicator.name;
    indicator.unit = QStringLiteral("%");
    indicator.countedThing = QStringLiteral("个");
    indicator.evaluate = [](const IndicatorInput &, const JobContext &) -> Result<IndicatorSet> {
        maybeThrow();
        return IndicatorSet{};
    };
    draft.indicators.push_back(indicator);
}

void addOverlay(Registry &draft)
{
    auto overlay = declared<Overlay>(QStringLiteral("throws_later.broken"));
    overlay.help = overlay.name;
    overlay.classes = {{QStringLiteral("one"), overlay.name, 0, Marking::Plain}};
    overlay.classify = [](const OverlayInput &, const JobContext &) -> Result<std::vector<OverlayFeatures>> {
        maybeThrow();
        return std::vector<OverlayFeatures>{};
    };
    draft.overlays.push_back(overlay);
}

void addAlgorithm(Registry &draft)
{
    auto algorithm = declared<Algorithm>(QStringLiteral("throws_later.run"));
    algorithm.help = algorithm.name;
    algorithm.run = [](const AlgorithmInput &, const JobContext &) -> Result<Outcome> {
        maybeThrow();
        return Outcome{};
    };
    draft.algorithms.push_back(algorithm);
}

void addChecks(Registry &draft)
{
    auto check = declared<Check>(QStringLiteral("throws_later.check"));
    check.run = [](const ProjectSnapshot &, const JobContext &) -> Result<std::vector<CheckFinding>> {
        maybeThrow();
        return std::vector<CheckFinding>{};
    };
    draft.checks.push_back(check);
    draft.rowChecks[QLatin1String(k_id)].push_back(
        [](const LayerSchema &, const FeatureRow &row, std::vector<RowFinding> &findings) {
            findings.push_back({row.sourceRow, {}, QStringLiteral("half a finding"), true});
            maybeThrow();
        });
}

} // namespace

/// The fixture's plugin.
class Fixture : public QObject, public cuntu::Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "throws_later.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    cuntu::Result<void> contribute(cuntu::Registry &draft) override
    {
        cuntu::test::addProgramme(draft, QLatin1String(k_id));
        addIndicator(draft);
        addOverlay(draft);
        addAlgorithm(draft);
        addChecks(draft);
        return {};
    }
};

#include "throws_later.moc"
