// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/as_known.h"
#include "core/project/mark_list.h"
#include "core/project/receipt.h"

#include "tests/core/project/lamp_project.h"

#include <QJsonDocument>
#include <QThread>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace cuntu {
namespace {

const QString k_settlements = QStringLiteral("settlements");

using test::day;

class MarkRulesTest : public test::LampProjectTest {
protected:
    void SetUp() override
    {
        LampProjectTest::SetUp();
        import("settlements", "code,name,village_code,hh_registered,lon,lat\n"
                              "361199100200001,上湾,361199100200,30,117.05,28.05\n"
                              "361199100200002,下湾,361199100200,12,117.06,28.05\n"
                              "361199100200003,下湾,361199100200,40,117.07,28.05\n");
    }

    static MarkRequest request(const char *status, const char *date, int feature = 1, const char *who = "张工")
    {
        MarkRequest made;
        made.layer = k_settlements;
        made.features = {FeatureId{feature}};
        made.status = QString::fromLatin1(status);
        made.effective = day(date);
        made.who = QString::fromUtf8(who);
        return made;
    }

    QString ruleBroken(const MarkRequest &made)
    {
        const auto marked = m_project->mark(made);
        return marked ? QString() : marked.error().where.rule;
    }

    void addTargetWithSeparateChecker()
    {
        Target target;
        target.label = QStringLiteral("L01");
        target.programme = QStringLiteral("lamps");
        target.indicator = QStringLiteral("lit_rate");
        target.area = *AreaCode::parse(u"361199");
        target.value = 90;
        target.separateChecker = true;
        ASSERT_TRUE(m_project->addTargets({target}, {}));
    }

    Result<std::vector<MarkRequest>> list(const char *csv)
    {
        MarkListRequest made;
        made.layer = k_settlements;
        made.file = m_scratch.write(QStringLiteral("list.csv"), csv);
        made.who = QStringLiteral("李四");
        return readMarkList(*m_project, made, {});
    }

