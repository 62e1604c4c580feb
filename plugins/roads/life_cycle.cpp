// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/works_cycle.h"
#include "plugins/roads/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

// Words that only say 'hardened' (已硬化) or 'passable' (已通) are no synonyms: they describe the road, not its
// acceptance, and a table that uses them must say which status it means.
LifeCycle worksLifeCycle()
{
    return worksCycle(id(k_works), {u"道路工程"_s, u"Road works"_s},
                      {{u"IN_SERVICE"_s, {u"已通车"_s, u"通车"_s}},
                       {u"DEFECTIVE"_s, {u"不达标"_s}},
                       {u"CANCELLED"_s, {u"取消(调出/撤并/搬迁)"_s, u"搬迁"_s}}});
}

void addLifeCycle(Registry &draft)
{
    draft.lifeCycles.push_back(worksLifeCycle());
}

} // namespace cuntu::roads
