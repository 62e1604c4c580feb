// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"
#include "plugins/water/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

DefaultStyle single(const char16_t *layer, const QJsonObject &symbol)
{
    const QJsonObject style{{u"kind"_s, u"single"_s}, {u"symbol"_s, symbol}};
    return {id(layer), QString::fromUtf8(QJsonDocument(style).toJson(QJsonDocument::Compact))};
}

} // namespace

void addStyles(Registry &draft)
{
    const QStringList colours{u"#0072b2"_s, u"#56b4e9"_s, u"#009e73"_s, u"#e69f00"_s, u"#999999"_s};
    QJsonArray classes;
    const std::vector<Choice> modes = modeChoices();
    for (std::size_t i = 0; i < modes.size(); ++i) {
        classes.append(QJsonObject{
            {u"value"_s, modes[i].id},
            {u"symbol"_s, QJsonObject{{u"fill"_s, colours[static_cast<qsizetype>(i)]}, {u"size_mm"_s, 2.4}}}});
    }
    classes.append(QJsonObject{{u"value"_s, QString()},
                               {u"symbol"_s, QJsonObject{{u"fill"_s, u"#ffffff"_s}, {u"size_mm"_s, 2.4}}}});
    const QJsonObject works{{u"kind"_s, u"categorised"_s}, {u"field"_s, u"supply_mode"_s}, {u"classes"_s, classes}};
    draft.defaultStyles.push_back(
        {id(k_works), QString::fromUtf8(QJsonDocument(works).toJson(QJsonDocument::Compact))});
    draft.defaultStyles.push_back(single(k_intakes, {{u"fill"_s, u"#332288"_s}, {u"size_mm"_s, 2.0}}));
    draft.defaultStyles.push_back(single(k_mains, {{u"stroke"_s, u"#0072b2"_s}, {u"stroke_width_mm"_s, 0.4}}));
}

} // namespace cuntu::water
