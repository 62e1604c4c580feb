// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

void addStyles(Registry &draft)
{
    draft.defaultStyles.push_back(
        {id(k_sites), QStringLiteral(R"({"kind":"single","symbol":{"fill":"#0072b2","stroke":"#ffffff","size_mm":3.2},)"
                                     R"("label":{"field":"name","size_mm":3.0,"colour":"#004a75","priority":30,)"
                                     R"("min_scale":250000}})")});
    draft.defaultStyles.push_back(
        {id(k_buildings), QStringLiteral(R"({"kind":"single","symbol":{"fill":"#56b4e9","size_mm":1.8}})")});
    draft.defaultStyles.push_back(
        {id(k_homesteads), QStringLiteral(R"({"kind":"single","symbol":{"fill":"#e69f00","size_mm":1.2}})")});
    // Of results. A patch is a few pixels of a county's map: its outline must be seen from afar, and over the scores.
    draft.defaultStyles.push_back(
        {u"relocation_patches"_s,
         QStringLiteral(
             R"({"kind":"single","of_result":true,"symbol":{"fill":"#80cc3311","stroke":"#cc3311","stroke_width_mm":0.7},)"
             R"("label":{"field":"rank","size_mm":3.2,"colour":"#7a1f0a","priority":40}})")});
    // One line for each demand: hundreds of them lie over the map.
    draft.defaultStyles.push_back(
        {u"relocation_allocation"_s,
         QStringLiteral(
             R"({"kind":"single","of_result":true,"opacity":0.6,"symbol":{"stroke":"#aa3377","stroke_width_mm":0.15}})")});
}

} // namespace cuntu::relocation
