// SPDX-License-Identifier: GPL-3.0-or-later
// Requires a later version of a plugin than there is.
#include "fixture.h"

/// The fixture's plugin.
class Fixture : public QObject, public cuntu::Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "needs_newer.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    cuntu::Result<void> contribute(cuntu::Registry &draft) override
    {
        cuntu::test::addProgramme(draft, QStringLiteral("needs_newer"));
        return {};
    }
};

#include "needs_newer.moc"