    std::size_t entries() { return (*m_project->snapshot())->ledger().size(); }
};

TEST_F(MarkRulesTest, EveryRefusalNamesItsRule)
{
    EXPECT_EQ(ruleBroken(request("WIRED", "2999-01-01")), QStringLiteral("ledger.future"));
    EXPECT_EQ(ruleBroken(request("WIRED", "2019-01-01", 1, " ")), QStringLiteral("ledger.nobody"));
    ASSERT_EQ(ruleBroken(request("WIRED", "2019-01-01")), QString());
    EXPECT_EQ(ruleBroken(request("DARK", "2019-02-01")), QStringLiteral("ledger.step"));
    ASSERT_EQ(ruleBroken(request("LIT", "2019-03-01")), QString());
    EXPECT_EQ(ruleBroken(request("BROKEN", "2019-04-01")), QStringLiteral("ledger.step_reason"));
    EXPECT_TRUE(
        m_project->mark(request("DARK", "2019-04-01")).error().toText().contains(QStringLiteral("ledger.step")));
}

TEST_F(MarkRulesTest, EveryRefusalOfAMeasuredFigureNamesItsRule)
{
    const auto measured = [](double value, const char *date, const char *measure = "progress") {
        MarkRequest made = request("", date);
        made.values = {{QString::fromLatin1(measure), value}};
        return made;
    };
    constexpr double k_infinite = std::numeric_limits<double>::infinity();
    for (const double wrong : {std::nan(""), k_infinite, -k_infinite, -0.5}) {
        EXPECT_EQ(ruleBroken(measured(wrong, "2019-03-01")), QStringLiteral("ledger.value")) << wrong;
    }
    EXPECT_EQ(ruleBroken(measured(100.5, "2019-03-01")), QStringLiteral("ledger.share"));
    EXPECT_EQ(ruleBroken(measured(100.5, "2019-03-01", "cable")), QString()) << "kilometres are no share";
    EXPECT_EQ(m_project->mark(measured(1, "2019-03-01", "weight")).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_project->mark(request("", "2019-03-01")).error().code, ErrorCode::Misused) << "nothing is said";
    EXPECT_EQ(entries(), 1u);
    ASSERT_EQ(ruleBroken(measured(60, "2019-06-01")), QString());
    EXPECT_EQ(ruleBroken(measured(59, "2019-06-02")), QStringLiteral("ledger.decrease"));
    EXPECT_EQ(ruleBroken(measured(61, "2019-05-31")), QStringLiteral("ledger.decrease")) << "60 came after it";
    EXPECT_EQ(ruleBroken(measured(60, "2019-06-02")), QString()) << "standing still is no decrease";
    EXPECT_EQ(ruleBroken(measured(0, "2019-05-31")), QString());
    EXPECT_EQ(ruleBroken(measured(5, "2019-06-01", "load")), QString());
    EXPECT_EQ(ruleBroken(measured(3, "2019-06-02", "load")), QString()) << "a load may fall";
    MarkRequest reduced = measured(40, "2019-06-03");
    reduced.note = QStringLiteral("核减");
    EXPECT_EQ(ruleBroken(reduced), QString());
    EXPECT_EQ(ruleBroken(measured(50, "2019-06-04")), QString()) << "from where it stands now";
}

TEST_F(MarkRulesTest, ACorrectionOfAFigureThatFallsNeedsAReasonToo)
{
    MarkRequest made = request("", "2019-06-01");
    made.values = {{{}, 60}};
    ASSERT_EQ(ruleBroken(made), QString()) << "the work measure is meant where none is named";
    const EntryId wrong = m_project->history(k_settlements, FeatureId{1})->back().entry.id;
    made.supersedes = wrong;
    made.values = {{{}, 6}};
    EXPECT_EQ(ruleBroken(made), QStringLiteral("ledger.decrease"));
    made.effective = day("2019-05-01");
    EXPECT_EQ(ruleBroken(made), QStringLiteral("ledger.decrease")) << "on an earlier day as well";
    made.effective = day("2019-06-01");
    made.note = QStringLiteral("录入笔误");
    EXPECT_EQ(ruleBroken(made), QString());
    const Track track{QStringLiteral("lamps"), k_settlements, QStringLiteral("progress")};
    const auto value = [&] {
        return (*m_project->snapshot())->ledger().track(track).valueOn(FeatureId{1}, day("2019-12-31"));
    };
    EXPECT_EQ(value(), 6);
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_EQ(value(), 60);
    ASSERT_TRUE(m_project->redo({}));
    EXPECT_EQ(value(), 6);
    made.supersedes = EntryId{999};
    EXPECT_EQ(ruleBroken(made), QStringLiteral("ledger.corrects"));
    MarkRequest status = request("WIRED", "2019-06-01");
    status.supersedes = wrong;
    EXPECT_EQ(ruleBroken(status), QStringLiteral("ledger.corrects")) << "a status does not correct a figure";
}

TEST_F(MarkRulesTest, StatusAndFigureAreOneAction)
{
    MarkRequest made = request("WIRED", "2019-06-01");
    made.values = {{QStringLiteral("progress"), 30}, {QStringLiteral("cable"), 1.25}};
    ASSERT_EQ(ruleBroken(made), QString());
    EXPECT_EQ(entries(), 3u);
    EXPECT_TRUE(m_project->actions(1)->front().name.contains(QStringLiteral("1.25 km")));
    made.values = {{QStringLiteral("progress"), 20}};
    EXPECT_EQ(ruleBroken(made), QStringLiteral("ledger.decrease"));
    EXPECT_EQ(entries(), 3u) << "nothing of it was taken";
    ASSERT_TRUE(m_project->undo({}));
    const LedgerView ledger = (*m_project->snapshot())->ledger();
    for (const Track &track : ledger.tracks()) {
        EXPECT_FALSE(ledger.standingOn(track, FeatureId{1}, day("2019-12-31"))) << track.measure.toStdString();
    }
}

TEST_F(MarkRulesTest, AListHasColumnsForFigures)
{
    const auto good = list("编号,状态,日期,数值,电缆(米)\n361199100200001,布线,2019-03-01,25,1500\n"
                           "361199100200002,,2019-03-02,40,\n361199100200001,,2019-04-01,60,\n");
    ASSERT_TRUE(good) << good.error().toText().toStdString();
    ASSERT_EQ(good->size(), 3u);
    ASSERT_EQ((*good)[0].values.size(), 2u);
    EXPECT_EQ((*good)[0].values[1].value, 1.5) << "metres became kilometres";
    ASSERT_TRUE(m_project->markAll(*good));
    const TrackView track =
        (*m_project->snapshot())->ledger().track({QStringLiteral("lamps"), k_settlements, QStringLiteral("progress")});
    EXPECT_EQ(track.valueOn(FeatureId{1}, day("2019-03-31")), 25);
    EXPECT_EQ(track.valueOn(FeatureId{1}, day("2019-04-01")), 60);
    EXPECT_EQ(track.valueOn(FeatureId{2}, day("2019-04-01")), 40);

    const auto falls = list("编号,日期,形象进度\n361199100200002,2019-05-01,50\n361199100200002,2019-05-02,45\n");
    ASSERT_TRUE(falls) << falls.error().toText().toStdString();
    const auto refused = m_project->markAll(*falls);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().where.rule, QStringLiteral("ledger.decrease"));
    EXPECT_EQ(refused.error().where.row, 3) << "it builds on the row before";

