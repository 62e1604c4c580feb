// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/knowledge.h"

#include "ui/cli/print.h"

namespace cuntu::cli {

void addKnowledgeOptions(CLI::App &verb, KnowledgeOptions &options)
{
    verb.add_option("--known-on", options.knownOn,
                    Cli::tr("As it was known at the end of this day; now otherwise").toStdString());
    verb.add_option("--rung", options.rung,
                    Cli::tr("Only of entries that stand on this rung or a higher one: reported, checked or certified")
                        .toStdString())
        ->check(CLI::IsMember({"reported", "checked", "certified"}));
}

void addTo(QJsonObject &document, const Knowledge &knowledge)
{
    if (knowledge.known) {
        document[QStringLiteral("known_on")] = knowledge.known->toIso();
    }
    if (knowledge.rung != Rung::Reported) {
        document[QStringLiteral("rung")] = toString(knowledge.rung);
    }
}

Result<Knowledge> knowledgeFrom(const KnowledgeOptions &options)
{
    auto known = momentArgument(options.knownOn);
    if (!known) {
        return known.error();
    }
    return Knowledge{*known, rungFromString(fromArgument(options.rung)).value_or(Rung::Reported)};
}

} // namespace cuntu::cli
