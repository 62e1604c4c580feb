// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project_check.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

Result<int> check(const std::string &path, const Session &session)
{
    auto project = session.open(path, Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    auto findings = checkProject(**project, session.job());
    if (!findings) {
        return findings.error();
    }
    if (session.json) {
        QJsonArray rows;
        for (const CheckFinding &finding : *findings) {
            rows.append(QJsonObject{{QStringLiteral("layer"), finding.layer},
                                    {QStringLiteral("feature"), static_cast<qint64>(finding.feature.value)},
                                    {QStringLiteral("finding"), finding.sentence}});
        }
        print(QJsonObject{{QStringLiteral("findings"), rows}});
    } else {
        for (const CheckFinding &finding : *findings) {
            print(QStringLiteral("%1 %2: %3").arg(finding.layer).arg(finding.feature.value).arg(finding.sentence));
        }
        print(findings->empty() ? Cli::tr("nothing found")
                                : Cli::tr("%n findings", nullptr, static_cast<int>(findings->size())));
    }
    return findings->empty() ? k_done : k_failed;
}

} // namespace

void addCheck(CLI::App &app, Session &session, Action &action)
{
    auto path = std::make_shared<std::string>();
    CLI::App *verb = app.add_subcommand(
        "check", Cli::tr("Look for errors in a project's data; status 1 if there are any").toStdString());
    verb->add_option("PROJECT", *path, Cli::tr("The project").toStdString())->required();
    verb->callback([path, &session, &action] { action = [path, &session] { return check(*path, session); }; });
}

} // namespace cuntu::cli
