// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/check_list.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::vector<std::string> rules;
    std::string layer;
    std::string output;
    std::string fix;
    std::string who;
    bool list = false;
};

QString severityText(Severity severity)
{
    return severity == Severity::Error ? Cli::tr("error") : Cli::tr("warning");
}

int listRules(const Project &project, const Session &session)
{
    TextTable table({Cli::tr("rule"), Cli::tr("severity"), Cli::tr("name"), Cli::tr("what it looks at")});
    QJsonArray rows;
    for (const Check &check : checksOf(project)) {
        table.add({check.id, severityText(check.severity), check.name.toString(), check.help.toString()});
        rows.append(QJsonObject{{QStringLiteral("rule"), check.id},
                                {QStringLiteral("severity"), toString(check.severity)},
                                {QStringLiteral("name"), check.name.toString()},
                                {QStringLiteral("help"), check.help.toString()},
                                {QStringLiteral("can_fix"), bool(check.fix)}});
    }
    session.json ? print(QJsonObject{{QStringLiteral("rules"), rows}}) : table.print();
    return k_done;
}

QJsonObject findingJson(const RuleOutcome &outcome, const CheckFinding &finding)
{
    QJsonObject json{{QStringLiteral("rule"), outcome.rule},
                     {QStringLiteral("severity"), toString(outcome.severity)},
                     {QStringLiteral("layer"), finding.layer},
                     {QStringLiteral("feature"), static_cast<qint64>(finding.feature.value)},
                     {QStringLiteral("finding"), finding.sentence},
                     {QStringLiteral("can_fix"), finding.canFix}};
    if (finding.position) {
        json[QStringLiteral("x")] = finding.position->x;
        json[QStringLiteral("y")] = finding.position->y;
    }
    return json;
}

void printJson(const std::vector<RuleOutcome> &outcomes)
{
    QJsonArray findings;
    QJsonArray rules;
    for (const RuleOutcome &outcome : outcomes) {
        for (const CheckFinding &finding : outcome.findings) {
            findings.append(findingJson(outcome, finding));
        }
        rules.append(QJsonObject{{QStringLiteral("rule"), outcome.rule},
                                 {QStringLiteral("severity"), toString(outcome.severity)},
                                 {QStringLiteral("findings"), static_cast<qint64>(outcome.findings.size())},
                                 {QStringLiteral("seconds"), outcome.seconds}});
    }
    print(QJsonObject{{QStringLiteral("findings"), findings}, {QStringLiteral("rules"), rules}});
}

QString findingText(const CheckFinding &finding)
{
    if (finding.layer.isEmpty()) {
        return finding.sentence;
    }
    return finding.feature.isNone()
               ? QStringLiteral("%1: %2").arg(finding.layer, finding.sentence)
               : QStringLiteral("%1 %2: %3").arg(finding.layer).arg(finding.feature.value).arg(finding.sentence);
}

void printText(const std::vector<RuleOutcome> &outcomes)
{
    constexpr std::size_t k_shown = 20;
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const RuleOutcome &outcome : outcomes) {
        (outcome.severity == Severity::Error ? errors : warnings) += outcome.findings.size();
        if (outcome.findings.empty()) {
            continue;
        }
        print(QStringLiteral("%1 (%2, %3): %4")
                  .arg(outcome.name.toString(), outcome.rule, severityText(outcome.severity))
                  .arg(outcome.findings.size()));
        for (std::size_t i = 0; i < outcome.findings.size() && i < k_shown; ++i) {
            print(QStringLiteral("  ") + findingText(outcome.findings[i]));
        }
        if (outcome.findings.size() > k_shown) {
            print(QStringLiteral("  ") + Cli::tr("... and %n more; -o FILE.csv lists all", nullptr,
                                                 static_cast<int>(outcome.findings.size() - k_shown)));
        }
    }
    print(errors + warnings == 0 ? Cli::tr("nothing found")
                                 : Cli::tr("%1 errors, %2 warnings").arg(errors).arg(warnings));
}

Result<int> fix(const Arguments &arguments, const Session &session)
{
    auto project = session.open(arguments.project, Access::Command);
    if (!project) {
        return project.error();
    }
    auto report = fixFindings(**project, fromArgument(arguments.fix), {}, fromArgument(arguments.who), session.job());
    if (!report) {
        return report.error();
    }
    QJsonArray rows;
    for (const CheckFix &each : report->fixed) {
        rows.append(QJsonObject{{QStringLiteral("layer"), each.layer},
                                {QStringLiteral("feature"), static_cast<qint64>(each.feature.value)},
                                {QStringLiteral("change"), each.sentence}});
        if (!session.json) {
            print(QStringLiteral("%1 %2: %3").arg(each.layer).arg(each.feature.value).arg(each.sentence));
        }
    }
    if (session.json) {
        print(QJsonObject{{QStringLiteral("fixed"), rows}});
    } else {
        print(Cli::tr("%n features put right", nullptr, static_cast<int>(report->fixed.size())));
    }
    return k_done;
}

Result<int> check(const Arguments &arguments, const Session &session)
{
    if (!arguments.fix.empty()) {
        return fix(arguments, session);
    }
    auto project = session.open(arguments.project, Access::ReadOnly);
    if (!project) {
        return project.error();
    }
    if (arguments.list) {
        return listRules(**project, session);
    }
    CheckRequest request;
    for (const std::string &rule : arguments.rules) {
        request.rules << fromArgument(rule);
    }
    request.layer = fromArgument(arguments.layer);
    const auto outcomes = checkProject(**project, request, session.job());
    if (!outcomes) {
        return outcomes.error();
    }
    if (!arguments.output.empty()) {
        auto written = writeCheckList(fromArgument(arguments.output), *outcomes);
        if (!written) {
            return written.error();
        }
    }
    session.json ? printJson(*outcomes) : printText(*outcomes);
    return hasErrors(*outcomes) ? k_failed : k_done;
}

} // namespace

void addCheck(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb = app.add_subcommand(
        "check", Cli::tr("Look for errors in a project's data; status 1 if there are any").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("--rule", arguments->rules, Cli::tr("Only this rule; may be given several times").toStdString());
    verb->add_option("--layer", arguments->layer, Cli::tr("Only what is about this layer").toStdString());
    verb->add_flag("--list", arguments->list, Cli::tr("Show the rules and run none").toStdString());
    verb->add_option("-o,--output", arguments->output, Cli::tr("Write all findings to a CSV file too").toStdString());
    verb->add_option("--fix", arguments->fix,
                     Cli::tr("Put right what this rule can put right; can be undone").toStdString());
    verb->add_option("--by", arguments->who, Cli::tr("Who puts it right").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return check(*arguments, session); }; });
}

} // namespace cuntu::cli
