// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the process when asked what it brings.
#include "fixture.h"

#include <cstdlib>

/// The fixture's plugin.
class Fixture : public QObject, public cuntu::Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "crashes.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    cuntu::Result<void> contribute(cuntu::Registry &draft) override
    {
        Q_UNUSED(draft)
        std::abort();
    }
};

#include "crashes.moc"
