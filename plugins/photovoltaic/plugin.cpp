// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/plugin.h"

#include "plugins/photovoltaic/declare.h"

#include <QObject>

namespace cuntu::photovoltaic {

/// The photovoltaic programme: what stands, what it generates, and whom it pays.
class PhotovoltaicPlugin : public QObject, public Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "photovoltaic.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    Result<void> contribute(Registry &draft) override
    {
        addAll(draft);
        return {};
    }
};

} // namespace cuntu::photovoltaic

#include "plugin.moc"
