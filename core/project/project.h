// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/plugin/registry.h"
#include "core/snapshot/project_snapshot.h"

#include <functional>
#include <memory>

namespace cuntu {

/// How a project may be opened.
enum class Access {
    ReadWrite, ///< a session with readers beside the writer: write-ahead log on a local disk
    Command,   ///< one writing command: rollback journal, so that a refused command leaves the file byte for byte as it
               ///< was
    ReadOnly,
};

/// A layer that has a table in the project.
struct LayerInfo {
    LayerSchema schema;
    QString role; ///< import role: the layer's id, or "layer" for a plain one
    Crs crs;      ///< the project's; invalid while the project has none
    qint64 features = 0;
    qint64 revision = 0;
};

/// What a new project starts with.
struct NewProject {
    QString path;
    QString name; ///< empty: the file's base name
    Crs crs;      ///< invalid: chosen by the first data that have a position
};

/// One marking: features that reached a status on a day.
struct MarkRequest {
    QString layer;
    QString programme; ///< whose life cycle; empty: the only one of the layer that has the status
    std::vector<FeatureId> features;
    QString status; ///< id
    Day effective;
    QString who;
    QString role; ///< in which capacity; may be empty
    QString note;
    QString source;            ///< screen, file or "command line"
    QString document;          ///< number of the paper it rests on; may be empty
    QStringList evidenceFiles; ///< copied into the project
    std::optional<FieldPosition> position;
    Rung rung = Rung::Reported;
    EntryId supersedes; ///< corrects this entry (single feature only); none: a new statement
};

/// What an import is asked to do.
struct ImportRequest {
    QString file;
    QString role; ///< "townships", ..., a plugin's layer, "targets", "area_events", "progress:LAYER", or "layer:NAME"
    QMap<QString, QString> fieldMap;
    QString encoding;
    std::optional<Crs> sourceCrs;
    QString sheet;
    QString rejectsFile; ///< empty: beside the project, named after both
    bool strict = false; ///< take nothing if one row fails
    QString who;
    QString programme; ///< whose statuses the file names; empty: of whichever life cycle has the word
    QString status;    ///< given to features for which the file names none; empty: nothing is said about them
    std::optional<Day> statusDate; ///< with `status`: since when
};

/// What an import did.
struct ImportReport {
    QString layer;
    qint64 read = 0;
    qint64 taken = 0;   ///< new and updated
    qint64 updated = 0; ///< of those, ones whose key was there already
    qint64 rejected = 0;
    std::vector<RowFinding> findings; ///< rejected rows and warnings, in the order of the file; at most 10,000 are kept
    qint64 warnings = 0;
    QString encoding;
    QString crs;
    QString rejectsFile; ///< empty where no row was rejected
    QStringList notes;   ///< what was assumed, sentences
};

/// A user action as the undo list shows it.
struct ActionInfo {
    ActionId id;
    QString kind; ///< "new", "import", "mark", "undo", "redo", "target", "style", ...
    QString name; ///< a sentence
    QString who;
    Instant recorded;
    bool undone = false;
    bool canUndo = false; ///< it stands, can be taken back, and no import or removal came after it
};

/// One opened project file. The object may be used from any thread; writing actions queue up, one after the other, each
/// one transaction. Reading is through snapshot(), which never waits for a writer.
class CUNTU_CORE_EXPORT Project {
public:
    /// Makes a new file. Conflict where one exists, ReadOnly/DiskFull/NotFound where it cannot be written.
    static Result<std::unique_ptr<Project>> create(const NewProject &request, Immutable<Registry> registry);
    /// Opens a file. Upgrades an older schema after copying the file to NAME.backup-vN; NewerVersion for a newer one;
    /// Unreadable for what is no project. Where another program holds it, or file or folder cannot be written, it is
    /// opened read-only and readOnlyReason() says why and who; a caller that must write checks isReadOnly().
    static Result<std::unique_ptr<Project>> open(const QString &path, Access access, Immutable<Registry> registry);
    virtual ~Project() = default;

