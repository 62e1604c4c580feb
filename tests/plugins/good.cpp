// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is wrong with this one.
#include "fixture.h"

/// The fixture's plugin.
class Fixture : public QObject, public cuntu::Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "good.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    cuntu::Result<void> contribute(cuntu::Registry &draft) override
    {
        cuntu::test::addProgramme(draft, QStringLiteral("good"));
        return {};
    }
};

#include "good.moc"
