// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/metadata.h"
#include "core/plugin/plugin_host.h"

namespace cuntu {

/// A file on its way from found to active; not pending any more once its report says what became of it.
struct Candidate {
    PluginMetadata metadata;
    PluginReport report;
    bool pending = true;

    /// It will not be used, and @p reason says why.
    void refuse(Error reason) { end(PluginState::Refused, std::move(reason)); }
    /// As refuse(), but there is nothing wrong that we know of: the user, or a crash, decided.
    void setAside(Error reason) { end(PluginState::SetAside, std::move(reason)); }
    /// An Error about this plugin and its file.
    Error error(ErrorCode code, const QString &sentence, const QString &advice) const;

private:
    void end(PluginState state, Error reason);
};

/// Of several files with one id the first stays; the others are refused, both files named.
void refuseTwins(std::vector<Candidate> &candidates);

/// Refuses all whose requirements are missing, too old or circular, and gives the rest in an order in which every
/// plugin comes after those it requires. Pointers into @p candidates.
std::vector<Candidate *> loadOrder(std::vector<Candidate> &candidates);

/// Refuses @p candidate if a plugin it requires is not active, after what must come before it was loaded.
void refuseWithoutRequired(Candidate &candidate, const std::vector<Candidate> &candidates);

} // namespace cuntu
