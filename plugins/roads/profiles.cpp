// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// OpenStreetMap's classes of roads for vehicles and the Chinese ones they stand for, after
/// https://wiki.openstreetmap.org/wiki/China (trunk: national, primary: provincial, secondary: county, tertiary:
/// township).
QMap<QString, QString> adminClasses()
{
    return {{u"motorway"_s, u"NATIONAL"_s},     {u"motorway_link"_s, u"NATIONAL"_s},
            {u"trunk"_s, u"NATIONAL"_s},        {u"trunk_link"_s, u"NATIONAL"_s},
            {u"primary"_s, u"PROVINCIAL"_s},    {u"primary_link"_s, u"PROVINCIAL"_s},
            {u"secondary"_s, u"COUNTY"_s},      {u"secondary_link"_s, u"COUNTY"_s},
            {u"tertiary"_s, u"TOWNSHIP"_s},     {u"tertiary_link"_s, u"TOWNSHIP"_s},
            {u"unclassified"_s, u"VILLAGE"_s},  {u"residential"_s, u"VILLAGE"_s},
            {u"living_street"_s, u"VILLAGE"_s}, {u"service"_s, u"VILLAGE"_s},
            {u"track"_s, u"VILLAGE"_s},         {u"road"_s, u"VILLAGE"_s}};
}

/// Values of the tag 'surface' (https://wiki.openstreetmap.org/wiki/Key:surface). 'paved' and 'unpaved' name no surface
/// and stay unknown words.
QMap<QString, QString> surfaces()
{
    return {{u"asphalt"_s, u"ASPHALT_CONC"_s},
            {u"concrete"_s, u"CEMENT_CONC"_s},
            {u"concrete:plates"_s, u"CEMENT_CONC"_s},
            {u"concrete:lanes"_s, u"CEMENT_CONC"_s},
            {u"chipseal"_s, u"SURFACE_TREAT"_s},
            {u"paving_stones"_s, u"PAVER"_s},
            {u"sett"_s, u"BLOCK_SEMI"_s},
            {u"cobblestone"_s, u"PAVER"_s},
            {u"bricks"_s, u"PAVER"_s},
            {u"gravel"_s, u"GRAVEL"_s},
            {u"fine_gravel"_s, u"GRAVEL"_s},
            {u"pebblestone"_s, u"GRAVEL"_s},
            {u"compacted"_s, u"STABILISED"_s},
            {u"ground"_s, u"EARTH"_s},
            {u"dirt"_s, u"EARTH"_s},
            {u"earth"_s, u"EARTH"_s},
            {u"mud"_s, u"EARTH"_s},
            {u"sand"_s, u"EARTH"_s},
            {u"grass"_s, u"EARTH"_s}};
}

} // namespace

void addImportProfiles(Registry &draft)
{
    ImportProfile osm;
    osm.id = u"roads_osm"_s;
    osm.name = {u"OpenStreetMap 的道路"_s, u"OpenStreetMap's roads"_s};
    osm.role = u"roads"_s;
    osm.sheet = u"lines"_s;
    osm.fieldMap = {{u"route_code"_s, u"osm_id"_s},     {u"name"_s, u"name"_s},
                    {u"admin_class"_s, u"highway"_s},   {u"surface_type"_s, u"surface"_s},
                    {u"is_hardened"_s, u"tracktype"_s}, {u"surface_width_m"_s, u"width"_s}};
    const QMap<QString, QString> classes = adminClasses();
    osm.rules.keep = {{u"highway"_s, classes.keys()}};
    osm.rules.words = {{u"admin_class"_s, classes},
                       {u"surface_type"_s, surfaces()},
                       {u"is_hardened"_s,
                        {{u"grade1"_s, u"yes"_s},
                         {u"grade2"_s, u"no"_s},
                         {u"grade3"_s, u"no"_s},
                         {u"grade4"_s, u"no"_s},
                         {u"grade5"_s, u"no"_s}}}};
    osm.headings = {u"osm_id"_s, u"highway"_s, u"surface"_s, u"tracktype"_s};
    draft.importProfiles.push_back(std::move(osm));
}

} // namespace cuntu::roads
