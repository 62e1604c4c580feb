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
}

} // namespace cuntu::relocation
