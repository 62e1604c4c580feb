// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/words.h"

#include "ui/cli/print.h"

#include <QRegularExpression>

namespace cuntu::cli {

namespace {

void translateGroups(CLI::App &app)
{
    const std::vector<CLI::Option *> needed =
        app.get_options([](const CLI::Option *option) { return option->get_required(); });
    if (!needed.empty()) {
        app.footer(Cli::tr("* must be given").toStdString());
    }
    for (CLI::Option *option : app.get_options()) {
        if (option->get_group() == "Options") {
            option->group(Cli::tr("Options").toStdString());
        }
    }
    for (CLI::App *verb : app.get_subcommands([](CLI::App *) { return true; })) {
        verb->group(Cli::tr("Verbs").toStdString());
        translateGroups(*verb);
    }
}

/// The sentences of the parser that people meet, and ours for them; captures become %1, %2, %3.
struct Sentence {
    const char *theirs;
    QString ours;
};

std::vector<Sentence> sentences()
{
    return {{"^(.*) is required$", Cli::tr("%1 must be given")},
            {"^The following arguments? (?:was|were) not expected: (.*)$", Cli::tr("'%1' is not expected here")},
            {"^(.*): (.*) not in \\{(.*)\\}$", Cli::tr("%1 cannot be '%2'; possible are: %3")},
            {"^(.*): Value (.*) not in range (.*) to (.*)$", Cli::tr("%1 cannot be %2; it lies between %3 and %4")},
            {"^Could not convert: (.*) = (.*)$", Cli::tr("%1 cannot be '%2'")},
            {"^(.*): 1 required .* missing$", Cli::tr("%1 needs a value")}};
}

} // namespace

void translateHelp(CLI::App &app)
{
    const auto formatter = std::dynamic_pointer_cast<CLI::Formatter>(app.get_formatter());
    const std::pair<const char *, QString> labels[] = {{"Usage", Cli::tr("Usage")},
                                                       {"OPTIONS", Cli::tr("OPTIONS")},
                                                       {"SUBCOMMAND", Cli::tr("VERB")},
                                                       {"Positionals", Cli::tr("Arguments")},
                                                       {"REQUIRED", QStringLiteral("*")}};
    for (const auto &[theirs, ours] : labels) {
        formatter->label(theirs, ours.toStdString());
    }
    translateGroups(app);
}

QString sentenceOf(const CLI::ParseError &error)
{
    const QString said = QString::fromUtf8(error.what());
    for (const Sentence &sentence : sentences()) {
        const auto match = QRegularExpression(QString::fromLatin1(sentence.theirs)).match(said);
        if (match.hasMatch()) {
            QString ours = sentence.ours;
            for (int i = 1; i <= match.lastCapturedIndex(); ++i) {
                ours.replace(QLatin1Char('%') + QString::number(i), match.captured(i));
            }
            return ours;
        }
    }
    return said;
}

} // namespace cuntu::cli
