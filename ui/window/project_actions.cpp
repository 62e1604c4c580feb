// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/project_actions.h"

#include "core/project/figures.h"
#include "ui/content/qgis_folder.h"

#include <QFileInfo>

#include <algorithm>

namespace cuntu::ui {

ProjectActions::ProjectActions(Session &session, ViewState &view, Settings &settings, JobRunner &jobs, MessageLog &log)
    : m_session(session), m_view(view), m_settings(settings), m_jobs(jobs), m_log(log)
{
}

void ProjectActions::change(const QString &title, std::function<Result<QString>(Project &, const JobContext &)> work)
{
    if (!m_session.hasProject()) {
        return;
    }
    m_jobs.run(
        JobRunner::Kind::Shown, title, this,
        [project = m_session.project(), work = std::move(work)](const JobContext &job) { return work(*project, job); },
        [this](const Result<QString> &said) {
            if (!said) {
                m_log.fail(said.error());
            } else if (!said->isEmpty()) {
                m_log.info(*said);
            }
        });
}

void ProjectActions::mark(const MarkRequest &request)
{
    if (!m_session.hasProject()) {
        return;
    }
    m_settings.setWho(request.who);
    m_jobs.run(
        JobRunner::Kind::Shown, tr("Marking"), this,
        [project = m_session.project(), request](const JobContext &) { return project->mark(request); },
        [this, request](const Result<ActionId> &done) {
            if (!done) {
                m_log.fail(done.error());
                return;
            }
            m_log.info(
                tr("%n marked, as of %1. Ctrl+Z takes it back.", nullptr, static_cast<int>(request.features.size()))
                    .arg(request.effective.toText()));
            if (request.effective > m_view.asOf()) {
                m_view.setAsOf(request.effective);
            }
            Q_EMIT marked();
        });
}

void ProjectActions::undo()
{
    change(tr("Undo"), [who = m_settings.who()](Project &project, const JobContext &) -> Result<QString> {
        auto name = project.undo(who);
        if (!name) {
            return name.error();
        }
        return name->isEmpty() ? tr("There is nothing to undo.") : tr("Undone: %1").arg(*name);
    });
}

void ProjectActions::redo()
{
    change(tr("Redo"), [who = m_settings.who()](Project &project, const JobContext &) -> Result<QString> {
        auto name = project.redo(who);
        if (!name) {
            return name.error();
        }
        return name->isEmpty() ? tr("There is nothing to redo.") : tr("Done again: %1").arg(*name);
    });
}

void ProjectActions::import(const ImportRequest &request)
{
    if (!m_session.hasProject() || m_importing) {
        return;
    }
    m_importing = true;
    m_jobs.run(
        JobRunner::Kind::Shown, tr("Importing %1").arg(QFileInfo(request.file).fileName()), this,
        [project = m_session.project(), request](const JobContext &job) { return project->import(request, job); },
        [this, request](const Result<ImportReport> &report) {
            m_importing = false;
            if (!report) {
                m_log.fail(report.error());
                Q_EMIT importFailed(request.file, report.error());
                return;
            }
            m_log.info(tr("%1: %2 rows read, %3 taken, %4 rejected")
                           .arg(QFileInfo(request.file).fileName())
                           .arg(report->read)
                           .arg(report->taken)
                           .arg(report->rejected));
            Q_EMIT imported(request.file, *report);
        });
}

void ProjectActions::setField(const QString &layer, FeatureId feature, const QString &field, const Value &value)
{
    change(tr("Changing a field"),
           [layer, feature, field, value, who = m_settings.who()](Project &project,
                                                                  const JobContext &) -> Result<QString> {
               auto done = project.setField(layer, feature, field, value, who);
               return done ? Result<QString>(tr("Changed. Ctrl+Z takes it back.")) : Result<QString>(done.error());
           });
}

void ProjectActions::setStyle(const QString &layer, const QString &json)
{
    change(tr("Keeping the style"), [layer, json](Project &project, const JobContext &) -> Result<QString> {
        auto done = project.setStyle(layer, json);
        return done ? Result<QString>(QString()) : Result<QString>(done.error());
    });
}

void ProjectActions::removeLayer(const QString &layer)
{
    change(tr("Removing a layer"),
           [layer, who = m_settings.who()](Project &project, const JobContext &) -> Result<QString> {
               auto done = project.removeLayer(layer, who);
               return done ? Result<QString>(tr("Layer %1 was removed.").arg(layer)) : Result<QString>(done.error());
           });
}

void ProjectActions::lookForAlerts(Day day)
{
    const Immutable<ProjectState> state = m_session.state();
    if (!state) {
        return;
    }
    change(tr("Looking for alerts"),
           [state, day, who = m_settings.who()](Project &project, const JobContext &job) -> Result<QString> {
               // A target that cannot be judged stops it: what nobody looked at must not count as settled.
               auto milestones = computeMilestones(*state->snapshot, *state->registry, state->targets, {}, day, job);
               auto alerts = milestones ? project.refreshAlerts(sightings(*milestones), day, who)
                                        : Result<std::vector<Case>>(milestones.error());
               if (!alerts) {
                   return alerts.error();
               }
               const auto open =
                   std::count_if(alerts->begin(), alerts->end(), [](const Case &alert) { return !isSettled(alert); });
               return tr("%n alert(s) open as of %1.", nullptr, static_cast<int>(open)).arg(day.toText());
           });
}

void ProjectActions::listCase(const Case &item, const QString &who)
{
    m_settings.setWho(who);
    change(tr("Listing a problem"), [item, who](Project &project, const JobContext &) -> Result<QString> {
        auto id = project.listCase(item, who);
        return id ? Result<QString>(tr("Listed as case %1. Ctrl+Z takes it back.").arg(*id))
                  : Result<QString>(id.error());
    });
}

void ProjectActions::moveCase(qint64 id, const CaseStep &step, const QString &evidenceFile)
{
    m_settings.setWho(step.who);
    change(tr("Taking a case further"),
           [id, step, evidenceFile](Project &project, const JobContext &) -> Result<QString> {
               auto moved = project.moveCase(id, step, evidenceFile);
               return moved ? Result<QString>(tr("The step is recorded. Ctrl+Z takes it back."))
                            : Result<QString>(moved.error());
           });
}

void ProjectActions::addTargets(const std::vector<Target> &targets, const QString &who)
{
    m_settings.setWho(who);
    change(tr("Adding targets"), [targets, who](Project &project, const JobContext &) -> Result<QString> {
        auto ids = project.addTargets(targets, who);
        return ids ? Result<QString>(
                         tr("%n target(s) added. Ctrl+Z takes it back.", nullptr, static_cast<int>(ids->size())))
                   : Result<QString>(ids.error());
    });
}

void ProjectActions::adjustTarget(const Target &target, const QString &who)
{
    m_settings.setWho(who);
    change(tr("Adjusting a target"), [target, who](Project &project, const JobContext &) -> Result<QString> {
        auto id = project.adjustTarget(target, who);
        return id ? Result<QString>(tr("Target %1 is adjusted; the version before is kept. Ctrl+Z takes it back.")
                                        .arg(target.label))
                  : Result<QString>(id.error());
    });
}

void ProjectActions::removeTarget(const Target &target)
{
    change(tr("Removing a target"), [target, who = m_settings.who()](Project &project, const JobContext &) {
        auto removed = project.removeTarget(target.id, who);
        return removed ? Result<QString>(tr("Target %1 is removed. Ctrl+Z takes it back.").arg(target.label))
                       : Result<QString>(removed.error());
    });
}

void ProjectActions::closePeriod(Day until, const QString &reason, const QString &who)
{
    m_settings.setWho(who);
    change(tr("Closing a period"), [until, reason, who](Project &project, const JobContext &) {
        auto closed = project.closePeriod(until, reason, who);
        return closed
                   ? Result<QString>(tr("The time until %1 is closed; what is entered about it later needs a reason.")
                                         .arg(until.toIso()))
                   : Result<QString>(closed.error());
    });
}

void ProjectActions::addRasters(const QStringList &files)
{
    change(tr("Adding rasters"), [files](Project &project, const JobContext &) -> Result<QString> {
        const QString key = QString::fromUtf16(k_rastersSetting);
        auto kept = project.setting(key);
        if (!kept) {
            return kept.error();
        }
        std::vector<MapRaster> rasters = rastersFromSetting(*kept, project.path());
        for (const QString &file : files) {
            auto raster = lookAtRaster(file);
            if (!raster) {
                return raster.error();
            }
            std::erase_if(rasters, [&](const MapRaster &each) { return each.file == raster->file; });
            rasters.push_back(*raster);
        }
        auto done = project.setSetting(key, rastersToSetting(rasters, project.path()));
        return done
                   ? Result<QString>(tr("%n rasters lie below the map now.", nullptr, static_cast<int>(rasters.size())))
                   : Result<QString>(done.error());
    });
}

void ProjectActions::setRasters(const std::vector<MapRaster> &rasters)
{
    change(tr("Changing the rasters"), [rasters](Project &project, const JobContext &) -> Result<QString> {
        auto done = project.setSetting(QString::fromUtf16(k_rastersSetting), rastersToSetting(rasters, project.path()));
        return done ? Result<QString>(QString()) : Result<QString>(done.error());
    });
}

void ProjectActions::keepProfile(const ImportProfile &profile)
{
    change(tr("Keeping the import profile"),
           [profile, who = m_settings.who()](Project &project, const JobContext &) -> Result<QString> {
               auto done = project.saveImportProfile(profile, who);
               return done ? Result<QString>(tr("The import profile %1 is kept.").arg(profile.id))
                           : Result<QString>(done.error());
           });
}

void ProjectActions::runExportJob(const ExportOrder &order, const QString &title,
                                  std::function<Result<ExportOutcome>(Project &, const JobContext &)> work)
{
    if (!m_session.hasProject()) {
        return;
    }
    m_jobs.run(
        JobRunner::Kind::Shown, title, this,
        [project = m_session.project(), work = std::move(work)](const JobContext &job) { return work(*project, job); },
        [this, file = order.file](const Result<ExportOutcome> &outcome) {
            if (!outcome) {
                m_log.fail(outcome.error());
                return;
            }
            m_log.info(tr("%n written to %1", nullptr, static_cast<int>(outcome->features)).arg(file));
            for (const QString &note : outcome->notes) {
                m_log.warn(note);
            }
            Q_EMIT exported(file);
        });
}

void ProjectActions::exportData(const ExportOrder &order)
{
    runExportJob(order, tr("Exporting %1").arg(QFileInfo(order.file).fileName()),
                 [order](Project &project, const JobContext &job) { return runExport(project, order, job); });
}

void ProjectActions::exportQgis(const QString &folder)
{
    ExportOrder order;
    order.what = QStringLiteral("project");
    order.file = folder;
    order.asOf = m_view.asOf();
    order.who = m_settings.who();
    const LayerArrangement arrangement{m_view.look().order, m_view.look().hidden};
    runExportJob(order, tr("Writing a QGIS project"), [order, arrangement](Project &project, const JobContext &job) {
        return exportQgisFolder(project, order, arrangement, job);
    });
}

void ProjectActions::addPhotos(const std::vector<NewPhoto> &photos, const QString &who)
{
    if (!m_session.hasProject()) {
        return;
    }
    m_settings.setWho(who);
    m_jobs.run(
        JobRunner::Kind::Shown, tr("Adding photos"), this,
        [project = m_session.project(), photos, who](const JobContext &) { return project->addPhotos(photos, who); },
        [this](const Result<std::vector<qint64>> &ids) {
            if (!ids) {
                m_log.fail(ids.error());
                return;
            }
            const int count = static_cast<int>(ids->size());
            m_log.info(tr("%n photo(s) added. Ctrl+Z takes it back.", nullptr, count));
            Q_EMIT photosAdded(count);
        });
}

void ProjectActions::attachPhoto(qint64 photo, const QString &layer, FeatureId feature)
{
    change(tr("Attaching a photo"),
           [photo, layer, feature, who = m_settings.who()](Project &project, const JobContext &) {
               auto done = project.attachPhoto(photo, layer, feature, who);
               return done ? Result<QString>(tr("Attached. Ctrl+Z takes it back.")) : Result<QString>(done.error());
           });
}

void ProjectActions::adoptRun(qint64 run, const QString &who)
{
    m_settings.setWho(who);
    change(tr("Entering the steps"), [run, who](Project &project, const JobContext &) -> Result<QString> {
        auto done = project.adoptRun(run, who);
        return done ? Result<QString>(tr("The result's steps are in the ledger. Ctrl+Z takes them back."))
                    : Result<QString>(done.error());
    });
}

void ProjectActions::renameRun(qint64 run, const QString &name)
{
    change(tr("Renaming"),
           [run, name, who = m_settings.who()](Project &project, const JobContext &) -> Result<QString> {
               auto done = project.renameRun(run, name, who);
               return done ? Result<QString>(QString()) : Result<QString>(done.error());
           });
}

void ProjectActions::removeRun(qint64 run)
{
    change(tr("Removing"), [run, who = m_settings.who()](Project &project, const JobContext &) -> Result<QString> {
        auto done = project.removeRun(run, who);
        return done ? Result<QString>(tr("The result was removed with its layers. Ctrl+Z brings it back."))
                    : Result<QString>(done.error());
    });
}

void ProjectActions::recordUnmasking(const QString &what, const std::function<void()> &shown)
{
    m_jobs.run(
        JobRunner::Kind::Quiet, tr("Recording who looks"), this,
        [project = m_session.project(), what, who = m_settings.who()](const JobContext &) -> Result<bool> {
            auto done = project->recordUnmasking(who, what);
            return done ? Result<bool>(true) : Result<bool>(done.error());
        },
        [this, shown](const Result<bool> &done) {
            if (!done) {
                m_log.fail(done.error());
                return;
            }
            m_log.info(tr("Personal data were shown; that is recorded in the project."));
            shown();
        });
}

} // namespace cuntu::ui
