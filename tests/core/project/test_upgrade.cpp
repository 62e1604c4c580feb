// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "tests/support/lamp_programme.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <QFileInfo>
#include <QProcess>

namespace cuntu {
namespace {

/// Lays the ledger, the targets and the schemas of a project out as version 1 did.
const char *const k_asVersion1 = R"sql(
DROP TABLE cuntu_period;
DROP TABLE cuntu_case_step;
DROP TABLE cuntu_case;
CREATE TABLE new_target AS SELECT * FROM cuntu_target;
DROP TABLE cuntu_target;
CREATE TABLE cuntu_target (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    programme TEXT NOT NULL,
    indicator TEXT NOT NULL,
    area TEXT NOT NULL,
    parameters TEXT NOT NULL DEFAULT '{}',
    value REAL NOT NULL,
    start_date TEXT,
    due_date TEXT,
    due_text TEXT NOT NULL DEFAULT '',
    commitment TEXT NOT NULL DEFAULT 'ensure' CHECK (commitment IN ('ensure', 'strive')),
    lead_unit TEXT NOT NULL DEFAULT '',
    other_units TEXT NOT NULL DEFAULT '',
    responsible TEXT NOT NULL DEFAULT '',
    clause TEXT NOT NULL DEFAULT '',
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id),
    removed_by INTEGER REFERENCES cuntu_action(id)
);
INSERT INTO cuntu_target SELECT id, label, programme, indicator, area, parameters, value, start_date, due_date, due_text,
    commitment, lead_unit, other_units, responsible, clause, action_id, removed_by FROM new_target;
DROP TABLE new_target;
CREATE TABLE v1 AS SELECT e.*, (SELECT min(evidence_id) FROM cuntu_entry_evidence WHERE entry_id = e.id) AS evidence_id
    FROM cuntu_entry e;
DROP TRIGGER cuntu_entry_no_update;
DROP TRIGGER cuntu_entry_no_delete;
DROP TABLE cuntu_entry_evidence;
DROP TABLE cuntu_entry;
CREATE TABLE cuntu_entry (
    id INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL,
    action_id INTEGER NOT NULL REFERENCES cuntu_action(id),
    layer TEXT NOT NULL,
    feature_id INTEGER NOT NULL,
    status TEXT NOT NULL,
    effective_date TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    who TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    source TEXT NOT NULL DEFAULT '',
    rung TEXT NOT NULL DEFAULT 'reported' CHECK (rung IN ('reported', 'checked', 'certified')),
    evidence_id INTEGER REFERENCES cuntu_evidence(id),
    supersedes INTEGER REFERENCES cuntu_entry(id)
);
CREATE INDEX cuntu_entry_feature ON cuntu_entry (layer, feature_id);
CREATE TRIGGER cuntu_entry_no_update BEFORE UPDATE ON cuntu_entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER cuntu_entry_no_delete BEFORE DELETE ON cuntu_entry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
INSERT INTO cuntu_entry SELECT id, uuid, action_id, layer, feature_id, status, effective_date, recorded_at, who, note,
    source, rung, evidence_id, supersedes FROM v1;
DROP TABLE v1;
UPDATE cuntu_layer SET schema = json_set(json_remove(schema, '$.tracks'), '$.life_cycle',
    coalesce(json_extract(schema, '$.tracks[0].life_cycle'), ''));
DROP TABLE cuntu_import_profile;
DROP TABLE cuntu_place_name;
DROP TABLE cuntu_change;
DROP TABLE cuntu_export;
DROP TABLE cuntu_photo;
DROP TABLE cuntu_run;
PRAGMA user_version = 1;
)sql";

