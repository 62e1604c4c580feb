// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/figure_makers.h"

#include <iterator>

namespace cuntu {

std::vector<OutcomeFigure> boundedPlanFigures()
{
    using namespace Qt::Literals::StringLiterals;
    return {{u"objective_in"_s, {u"优化的量的单位"_s, u"Unit of what is optimised"_s}},
            {u"objective"_s, {u"所求结果"_s, u"Found"_s}},
            {u"bound"_s, {u"已证明的界"_s, u"Proven bound"_s}},
            {u"gap"_s, {u"与界的相对差距"_s, u"Relative gap to it"_s}},
            {u"optimal"_s, {u"已证明最优"_s, u"Proven to be the best"_s}},
            {u"stopped"_s, {u"到时或取消而止"_s, u"Stopped before the proof"_s}},
            {u"enough"_s, {u"达到目标占比"_s, u"The share is reached"_s}},
            {u"budget"_s, {u"预算"_s, u"Budget"_s}, u"元"_s}};
}

std::vector<OutcomeFigure> joined(std::vector<OutcomeFigure> figures, std::vector<OutcomeFigure> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(figures));
    return figures;
}

} // namespace cuntu
