// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/exports.h"
#include "maps/basemap/map_rasters.h"
#include "ui/window/session.h"
#include "ui/window/view_state.h"

namespace cuntu::ui {

/// What the user can do to the project: each one job and one transaction, told of in the log. GUI thread; returns at
/// once.
class ProjectActions : public QObject {
    Q_OBJECT

public:
    ProjectActions(Session &session, ViewState &view, Settings &settings, JobRunner &jobs, MessageLog &log);

    /// Marks features; where the day lies after the shown one, that day is shown, so that the change is seen.
    void mark(const MarkRequest &request);
    void undo();
    void redo();
    /// Imports a file; imported() or importFailed() follows.
    void import(const ImportRequest &request);
    void setField(const QString &layer, FeatureId feature, const QString &field, const Value &value);
    void setStyle(const QString &layer, const QString &json);
    void removeLayer(const QString &layer);
    /// Judges all targets on @p day and keeps as alerts what is in danger; that cannot be taken back.
    void lookForAlerts(Day day);
    void listCase(const Case &item, const QString &who);
    void moveCase(qint64 id, const CaseStep &step, const QString &evidenceFile);
    void addTargets(const std::vector<Target> &targets, const QString &who);
    /// Target::reason says why.
    void adjustTarget(const Target &target, const QString &who);
    /// Takes a target that was entered by mistake out, with all its versions.
    void removeTarget(const Target &target);
    /// What is entered about the time until @p until from now on needs a reason; that cannot be taken back.
    void closePeriod(Day until, const QString &reason, const QString &who);
    /// Puts rasters below the map, each as lookAtRaster() finds it; files that are none are reported.
    void addRasters(const QStringList &files);
    /// Keeps @p rasters in the place of those that the project has.
    void setRasters(const std::vector<MapRaster> &rasters);
    /// Keeps how files of a shape are imported.
    void keepProfile(const ImportProfile &profile);
    /// Writes what @p order asks for to a file, which is recorded; exported() follows.
    void exportData(const ExportOrder &order);
    /// Writes the project to @p folder as QGIS opens it, masked and as it looks now; exported() follows.
    void exportQgis(const QString &folder);
    /// Adds pictures to the project; photosAdded() follows.
    void addPhotos(const std::vector<NewPhoto> &photos, const QString &who);
    /// Says that a picture shows a feature.
    void attachPhoto(qint64 photo, const QString &layer, FeatureId feature);
    /// Enters the steps that a kept result proposes into the ledger.
    void adoptRun(qint64 run, const QString &who);
    void renameRun(qint64 run, const QString &name);
    void removeRun(qint64 run);
    /// Records that personal fields of a feature were shown; @p shown is called when that is in the file.
    void recordUnmasking(const QString &what, const std::function<void()> &shown);

    /// True while an import runs: another one waits.
    bool isImporting() const { return m_importing; }

Q_SIGNALS:
    void imported(const QString &file, const cuntu::ImportReport &report);
    void importFailed(const QString &file, const cuntu::Error &error);
    void marked();
    void exported(const QString &file);
    void photosAdded(int count);

private:
    /// Runs @p work on the project and says @p success, or the error.
    void change(const QString &title, std::function<Result<QString>(Project &, const JobContext &)> work);

    void runExportJob(const ExportOrder &order, const QString &title,
                      std::function<Result<ExportOutcome>(Project &, const JobContext &)> work);

    Session &m_session;
    ViewState &m_view;
    Settings &m_settings;
    JobRunner &m_jobs;
    MessageLog &m_log;
    bool m_importing = false;
};

} // namespace cuntu::ui
