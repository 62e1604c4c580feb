// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/special_columns.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <QSet>

#include <array>

namespace cuntu {

namespace {

struct Special {
    const char *id;
    const char16_t *names; ///< as headingKey() gives them, separated by spaces
};

constexpr std::array<Special, 7> k_specials{{
    {"@x", u"经度 东经 lon lng long longitude x 东坐标 东坐标y y东坐标 东向坐标 坐标东 easting east e pointx coordx "
           u"xcoord x坐标 坐标x 横坐标 "
           u"经度坐标 gpsx gps经度 经度x 位置经度 地理经度 中心经度 wgs84经度"},
    {"@y", u"纬度 北纬 lat latitude y 北坐标 北坐标x x北坐标 北向坐标 坐标北 northing north n pointy coordy ycoord "
           u"y坐标 坐标y 纵坐标 "
           u"纬度坐标 gpsy gps纬度 纬度y 位置纬度 地理纬度 中心纬度 wgs84纬度"},
    {"@wkt", u"wkt geom geometry thegeom wktgeom geomwkt shape 几何 图形 几何图形"},
    {"@township", u"乡镇 乡 镇 乡镇名称 乡镇名 所在乡镇 所属乡镇 乡镇街道 镇街 镇乡 街道乡镇 乡镇办 township "
                  u"townshipname town townname xzmc szxz ssxz"},
    {"@village",
     u"行政村 村 村名 村名称 行政村名称 行政村名 所在村 所属村 所在行政村 所属行政村 建制村 村委会 村居 村社区 "
     u"行政村社区 village villagename xzcmc xzc szxzc ssxzc cmc"},
    {"@status", u"status 状态 当前状态 建设状态 工程状态 项目状态 实施状态 进度 进展 工程进度 建设进度 形象进度 "
                u"进展情况 完成情况"},
    {"@status_date", u"statusdate 状态日期 状态时间 进度日期 更新日期 截至日期 截止日期 生效日期 asof"},
}};

const QSet<QString> &namesOf(const Special &special)
{
    static const auto sets = [] {
        std::array<QSet<QString>, k_specials.size()> all;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const QStringList names =
                QStringView(k_specials[i].names).toString().split(QLatin1Char(' '), Qt::SkipEmptyParts);
            all[i] = QSet<QString>(names.begin(), names.end());
        }
        return all;
    }();
    return sets[static_cast<std::size_t>(&special - k_specials.data())];
}

bool isWanted(QLatin1String id, const SpecialWanted &wanted)
{
    if (id == QLatin1String("@township") || id == QLatin1String("@village")) {
        return wanted.areas;
    }
    if (id.startsWith(QLatin1String("@status"))) {
        return wanted.status;
    }
    return wanted.position;
}

} // namespace

QString headingKey(QStringView heading)
{
    static const QRegularExpression brackets(QStringLiteral("[(\\[{【〔][^)\\]}】〕]*[)\\]}】〕]"));
    static const QRegularExpression marks(QStringLiteral("[^\\p{L}\\p{N}@]"));
    const QString plain = normalised(heading).toLower();
    QString key = plain;
    key.remove(brackets).remove(marks);
    if (key.isEmpty()) {
        key = plain;
        key.remove(marks);
    }
    return key;
}

QString looseKey(const QString &key)
{
    static const QRegularExpression whose(QStringLiteral("^(所属|所在|隶属)(?=.)"));
    static const QRegularExpression code(QStringLiteral("(编码|编号|代号)$"));
    static const QRegularExpression name(QStringLiteral("(名称|名字)$"));
    QString loose = key;
    return loose.remove(whose).replace(code, QStringLiteral("代码")).replace(name, QStringLiteral("名"));
}

QString specialColumnFor(QStringView heading, const SpecialWanted &wanted)
{
    if (wanted.position) {
        // Surveyors' X is the northing; where the heading says so, it decides (DOMAIN D.1, 'axis order trap').
        static const QRegularExpression northing(QStringLiteral("^[xX]\\(?北"));
        static const QRegularExpression easting(QStringLiteral("^[yY]\\(?东"));
        const QString plain = normalised(heading);
        if (northing.match(plain).hasMatch()) {
            return QStringLiteral("@y");
        }
        if (easting.match(plain).hasMatch()) {
            return QStringLiteral("@x");
        }
    }
    const QString key = headingKey(heading);
    for (const Special &special : k_specials) {
        if (isWanted(QLatin1String(special.id), wanted) && namesOf(special).contains(key)) {
            return QLatin1String(special.id);
        }
    }
    return {};
}

bool isSpecialColumn(QStringView id)
{
    for (const Special &special : k_specials) {
        if (id == QLatin1String(special.id)) {
            return true;
        }
    }
    return false;
}

bool isAreaCodeHeading(const QString &key)
{
    static const QSet<QString> names{
        QStringLiteral("村代码"),      QStringLiteral("村编码"),       QStringLiteral("村级代码"),
        QStringLiteral("行政村代码"),  QStringLiteral("行政村编码"),   QStringLiteral("行政村编号"),
        QStringLiteral("区划代码"),    QStringLiteral("行政区划代码"), QStringLiteral("统计用区划代码"),
        QStringLiteral("所在村代码"),  QStringLiteral("所属村代码"),   QStringLiteral("村委会代码"),
        QStringLiteral("villagecode"), QStringLiteral("areacode")};
    return names.contains(key);
}

} // namespace cuntu
