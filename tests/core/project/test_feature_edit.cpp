// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/as_known.h"
#include "core/project/line_features.h"
#include "core/snapshot/vertex_detail.h"
#include "core/store/database.h"

#include "tests/support/cable_layer.h"

#include "lamp_project.h"

#include <cmath>
#include <random>

namespace cuntu {
namespace {

using test::day;

constexpr double k_east = 39'544'000;
constexpr double k_north = 3'142'000;
const QString k_cables = QStringLiteral("cables");

Geometry line(std::initializer_list<Point> metres)
{
    Geometry made;
    made.type = GeometryType::Line;
    std::vector<Point> points;
    for (const Point &point : metres) {
        points.push_back({point.x + k_east, point.y + k_north});
    }
    made.addPart(points);
    return made;
}

class FeatureEditTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto project = Project::create({file(), {}, *Crs::fromEpsg(4527)}, m_registry);
        ASSERT_TRUE(project);
        m_project = std::move(*project);
        m_long = add("L1", line({{0, 0}, {600, 0}, {1000, 0}}),
                     {{QStringLiteral("length_km"), 1.2},
                      {QStringLiteral("poles"), std::int64_t{11}},
                      {QStringLiteral("width_m"), 3.5}});
        m_other = add("L2", line({{1000, 0}, {1000, 500}}), {{QStringLiteral("length_km"), 0.5}});
    }
    QString file() const { return m_scratch.path(QStringLiteral("p.cuntu")); }
    FeatureId add(const char *code, const Geometry &geometry, std::map<QString, Value> fields = {})
    {
        FeatureEdit edit;
        edit.kind = FeatureEdit::Kind::Add;
        edit.layer = k_cables;
        edit.geometry = geometry;
        fields[QStringLiteral("code")] = std::string(code);
        edit.fields = std::move(fields);
        const auto report = editFeatures(*m_project, {QStringLiteral("add"), QStringLiteral("李工"), {edit}});
        EXPECT_TRUE(report) << report.error().toText().toStdString();
        return report ? report->features.front() : FeatureId{};
    }
    static FeatureEdit change(FeatureId feature, std::optional<Geometry> geometry, std::map<QString, Value> fields = {})
    {
        FeatureEdit edit;
        edit.layer = k_cables;
        edit.feature = feature;
        edit.geometry = std::move(geometry);
        edit.fields = std::move(fields);
        return edit;
    }
    static FeatureEdit removal(FeatureId feature, bool takenBack = false)
    {
        FeatureEdit edit;
        edit.kind = FeatureEdit::Kind::Remove;
        edit.layer = k_cables;
        edit.feature = feature;
        edit.ledger.isTakenBack = takenBack;
        return edit;
    }
    Result<EditReport> edit(std::vector<FeatureEdit> edits)
    {
        return editFeatures(*m_project, {QStringLiteral("change"), QStringLiteral("李工"), std::move(edits)});
    }
    void mark(FeatureId feature, const char *status, const char *on, double cable_km = -1)
    {
        MarkRequest request;
        request.layer = k_cables;
        request.features = {feature};
        request.status = QString::fromLatin1(status);
        request.effective = day(on);
        request.who = QStringLiteral("王村");
        request.note = QStringLiteral("n");
        if (cable_km >= 0) {
            request.values = {{QStringLiteral("cable"), cable_km}};
        }
        const auto done = m_project->mark(request);
        ASSERT_TRUE(done) << done.error().toText().toStdString();
    }
    FeatureRow row(FeatureId feature) const
    {
        const auto found = m_project->feature(k_cables, feature);
        EXPECT_TRUE(found);
        return found ? *found : FeatureRow();
    }
    Value value(FeatureId feature, int field) const { return row(feature).values.at(static_cast<std::size_t>(field)); }
    qint64 sql(const QString &query) const
    {
        const auto database = Database::open(file(), Database::Mode::ReadOnly);
        const auto found = database ? database->integer(query) : Result<qint64>(database.error());
        EXPECT_TRUE(found) << query.toStdString();
        return found.value_or(-1);
    }
    /// Metres of cable that stand as @p status, and kilometres of cable laid, summed over what is drawn.
    std::pair<double, double> figures(const char *status, const char *on, std::optional<Instant> known = {}) const
    {
        const auto then = asKnown(*m_project->snapshot(), known, Rung::Reported);
        const auto layer = then->layer(k_cables, {}, {});
        double drawn = 0;
        double laid = 0;
        for (std::size_t i = 0; i < (*layer)->size(); ++i) {
            const FeatureId id = (*layer)->id(i);
            const Geometry geometry = (*layer)->geometry().geometry(i);
            double length = 0;
            for (std::size_t k = 1; k < geometry.points.size(); ++k) {
                length += std::hypot(geometry.points[k].x - geometry.points[k - 1].x,
                                     geometry.points[k].y - geometry.points[k - 1].y);
            }
            const Track track{QStringLiteral("lamps"), k_cables, {}};
            drawn += then->ledger().statusOn(track, id, day(on)) == QLatin1String(status) ? length : 0;
            const auto held =
                then->ledger().standingOn({track.programme, k_cables, QStringLiteral("cable")}, id, day(on));
            laid += held && held->value ? *held->value : 0;
        }
        return {drawn, laid};
    }

