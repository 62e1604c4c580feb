// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/feature_edit.h"
#include "core/project/layer_cache.h"
#include "core/project/mark_rules.h"
#include "core/project/project.h"
#include "core/project/project_lock.h"
#include "core/store/database.h"
#include "core/store/row_watch.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <atomic>
#include <mutex>

namespace cuntu {

/// Project over one SpatiaLite file.
///
/// One connection writes, guarded by a mutex; each reading job opens its own. In a write-ahead-log file (local disks)
/// readers and the writer do not wait for each other; at closing the log is folded in, so that a project at rest is a
/// single file.
class ProjectFile : public Project {
public:
    static Result<std::unique_ptr<Project>> create(const NewProject &request, Immutable<Registry> registry);
    static Result<std::unique_ptr<Project>> open(const QString &path, Access access, Immutable<Registry> registry);
    ~ProjectFile() override;

    QString path() const override { return m_path; }
    QString name() const override { return m_name; }
    Crs crs() const override;
    qint64 revision() const override { return m_revision; }
    bool isReadOnly() const override { return !m_writer; }
    QString readOnlyReason() const override { return m_readOnlyReason; }
    QString journalNote() const override { return m_journalNote; }
    const Registry &registry() const override { return *m_registry; }

    Result<std::vector<LayerInfo>> layers() const override;
    Result<Immutable<ProjectSnapshot>> snapshot() const override;
    Result<FeatureRow> feature(const QString &layer, FeatureId id) const override;
    Result<std::function<Result<bool>(FeatureRow &)>> features(const QString &layer,
                                                               std::optional<Day> asOf) const override;
    Result<std::vector<RecordedEntry>> history(const QString &layer, FeatureId id) const override;
    Result<std::map<EntryId, QString>> reporters(const std::vector<EntryId> &entries) const override;
    Result<FeatureId> findFeature(const QString &layer, const QString &key) const override;

    Result<ImportReport> import(const ImportRequest &request, const JobContext &job) override;
    Result<std::vector<ImportProfile>> importProfiles() const override;
    Result<void> saveImportProfile(const ImportProfile &profile, const QString &who) override;
    Result<void> removeImportProfile(const QString &id, const QString &who) override;
    Result<std::vector<PlaceName>> placeNames() const override;
    Result<void> removePlaceName(const QString &township, const QString &village, const QString &who) override;
    Result<std::vector<RecordedChange>> changes(const QString &layer, FeatureId id) const override;
    Result<ActionId> mark(const MarkRequest &request) override;
    Result<ActionId> markAll(const std::vector<MarkRequest> &requests) override;
    Result<std::vector<Error>> checkMarks(const std::vector<MarkRequest> &requests) const override;
    Result<QStringList> adopt(const QString &algorithm, const ParameterValues &parameters, Outcome outcome) override;
    Result<KeptRun> keepRun(NewRun run) override;
    Result<std::vector<KeptRun>> runs() const override;
    Result<void> renameRun(qint64 id, const QString &name, const QString &who) override;
    Result<void> removeRun(qint64 id, const QString &who) override;
    Result<ActionId> adoptRun(qint64 id, const QString &who) override;
    Result<void> removeLayer(const QString &layer, const QString &who) override;
    Result<void> setField(const QString &layer, FeatureId id, const QString &field, const Value &value,
                          const QString &who) override;
    Result<std::vector<Target>> targets() const override;
    Result<std::vector<Target>> targetsKnownOn(Instant moment) const override;
    Result<std::vector<TargetVersion>> targetVersions(qint64 id) const override;
    Result<std::vector<qint64>> addTargets(const std::vector<Target> &targets, const QString &who) override;
    Result<qint64> adjustTarget(const Target &target, const QString &who) override;
    Result<void> removeTarget(qint64 id, const QString &who) override;
    Result<void> closePeriod(Day until, const QString &reason, const QString &who) override;
    Result<std::vector<ClosedPeriod>> closedPeriods() const override;
    Result<std::vector<Case>> cases(CaseKind kind) const override;
    Result<qint64> listCase(const Case &item, const QString &who) override;
    Result<void> moveCase(qint64 id, const CaseStep &step, const QString &evidenceFile) override;
    Result<std::vector<Case>> refreshAlerts(const std::vector<Sighting> &seen, Day day, const QString &who) override;
    Result<std::vector<qint64>> addPhotos(const std::vector<NewPhoto> &photos, const QString &who) override;
    Result<void> attachPhoto(qint64 id, const QString &layer, FeatureId feature, const QString &who) override;
    Result<std::vector<Photo>> photos() const override;
    Result<QByteArray> photoBytes(qint64 id) const override;
    Result<void> addAreaEvent(const AreaEvent &event, const QString &who) override;
    Result<ActionId> applyAreaChanges(const AreaChanges &changes, const QString &who) override;
    Result<ActionId> repairGeometries(const QString &name, const std::vector<CheckFix> &fixes,
                                      const QString &who) override;
    /// See editFeatures(Project &, const EditRequest &).
    Result<EditReport> editFeatures(const EditRequest &request);
    Result<QString> style(const QString &layer) const override;
    Result<void> setStyle(const QString &layer, const QString &json) override;
    Result<QString> setting(const QString &key) const override;
    Result<void> setSetting(const QString &key, const QString &value) override;
    Result<std::vector<ActionInfo>> actions(int limit) const override;
    Result<QString> undo(const QString &who) override;
    Result<QString> redo(const QString &who) override;
    Result<void> recordUnmasking(const QString &who, const QString &what) override;
    Result<void> recordExport(const ExportRecord &record) override;
    Result<std::vector<ExportRecord>> exports() const override;
    void setChangeListener(std::function<void(const QStringList &)> listener) override;

private:
    explicit ProjectFile(QString path, Immutable<Registry> registry);

