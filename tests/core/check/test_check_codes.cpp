// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/host_checks.h"

#include "rule_fixture.h"
#include "tests/support/fake_project.h"

namespace cuntu {
namespace {

using test::RuleTest;

class CodeRules : public RuleTest {
protected:
    void SetUp() override
    {
        RuleTest::SetUp();
        importVillages();
        import("settlements", "wkt,code,name,village_code,hh_registered\n" + point("100 100") +
                                  ",361126100201001,上湾,361126100201,30\n" + point("2100 100") +
                                  ",361126100202001,下湾,361126100202,20\n");
    }
};

TEST_F(CodeRules, GoodCodesAreNotFound)
{
    for (const char *rule : {"code_missing", "code_malformed", "code_unknown", "code_parent", "code_duplicate"}) {
        EXPECT_EQ(texts(rule), QStringList()) << rule;
    }
}

TEST_F(CodeRules, AFeatureOfNoVillage)
{
    set("settlements", 2, "village_code", Value());
    EXPECT_EQ(features("code_missing"), QStringList{QStringLiteral("settlements 2")});
    EXPECT_EQ(features("code_malformed"), QStringList());
}

TEST_F(CodeRules, ACodeThatASpreadsheetSpoilt)
{
    set("settlements", 1, "village_code", std::string("3.61126E+11"));
    EXPECT_EQ(texts("code_malformed"), QStringList{QStringLiteral("settlements 1: '3.61126E+11' is no area code")});
    EXPECT_EQ(features("code_unknown"), QStringList()) << "it is no code at all";
}

TEST_F(CodeRules, ACodeOfNoListedVillage)
{
    set("settlements", 1, "village_code", std::string("361126100299"));
    EXPECT_EQ(texts("code_unknown"),
              QStringList{QStringLiteral("settlements 1: area 361126100299 is not in the list of villages")});
}

TEST_F(CodeRules, AVillageUnderAnotherTownship)
{
    set("villages", 2, "township_code", std::string("361126101"));
    EXPECT_EQ(texts("code_parent"),
              QStringList{QStringLiteral("villages 2: the code 361126100202 does not lie under 361126101")});
}

TEST_F(CodeRules, ACodeThatIsThereTwice)
{
    // The table itself refuses the very same text; people do not see the difference of these.
    set("settlements", 2, "code", std::string("３61126100201001 "));
    EXPECT_EQ(texts("code_duplicate").size(), 1);
    EXPECT_TRUE(texts("code_duplicate").value(0).endsWith(QStringLiteral("is that of feature 1 too")));
}

TEST_F(CodeRules, OnlyOneLayerIsLookedAtWhereOneIsNamed)
{
    set("settlements", 1, "village_code", Value());
    set("villages", 2, "township_code", std::string("361126101"));
    EXPECT_EQ(found("code_parent", "settlements").size(), 0U);
    EXPECT_EQ(found("code_parent", "villages").size(), 1U);
    const auto none = checkProject(*m_project, {{}, QStringLiteral("nowhere")}, {});
    EXPECT_EQ(none.error().code, ErrorCode::NotFound);
    EXPECT_TRUE(none.error().advice.contains(QStringLiteral("settlements")));
    EXPECT_EQ(checkProject(*m_project, {{QStringLiteral("no_rule")}, {}}, {}).error().code, ErrorCode::NotFound);
}

TEST(CodeRulesOfTheTree, AnAreaWhoseParentIsNotThere)
{
    const auto code = [](const char *digits) { return *AreaCode::parse(QString::fromLatin1(digits)); };
    const Area village{code("361126100201"), QStringLiteral("东村"), AreaLevel::Village, code("361126100"), {}, {}};
    const Area township{code("361126100"), QStringLiteral("甲镇"), AreaLevel::Township, {}, {}, {}};
    const auto found = [](const AreaTree &tree) {
        test::FakeProject project;
        project.with(tree);
        for (const Check &check : hostChecks()) {
            if (check.id == QStringLiteral("code_parent")) {
                return check.run(project, {}).value();
            }
        }
        return std::vector<CheckFinding>();
    };
    EXPECT_EQ(found(AreaTree({township, village}, {})).size(), 0U);
    const auto orphan = found(AreaTree({village}, {}));
    ASSERT_EQ(orphan.size(), 1U);
    EXPECT_EQ(orphan[0].sentence, QStringLiteral("361126100201 东村 lies under 361126100, which is not in the list"));
}

class IdentityRules : public RuleTest {
protected:
    /// A plain table of people; the rule knows the columns by their headings.
    void people(const QByteArray &rows) { import("layer:people", "姓名,身份证号,性别,出生日期\n" + rows); }
};

TEST_F(IdentityRules, GoodNumbersAreNotFound)
{
    people("甲,11010519491231002X,女,1949-12-31\n乙,440524188001010014,男,\n丙,110105491231002,女,\n");
    const QStringList all = texts("identity_number");
    EXPECT_EQ(all.size(), 1) << all.join(u'\n').toStdString() << "\nonly the one of 1880";
    EXPECT_TRUE(all.value(0).startsWith(QStringLiteral("people 2: "))) << all.value(0).toStdString();
    EXPECT_EQ(features("identity_repeated"), QStringList());
}

TEST_F(IdentityRules, WhatCannotBeRightIsFoundAndNeverShownWhole)
{
    people("甲,110105194912310021,女,\n" // check digit
           "乙,11010519491331002X,女,\n" // month 13
           "丙,11010519491231002,女,\n"  // 17 digits
           "丁,11010519491231002X,男,\n" // sex
           "戊,11010519491231002X,女,1950-01-01\n");
    const QStringList all = texts("identity_number");
    ASSERT_EQ(all.size(), 5) << all.join(u'\n').toStdString();
    const char *words[] = {"check digit", "birth date", "digits", "other sex", "birth date is not"};
    for (qsizetype i = 0; i < all.size(); ++i) {
        EXPECT_TRUE(all[i].contains(QLatin1String(words[i]))) << all[i].toStdString();
        EXPECT_FALSE(all[i].contains(QStringLiteral("19491")) || all[i].contains(QStringLiteral("0519")))
            << all[i].toStdString();
        EXPECT_TRUE(all[i].contains(QStringLiteral("110105***"))) << all[i].toStdString();
    }
}

TEST_F(IdentityRules, APersonWhoIsThereTwice)
{
    people("甲,11010519491231002X,女,\n乙,440524188001010014,男,\n丙,11010519491231002X,女,\n");
    const QStringList all = texts("identity_repeated");
    ASSERT_EQ(all.size(), 1);
    EXPECT_TRUE(all[0].startsWith(QStringLiteral("people 3: "))) << all[0].toStdString();
    EXPECT_TRUE(all[0].endsWith(QStringLiteral("is that of feature 1 too"))) << all[0].toStdString();
    EXPECT_FALSE(all[0].contains(QStringLiteral("19491231")));
}

} // namespace
} // namespace cuntu
