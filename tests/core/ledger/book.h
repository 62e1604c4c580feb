// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger_view.h"

namespace cuntu::test {

/// The status track that the tests of the ledger write in.
inline Track worksTrack()
{
    return {QStringLiteral("lamps"), QStringLiteral("works"), {}};
}

/// A ledger of @p entries, laid out at once.
inline LedgerView ledgerOf(const std::vector<Entry> &entries)
{
    LedgerRows rows;
    for (const Entry &entry : entries) {
        rows.add(entry);
    }
    return LedgerView(std::move(rows));
}

} // namespace cuntu::test