    EXPECT_FALSE(list("编号,日期,数值\n361199100200002,2019-05-01,\n")) << "it says nothing";
}

TEST_F(MarkRulesTest, MoreThanReportedNeedsEvidence)
{
    MarkRequest certified = request("LIT", "2019-03-01");
    certified.rung = Rung::Certified;
    EXPECT_EQ(ruleBroken(certified), QStringLiteral("ledger.evidence"));
    certified.document = QStringLiteral("验字〔2019〕3号");
    EXPECT_EQ(ruleBroken(certified), QString());
    MarkRequest under = request("WIRED", "2019-03-01", 2);
    under.rung = Rung::Checked;
    EXPECT_EQ(ruleBroken(under), QString()) << "only what counts as done must be shown";
}

TEST_F(MarkRulesTest, WhoReportsDoesNotAcceptWhereTheTargetSaysSo)
{
    ASSERT_EQ(ruleBroken(request("WIRED", "2019-03-01", 1)), QString());
    ASSERT_EQ(ruleBroken(request("WIRED", "2019-03-01", 2)), QString());
    ASSERT_EQ(ruleBroken(request("LIT", "2019-04-01", 1)), QString()) << "no target says so yet";
    addTargetWithSeparateChecker();
    EXPECT_EQ(ruleBroken(request("LIT", "2019-04-01", 2)), QStringLiteral("ledger.same_checker"));
    EXPECT_EQ(ruleBroken(request("LIT", "2019-04-01", 2, "李核")), QString());
}

TEST_F(MarkRulesTest, AClosedPeriodWantsAReason)
{
    EXPECT_EQ(m_project->closePeriod(day("2019-06-30"), {}, {}).error().where.rule, QStringLiteral("period.reason"));
    EXPECT_EQ(m_project->closePeriod(Day::today(), QStringLiteral("报表已出"), {}).error().where.rule,
              QStringLiteral("period.future"));
    ASSERT_TRUE(m_project->closePeriod(day("2019-06-30"), QStringLiteral("半年报已出"), QStringLiteral("王主任")));
    EXPECT_EQ(m_project->closePeriod(day("2019-06-30"), QStringLiteral("again"), {}).error().where.rule,
              QStringLiteral("period.closed"));
    EXPECT_EQ(ruleBroken(request("WIRED", "2019-06-30")), QStringLiteral("ledger.closed_period"));
    EXPECT_EQ(ruleBroken(request("WIRED", "2019-07-01")), QString());
    MarkRequest late = request("WIRED", "2019-06-30", 2);
    late.note = QStringLiteral("漏报");
    EXPECT_EQ(ruleBroken(late), QString());
    ASSERT_EQ(m_project->closedPeriods()->size(), 1u);
    ASSERT_TRUE(m_project->undo({}));
    ASSERT_TRUE(m_project->undo({}));
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_TRUE(m_project->closedPeriods()->empty()) << "closing can be undone";
}

