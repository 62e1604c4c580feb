// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/plugin_host.h"
#include "core/project/project.h"

#include <CLI/CLI.hpp>
#include <QJsonObject>

#include <functional>
#include <memory>

namespace cuntu::cli {

/// Exit statuses of the program (DESIGN 6).
inline constexpr int k_done = 0;
inline constexpr int k_failed = 1;
inline constexpr int k_misused = 2;

/// What all verbs share: the loaded plugins, how to print, who is asking.
class Session {
public:
    explicit Session(LoadedPlugins plugins) : m_plugins(std::move(plugins)) {}

    const LoadedPlugins &plugins() const { return m_plugins; }
    const Immutable<Registry> &registry() const { return m_plugins.registry; }

    bool json = false; ///< --format json

    /// Opens the project at @p path; with Access::Command one that is read-only is an Error.
    Result<std::unique_ptr<Project>> open(const std::string &path, Access access) const;
    /// A job whose progress is shown on stderr where that is a terminal, and that Ctrl+C cancels.
    JobContext job() const;

private:
    LoadedPlugins m_plugins;
};

/// Runs a verb: an exit status, or an Error that is printed with status 1 (2 for Misused).
using Action = std::function<Result<int>()>;

/// Declares a verb on @p app and sets @p action when it was chosen. One function per file.
void addNew(CLI::App &app, Session &session, Action &action);
void addImport(CLI::App &app, Session &session, Action &action);
void addPreview(CLI::App &app, Session &session, Action &action);
void addProfiles(CLI::App &app, Session &session, Action &action);
void addPlaces(CLI::App &app, Session &session, Action &action);
void addRasters(CLI::App &app, Session &session, Action &action);
void addInfo(CLI::App &app, Session &session, Action &action);
void addMark(CLI::App &app, Session &session, Action &action);
void addIndicators(CLI::App &app, Session &session, Action &action);
void addMilestones(CLI::App &app, Session &session, Action &action);
void addRun(CLI::App &app, Session &session, Action &action);
void addRuns(CLI::App &app, Session &session, Action &action);
void addRender(CLI::App &app, Session &session, Action &action);
void addPoster(CLI::App &app, Session &session, Action &action);
void addReport(CLI::App &app, Session &session, Action &action);
void addExport(CLI::App &app, Session &session, Action &action);
void addExports(CLI::App &app, Session &session, Action &action);
void addPhotos(CLI::App &app, Session &session, Action &action);
void addPhotoAttach(CLI::App &app, Session &session, Action &action);
void addCheck(CLI::App &app, Session &session, Action &action);
void addAreas(CLI::App &app, Session &session, Action &action);
void addPlugins(CLI::App &app, Session &session, Action &action);
void addHistory(CLI::App &app, Session &session, Action &action);
void addTargets(CLI::App &app, Session &session, Action &action);
void addTarget(CLI::App &app, Session &session, Action &action);
void addAlerts(CLI::App &app, Session &session, Action &action);
void addRectify(CLI::App &app, Session &session, Action &action);
void addCase(CLI::App &app, Session &session, Action &action);
void addReceipt(CLI::App &app, Session &session, Action &action);
void addVerify(CLI::App &app, Session &session, Action &action);
void addWhy(CLI::App &app, Session &session, Action &action);
void addTry(CLI::App &app, Session &session, Action &action);
void addCheapest(CLI::App &app, Session &session, Action &action);
void addSplit(CLI::App &app, Session &session, Action &action);
void addBacktest(CLI::App &app, Session &session, Action &action);
void addLag(CLI::App &app, Session &session, Action &action);
void addCalendar(CLI::App &app, Session &session, Action &action);
void addSetting(CLI::App &app, Session &session, Action &action);
void addStyle(CLI::App &app, Session &session, Action &action);
void addClose(CLI::App &app, Session &session, Action &action);

/// The target with @p label (or that number), of @p area where that is not empty. NotFound names those that are there;
/// Misused where several are meant.
Result<Target> findTarget(const Project &project, const std::string &label, const std::string &area);

/// Names of all verbs, to tell them from a project's path.
QStringList verbNames();

} // namespace cuntu::cli
