// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/plugin.h"

#include "plugins/relocation/declare.h"

#include <QObject>

namespace cuntu::relocation {

/// The relocation programme: where new settlements go, who moves to which, and how far that is.
class RelocationPlugin : public QObject, public Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "relocation.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    Result<void> contribute(Registry &draft) override
    {
        addAll(draft);
        return {};
    }
};

} // namespace cuntu::relocation

#include "plugin.moc"
