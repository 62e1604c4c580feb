// SPDX-License-Identifier: GPL-3.0-or-later
// Throws after it has added three things.
#include "fixture.h"

/// The fixture's plugin.
class Fixture : public QObject, public cuntu::Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "half_way.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    cuntu::Result<void> contribute(cuntu::Registry &draft) override
    {
        cuntu::test::addProgramme(draft, QStringLiteral("half_way"));
        cuntu::test::addProgramme(draft, QStringLiteral("half_way_more"));
        throw 7;
    }
};

#include "half_way.moc"