    test::Scratch m_scratch;
    Immutable<Registry> m_registry = test::cableRegistry();
    std::unique_ptr<Project> m_project;
    FeatureId m_long;
    FeatureId m_other;
};

TEST_F(FeatureEditTest, AnAddedFeatureIsInTableIndexAndHistoryAndGoesWithUndo)
{
    EXPECT_EQ(sql(QStringLiteral("SELECT count(*) FROM cables")), 2);
    EXPECT_EQ(sql(QStringLiteral("SELECT count(*) FROM idx_cables_geom WHERE pkid = %1").arg(m_other.value)), 1);
    EXPECT_EQ(sql(QStringLiteral("SELECT count(DISTINCT uuid) FROM cables WHERE length(uuid) = 16")), 2);
    const auto changes = m_project->changes(k_cables, m_other);
    ASSERT_TRUE(changes);
    ASSERT_EQ(changes->size(), 1U) << "one line, not one a field";
    EXPECT_EQ(changes->front().field, QStringLiteral("id"));
    EXPECT_EQ(changes->front().who, QStringLiteral("李工"));
    const FeatureRow before = row(m_other);
    const QByteArray uuid =
        QByteArray::number(sql(QStringLiteral("SELECT unicode(hex(uuid)) FROM cables WHERE id = 2")));
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_EQ(m_project->feature(k_cables, m_other).error().code, ErrorCode::NotFound);
    EXPECT_EQ(sql(QStringLiteral("SELECT count(*) FROM idx_cables_geom WHERE pkid = %1").arg(m_other.value)), 0);
    ASSERT_TRUE(m_project->redo({}));
    EXPECT_EQ(row(m_other).geometry, before.geometry);
    EXPECT_EQ(row(m_other).values, before.values);
    EXPECT_EQ(sql(QStringLiteral("SELECT count(*) FROM idx_cables_geom WHERE pkid = %1").arg(m_other.value)), 1);
    EXPECT_EQ(QByteArray::number(sql(QStringLiteral("SELECT unicode(hex(uuid)) FROM cables WHERE id = 2"))), uuid);
}

const QStringList k_allFields{QStringLiteral("code"), QStringLiteral("name"), QStringLiteral("length_km"),
                              QStringLiteral("poles"), QStringLiteral("width_m")};

void expectSame(const LayerSnapshot &one, const LayerSnapshot &other)
{
    ASSERT_EQ(*one.sharedIds(), *other.sharedIds());
    EXPECT_EQ(one.revision(), other.revision());
    for (std::size_t row = 0; row < one.size(); ++row) {
        EXPECT_EQ(one.geometry().geometry(row), other.geometry().geometry(row)) << row;
        EXPECT_EQ(one.geometry().boxes[row], other.geometry().boxes[row]) << row;
        for (const QString &field : k_allFields) {
            EXPECT_EQ(one.column(field)->display(row), other.column(field)->display(row)) << field.toStdString();
        }
    }
    for (const QString &field : k_allFields) {
        EXPECT_EQ(one.column(field)->distinct(), other.column(field)->distinct()) << field.toStdString();
    }
    const Box part{k_east, k_north, k_east + 300, k_north + 300};
    EXPECT_EQ(one.geometry().index.search(part), other.geometry().index.search(part));
    EXPECT_EQ(one.geometry().detail().steps().copy(), other.geometry().detail().steps().copy());
}

