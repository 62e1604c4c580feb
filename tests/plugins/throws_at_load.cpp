// SPDX-License-Identifier: GPL-3.0-or-later
// Throws in a static initialiser, which no plugin may have.
#include "fixture.h"

#include <stdexcept>

namespace {

int throwing()
{
    throw std::runtime_error("too early");
}

const int k_early = throwing(); // NOLINT(cert-err58-cpp): that is what it is for

} // namespace

/// The fixture's plugin.
class Fixture : public QObject, public cuntu::Plugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID CUNTU_PLUGIN_IID FILE "throws_at_load.json")
    Q_INTERFACES(cuntu::Plugin)

public:
    cuntu::Result<void> contribute(cuntu::Registry &draft) override
    {
        cuntu::test::addProgramme(draft, QStringLiteral("throws_at_load"));
        return {};
    }
};

#include "throws_at_load.moc"
