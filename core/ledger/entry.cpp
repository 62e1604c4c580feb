// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/entry.h"

namespace cuntu {

QString toString(Rung rung)
{
    switch (rung) {
    case Rung::Reported:
        return QStringLiteral("reported");
    case Rung::Checked:
        return QStringLiteral("checked");
    case Rung::Certified:
        return QStringLiteral("certified");
    }
    return {};
}

} // namespace cuntu
