// SPDX-License-Identifier: GPL-3.0-or-later
// What it brings does not fit together.
#include "fixture.h"

/// The fixture's plugin.
class Fixture : public QObject, public cuntu::Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "incomplete.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    cuntu::Result<void> contribute(cuntu::Registry &draft) override
    {
        cuntu::test::addProgramme(draft, QStringLiteral("incomplete"));
        draft.programmes.front().mainIndicator = QStringLiteral("none_such");
        draft.layers.front().tracks = {{draft.programmes.front().id, QStringLiteral("none_such")}};
        return {};
    }
};

#include "incomplete.moc"
