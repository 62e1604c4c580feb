// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/receipt.h"
#include "ui/cli/knowledge.h"
#include "ui/cli/print.h"
#include "ui/cli/verb.h"

#include <QJsonArray>

namespace cuntu::cli {

namespace {

struct Arguments {
    std::string project;
    std::string indicator;
    std::vector<std::string> parameters;
    std::string area;
    std::string asOf;
    KnowledgeOptions knowledge;
    std::string file;
};

Result<ReceiptRequest> requestFrom(const Arguments &arguments)
{
    auto day = dayArgument(arguments.asOf);
    auto knowledge = day ? knowledgeFrom(arguments.knowledge) : Result<Knowledge>(day.error());
    if (!knowledge) {
        return knowledge.error();
    }
    ReceiptRequest request;
    request.question.indicator = fromArgument(arguments.indicator);
    request.asOf = *day;
    request.known = knowledge->known.value_or(Instant::now());
    request.rung = knowledge->rung;
    auto parameters = assignments(arguments.parameters);
    if (!parameters) {
        return parameters.error();
    }
    request.question.parameters = *parameters;
    auto area = areaArgument(arguments.area);
    if (!area) {
        return area.error();
    }
    request.question.area = *area;
    return request;
}

Result<int> drawUp(const Arguments &arguments, const Session &session)
{
    auto request = requestFrom(arguments);
    auto project =
        request ? session.open(arguments.project, Access::ReadOnly) : Result<std::unique_ptr<Project>>(request.error());
    auto snapshot = project ? (*project)->snapshot() : Result<Immutable<ProjectSnapshot>>(project.error());
    auto receipt = snapshot ? drawReceipt(*snapshot, *session.registry(), *request, session.job())
                            : Result<Receipt>(snapshot.error());
    if (!receipt) {
        return receipt.error();
    }
    if (arguments.file.empty()) {
        print(toJson(*receipt));
        return k_done;
    }
    const QString path = fromArgument(arguments.file);
    if (auto written = writeReceipt(*receipt, path); !written) {
        return written.error();
    }
    if (session.json) {
        print(toJson(*receipt));
    } else {
        print(Cli::tr("receipt in %1: %2 of %3, digest %4")
                  .arg(path)
                  .arg(receipt->numerator)
                  .arg(receipt->denominator)
                  .arg(receipt->digest));
    }
    return k_done;
}

Result<int> prove(const Arguments &arguments, const Session &session)
{
    const QString path = fromArgument(arguments.file);
    auto receipt = readReceipt(path);
    if (!receipt) {
        return receipt.error();
    }
    auto project = session.open(arguments.project, Access::ReadOnly);
    auto snapshot = project ? (*project)->snapshot() : Result<Immutable<ProjectSnapshot>>(project.error());
    auto verified = snapshot ? verify(*receipt, *snapshot, *session.registry(), session.job())
                             : Result<Verification>(snapshot.error());
    if (!verified) {
        return verified.error();
    }
    const bool holds = verified->differences.isEmpty();
    if (session.json) {
        print(QJsonObject{{QStringLiteral("holds"), holds},
                          {QStringLiteral("differences"), QJsonArray::fromStringList(verified->differences)},
                          {QStringLiteral("now"), toJson(verified->now)}});
    } else if (holds) {
        print(Cli::tr("The receipt holds: %1 of %2, as known on %3, to the last of %4 features.")
                  .arg(receipt->numerator)
                  .arg(receipt->denominator)
                  .arg(receipt->known.toText())
                  .arg(receipt->features));
    }
    if (!holds) {
        return Error{ErrorCode::Invalid,   Cli::tr("the receipt does not hold"), {.file = path}, {}, {},
                     verified->differences};
    }
    return k_done;
}

} // namespace

void addReceipt(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb =
        app.add_subcommand("receipt", Cli::tr("A figure with what proves it; 'cuntu verify' checks it").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("INDICATOR", arguments->indicator, Cli::tr("Id of the indicator").toStdString())->required();
    verb->add_option("--param", arguments->parameters,
                     Cli::tr("name=value of its definition; may be given again").toStdString());
    verb->add_option("--where", arguments->area, Cli::tr("Only inside the area with this code").toStdString());
    verb->add_option("--as-of", arguments->asOf, Cli::tr("The date it is for; today otherwise").toStdString());
    addKnowledgeOptions(*verb, arguments->knowledge);
    verb->add_option("-o,--output", arguments->file, Cli::tr("File to write it to").toStdString());
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return drawUp(*arguments, session); }; });
}

void addVerify(CLI::App &app, Session &session, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *verb =
        app.add_subcommand("verify", Cli::tr("Work a receipt's figure out again, and compare").toStdString());
    verb->add_option("PROJECT", arguments->project, Cli::tr("The project").toStdString())->required();
    verb->add_option("RECEIPT", arguments->file, Cli::tr("The receipt").toStdString())->required();
    verb->callback(
        [arguments, &session, &action] { action = [arguments, &session] { return prove(*arguments, session); }; });
}

} // namespace cuntu::cli
