// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/as_known.h"

#include <CLI/CLI.hpp>
#include <QJsonObject>

namespace cuntu::cli {

/// What of the ledger is looked at, as options say it: --known-on and --rung.
struct KnowledgeOptions {
    std::string knownOn;
    std::string rung = "reported";
};

/// Declares --known-on and --rung on @p verb.
void addKnowledgeOptions(CLI::App &verb, KnowledgeOptions &options);

/// What of the ledger is looked at.
struct Knowledge {
    std::optional<Instant> known; ///< empty: all
    Rung rung = Rung::Reported;

    /// Adds "known_on" and "rung" to @p document, where they were asked for.
    void addTo(QJsonObject &document) const;
};
/// @p options read; Misused for what is no moment.
Result<Knowledge> knowledgeFrom(const KnowledgeOptions &options);

} // namespace cuntu::cli
