// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Marks what libcuntu_maps offers to others.
#ifdef CUNTU_MAPS_BUILD
#define CUNTU_MAPS_EXPORT Q_DECL_EXPORT
#else
#define CUNTU_MAPS_EXPORT Q_DECL_IMPORT
#endif