TEST_F(FeatureEditTest, WhatIsKnownAfterEditsIsWhatReadingAnewGives)
{
    std::mt19937 random(20201231);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
    const auto somewhere = [&] {
        const auto x = static_cast<double>(pick(0, 900));
        return line({{x, static_cast<double>(pick(0, 900))}, {x + 5, 7}, {x + 50, static_cast<double>(pick(0, 60))}});
    };
    std::vector<FeatureId> there{m_long, m_other};
    for (int round = 0; round < 150; ++round) {
        SCOPED_TRACE(round);
        const int what = pick(0, 9);
        const FeatureId some = there[static_cast<std::size_t>(pick(0, static_cast<int>(there.size()) - 1))];
        const Value name = what % 2 == 0 ? Value(std::string(1, static_cast<char>('a' + pick(0, 3)))) : Value();
        if (what <= 2) {
            there.push_back(add(("N" + std::to_string(round)).c_str(), somewhere(), {{QStringLiteral("name"), name}}));
        } else if (what == 3 && there.size() > 2) {
            ASSERT_TRUE(edit({removal(some)}));
            std::erase(there, some);
        } else if (what == 4 || what == 5) {
            ASSERT_TRUE(edit({change(some, somewhere(), {{QStringLiteral("poles"), std::int64_t{round}}})}));
        } else if (what <= 7) {
            ASSERT_TRUE(
                edit({change(some, {}, {{QStringLiteral("width_m"), 1.0 + round}, {QStringLiteral("name"), name}})}));
        } else if (what == 8) {
            EXPECT_FALSE(edit({change(some, {}, {{QStringLiteral("width_m"), -1.0}})})) << "nothing came of it";
        } else {
            ASSERT_TRUE(m_project->undo({}));
            ASSERT_TRUE(pick(0, 1) == 0 || m_project->redo({}));
        }
        const auto all = (*m_project->snapshot())->layer(k_cables, k_allFields, {});
        ASSERT_TRUE(all);
        const auto other = Project::open(file(), Access::ReadOnly, m_registry);
        ASSERT_TRUE(other) << other.error().toText().toStdString();
        const auto anew = (*(*other)->snapshot())->layer(k_cables, k_allFields, {});
        ASSERT_TRUE(anew);
        expectSame(**all, **anew);
        there = *(*anew)->sharedIds();
    }
}

TEST_F(FeatureEditTest, ACellThatChangesLeavesTheShapesWhereTheyAre)
{
    const auto layer = [&] { return (*m_project->snapshot())->layer(k_cables, k_allFields, {}).value(); };
    const auto before = layer();
    ASSERT_TRUE(edit({change(m_other, {}, {{QStringLiteral("name"), std::string("乙")}})}));
    const auto now = layer();
    EXPECT_EQ(now->sharedGeometry(), before->sharedGeometry());
    EXPECT_EQ(now->column(QStringLiteral("name"))->display(1), QStringLiteral("乙"));
    EXPECT_EQ(before->column(QStringLiteral("name"))->display(1), QString()) << "who has the old one goes on with it";
    ASSERT_TRUE(m_project->removeLayer(k_cables, {}));
    m_other = add("L9", line({{0, 0}, {5, 5}}));
    EXPECT_EQ(layer()->size(), 1U) << "a table made anew has nothing of the one before";
}

TEST_F(FeatureEditTest, ANumberIsNeverGivenTwice)
{
    mark(m_other, "DARK", "2020-01-01");
    ASSERT_TRUE(edit({removal(m_other, true)}));
    EXPECT_NE(add("L3", line({{0, 9}, {9, 9}})), m_other);
}

TEST_F(FeatureEditTest, GeometryAndFieldsChangeTogetherAndTheIndexFollows)
{
    const FeatureRow before = row(m_long);
    ASSERT_TRUE(edit({change(m_long, line({{0, 0}, {0, 700}}), {{QStringLiteral("width_m"), 4.5}}),
                      change(m_other, {}, {{QStringLiteral("name"), std::string("乙")}})}));
    EXPECT_EQ(row(m_long).geometry, line({{0, 0}, {0, 700}}));
    EXPECT_EQ(value(m_long, 4), Value(4.5));
    const QString box = QStringLiteral("SELECT count(*) FROM idx_cables_geom WHERE pkid = 1 AND ymax > %1")
                            .arg(k_north + 690, 0, 'f', 1);
    EXPECT_EQ(sql(box), 1);
    EXPECT_EQ(m_project->changes(k_cables, m_long)->size(), 3U);
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_EQ(row(m_long).geometry, before.geometry);
    EXPECT_EQ(row(m_long).values, before.values);
    EXPECT_EQ(value(m_other, 1), Value());
    EXPECT_EQ(sql(box), 0);
    ASSERT_TRUE(m_project->redo({}));
    EXPECT_EQ(value(m_long, 4), Value(4.5));
}

