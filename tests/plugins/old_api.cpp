// SPDX-License-Identifier: GPL-3.0-or-later
// Made for an interface that is no more.
#include "fixture.h"

/// The fixture's plugin.
class Fixture : public QObject, public cuntu::Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.cuntu.Plugin/0" FILE "old_api.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    cuntu::Result<void> contribute(cuntu::Registry &draft) override
    {
        cuntu::test::addProgramme(draft, QStringLiteral("old_api"));
        return {};
    }
};

#include "old_api.moc"
