// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the process in a static initialiser.
#include "fixture.h"

#include <cstdlib>

namespace {

int crashing()
{
    std::abort();
}

const int k_early = crashing();

} // namespace

/// The fixture's plugin.
class Fixture : public QObject, public cuntu::Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "crashes_at_load.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    cuntu::Result<void> contribute(cuntu::Registry &draft) override
    {
        cuntu::test::addProgramme(draft, QStringLiteral("crashes_at_load"));
        return {};
    }
};

#include "crashes_at_load.moc"
