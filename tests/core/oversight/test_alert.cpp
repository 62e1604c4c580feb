// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/oversight/alert.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

Day day(const char *iso)
{
    return *Day::fromIso(QString::fromLatin1(iso));
}

Milestone milestone(const char *label, MilestoneState state, Commitment commitment = Commitment::Ensure)
{
    Milestone made;
    made.target.label = QString::fromLatin1(label);
    made.target.commitment = commitment;
    made.state = state;
    made.reason = QStringLiteral("because");
    return made;
}

/// The alerts as they stand after @p changes were kept.
std::vector<Case> kept(std::vector<Case> alerts, const AlertChanges &changes)
{
    for (const Case &again : changes.seenAgain) {
        for (Case &alert : alerts) {
            alert = alert.id == again.id ? again : alert;
        }
    }
    for (const auto &[id, step] : changes.steps) {
        alerts[static_cast<std::size_t>(id) - 1].steps.push_back(step);
    }
    for (Case raised : changes.raised) {
        raised.id = static_cast<qint64>(alerts.size()) + 1;
        alerts.push_back(raised);
    }
    return alerts;
}

TEST(Alert, LevelsFollowTheStateAndTheFirmnessOfThePromise)
{
    const auto seen = sightings({milestone("A", MilestoneState::Done), milestone("B", MilestoneState::OnTrack),
                                 milestone("C", MilestoneState::AtRisk), milestone("D", MilestoneState::Behind),
                                 milestone("E", MilestoneState::Overdue),
                                 milestone("F", MilestoneState::Overdue, Commitment::Strive)});
    ASSERT_EQ(seen.size(), 4u);
    EXPECT_EQ(seen[0].level, 1);
    EXPECT_EQ(seen[1].level, 2);
    EXPECT_EQ(seen[2].level, 3);
    EXPECT_EQ(seen[3].level, 2) << "only striven for";
}

TEST(Alert, WhatIsClosedRaisesNoneAnyMore)
{
    for (const TargetState state : {TargetState::Closed, TargetState::Failed, TargetState::CarriedOver}) {
        Milestone over = milestone("A", MilestoneState::Overdue);
        over.target.state = state;
        EXPECT_TRUE(sightings({over}).empty());
    }
}

TEST(Alert, WhatIsSeenAgainIsTheSameAlertAndWhatIsGoneIsResolved)
{
    const auto behind = sightings({milestone("A", MilestoneState::Behind), milestone("B", MilestoneState::Behind)});
    std::vector<Case> alerts = kept({}, alertChanges({}, behind, day("2020-01-01"), {}));
    ASSERT_EQ(alerts.size(), 2u);
    alerts = kept(alerts, alertChanges(alerts, behind, day("2020-02-01"), {}));
    ASSERT_EQ(alerts.size(), 2u);
    EXPECT_EQ(alerts[0].firstSeen, day("2020-01-01"));
    EXPECT_EQ(alerts[0].lastSeen, day("2020-02-01"));
    const auto one = sightings({milestone("A", MilestoneState::Behind)});
    alerts = kept(alerts, alertChanges(alerts, one, day("2020-03-01"), {}));
    EXPECT_EQ(alerts[0].state(), QStringLiteral("OPEN"));
    EXPECT_EQ(alerts[1].state(), QStringLiteral("RESOLVED"));
    EXPECT_TRUE(alertChanges(alerts, one, day("2020-03-01"), {}).steps.empty()) << "resolved once";
    alerts = kept(alerts, alertChanges(alerts, behind, day("2020-04-01"), {}));
    EXPECT_EQ(alerts[1].state(), QStringLiteral("OPEN")) << "seen again";
    EXPECT_EQ(alerts.size(), 2u);
}

} // namespace
} // namespace cuntu
