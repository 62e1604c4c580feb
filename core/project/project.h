// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/ledger/closed_period.h"
#include "core/oversight/alert.h"
#include "core/plugin/registry.h"
#include "core/project/kept_run.h"
#include "core/snapshot/project_snapshot.h"
#include "core/store/export_record.h"
#include "core/store/photo.h"
#include "core/store/recorded_change.h"

#include <functional>
#include <map>
#include <memory>

namespace cuntu {

struct AreaChanges;

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

/// A figure that was measured on a feature.
struct MeasuredValue {
    QString measure; ///< id; empty: see LifeCycle::findMeasure()
    double value = 0;
};

/// One marking: features that reached a status on a day, or on which something was measured, or both.
struct MarkRequest {
    QString layer;
    QString programme; ///< whose life cycle; empty: the only one of the layer that has the status
    std::vector<FeatureId> features;
    QString status; ///< id; empty: nothing is said of it, only `values`
    std::vector<MeasuredValue> values;
    Day effective;
    QString who;
    QString role; ///< in which capacity; may be empty
    QString note;
    QString source;            ///< screen, file or "command line"
    QString document;          ///< number of the paper it rests on; may be empty
    QStringList evidenceFiles; ///< copied into the project
    std::optional<FieldPosition> position;
    Rung rung = Rung::Reported;
    EntryId supersedes; ///< corrects this entry (single feature, a status or one value); none: a new statement
    qint64 row = 0;     ///< of the list it came from, for messages; 0: none
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
    std::optional<Day> statusDate;     ///< with `status`: since when
    RowRules rules;                    ///< what is done to the rows before they are checked
    std::vector<PlaceName> placeNames; ///< what names in the file mean; kept for later imports
    bool isProposal = false;           ///< only says what it would do
};

/// Something about a feature that an import changed, or would change.
struct ImportedChange {
    qint64 row = 0; ///< of the file
    FeatureId feature;
    QString key;   ///< of the feature; its number where it has none
    QString field; ///< name; "position" for where it is
    QString old;   ///< as shown; personal ones masked
    QString now;
};

/// A feature of the layer that a file does not have, although it speaks of its village.
struct MissingFeature {
    FeatureId feature;
    QString key;
    QString name; ///< empty where the layer's names are personal
};

/// What an import did.
struct ImportReport {
    QString layer;
    qint64 read = 0;
    qint64 taken = 0;   ///< new and updated
    qint64 updated = 0; ///< of those, ones that were there already
    qint64 changed = 0; ///< of those, ones that the file says something new of
    qint64 rejected = 0;
    qint64 leftOut = 0; ///< rows that the request's rules leave out; counted neither as read nor as rejected
    qint64 missing = 0; ///< features of villages in the file that the file does not have; they stay as they are
    std::vector<ImportedChange> changes;         ///< at most 10,000
    std::vector<MissingFeature> missingFeatures; ///< at most 10,000
    std::vector<UnknownPlace> unknownPlaces;     ///< for which rows were rejected; most rows first
    std::vector<UnknownWord> unknownWords;       ///< that were taken for nothing; most rows first
    std::vector<RowFinding> findings; ///< rejected rows and warnings, in the order of the file; at most 10,000 are kept
    qint64 warnings = 0;
    QString encoding;
    QString crs;
    QString rejectsFile; ///< empty where no row was rejected
    QStringList notes;   ///< what was assumed, sentences
};

/// A picture on its way into the project.
struct NewPhoto {
    QString file;
    Photo photo; ///< number, name and digest are given by the project
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
    /// With @p asOf where they stand on that day.
    virtual Result<std::function<Result<bool>(FeatureRow &)>>
    features(const QString &layer, std::optional<Day> asOf = std::nullopt) const = 0;
    /// All that the ledger says of a feature, in the order of recording, for all programmes.
    virtual Result<std::vector<RecordedEntry>> history(const QString &layer, FeatureId id) const = 0;
    /// Who recorded each of @p entries; those that are not there are left out.
    virtual Result<std::map<EntryId, QString>> reporters(const std::vector<EntryId> &entries) const = 0;
    /// Feature with @p key in the layer's key field, or with that number as id. NotFound names the nearest.
    virtual Result<FeatureId> findFeature(const QString &layer, const QString &key) const = 0;

    /// Imports a file in one transaction: whole or not at all. A proposal does all of it and takes it back.
    virtual Result<ImportReport> import(const ImportRequest &request, const JobContext &job) = 0;
    /// How files of known shapes are imported: the project's own profiles by name, then those of the registry.
    virtual Result<std::vector<ImportProfile>> importProfiles() const = 0;
    /// Keeps @p profile, in the place of one with the same id. Invalid without an id or with an unknown role.
    virtual Result<void> saveImportProfile(const ImportProfile &profile, const QString &who) = 0;
    /// NotFound where the project has none of that id.
    virtual Result<void> removeImportProfile(const QString &id, const QString &who) = 0;
    /// Names of places whose meaning somebody said, by township and village.
    virtual Result<std::vector<PlaceName>> placeNames() const = 0;
    /// Forgets the meaning of a name. NotFound.
    virtual Result<void> removePlaceName(const QString &township, const QString &village, const QString &who) = 0;
    /// What became of a feature's fields, in the order of recording.
    virtual Result<std::vector<RecordedChange>> changes(const QString &layer, FeatureId id) const = 0;
    /// Adds entries to the ledger. Steps the life cycle does not allow are Invalid (initial entries may jump, DOMAIN
    /// B.0.3).
    virtual Result<ActionId> mark(const MarkRequest &request) = 0;
    /// As mark() for a list, in its order: all of it or nothing. A refusal lists what is wrong with which row in its
    /// details.
    virtual Result<ActionId> markAll(const std::vector<MarkRequest> &requests) = 0;
    /// Stores an algorithm's layers as plain layers with their provenance, instead of those that it made before.
    virtual Result<QStringList> adopt(const QString &algorithm, const ParameterValues &parameters, Outcome outcome) = 0;
    virtual Result<void> removeLayer(const QString &layer, const QString &who) = 0;
    virtual Result<void> setField(const QString &layer, FeatureId id, const QString &field, const Value &value,
                                  const QString &who) = 0;