TEST_F(MarkRulesTest, AListIsTakenWholeOrNotAtAll)
{
    const auto good = list("编号,状态,日期,经办人\n361199100200001,布线,2019-03-01,张三\n上湾,亮,2019-05-01,\n");
    ASSERT_TRUE(good) << good.error().toText().toStdString();
    ASSERT_EQ(good->size(), 2u);
    EXPECT_EQ((*good)[0].who, QStringLiteral("张三"));
    EXPECT_EQ((*good)[1].who, QStringLiteral("李四"));
    EXPECT_EQ((*good)[1].features.front(), FeatureId{1}) << "found by its name";
    ASSERT_TRUE(m_project->markAll(*good)) << "the second row builds on the first";
    EXPECT_EQ(entries(), 2u);

    const auto jump = list("编号,状态,日期\n361199100200002,布线,2019-03-01\n361199100200001,未装,2019-06-01\n");
    ASSERT_TRUE(jump);
    const auto refused = m_project->markAll(*jump);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().where.rule, QStringLiteral("ledger.step"));
    EXPECT_EQ(refused.error().where.row, 3);
    EXPECT_EQ(entries(), 2u) << "nothing of it was taken";
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_TRUE((*m_project->snapshot())
                    ->ledger()
                    .statusOn({QStringLiteral("lamps"), k_settlements, {}}, FeatureId{1}, day("2020-01-01"))
                    .isEmpty())
        << "one undo takes the list back";
}

TEST_F(MarkRulesTest, AListSaysWhichRowsCannotBeUnderstood)
{
    const auto bad =
        list("编号,状态,日期\n361199100200009,布线,2019-03-01\n下湾,布线,2019-03-01\n上湾,发光,2019-03-01\n"
             "上湾,布线,2019-02-30\n");
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().details.size(), 4) << bad.error().details.join(QLatin1Char('\n')).toStdString();
    EXPECT_EQ(entries(), 0u);
}

TEST_F(MarkRulesTest, AFigureAsKnownThenStaysToTheDigit)
{
    ASSERT_TRUE(m_project->mark(request("WIRED", "2019-03-01")));
    ASSERT_TRUE(m_project->mark(request("LIT", "2019-04-01")));
    const Instant then = Instant::now();
    QThread::msleep(5);
    const ReceiptRequest asked{{QStringLiteral("lit_rate"), {}, {}, {}, {}}, day("2019-12-31"), then, Rung::Reported};
    const auto receipt = drawReceipt(*m_project->snapshot(), *m_registry, asked, {});
    ASSERT_TRUE(receipt) << receipt.error().toText().toStdString();
    EXPECT_EQ(receipt->numerator, 1);
    EXPECT_EQ(receipt->denominator, 3);
    MarkRequest late = request("LIT", "2019-05-01", 2);
    late.rung = Rung::Certified;
    late.document = QStringLiteral("3号");
    ASSERT_TRUE(m_project->mark(late));
    const auto now = *m_project->snapshot();
    const auto again = receiptFromJson(QJsonDocument(toJson(*receipt)).toJson());
    ASSERT_TRUE(again) << again.error().toText().toStdString();
    const auto proved = verify(*again, now, *m_registry, {});
    ASSERT_TRUE(proved);
    EXPECT_TRUE(proved->differences.isEmpty()) << proved->differences.join(QLatin1Char('\n')).toStdString();
    ReceiptRequest today = asked;
    today.known = Instant::now();
    EXPECT_EQ(drawReceipt(now, *m_registry, today, {})->numerator, 2);
    today.rung = Rung::Certified;
    EXPECT_EQ(drawReceipt(now, *m_registry, today, {})->numerator, 1) << "one of them is certified";
}

