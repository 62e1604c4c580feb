// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/proj_handle.h"

namespace cuntu {

namespace {

// noexcept: nothing may fly through PROJ, which is C at its edge.
void keepMessage(void *messages, int, const char *text) noexcept
{
    static_cast<QStringList *>(messages)->append(QString::fromUtf8(text));
}

} // namespace

ProjContext::ProjContext() : m_context(proj_context_create())
{
    proj_log_func(m_context, &m_messages, keepMessage);
    proj_context_set_enable_network(m_context, 0);
}

ProjContext::~ProjContext()
{
    proj_context_destroy(m_context);
}

PjPtr projTransformation(const ProjContext &context, const PJ *from, const PJ *to)
{
    const PjPtr raw(proj_create_crs_to_crs_from_pj(context.get(), from, to, nullptr, nullptr));
    return PjPtr(raw ? proj_normalize_for_visualization(context.get(), raw.get()) : nullptr);
}

bool haveSameDatum(const ProjContext &context, const PJ *one, const PJ *other)
{
    const PjPtr first(proj_crs_get_geodetic_crs(context.get(), one));
    const PjPtr second(proj_crs_get_geodetic_crs(context.get(), other));
    return first && second &&
           proj_is_equivalent_to_with_ctx(context.get(), first.get(), second.get(),
                                          PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS);
}

} // namespace cuntu