    /// Targets that hold, in the order in which they were first entered.
    virtual Result<std::vector<Target>> targets() const = 0;
    /// Targets as they held at the end of @p moment.
    virtual Result<std::vector<Target>> targetsKnownOn(Instant moment) const = 0;
    /// All versions of the target of which @p id is one, oldest first. NotFound.
    virtual Result<std::vector<TargetVersion>> targetVersions(qint64 id) const = 0;
    /// Adds targets as one action; the result are their numbers. Invalid names the rule (core/project/target_rules.h).
    virtual Result<std::vector<qint64>> addTargets(const std::vector<Target> &targets, const QString &who) = 0;
    /// Replaces the version @p target.id by @p target, whose `reason` must be given; the old one stays in the history.
    /// The result is the new number. Conflict where @p target.id is no version that holds.
    virtual Result<qint64> adjustTarget(const Target &target, const QString &who) = 0;
    /// Takes a target that was entered by mistake out, with all its versions.
    virtual Result<void> removeTarget(qint64 id, const QString &who) = 0;

    /// Closes the time until @p until: what is entered about it later needs a note. Invalid without a reason, or where
    /// it is closed already; OutOfRange for a day that is not over.
    virtual Result<void> closePeriod(Day until, const QString &reason, const QString &who) = 0;
    virtual Result<std::vector<ClosedPeriod>> closedPeriods() const = 0;

    /// Alerts, or the rectification ledger, in the order of entering.
    virtual Result<std::vector<Case>> cases(CaseKind kind) const = 0;
    /// Lists an item for rectification (its steps are left out of account) and gives its number.
    virtual Result<qint64> listCase(const Case &item, const QString &who) = 0;
    /// Takes a case a step further; see checkStep() for what is refused. @p evidenceFile: copied into the project;
    /// empty: none.
    virtual Result<void> moveCase(qint64 id, const CaseStep &step, const QString &evidenceFile) = 0;
    /// Compares the alerts with what rules see on @p day, keeps what changed, and gives all alerts.
    virtual Result<std::vector<Case>> refreshAlerts(const std::vector<Sighting> &seen, Day day, const QString &who) = 0;

    /// Adds pictures as one action: their files are copied into the project, the same bytes once. Gives their numbers.
    virtual Result<std::vector<qint64>> addPhotos(const std::vector<NewPhoto> &photos, const QString &who) = 0;
    /// Says that picture @p id shows feature @p feature of @p layer; of no layer: nothing. NotFound.
    virtual Result<void> attachPhoto(qint64 id, const QString &layer, FeatureId feature, const QString &who) = 0;
    /// Pictures in the order of adding, without their bytes.
    virtual Result<std::vector<Photo>> photos() const = 0;
    /// The bytes of a picture as they were in its file. NotFound.
    virtual Result<QByteArray> photoBytes(qint64 id) const = 0;

    /// Adds an event to the history of areas (merger, split, new code or name).
    virtual Result<void> addAreaEvent(const AreaEvent &event, const QString &who) = 0;
    /// Takes the list of areas over that @p changes (core/areas/area_changes.h) was made from: its events, the areas
    /// that are new, the last day of those that are gone. Invalid where there is nothing to take over.
    virtual Result<ActionId> applyAreaChanges(const AreaChanges &changes, const QString &who) = 0;

    /// Gives features other geometries, as one action called @p name that can be undone; what changed of each is kept
    /// with it. NotFound for a feature that is not there, Invalid for a geometry of another kind than the layer's.
    virtual Result<ActionId> repairGeometries(const QString &name, const std::vector<CheckFix> &fixes,
                                              const QString &who) = 0;

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
    /// Writes that data left the project, masked or not. ReadOnly where the file cannot be written.
    virtual Result<void> recordExport(const ExportRecord &record) = 0;
    /// All that left the project: exports and unmaskings, the latest first.
    virtual Result<std::vector<ExportRecord>> exports() const = 0;

    /// Called after each change with the ids of the layers that changed, on the thread that changed them.
    virtual void setChangeListener(std::function<void(const QStringList &layers)> listener) = 0;

    /// Keeps a result beside others of the same algorithm: its layers get ids of their own. Conflict where another one
    /// has the name.
    virtual Result<KeptRun> keepRun(NewRun run) = 0;
    /// Results that are kept, in the order of keeping.
    virtual Result<std::vector<KeptRun>> runs() const = 0;
    /// Gives a kept result and its layers another name. NotFound, Conflict, Invalid for an empty one.
    virtual Result<void> renameRun(qint64 id, const QString &name, const QString &who) = 0;
    /// Takes a kept result out, with its layers. NotFound.
    virtual Result<void> removeRun(qint64 id, const QString &who) = 0;
    /// Enters the steps that a kept result proposes into the ledger, as one action: all of them but those at which the
    /// features are already, or nothing. Refusals name rule and row, as markAll() does; Invalid where nothing is left.
    virtual Result<ActionId> adoptRun(qint64 id, const QString &who) = 0;
    /// What markAll() would refuse, each with its row; empty: nothing.
    virtual Result<std::vector<Error>> checkMarks(const std::vector<MarkRequest> &requests) const = 0;
};

} // namespace cuntu
