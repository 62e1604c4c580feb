// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/project_snapshot.h"

namespace cuntu::water {

/// The numbers by which water is rated. The defaults are T/CHES 18-2018 as DOMAIN B.2 has it; its values for 'full' are
/// not checked there, so a row of layer water_rule_sets may say otherwise.
struct RuleSet {
    QString code = QStringLiteral("T_CHES_18");
    Text name{QStringLiteral("T/CHES 18-2018 农村饮水安全评价准则"), QStringLiteral("T/CHES 18-2018")};
    double fullLpcd = 60; ///< litres per person and day
    double basicLpcd = 35;
    double fullLpcdScarce = 40; ///< where water is short
    double basicLpcdScarce = 20;
    double fullFetch_min = 10;
    double basicFetch_min = 20;
    double fullFetchH_m = 400;
    double basicFetchH_m = 800;
    double fullFetchV_m = 40;
    double basicFetchV_m = 80;
    double fullReliability = 95; ///< % of the days of a year
    double basicReliability = 90;
    double retest_days = 365; ///< a dated test is good for so long; 0: for ever
};

/// The built-in sets: T_CHES_18, and LOCAL_1KM with 1 km and 100 m for the way to the water (DOMAIN B.2, [C4][C14]).
std::vector<RuleSet> builtInRuleSets();

/// The set called @p code: a row of layer water_rule_sets of @p project, else a built-in one. NotFound for neither.
Result<RuleSet> findRuleSet(const ProjectSnapshot &project, const QString &code, const JobContext &job);

} // namespace cuntu::water
