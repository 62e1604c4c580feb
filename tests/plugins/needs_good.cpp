// SPDX-License-Identifier: GPL-3.0-or-later
// Requires a plugin that is there.
#include "fixture.h"

/// The fixture's plugin.
class Fixture : public QObject, public cuntu::Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "needs_good.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    cuntu::Result<void> contribute(cuntu::Registry &draft) override
    {
        cuntu::test::addProgramme(draft, QStringLiteral("needs_good"));
        return {};
    }
};

#include "needs_good.moc"
