// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/plugin/registry.h"

#include <QtPlugin>

namespace cuntu {

/// Number of the plugin interface; raised when a public header breaks.
#define CUNTU_PLUGIN_API 1

/// Says what a programme tracks. The host asks once, at start, on the main thread, with no project open.
class CUNTU_CORE_EXPORT Plugin {
public:
    virtual ~Plugin();
    /// Adds everything the plugin brings to @p draft. Cheap; touches no file, no network, no project, no widget.
    /// An Error or an exception refuses the plugin as a whole: the draft is merged only when it is complete and valid.
    virtual Result<void> contribute(Registry &draft) = 0;
};

} // namespace cuntu

#define CUNTU_PLUGIN_IID "org.cuntu.Plugin/1"
Q_DECLARE_INTERFACE(cuntu::Plugin, CUNTU_PLUGIN_IID)