TEST_F(MarkRulesTest, AReceiptThatWasTamperedWithDoesNotHold)
{
    ASSERT_TRUE(m_project->mark(request("LIT", "2019-04-01")));
    const auto now = *m_project->snapshot();
    auto receipt = *drawReceipt(
        now, *m_registry,
        {{QStringLiteral("lit_rate"), {}, {}, {}, {}}, day("2019-12-31"), Instant::now(), Rung::Reported}, {});
    Receipt better = receipt;
    better.numerator = 2;
    EXPECT_FALSE(verify(better, now, *m_registry, {})->differences.isEmpty());
    Receipt other = receipt;
    other.digest[0] = other.digest[0] == QLatin1Char('0') ? QLatin1Char('1') : QLatin1Char('0');
    EXPECT_FALSE(verify(other, now, *m_registry, {})->differences.isEmpty());
    ASSERT_TRUE(
        m_project->setField(k_settlements, FeatureId{3}, QStringLiteral("hh_registered"), std::int64_t{41}, {}));
    EXPECT_TRUE(verify(receipt, *m_project->snapshot(), *m_registry, {})->differences.isEmpty())
        << "the field has no part in the figure";
    EXPECT_FALSE(receiptFromJson("{\"receipt\": 1}"));
    EXPECT_FALSE(receiptFromJson("nonsense"));
}

TEST_F(MarkRulesTest, CasesAreKeptAndUndone)
{
    Case item;
    item.text = QStringLiteral("路灯不亮");
    item.layer = k_settlements;
    item.feature = FeatureId{1};
    item.deadline = day("2020-01-31");
    item.otherUnits = {QStringLiteral("供电公司")};
    item.firstSeen = day("2020-01-01");
    item.lastSeen = item.firstSeen;
    const auto id = m_project->listCase(item, QStringLiteral("办公室"));
    ASSERT_TRUE(id) << id.error().toText().toStdString();
    const CaseStep assigned{QStringLiteral("ASSIGNED"), day("2020-01-02"), {}, QStringLiteral("办公室"), {}, 0};
    const QString photo = m_scratch.write(QStringLiteral("photo.jpg"), "not really a photo");
    ASSERT_TRUE(m_project->moveCase(*id, assigned, photo));
    auto items = m_project->cases(CaseKind::Rectification);
    ASSERT_EQ(items->size(), 1u);
    EXPECT_EQ(items->front().state(), QStringLiteral("ASSIGNED"));
    EXPECT_NE(items->front().steps.back().evidence, 0);
    EXPECT_EQ(items->front().otherUnits, item.otherUnits);
    EXPECT_EQ(items->front().feature, FeatureId{1});
    EXPECT_EQ(
        m_project->moveCase(*id, {QStringLiteral("CLOSED"), day("2020-01-03"), {}, QStringLiteral("x"), {}, 0}, {})
            .error()
            .where.rule,
        QStringLiteral("case.step"));
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_EQ(m_project->cases(CaseKind::Rectification)->front().state(), QStringLiteral("LISTED"));
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_TRUE(m_project->cases(CaseKind::Rectification)->empty());
    ASSERT_TRUE(m_project->redo({}));
    ASSERT_TRUE(m_project->redo({}));
    EXPECT_EQ(m_project->cases(CaseKind::Rectification)->front().state(), QStringLiteral("ASSIGNED"));
}

TEST_F(MarkRulesTest, AlertsAreKeptAcrossLooks)
{
    const Sighting behind{
        QStringLiteral("target.behind"), QStringLiteral("slow"), QStringLiteral("L01"), {}, 2, {}, {}, {}, {}};
    ASSERT_TRUE(m_project->refreshAlerts({behind}, day("2020-01-01"), {}));
    const auto alerts = m_project->refreshAlerts({behind}, day("2020-02-01"), {});
    ASSERT_EQ(alerts->size(), 1u);
    EXPECT_EQ(alerts->front().firstSeen, day("2020-01-01"));
    EXPECT_EQ(alerts->front().lastSeen, day("2020-02-01"));
    EXPECT_EQ(m_project->refreshAlerts({}, day("2020-03-01"), {})->front().state(), QStringLiteral("RESOLVED"));
}

} // namespace
} // namespace cuntu
