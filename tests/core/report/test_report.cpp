// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/progress/milestone_look.h"
#include "tests/core/report/report_builder.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using test::quarterlyInput;
using test::text;

template <class Block> std::vector<Block> all(const Report &report)
{
    std::vector<Block> found;
    for (const ReportBlock &block : report.blocks) {
        if (const Block *one = std::get_if<Block>(&block)) {
            found.push_back(*one);
        }
    }
    return found;
}

QStringList texts(const std::vector<ReportCell> &row)
{
    QStringList result;
    for (const ReportCell &cell : row) {
        result << cell.text;
    }
    return result;
}

TEST(Report, TheHeadSaysWhereWhenAndFromWhichData)
{
    const ReportHead head = buildReport(quarterlyInput()).head;
    EXPECT_EQ(head.title, QStringLiteral("Quarterly progress report"));
    QStringList values;
    for (const auto &[name, value] : head.facts) {
        values << value;
    }
    EXPECT_EQ(values, (QStringList{text(u"云溪县"), QStringLiteral("2018, quarter 2"),
                                   Day::fromIso(u"2018-06-30")->toText(), QStringLiteral("17")}));
    EXPECT_EQ(head.signers.size(), 3U);
    EXPECT_TRUE(head.warning.isEmpty());
}

TEST(Report, TheMostUrgentTargetsComeFirst)
{
    const auto tables = all<ReportTable>(buildReport(quarterlyInput()));
    ASSERT_EQ(tables.size(), 3U);
    QStringList labels;
    for (const auto &row : tables[0].rows) {
        labels << row[1].text.left(3);
    }
    EXPECT_EQ(labels.join(u' '), QStringLiteral("R04 R07 R02 R05 R06 R03 R01"))
        << "of two behind, the earlier deadline";
    EXPECT_EQ(tables[0].rows[0][0].state, MilestoneState::Overdue);
    EXPECT_EQ(tables[0].rows[0][0].text, QStringLiteral("overdue"));
    EXPECT_EQ(tables[0].rows[0][4].text, QStringLiteral("89.99 %")) << "never rounded up to the promise";
    EXPECT_EQ(tables[0].rows[0][3].text, QStringLiteral("90 %"));
}

TEST(Report, StatesAreCounted)
{
    const auto counts = all<ReportCounts>(buildReport(quarterlyInput()));
    ASSERT_EQ(counts.size(), 1U);
    EXPECT_EQ(counts[0].counts.size(), 6U);
    EXPECT_EQ(counts[0].counts[1], (std::pair<MilestoneState, int>(MilestoneState::Behind, 2)));
}

TEST(Report, AnIndicatorShowsPartsShareChangeAndTotal)
{
    const ReportTable table = all<ReportTable>(buildReport(quarterlyInput()))[1];
    EXPECT_EQ(table.caption, text(u"村庄完成率"));
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.totals, 1U);
    const QString none = text(u"—");
    EXPECT_EQ(texts(table.rows[0]), (QStringList{text(u"甲镇"), QStringLiteral("3"), QStringLiteral("4"),
                                                 QStringLiteral("75.00"), QStringLiteral("+25.00")}));
    EXPECT_EQ(texts(table.rows[1]), (QStringList{text(u"乙乡"), QStringLiteral("0"), QStringLiteral("0"), none, none}));
    EXPECT_EQ(table.rows[0][3].share, 0.75);
    EXPECT_EQ(table.columns[1].title, text(u"counted (个)"));
    EXPECT_EQ(table.columns.size(), table.rows[2].size());
}

TEST(Report, SumsWithoutAWholeHaveNoEmptyColumns)
{
    ReportInput input = quarterlyInput();
    ReportIndicator sum;
    sum.name = text(u"里程");
    sum.areas = {test::figure(u"甲镇", 3.456, 0)};
    sum.areas[0].value = 3.456;
    sum.areas[0].unit = text(u"km");
    input.programmes = {{text(u"村庄"), {sum}, {}, {}}};
    const ReportTable table = all<ReportTable>(buildReport(input))[1];
    EXPECT_EQ(texts(table.rows[0]), (QStringList{text(u"甲镇"), QStringLiteral("3.46")}));
    EXPECT_EQ(table.columns[1].title, QStringLiteral("value (km)"));
    EXPECT_FALSE(table.rows[0][1].share);
}

