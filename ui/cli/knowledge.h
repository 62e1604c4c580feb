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

/// Adds "known_on" and "rung" of @p knowledge to @p document, where they were asked for.
void addTo(QJsonObject &document, const Knowledge &knowledge);
/// @p options read; Misused for what is no moment.
Result<Knowledge> knowledgeFrom(const KnowledgeOptions &options);

} // namespace cuntu::cli
