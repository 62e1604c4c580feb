// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/plugins/relocation/relocation_county.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {
namespace {

TEST(HollowVillages, AreThoseBeyondTheThresholds)
{
    SmallCounty county;
    const auto add = [&](const char *name, const char *dwellings, const char *vacant, const char *households,
                         const char *residents, const char *aged) {
        county.add(k_settlements, {{u"code"_s, QString::fromLatin1(name)},
                                   {u"name"_s, QString::fromLatin1(name)},
                                   {u"dwellings"_s, QString::fromLatin1(dwellings)},
                                   {u"vacant_dwellings"_s, QString::fromLatin1(vacant)},
                                   {u"hh_resident"_s, QString::fromLatin1(households)},
                                   {u"pop_resident"_s, QString::fromLatin1(residents)},
                                   {u"aged_resident"_s, QString::fromLatin1(aged)}});
    };
    add("hollow", "40", "20", "24", "50", "10");
    add("large", "60", "30", "25", "50", "10"); // half is empty, but 25 households are left
    add("aged", "40", "1", "39", "50", "30");
    add("both", "40", "39", "1", "2", "2");
    add("lively", "40", "19", "21", "50", "29");
    county.add(k_settlements, {{u"code"_s, u"unknown"_s}});
    const Algorithm *algorithm = wholeRegistry().findAlgorithm(u"relocation.hollow_villages");
    const auto parameters = ParameterValues::parse(algorithm->parameters, {});
    const auto outcome = algorithm->run({county, *parameters, day("2020-06-30")}, JobContext());
    ASSERT_TRUE(outcome);
    std::vector<std::string> found;
    for (const FeatureRow &row : outcome->layers.front().rows) {
        found.push_back(std::get<std::string>(row.values[0]) +
                        (std::get<std::int64_t>(row.values[2]) != 0 ? " hollow" : "") +
                        (std::get<std::int64_t>(row.values[3]) != 0 ? " aged" : ""));
    }
    EXPECT_EQ(found, (std::vector<std::string>{"hollow hollow", "aged aged", "both hollow aged"}));
}

} // namespace
} // namespace cuntu::relocation
