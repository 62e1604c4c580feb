// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/plugin.h"

#include "plugins/water/declare.h"

#include <QObject>

namespace cuntu::water {

/// The water programme: who has tap water, whether it is safe, and what is missing.
class WaterPlugin : public QObject, public Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "water.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    Result<void> contribute(Registry &draft) override
    {
        addAll(draft);
        return {};
    }
};

} // namespace cuntu::water

#include "plugin.moc"
