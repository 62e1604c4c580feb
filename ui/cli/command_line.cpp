// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/command_line.h"

#include "ui/app/startup.h"
#include "ui/cli/print.h"
#include "ui/cli/verb_edit.h"
#include "ui/cli/words.h"

#include <QFileInfo>

namespace cuntu::cli {

namespace {

using AddVerb = void (*)(CLI::App &, Session &, Action &);

constexpr AddVerb k_verbs[] = {addNew,     addImport,      addInfo,   addMark,     addIndicators, addMilestones,
                               addRun,     addRender,      addReport, addExport,   addCheck,      addPlugins,
                               addHistory, addTargets,     addTarget, addAlerts,   addRectify,    addCase,
                               addClose,   addReceipt,     addVerify, addWhy,      addTry,        addCheapest,
                               addSplit,   addBacktest,    addLag,    addCalendar, addSetting,    addStyle,
                               addPreview, addProfiles,    addPlaces, addRasters,  addAreas,      addExports,
                               addPhotos,  addPhotoAttach, addEdit,   addRuns,     addPoster};

int finish(const Result<int> &result)
{
    if (result) {
        return *result;
    }
    complain(QStringLiteral("cuntu: ") + result.error().toText());
    for (const QString &detail : result.error().details) {
        complain(QStringLiteral("  | ") + detail);
    }
    return result.error().code == ErrorCode::Misused ? k_misused : k_failed;
}

} // namespace

bool isVerb(const QString &word)
{
    return verbNames().contains(word);
}

int refuseWord(const QString &word)
{
    complain(QStringLiteral("cuntu: ") + Cli::tr("'%1' is neither a verb nor a project").arg(word));
    complain(Cli::tr("'cuntu --help' and 'cuntu VERB --help' tell how it is called."));
    return k_misused;
}

int refuseWindow(const QStringList &arguments)
{
    const QString first = arguments.value(1);
    if (!first.isEmpty() && !first.startsWith(QLatin1Char('-')) && !QFileInfo::exists(first)) {
        return refuseWord(first);
    }
    complain(QStringLiteral("cuntu: ") + Cli::tr("there is no display to open the window on"));
    complain(Cli::tr("Log in to a desktop, or use a verb: 'cuntu --help' lists them."));
    return k_failed;
}

int runCommandLine(int argc, char **argv)
{
    Session session(loadProgramPlugins());
    Action action;
    CLI::App app(Cli::tr("Cuntu: village infrastructure on the map and in the ledger").toStdString(), "cuntu");
    app.set_version_flag("--version", CUNTU_VERSION, Cli::tr("Say which version this is").toStdString());
    app.set_help_flag("-h,--help", Cli::tr("Show this help").toStdString());
    app.require_subcommand(1);
    app.fallthrough();
    std::string format = "text";
    std::string language;
    app.add_option("--format", format, Cli::tr("text or json").toStdString())->check(CLI::IsMember({"text", "json"}));
    app.add_option("--lang", language, Cli::tr("Language of the texts: zh or en").toStdString())
        ->check(CLI::IsMember({"zh", "en"}));
    for (const AddVerb add : k_verbs) {
        add(app, session, action);
    }
    translateHelp(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success &wanted) { // help or version
        return app.exit(wanted);
    } catch (const CLI::ParseError &error) {
        complain(QStringLiteral("cuntu: ") + sentenceOf(error));
        complain(Cli::tr("'cuntu --help' and 'cuntu VERB --help' tell how it is called."));
        return k_misused;
    }
    session.json = session.json || format == "json";
    return finish(action());
}

} // namespace cuntu::cli
