// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/program.h"

namespace cuntu {
namespace {

/// `cuntu check` and `cuntu areas` as users call them.
class CheckVerbTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_project = m_scratch.path(QStringLiteral("项 目.cuntu"));
        ASSERT_EQ(m_program.call({QStringLiteral("new"), m_project}).status, 0);
        import("villages", "wkt,code,name\n"
                           "\"POLYGON((117.0 28.0,117.1 28.0,117.1 28.1,117.0 28.1,117.0 28.0))\",361126100201,东村\n"
                           "\"POLYGON((117.1 28.0,117.2 28.0,117.2 28.1,117.1 28.1,117.1 28.0))\",361126100202,西村\n");
    }
    void import(const char *role, const QByteArray &csv) const
    {
        const auto called =
            m_program.call({QStringLiteral("import"), m_project, m_scratch.write(QStringLiteral("t.csv"), csv),
                            QStringLiteral("--as"), QString::fromLatin1(role)});
        ASSERT_EQ(called.status, 0) << called.text();
    }
    test::Called call(const char *verb, const QStringList &options = {}) const
    {
        return m_program.call(QStringList{QString::fromLatin1(verb), m_project} + options);
    }
    static QStringList words(const char *text) { return QString::fromUtf8(text).split(QLatin1Char(' ')); }

    test::Program m_program;
    test::Scratch m_scratch;
    QString m_project;
};

TEST_F(CheckVerbTest, NothingFoundIsStatusNought)
{
    const auto called = call("check");
    EXPECT_EQ(called.status, 0) << called.text();
    EXPECT_EQ(called.out.trimmed().toStdString(), "nothing found");
}

TEST_F(CheckVerbTest, WarningsAloneAreStatusNoughtAndErrorsOne)
{
    import("settlements", "经度,纬度,自然村,村代码,户数\n117.05,28.05,上湾,361126100201,3\n"
                          "117.06,28.05,上湾,361126100201,4\n");
    const auto warned = call("check");
    EXPECT_EQ(warned.status, 0) << warned.text();
    EXPECT_TRUE(warned.out.contains(QStringLiteral("0 errors, 1 warnings"))) << warned.text();
    EXPECT_TRUE(warned.out.contains(QStringLiteral("settlements 2: "))) << warned.text();
    import("layer:bow", "wkt,name\n\"POLYGON((117.0 28.0,117.1 28.1,117.1 28.0,117.0 28.1,117.0 28.0))\",a\n");
    const auto failed = call("check");
    EXPECT_EQ(failed.status, 1) << failed.text();
    EXPECT_TRUE(failed.out.contains(QStringLiteral("1 errors, 1 warnings"))) << failed.text();
    EXPECT_EQ(call("check", words("--rule same_name")).status, 0);
    EXPECT_EQ(call("check", words("--rule same_name --rule geometry_invalid")).status, 1);
    EXPECT_EQ(call("check", words("--layer settlements")).status, 0);
}

TEST_F(CheckVerbTest, FindingsAsJsonSayRulePlaceAndWhetherThereIsAFix)
{
    import("layer:bow", "wkt,name\n\"POLYGON((117.0 28.0,117.1 28.1,117.1 28.0,117.0 28.1,117.0 28.0))\",a\n");
    const auto called = call("check", words("--format json"));
    EXPECT_EQ(called.status, 1);
    const QJsonArray findings = called.json()[QStringLiteral("findings")].toArray();
    ASSERT_EQ(findings.size(), 1) << called.text();
    const QJsonObject finding = findings[0].toObject();
    EXPECT_EQ(finding[QStringLiteral("rule")].toString(), QStringLiteral("geometry_invalid"));
    EXPECT_EQ(finding[QStringLiteral("severity")].toString(), QStringLiteral("error"));
    EXPECT_EQ(finding[QStringLiteral("layer")].toString(), QStringLiteral("bow"));
    EXPECT_EQ(finding[QStringLiteral("feature")].toInt(), 1);
    EXPECT_TRUE(finding[QStringLiteral("can_fix")].toBool());
    EXPECT_GT(finding[QStringLiteral("x")].toDouble(), 1000) << "in the project's own coordinates";
    EXPECT_GT(called.json()[QStringLiteral("rules")].toArray().size(), 20);
}

