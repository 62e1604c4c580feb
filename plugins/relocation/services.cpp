// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/services.h"

#include "core/algorithm/parameter_makers.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

const std::array<Service, 3> &services()
{
    static const std::array<Service, 3> all{Service{u"school"_s, {u"学校"_s, u"school"_s}},
                                            Service{u"clinic"_s, {u"卫生室（院）"_s, u"clinic"_s}},
                                            Service{u"market"_s, {u"集市"_s, u"market"_s}}};
    return all;
}

std::vector<Parameter> serviceParameters()
{
    std::vector<Parameter> made;
    for (const Service &service : services()) {
        made.push_back(plainParameter(service.id, ParameterType::Layer,
                                      {service.name.zh + u"图层"_s, u"Layer: "_s + service.name.en},
                                      {u"取用时最少（最近）的一处；留空时不计。"_s,
                                       u"The quickest to reach (nearest) counts; empty: not asked for."_s}));
    }
    return made;
}

} // namespace cuntu::relocation
