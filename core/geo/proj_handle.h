// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <proj.h>
#include <proj_experimental.h> // proj_alter_name, proj_crs_demote_to_2D

#include <memory>

namespace cuntu {

/// Owns a PROJ context that neither prints nor uses the network: PROJ's messages are kept for the Error's details.
/// Not thread-safe; it must outlive every object PROJ makes in it. Private to core/geo.
class ProjContext {
public:
    ProjContext();
    ~ProjContext();
    ProjContext(const ProjContext &) = delete;
    ProjContext &operator=(const ProjContext &) = delete;

    PJ_CONTEXT *get() const { return m_context; }
    /// What PROJ said since the context was made.
    const QStringList &messages() const { return m_messages; }

private:
    PJ_CONTEXT *m_context;
    QStringList m_messages;
};

/// Frees an object of PROJ's.
struct PjDeleter {
    void operator()(PJ *object) const noexcept { proj_destroy(object); }
};

/// Sole owner of an object of PROJ's: a CRS, an ellipsoid or a transformation.
using PjPtr = std::unique_ptr<PJ, PjDeleter>;

/// The way from one CRS to another, with axes in the order east, north on both sides. PROJ itself would keep the order
/// of the authority, which is north, east in all of China. Null where there is none.
PjPtr projTransformation(const ProjContext &context, const PJ *from, const PJ *to);

/// True when both stand on the same datum, so that nothing is lost between them.
bool haveSameDatum(const ProjContext &context, const PJ *one, const PJ *other);

} // namespace cuntu
