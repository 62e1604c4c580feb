// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// Marks what libcuntu_core offers to others.
#ifdef CUNTU_CORE_BUILD
#define CUNTU_CORE_EXPORT Q_DECL_EXPORT
#else
#define CUNTU_CORE_EXPORT Q_DECL_IMPORT
#endif