/// A project of version 1 with a settlement that was marked, corrected and marked again, with a photo.
class UpgradeTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto project = Project::create({m_file, {}, *Crs::fromEpsg(4527)}, m_registry);
        ASSERT_TRUE(project);
        ImportRequest import;
        import.role = QStringLiteral("settlements");
        import.file = m_scratch.write(QStringLiteral("s.csv"), "code,name,village_code,hh_registered,lon,lat\n"
                                                               "361199100200001,上湾,361199100200,30,117.05,28.05\n");
        ASSERT_TRUE((*project)->import(import, {}));
        MarkRequest mark;
        mark.layer = import.role;
        mark.features = {FeatureId{1}};
        mark.status = QStringLiteral("WIRED");
        mark.effective = *Day::fromIso(u"2019-03-01");
        mark.who = QStringLiteral("张工");
        mark.evidenceFiles = {m_scratch.write(QStringLiteral("照片.jpg"), "not really a picture")};
        ASSERT_TRUE((*project)->mark(mark));
        mark.evidenceFiles.clear();
        mark.effective = *Day::fromIso(u"2019-02-01");
        mark.supersedes = (*project)->history(import.role, FeatureId{1})->front().entry.id;
        ASSERT_TRUE((*project)->mark(mark));
        mark.supersedes = {};
        mark.status = QStringLiteral("LIT");
        mark.effective = *Day::fromIso(u"2019-06-01");
        ASSERT_TRUE((*project)->mark(mark));
        Target target;
        target.label = QStringLiteral("L01");
        target.programme = QStringLiteral("lamps");
        target.indicator = QStringLiteral("lit_rate");
        target.area = *AreaCode::parse(u"361199");
        target.value = 90;
        target.due = Day::fromIso(u"2020-12-31");
        target.leadUnit = QStringLiteral("住建局");
        ASSERT_TRUE((*project)->addTargets({target}, mark.who));
        m_before = answers(**project);
        project->reset();
        sqlite(QString::fromLatin1(k_asVersion1));
        ASSERT_EQ(sqlite(QStringLiteral("PRAGMA user_version")), QStringLiteral("1"));
    }

    /// Runs SQL with the sqlite3 program.
    QString sqlite(const QString &sql) const
    {
        QProcess process;
        process.start(QStringLiteral("sqlite3"), {m_file, sql});
        process.waitForFinished();
        EXPECT_EQ(process.readAllStandardError().toStdString(), "");
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    /// All that the project says of the settlement's lamps.
    static std::string answers(const Project &project)
    {
        const QString layer = QStringLiteral("settlements");
        const Track track{QStringLiteral("lamps"), layer, {}};
        std::string text;
        for (int day = 17900; day < 18100; ++day) {
            text += (*project.snapshot())->ledger().statusOn(track, {1}, Day::fromNumber(day)).toStdString() + ";";
        }
        const std::vector<RecordedEntry> history = *project.history(layer, FeatureId{1});
        for (const RecordedEntry &each : history) {
            text += each.entry.status.toStdString() + std::to_string(static_cast<int>(each.state)) +
                    std::to_string(each.entry.evidence.size()) + each.entry.track.programme.toStdString();
        }
        const std::vector<LayerInfo> layers = *project.layers();
        for (const LayerInfo &info : layers) {
            for (const LayerTrack &own : info.schema.tracks) {
                text += info.schema.id.toStdString() + own.programme.toStdString() + own.lifeCycle.toStdString();
            }
        }
        const std::vector<Target> targets = *project.targets();
        for (const Target &target : targets) {
            text += target.label.toStdString() + target.due->toIso().toStdString() + target.leadUnit.toStdString() +
                    std::to_string(target.value) + toString(target.state).toStdString();
        }
        return text;
    }

    test::Scratch m_scratch;
    Immutable<Registry> m_registry = test::lampRegistry();
    QString m_file = m_scratch.path(QStringLiteral("老 项目.cuntu"));
    std::string m_before;
};

TEST_F(UpgradeTest, KeepsEveryAnswerAndACopyOfTheOldFile)
{
    EXPECT_NE(m_before.find("settlementslampslighting"), std::string::npos) << m_before;
    {
        const auto project = Project::open(m_file, Access::ReadWrite, m_registry);
        ASSERT_TRUE(project) << project.error().toText().toStdString();
        EXPECT_EQ(answers(**project), m_before);
        ASSERT_TRUE((*project)->undo(QStringLiteral("张工"))) << "old actions can still be undone";
        EXPECT_NE(answers(**project), m_before);
        ASSERT_TRUE((*project)->redo(QStringLiteral("张工")));
    }
    EXPECT_EQ(sqlite(QStringLiteral("PRAGMA user_version")), QStringLiteral("5"));
    const QString backup = m_file + QStringLiteral(".backup-v1");
    ASSERT_TRUE(QFileInfo::exists(backup));
    const auto old = Project::open(backup, Access::ReadOnly, m_registry);
    ASSERT_TRUE(old) << old.error().toText().toStdString();
    EXPECT_EQ(answers(**old), m_before);
}

TEST_F(UpgradeTest, AnOldEditIsUndoneToo)
{
    sqlite(QStringLiteral(
        "UPDATE settlements SET hh_registered = 31 WHERE id = 1; "
        "INSERT INTO cuntu_action (recorded_at, who, kind, name, payload) VALUES ('2020-01-01T00:00:00Z', '', 'edit', "
        "'changed', '{\"layer\":\"settlements\",\"feature\":1,\"field\":\"hh_registered\",\"old\":30,\"new\":31}')"));
    const auto households = [this] { return sqlite(QStringLiteral("SELECT hh_registered FROM settlements")); };
    const auto project = Project::open(m_file, Access::ReadWrite, m_registry);
    ASSERT_TRUE(project) << project.error().toText().toStdString();
    ASSERT_FALSE((*project)->undo({})->isEmpty());
    EXPECT_EQ(households(), QStringLiteral("30"));
    ASSERT_FALSE((*project)->redo({})->isEmpty());
    EXPECT_EQ(households(), QStringLiteral("31"));
    EXPECT_EQ((*project)->changes(QStringLiteral("settlements"), FeatureId{1})->size(), 1U);
}

TEST_F(UpgradeTest, ReadingAloneLeavesTheOldFileAsItIs)
{
    const auto bytes = [this] {
        QFile file(m_file);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const QByteArray before = bytes();
    {
        const auto project = Project::open(m_file, Access::ReadOnly, m_registry);
        ASSERT_TRUE(project) << project.error().toText().toStdString();
        EXPECT_TRUE((*project)->isReadOnly());
        EXPECT_EQ((*project)->path(), m_file);
        EXPECT_EQ(answers(**project), m_before);
    }
    EXPECT_EQ(bytes(), before);
    EXPECT_FALSE(QFileInfo::exists(m_file + QStringLiteral(".backup-v1")));
}

TEST_F(UpgradeTest, AnEarlierCopyIsKept)
{
    m_scratch.write(QStringLiteral("老 项目.cuntu.backup-v1"), "kept");
    ASSERT_TRUE(Project::open(m_file, Access::ReadWrite, m_registry));
    EXPECT_EQ(QFileInfo(m_file + QStringLiteral(".backup-v1")).size(), 4);
    EXPECT_TRUE(QFileInfo::exists(m_file + QStringLiteral(".backup-v1-2")));
}

} // namespace
} // namespace cuntu