TEST(Report, WhatIsLeftSaysHowManyThereAre)
{
    const ReportTable table = all<ReportTable>(buildReport(quarterlyInput()))[2];
    EXPECT_EQ(table.caption, text(u"未完成的村: the first 2 of 5"));
    EXPECT_EQ(texts(table.rows[1]), (QStringList{text(u"下村"), QStringLiteral("26")}));
}

TEST(Report, EmptyPartsAreLeftOut)
{
    ReportInput input;
    input.asOf = *Day::fromYmd(2018, 6, 30);
    input.programmes = {{text(u"村庄"), {}, {}, {}}};
    const Report report = buildReport(input);
    EXPECT_TRUE(report.blocks.empty());
    EXPECT_EQ(report.head.title, QStringLiteral("Progress report"));
    EXPECT_EQ(report.head.facts.size(), 2U) << "as of, revision";
}

TEST(Report, AMapWithoutReviewNumberIsForInternalUse)
{
    ReportInput input = quarterlyInput();
    EXPECT_TRUE(all<ReportImage>(buildReport(input))[0].caption.contains(QStringLiteral("for internal use")));
    input.map.reviewNumber = text(u"赣S(2022)001号");
    EXPECT_TRUE(all<ReportImage>(buildReport(input))[0].caption.contains(text(u"赣S(2022)001号")));
    EXPECT_EQ(all<ReportImage>(buildReport(input))[0].mediaType, QStringLiteral("image/png"));
    input.map.image = "GIF89a";
    EXPECT_TRUE(all<ReportImage>(buildReport(input)).empty()) << "said in words instead";
    input.map.image = "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>";
    EXPECT_EQ(all<ReportImage>(buildReport(input))[0].mediaType, QStringLiteral("image/svg+xml"));
}

TEST(Report, PrivateNumbersInTextsAreMasked)
{
    ReportInput input = quarterlyInput();
    const QString identity = text(u"户主36112619800305123X联系13800138000");
    input.programmes[0].left[0].rows[0] = {identity, text(u"13800138000")};
    input.milestones[0].milestone.target.responsible = identity;
    input.programmes[0].more = {ReportParagraph{identity, false}, ReportHeading{3, identity}};
    const auto everything = [](const Report &report) {
        QString all;
        for (const ReportBlock &block : report.blocks) {
            if (const auto *table = std::get_if<ReportTable>(&block)) {
                for (const auto &row : table->rows) {
                    all += texts(row).join(u' ');
                }
            } else if (const auto *paragraph = std::get_if<ReportParagraph>(&block)) {
                all += paragraph->text;
            } else if (const auto *heading = std::get_if<ReportHeading>(&block)) {
                all += heading->text;
            }
        }
        return all;
    };
    const QString masked = everything(buildReport(input));
    EXPECT_FALSE(masked.contains(QStringLiteral("19800305")));
    EXPECT_FALSE(masked.contains(QStringLiteral("13800138000")));
    EXPECT_TRUE(masked.contains(QStringLiteral("361126********123X")));
    EXPECT_TRUE(masked.contains(QStringLiteral("138****8000")));
    input.unmasked = true;
    EXPECT_TRUE(everything(buildReport(input)).contains(QStringLiteral("36112619800305123X")));
    EXPECT_FALSE(buildReport(input).head.warning.isEmpty());
}

TEST(Report, CodesAndFiguresAreNoPrivateNumbers)
{
    ReportInput input = quarterlyInput();
    input.programmes[0].left[0].rows[0] = {text(u"361126001001"), text(u"139123456789")};
    const ReportTable table = all<ReportTable>(buildReport(input))[2];
    EXPECT_EQ(texts(table.rows[0]), (QStringList{text(u"361126001001"), text(u"139123456789")}));
}

TEST(Report, EveryStateHasItsOwnWordColourAndShape)
{
    std::vector<StateLook> looks;
    for (const MilestoneState state : statesByUrgency()) {
        looks.push_back(lookOf(state));
    }
    ASSERT_EQ(looks.size(), 6U);
    for (std::size_t i = 0; i < looks.size(); ++i) {
        for (std::size_t j = i + 1; j < looks.size(); ++j) {
            EXPECT_NE(looks[i].word, looks[j].word);
            EXPECT_NE(looks[i].colour, looks[j].colour);
            EXPECT_NE(looks[i].shape, looks[j].shape);
        }
    }
}

} // namespace
} // namespace cuntu