TEST_F(FeatureEditTest, WhatDoesNotFitIsRefusedAndNothingChanges)
{
    const qint64 revision = m_project->revision();
    const auto refusal = [&](const FeatureEdit &wrong) {
        return edit({change(m_other, line({{0, 0}, {5, 5}})), wrong});
    };
    Geometry point = Geometry::point({k_east, k_north});
    EXPECT_EQ(refusal(change(m_long, point)).error().code, ErrorCode::Invalid);
    EXPECT_EQ(refusal(change(m_long, Geometry())).error().code, ErrorCode::Invalid);
    EXPECT_EQ(refusal(change(m_long, line({{1, 1}, {1, 1}}))).error().code, ErrorCode::Invalid);
    EXPECT_EQ(refusal(change(m_long, line({{1, 1}, {std::nan(""), 1}}))).error().code, ErrorCode::Invalid);
    EXPECT_EQ(refusal(change(m_long, {}, {{QStringLiteral("width_m"), -1.0}})).error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(refusal(change(m_long, {}, {{QStringLiteral("width_m"), std::string("x")}})).error().code,
              ErrorCode::Invalid);
    EXPECT_EQ(refusal(change(m_long, {}, {{QStringLiteral("no"), 1.0}})).error().code, ErrorCode::NotFound);
    EXPECT_EQ(refusal(change(m_long, {}, {{QStringLiteral("code"), std::string("L2")}})).error().code,
              ErrorCode::Conflict);
    EXPECT_EQ(refusal(change({99}, {})).error().code, ErrorCode::NotFound);
    EXPECT_EQ(refusal(change(m_other, {})).error().code, ErrorCode::Invalid) << "named twice";
    EXPECT_EQ(edit({change(m_long, row(m_long).geometry)}).error().code, ErrorCode::Invalid) << "changes nothing";
    EXPECT_EQ(m_project->revision(), revision);
    EXPECT_EQ(row(m_other).geometry, line({{1000, 0}, {1000, 500}}));
}

TEST_F(FeatureEditTest, AReadOnlyProjectSaysSo)
{
    m_project.reset();
    auto reading = Project::open(file(), Access::ReadOnly, m_registry);
    ASSERT_TRUE(reading);
    m_project = std::move(*reading);
    EXPECT_EQ(edit({removal(m_long)}).error().code, ErrorCode::ReadOnly);
}

TEST_F(FeatureEditTest, WhatTheLedgerSpeaksOfIsRemovedOnlyAsAnErrorAndComesBackWithUndo)
{
    mark(m_long, "DARK", "2020-01-01");
    mark(m_long, "WIRED", "2021-01-01");
    const auto before = figures("WIRED", "2022-01-01");
    EXPECT_EQ(edit({removal(m_long)}).error().code, ErrorCode::Conflict);
    ASSERT_TRUE(edit({removal(m_long, true)}));
    EXPECT_EQ(figures("WIRED", "2022-01-01").first, 0);
    const auto history = m_project->history(k_cables, m_long);
    ASSERT_TRUE(history);
    EXPECT_EQ(history->size(), 4U) << "nothing is deleted from the ledger";
    EXPECT_EQ(history->at(0).state, EntryState::Withdrawn);
    EXPECT_EQ(history->at(2).state, EntryState::Spent);
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_EQ(figures("WIRED", "2022-01-01"), before);
    ASSERT_TRUE(m_project->redo({}));
    EXPECT_EQ(figures("WIRED", "2022-01-01").first, 0);
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_EQ(figures("WIRED", "2022-01-01"), before);
}

TEST_F(FeatureEditTest, ASplitLeavesTheFiguresOfEveryDayAsTheyWere)
{
    mark(m_long, "DARK", "2020-01-01", 0.2);
    mark(m_long, "WIRED", "2021-01-01", 0.8);
    mark(m_long, "LIT", "2022-01-01");
    const Instant known = Instant::now();
    const std::vector<std::pair<const char *, const char *>> asked{
        {"DARK", "2020-06-01"}, {"WIRED", "2021-06-01"}, {"LIT", "2023-01-01"}, {"LIT", "2021-06-01"}};
    std::vector<std::pair<double, double>> before;
    for (const auto &[status, on] : asked) {
        before.push_back(figures(status, on));
    }
    const auto split = splitFeature(*m_project, k_cables, m_long, {k_east + 250, k_north + 40}, QStringLiteral("李工"));
    ASSERT_TRUE(split) << split.error().toText().toStdString();
    const FeatureId part = split->features.at(1);
    EXPECT_EQ(split->features.at(0), m_long);
    EXPECT_EQ(value(m_long, 0), Value(std::string("L1")));
    EXPECT_EQ(value(part, 0), Value(std::string("L1-2")));
    EXPECT_EQ(row(m_long).geometry, line({{0, 0}, {250, 0}}));
    EXPECT_EQ(row(part).geometry, line({{250, 0}, {600, 0}, {1000, 0}}));
    EXPECT_NEAR(std::get<double>(value(m_long, 2)), 0.3, 1e-4) << "a quarter of 1.2 km";
    EXPECT_DOUBLE_EQ(std::get<double>(value(m_long, 2)) + std::get<double>(value(part, 2)), 1.2);
    EXPECT_EQ(std::get<std::int64_t>(value(m_long, 3)) + std::get<std::int64_t>(value(part, 3)), 11);
    EXPECT_EQ(value(part, 4), Value(3.5)) << "a width is not shared";
    for (std::size_t i = 0; i < asked.size(); ++i) {
        const auto after = figures(asked[i].first, asked[i].second);
        EXPECT_NEAR(after.first, before[i].first, 1e-6) << asked[i].second;
        EXPECT_NEAR(after.second, before[i].second, 1e-12) << asked[i].second;
        const auto asKnownThen = figures(asked[i].first, asked[i].second, known);
        EXPECT_NEAR(asKnownThen.first, before[i].first, 1e-6) << "as it was known before the split";
        EXPECT_NEAR(asKnownThen.second, before[i].second, 1e-12);
    }
    const auto history = m_project->history(k_cables, part);
    ASSERT_EQ(history->size(), 5U);
    EXPECT_EQ(history->front().entry.who, QStringLiteral("王村"));
    EXPECT_TRUE(history->front().entry.note.contains(QStringLiteral("L1")));
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_EQ(figures("LIT", "2023-01-01"), before[2]);
    EXPECT_EQ(value(m_long, 2), Value(1.2));
    ASSERT_TRUE(m_project->redo({}));
    EXPECT_NEAR(figures("LIT", "2023-01-01").first, before[2].first, 1e-6);
    EXPECT_NEAR(figures("LIT", "2023-01-01").second, before[2].second, 1e-12);
}

TEST_F(FeatureEditTest, MergedPartsOfASplitAreWhatTheyWere)
{
    mark(m_long, "DARK", "2020-01-01", 0.2);
    mark(m_long, "WIRED", "2021-01-01", 0.8);
    const auto wired = figures("WIRED", "2022-01-01");
    const auto split = splitFeature(*m_project, k_cables, m_long, {k_east + 600, k_north}, {});
    ASSERT_TRUE(split);
    const auto merged = mergeFeatures(*m_project, k_cables, m_long, split->features[1], 0, false, {});
    ASSERT_TRUE(merged) << merged.error().toText().toStdString();
    EXPECT_EQ(row(m_long).geometry, line({{0, 0}, {600, 0}, {1000, 0}}));
    EXPECT_EQ(value(m_long, 2), Value(1.2));
    EXPECT_EQ(value(m_long, 3), Value(std::int64_t{11}));
    const auto after = figures("WIRED", "2022-01-01");
    EXPECT_NEAR(after.first, wired.first, 1e-6);
    EXPECT_NEAR(after.second, wired.second, 1e-12);
}

TEST_F(FeatureEditTest, LinesOfDifferentHistoryMergeOnlyWhenThatIsSaid)
{
    mark(m_long, "DARK", "2020-01-01");
    mark(m_other, "DARK", "2020-03-01");
    const auto refused = mergeFeatures(*m_project, k_cables, m_long, m_other, 0, false, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
    EXPECT_TRUE(refused.error().sentence.contains(QStringLiteral("2020-01-01")))
        << refused.error().sentence.toStdString();
    ASSERT_TRUE(mergeFeatures(*m_project, k_cables, m_long, m_other, 0, true, {}));
    EXPECT_NEAR(figures("DARK", "2020-02-01").first, 1500, 1e-6);
    EXPECT_EQ(std::get<double>(value(m_long, 2)), 1.7);
}

TEST_F(FeatureEditTest, ALineIsTurnedRound)
{
    ASSERT_TRUE(reverseFeature(*m_project, k_cables, m_long, {}));
    EXPECT_EQ(row(m_long).geometry, line({{1000, 0}, {600, 0}, {0, 0}}));
    EXPECT_EQ(splitFeature(*m_project, k_cables, m_long, {k_east - 50, k_north}, {}).error().code, ErrorCode::Invalid);
}

} // namespace
} // namespace cuntu
