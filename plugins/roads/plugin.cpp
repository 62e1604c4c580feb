// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/plugin.h"

#include "plugins/roads/declare.h"

#include <QObject>

namespace cuntu::roads {

/// The roads programme: which settlements have a hardened, accepted road, and what is left.
class RoadsPlugin : public QObject, public Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "roads.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    Result<void> contribute(Registry &draft) override
    {
        addProgramme(draft);
        addLifeCycle(draft);
        addLayers(draft);
        addRowChecks(draft);
        addIndicators(draft);
        addOverlay(draft);
        addAlgorithms(draft);
        addChecks(draft);
        addTargets(draft);
        addStyle(draft);
        addImportProfiles(draft);
        return {};
    }
};

} // namespace cuntu::roads

#include "plugin.moc"
