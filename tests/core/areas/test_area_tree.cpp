// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/areas/area_tree.h"

#include <gtest/gtest.h>

#include <QFile>

#include <map>

namespace cuntu {
namespace {

AreaCode code(const char *digits)
{
    return *AreaCode::parse(QString::fromLatin1(digits));
}

Day day(int year, int month = 6, int dayOfMonth = 30)
{
    return *Day::fromYmd(year, month, dayOfMonth);
}

Area area(const char *digits, const char *name)
{
    Area made;
    made.code = code(digits);
    made.name = QString::fromUtf8(name);
    made.level = made.code.level();
    made.parent = made.code.parent();
    return made;
}

AreaEvent event(AreaEvent::Kind kind, Day date, const char *from, const char *to)
{
    return {date, kind, code(from), code(to), {}};
}

std::vector<std::string> codesOf(const std::vector<const Area *> &areas)
{
    std::vector<std::string> codes;
    for (const Area *found : areas) {
        codes.push_back(found->code.toString().toStdString());
    }
    return codes;
}

using Codes = std::vector<std::string>;

/// The picture in AreaTree's comment: A merged into B in 2021, B recoded to C in 2023.
AreaTree mergedThenRecoded()
{
    return AreaTree({area("361126", "弋阳县"), area("361126001", "桃源街道"), area("361126001201", "甲村"),
                     area("361126001202", "乙村"), area("361126001203", "乙村")},
                    {event(AreaEvent::Kind::Recoded, day(2023), "361126001202", "361126001203"),
                     event(AreaEvent::Kind::Merged, day(2021), "361126001201", "361126001202")});
}

TEST(AreaTree, FiguresOfThePastAreCountedOnTodaysAreas)
{
    const AreaTree tree = mergedThenRecoded();
    EXPECT_EQ(tree.codeOn(code("361126001201"), day(2019)), code("361126001201"));
    EXPECT_EQ(tree.codeOn(code("361126001201"), day(2022)), code("361126001202"));
    EXPECT_EQ(tree.codeOn(code("361126001201"), day(2024)), code("361126001203"));
    EXPECT_EQ(tree.codeOn(code("361126001202"), day(2024)), code("361126001203"));
}

TEST(AreaTree, FiguresOfTodayAreCountedOnPastAreas)
{
    const AreaTree tree = mergedThenRecoded();
    EXPECT_EQ(tree.codeOn(code("361126001203"), day(2022)), code("361126001202"));
    EXPECT_EQ(tree.codeOn(code("361126001203"), day(2019)), code("361126001202"));
}

TEST(AreaTree, EventsBoundTheTimeOfAreas)
{
    const AreaTree tree = mergedThenRecoded();
    EXPECT_EQ(codesOf(tree.at(AreaLevel::Village, day(2019))), (Codes{"361126001201", "361126001202"}));
    EXPECT_EQ(codesOf(tree.at(AreaLevel::Village, day(2022))), (Codes{"361126001202"}));
    EXPECT_EQ(codesOf(tree.at(AreaLevel::Village, day(2024))), (Codes{"361126001203"}));
    EXPECT_EQ(tree.find(code("361126001201"), day(2022)), nullptr);
    ASSERT_NE(tree.findEver(code("361126001201")), nullptr);
    EXPECT_EQ(tree.nameOf(code("361126001201"), day(2024)), QStringLiteral("甲村"));
    EXPECT_EQ(tree.nameOf(code("361126001999"), day(2024)), QStringLiteral("361126001999"));
}

TEST(AreaTree, ASplitLeadsToItsFirstPart)
{
    const AreaTree tree({area("361126001202", "乙村"), area("361126001203", "丙村")},
                        {event(AreaEvent::Kind::Split, day(2021), "361126001201", "361126001202"),
                         event(AreaEvent::Kind::Split, day(2021), "361126001201", "361126001203")});
    EXPECT_EQ(tree.codeOn(code("361126001201"), day(2022)), code("361126001202"));
    EXPECT_EQ(tree.codeOn(code("361126001203"), day(2020)), code("361126001201"));
}

TEST(AreaTree, EventsInACircleEnd)
{
    const AreaTree tree({}, {event(AreaEvent::Kind::Recoded, day(2020), "361126001201", "361126001202"),
                             event(AreaEvent::Kind::Recoded, day(2021), "361126001202", "361126001201")});
    EXPECT_FALSE(tree.codeOn(code("361126001201"), day(2022)).isEmpty());
}

TEST(AreaTree, RenamedAreasKeepTheirCodeAndHaveANamePerTime)
{
    Area before = area("361126001201", "老村");
    before.validUntil = day(2020);
    Area after = area("361126001201", "新庄村");
    after.validFrom = day(2020).plusDays(1);
    const AreaTree tree({after, before},
                        {event(AreaEvent::Kind::Renamed, day(2020).plusDays(1), "361126001201", "361126001201")});
    EXPECT_EQ(tree.nameOf(code("361126001201"), day(2019)), QStringLiteral("老村"));
    EXPECT_EQ(tree.nameOf(code("361126001201"), day(2021)), QStringLiteral("新庄村"));
    EXPECT_EQ(codesOf(tree.named(AreaLevel::Village, QStringLiteral("老村"))), (Codes{"361126001201"}));
    EXPECT_EQ(tree.codeOn(code("361126001201"), day(2019)), code("361126001201"));
}

TEST(AreaTree, FindsVillagesHoweverTheirKindIsWritten)
{
    const AreaTree tree({area("361126001201", "桃源村民委员会"), area("361126001002", "双亭居委会"),
                         area("361126001202", "新村村委会")},
                        {});
    for (const char *name : {"桃源村民委员会", "桃源村委会", "桃源村", "桃源", " 桃源 村 "}) {
        EXPECT_EQ(codesOf(tree.named(AreaLevel::Village, QString::fromUtf8(name))), (Codes{"361126001201"})) << name;
    }
    for (const char *name : {"双亭", "双亭社区", "双亭居民委员会", "双亭社区居委会"}) {
        EXPECT_EQ(codesOf(tree.named(AreaLevel::Village, QString::fromUtf8(name))), (Codes{"361126001002"})) << name;
    }
    EXPECT_EQ(codesOf(tree.named(AreaLevel::Village, QStringLiteral("新村"))), (Codes{"361126001202"}));
    EXPECT_TRUE(tree.named(AreaLevel::Village, QStringLiteral("新")).empty());
    EXPECT_TRUE(tree.named(AreaLevel::Village, QString()).empty());
}

TEST(AreaTree, PrefersTheExactNameOverALikeOne)
{
    const AreaTree tree({area("361126001001", "东门社区"), area("361126001201", "东门村")}, {});
    EXPECT_EQ(codesOf(tree.named(AreaLevel::Village, QStringLiteral("东门村"))), (Codes{"361126001201"}));
    EXPECT_EQ(codesOf(tree.named(AreaLevel::Village, QStringLiteral("东门"))), (Codes{"361126001001", "361126001201"}));
}

TEST(AreaTree, TheTownshipTellsVillagesOfTheSameNameApart)
{
    const AreaTree tree({area("361126001", "桃源街道"), area("361126100", "曹溪镇"), area("361126001201", "东港村"),
                         area("361126100201", "东港村")},
                        {});
    EXPECT_EQ(tree.named(AreaLevel::Village, QStringLiteral("东港")).size(), 2U);
    EXPECT_EQ(codesOf(tree.named(AreaLevel::Village, QStringLiteral("东港"), code("361126100"))),
              (Codes{"361126100201"}));
    EXPECT_EQ(codesOf(tree.named(AreaLevel::Township, QStringLiteral("曹溪"))), (Codes{"361126100"}));
}

std::map<QString, QString> villagesOf(const QString &suffix)
{
    QFile file(QStringLiteral(CUNTU_SHARED_DATA "/areas/yiyang_villages%1.csv").arg(suffix));
    std::map<QString, QString> names;
    if (file.open(QIODevice::ReadOnly)) {
        file.readLine();
        while (!file.atEnd()) {
            const QStringList cells = QString::fromUtf8(file.readLine().trimmed()).split(QLatin1Char(','));
            names[cells[0]] = cells[1];
        }
    }
    return names;
}

TEST(AreaTree, RealVillagesOf2019AreFoundIn2023)
{
    const auto old = villagesOf(QStringLiteral("_2019"));
    const auto now = villagesOf(QString());
    if (old.empty() || now.empty()) {
        GTEST_SKIP() << "the lists of villages are not on this machine";
    }
    std::vector<Area> areas;
    std::vector<AreaEvent> events;
    for (const auto &[digits, name] : now) {
        areas.push_back(area(digits.toLatin1().constData(), name.toUtf8().constData()));
    }
    for (const auto &[digits, name] : old) {
        if (now.contains(digits)) {
            continue;
        }
        areas.push_back(area(digits.toLatin1().constData(), name.toUtf8().constData()));
        const auto same = std::find_if(now.begin(), now.end(), [&, n = name](const auto &entry) {
            return entry.second == n && !old.contains(entry.first);
        });
        if (same != now.end()) {
            events.push_back(event(AreaEvent::Kind::Recoded, day(2021, 1, 1), digits.toLatin1().constData(),
                                   same->first.toLatin1().constData()));
        }
    }
    const AreaTree tree(areas, events);
    EXPECT_EQ(tree.at(AreaLevel::Village, day(2023), code("361126")).size() >= now.size(), true);
    for (const AreaEvent &recoded : events) {
        EXPECT_EQ(tree.codeOn(recoded.from, day(2023)), recoded.to);
        EXPECT_EQ(tree.codeOn(recoded.to, day(2019)), recoded.from);
        EXPECT_EQ(tree.nameOf(recoded.from, day(2019)), tree.nameOf(recoded.to, day(2023)));
    }
}

} // namespace
} // namespace cuntu
