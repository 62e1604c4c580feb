// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

void addStyles(Registry &draft)
{
    const QStringList colours{u"#e69f00"_s, u"#d55e00"_s, u"#f0e442"_s, u"#cc79a7"_s};
    QJsonArray classes;
    const std::vector<Choice> types = stationTypeChoices();
    for (std::size_t i = 0; i < types.size(); ++i) {
        classes.append(QJsonObject{
            {u"value"_s, types[i].id},
            {u"symbol"_s, QJsonObject{{u"fill"_s, colours[static_cast<qsizetype>(i)]}, {u"size_mm"_s, 2.6}}}});
    }
    classes.append(QJsonObject{{u"value"_s, QString()},
                               {u"symbol"_s, QJsonObject{{u"fill"_s, u"#ffffff"_s}, {u"size_mm"_s, 2.6}}}});
    const QJsonObject style{{u"kind"_s, u"categorised"_s}, {u"field"_s, u"station_type"_s}, {u"classes"_s, classes}};
    draft.defaultStyles.push_back(
        {id(k_stations), QString::fromUtf8(QJsonDocument(style).toJson(QJsonDocument::Compact))});
}

} // namespace cuntu::photovoltaic