    /// What a writing action did.
    struct Change {
        QStringList layers;       ///< whose revision rises
        bool isTakenBack = false; ///< the file is to stay as it was
    };
    /// Runs @p body in one transaction, raises the revision, commits, and tells the listener. Anything that fails
    /// leaves the file as it was.
    Result<void> write(const std::function<Result<Change>(Database &)> &body);
    Result<void> announce(qint64 revision, const QStringList &layers, const RowWatch &watch, qint64 tables);

    Result<Database> openReader() const;
    Result<int> readVersion() const;
    Result<void> upgrade(Database &database, int version) const;
    Result<void> readUpgradedCopy(int version);
    Result<void> readFacts(const Database &database);
    Result<void> startWriting(const ProjectPlace &place, Access access);
    Result<void> recover(const ProjectPlace &place) const;
    Result<LayerSchema> storedSchema(const Database &database, const QString &layer) const;
    /// As storedSchema(); a declared layer without a table gets one.
    Result<LayerSchema> editedSchema(Database &database, const QString &layer, int srid);
    /// Enters @p requests, and makes @p edits, as one action of @p who called @p name (empty: what the requests say),
    /// with @p payload for undo.
    Result<ActionId> enter(const std::vector<MarkRequest> &requests, const std::vector<FeatureEdit> &edits,
                           const QString &who, const QString &name, QJsonObject payload);
    /// Makes @p edits as part of @p action of @p who.
    Result<std::vector<FeatureId>> makeEdits(Database &database, const std::vector<FeatureEdit> &edits, ActionId action,
                                             const QString &who, int srid);
    Result<MarkRules> markRules(const Immutable<ProjectSnapshot> &now) const;
    Result<void> fixCrs(Database &database, const Crs &crs);
    Result<Change> importLayer(Database &database, const ImportRequest &request, const LayerSchema &schema,
                               ActionId action, ImportReport &report, const JobContext &job);
    Result<Change> importRecords(Database &database, const ImportRequest &request, const LayerSchema &schema,
                                 const LayerSchema &about, ActionId action, ImportReport &report,
                                 const JobContext &job);
    Result<QString> reverse(const QString &who, bool undoing);

    QString m_path;
    Immutable<Registry> m_registry;
    QString m_name;
    Crs m_crs;
    mutable std::mutex m_factsMutex; ///< guards m_crs, m_listener, m_snapshot
    std::atomic<qint64> m_revision = 0;
    QString m_readOnlyReason;
    QString m_journalNote;
    bool m_immutable = false;
    std::shared_ptr<QTemporaryDir> m_copyFolder; ///< holds what is read where an older file cannot be upgraded in place
    QString m_readPath;                          ///< the file that is read; m_path but for such a copy
    std::optional<ProjectLock> m_lock;
    std::optional<Database> m_writer;
    std::mutex m_writeMutex;
    std::shared_ptr<SnapshotFolder> m_snapshotFolder;
    std::shared_ptr<LayerCache> m_cache;
    mutable Immutable<ProjectSnapshot> m_snapshot; ///< the newest one; may be null
    std::function<void(const QStringList &)> m_listener;
};

} // namespace cuntu