TEST_F(CheckVerbTest, AFixIsMadeAndTheFindingIsGone)
{
    import("layer:bow", "wkt,name\n\"POLYGON((117.0 28.0,117.1 28.1,117.1 28.0,117.0 28.1,117.0 28.0))\",a\n");
    const auto fixed = call("check", words("--fix geometry_invalid --by 李工"));
    EXPECT_EQ(fixed.status, 0) << fixed.text();
    EXPECT_TRUE(fixed.out.contains(QStringLiteral("bow 1: "))) << fixed.text();
    EXPECT_EQ(call("check").status, 0);
    EXPECT_EQ(call("check", words("--fix area_gap")).status, 2) << "it has none";
    const auto unknown = call("check", words("--fix nonsense"));
    EXPECT_EQ(unknown.status, 1);
    EXPECT_TRUE(unknown.err.contains(QStringLiteral("geometry_invalid"))) << unknown.text();
}

TEST_F(CheckVerbTest, RulesAreListedInBothLanguagesAndTheListIsWritten)
{
    for (const char *language : {"zh", "en"}) {
        const auto list = m_program.call({QStringLiteral("check"), m_project, QStringLiteral("--list")},
                                         QString::fromLatin1(language));
        EXPECT_EQ(list.status, 0);
        EXPECT_TRUE(list.out.contains(QStringLiteral("position_outside"))) << list.text();
    }
    const QString file = m_scratch.path(QStringLiteral("单.csv"));
    EXPECT_EQ(call("check", {QStringLiteral("-o"), file}).status, 0);
    EXPECT_TRUE(QFile::exists(file));
    EXPECT_EQ(call("check", words("--rule nonsense")).status, 1);
    EXPECT_EQ(call("check", words("--layer nonsense")).status, 1);
}

TEST_F(CheckVerbTest, ANewerListIsProposedThenStored)
{
    const QString list =
        m_scratch.write(QStringLiteral("新.csv"), "code,name\n361126100005,东村社区\n361126100202,西村\n");
    const QStringList compare{QStringLiteral("compare"), list, QStringLiteral("--on"), QStringLiteral("2021-06-30")};
    const auto proposed = call("areas", compare);
    EXPECT_EQ(proposed.status, 0) << proposed.text();
    EXPECT_TRUE(proposed.out.contains(QStringLiteral("recoded")) && proposed.out.contains(QStringLiteral("--apply")))
        << proposed.text();
    const auto stored =
        call("areas", compare + QStringList{QStringLiteral("--apply"), QStringLiteral("--by"), QStringLiteral("李工")});
    EXPECT_EQ(stored.status, 0) << stored.text();
    const auto again =
        call("areas", {QStringLiteral("compare"), list, QStringLiteral("--on"), QStringLiteral("2022-06-30")});
    EXPECT_TRUE(again.out.contains(QStringLiteral("the lists say the same"))) << again.text();
}

TEST_F(CheckVerbTest, AListThatIsNoneIsRefused)
{
    const QString wrong = m_scratch.write(QStringLiteral("坏.csv"), "code,name\n361126100202,西村\n12345,东村\n");
    const auto called =
        call("areas", {QStringLiteral("compare"), wrong, QStringLiteral("--on"), QStringLiteral("2021-06-30")});
    EXPECT_EQ(called.status, 1);
    EXPECT_TRUE(called.err.contains(QStringLiteral("row 3")) && called.err.contains(QStringLiteral("12345")))
        << called.text();
    const QString other = m_scratch.write(QStringLiteral("他县.csv"), "code,name\n360822100001,文峰社区\n");
    const auto elsewhere =
        call("areas", {QStringLiteral("compare"), other, QStringLiteral("--on"), QStringLiteral("2021-06-30")});
    EXPECT_EQ(elsewhere.status, 1);
    EXPECT_TRUE(elsewhere.err.contains(QStringLiteral("nothing to compare with"))) << elsewhere.text();
}

} // namespace
} // namespace cuntu
