// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/declare.h"
#include "plugins/roads/surfaces.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// Cement and stone light, asphalt dark, both with a casing; what is not hardened is brown, thin and dashed.
QJsonObject symbolOf(const QString &surface)
{
    if (!isHardenedSurface(surface.toStdString())) {
        const QString colour = surface == u"GRAVEL"_s ? u"#b8860b"_s : u"#8b5a2b"_s;
        return {{u"stroke"_s, colour}, {u"stroke_width_mm"_s, 0.35}, {u"marking"_s, u"dashed"_s}};
    }
    const bool asphalt = surface.startsWith(u"ASPHALT"_s) || surface == u"SURFACE_TREAT"_s;
    return {{u"stroke"_s, asphalt ? u"#5a5a5a"_s : u"#f5f0dc"_s},
            {u"stroke_width_mm"_s, 0.55},
            {u"casing"_s, u"#2b2b2b"_s},
            {u"casing_width_mm"_s, 0.85}};
}

} // namespace

void addStyle(Registry &draft)
{
    QJsonArray classes;
    for (const Choice &surface : surfaceChoices()) {
        classes.append(QJsonObject{{u"value"_s, surface.id}, {u"symbol"_s, symbolOf(surface.id)}});
    }
    // The last class, without a value, is for roads of which the surface is not known.
    classes.append(QJsonObject{{u"value"_s, QString()},
                               {u"symbol"_s, QJsonObject{{u"stroke"_s, u"#9e9e9e"_s}, {u"stroke_width_mm"_s, 0.35}}}});
    const QJsonObject style{{u"kind"_s, u"categorised"_s}, {u"field"_s, u"surface_type"_s}, {u"classes"_s, classes}};
    draft.defaultStyles.push_back(
        {id(k_roads), QString::fromUtf8(QJsonDocument(style).toJson(QJsonDocument::Compact))});
}

} // namespace cuntu::roads
