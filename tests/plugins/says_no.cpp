// SPDX-License-Identifier: GPL-3.0-or-later
// Answers with an Error.
#include "fixture.h"

/// The fixture's plugin.
class Fixture : public QObject, public cuntu::Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "says_no.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    cuntu::Result<void> contribute(cuntu::Registry &draft) override
    {
        cuntu::test::addProgramme(draft, QStringLiteral("says_no"));
        return cuntu::Error{
            cuntu::ErrorCode::NotFound, QStringLiteral("the table of lamps is missing"), {}, {}, {}, {}};
    }
};

#include "says_no.moc"