    virtual QString path() const = 0;
    virtual QString name() const = 0;
    virtual Crs crs() const = 0; ///< invalid while nothing with a position was loaded
    virtual qint64 revision() const = 0;
    virtual bool isReadOnly() const = 0;
    virtual QString readOnlyReason() const = 0;
    /// Which journal the file uses and why, one sentence.
    virtual QString journalNote() const = 0;
    virtual const Registry &registry() const = 0;

    /// Layers that have a table, areas first, then the host's, then plugins', then plain ones.
    virtual Result<std::vector<LayerInfo>> layers() const = 0;
    /// The project as it is now. Cheap: layers are loaded when asked for and shared between snapshots.
    virtual Result<Immutable<ProjectSnapshot>> snapshot() const = 0;
    /// All fields of one feature, personal ones included, for the register form. NotFound.
    virtual Result<FeatureRow> feature(const QString &layer, FeatureId id) const = 0;
    /// A source of all features of a layer in the order of their ids, with where they stand today: each call fills the
    /// row it is given, whose memory is used again; false at the end. It may outlive the project; of one thread.
    virtual Result<std::function<Result<bool>(FeatureRow &)>> features(const QString &layer) const = 0;
    /// All that the ledger says of a feature, in the order of recording, for all programmes.
    virtual Result<std::vector<RecordedEntry>> history(const QString &layer, FeatureId id) const = 0;
    /// Feature with @p key in the layer's key field, or with that number as id. NotFound names the nearest.
    virtual Result<FeatureId> findFeature(const QString &layer, const QString &key) const = 0;

    /// Imports a file in one transaction: whole or not at all.
    virtual Result<ImportReport> import(const ImportRequest &request, const JobContext &job) = 0;
    /// Adds entries to the ledger. Steps the life cycle does not allow are Invalid (initial entries may jump, DOMAIN
    /// B.0.3).
    virtual Result<ActionId> mark(const MarkRequest &request) = 0;
    /// Stores an algorithm's layers as plain layers with their provenance.
    virtual Result<QStringList> adopt(const QString &algorithm, const ParameterValues &parameters, Outcome outcome) = 0;
    virtual Result<void> removeLayer(const QString &layer, const QString &who) = 0;
    virtual Result<void> setField(const QString &layer, FeatureId id, const QString &field, const Value &value,
                                  const QString &who) = 0;

    virtual Result<std::vector<Target>> targets() const = 0;
    virtual Result<qint64> addTarget(const Target &target, const QString &who) = 0;

    /// Adds an event to the history of areas (merger, split, new code or name).
    virtual Result<void> addAreaEvent(const AreaEvent &event, const QString &who) = 0;

    /// Look of a layer as JSON (maps/style); empty: the default.
    virtual Result<QString> style(const QString &layer) const = 0;
    virtual Result<void> setStyle(const QString &layer, const QString &json) = 0;
    virtual Result<QString> setting(const QString &key) const = 0;
    virtual Result<void> setSetting(const QString &key, const QString &value) = 0;

    /// Latest actions first, at most @p limit.
    virtual Result<std::vector<ActionInfo>> actions(int limit) const = 0;
    /// Takes back the last action that can be (marks are retracted by new entries; edits and targets are reversed). The
    /// result is its name; empty where there is nothing to undo.
    virtual Result<QString> undo(const QString &who) = 0;
    virtual Result<QString> redo(const QString &who) = 0;

    /// Writes that personal data left the project: who, what, where to.
    virtual Result<void> recordUnmasking(const QString &who, const QString &what) = 0;

    /// Called after each change with the ids of the layers that changed, on the thread that changed them.
    virtual void setChangeListener(std::function<void(const QStringList &layers)> listener) = 0;
};

} // namespace cuntu
