// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshot_keeper.h"
#include "core/snapshot/vertex_detail.h"
#include "tests/support/scratch.h"
#include "tests/support/snapshot_builder.h"

#include <gtest/gtest.h>

#include <QFileInfo>

#include <random>

namespace cuntu {
namespace {

constexpr int k_rows = 20500; // enough for a file

/// Areas of random size, one in ten missing and one in ten with a hole, with a name, a number and a secret.
Immutable<LayerSnapshot> manyAreas()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> anywhere(0, 1000);
    test::SnapshotBuilder builder("village areas", GeometryType::Polygon);
    builder.text("name").number("count").text("phone");
    builder.schema().fields.back().personal = Personal::Name;
    for (int i = 0; i < k_rows; ++i) {
        const double x = anywhere(random);
        const double y = anywhere(random);
        const std::vector<Point> ring{{x, y}, {x + 9, y}, {x + 9, y + 9}, {x, y + 9}, {x, y}};
        const std::vector<Point> hole{{x + 3, y + 3}, {x + 5, y + 3}, {x + 5, y + 5}, {x + 3, y + 3}};
        if (i % 10 == 0) {
            builder.polygon({});
        } else if (i % 10 == 1) {
            builder.polygon({ring, hole});
        } else {
            builder.polygon({ring});
        }
        builder.cells({i % 7 == 0 ? "上湾" : "下湾", i % 13 == 0 ? std::nan("") : i * 0.25, "13800000000"});
    }
    return builder.build();
}

/// A project whose file is one byte, with a folder that holds @p layer, sealed.
QString projectWith(const test::Scratch &scratch, const LayerSnapshot &layer)
{
    const QString project = scratch.write(QStringLiteral("县.cuntu"), "x");
    SnapshotFolder folder(project);
    folder.own();
    folder.write(layer, {});
    folder.seal();
    return project;
}

TEST(SnapshotFolder, GivesBackShapesAndColumns)
{
    const test::Scratch scratch;
    const auto layer = manyAreas();
    const SnapshotFolder folder(projectWith(scratch, *layer));
    const auto shapes = folder.readShapes(layer->schema().id, layer->revision());
    ASSERT_TRUE(shapes);
    EXPECT_EQ(*shapes->ids, *layer->sharedIds());
    const PackedGeometry &read = *shapes->geometry;
    const PackedGeometry &whole = layer->geometry();
    EXPECT_EQ(read.type, whole.type);
    for (std::size_t row = 0; row < whole.size(); ++row) {
        ASSERT_EQ(read.hasGeometry(row), whole.hasGeometry(row));
        const Geometry a = read.geometry(row);
        const Geometry b = whole.geometry(row);
        ASSERT_TRUE(a.points == b.points && a.holes == b.holes && a.partCount() == b.partCount()) << row;
    }
    EXPECT_EQ(read.index.search({100, 100, 200, 150}), whole.index.search({100, 100, 200, 150}));
    EXPECT_FALSE(read.index.search({100, 100, 200, 150}).empty());
    EXPECT_TRUE(std::ranges::equal(read.detail().steps(), whole.detail().steps()));
    EXPECT_EQ(read.detail().leastStep(0.5), whole.detail().leastStep(0.5));

    const auto names = folder.readColumn(layer->schema().id, QStringLiteral("name"), layer->revision(), k_rows);
    const auto counts = folder.readColumn(layer->schema().id, QStringLiteral("count"), layer->revision(), k_rows);
    ASSERT_TRUE(names && counts);
    for (std::size_t row = 0; row < k_rows; ++row) {
        ASSERT_EQ(names->display(row), layer->column(QStringLiteral("name"))->display(row));
        ASSERT_EQ(counts->display(row), layer->column(QStringLiteral("count"))->display(row));
    }
}

TEST(SnapshotFolder, HoldsNothingPersonal)
{
    const test::Scratch scratch;
    const auto layer = manyAreas();
    const QString project = projectWith(scratch, *layer);
    EXPECT_FALSE(SnapshotFolder(project).readColumn(layer->schema().id, QStringLiteral("phone"), 1, k_rows));
    for (const QFileInfo &file : QDir(project + QStringLiteral("-cache")).entryInfoList(QDir::Files)) {
        QFile bytes(file.filePath());
        ASSERT_TRUE(bytes.open(QIODevice::ReadOnly));
        EXPECT_FALSE(bytes.readAll().contains("13800000000")) << file.fileName().toStdString();
    }
}

TEST(SnapshotFolder, KnowsARevision)
{
    const test::Scratch scratch;
    const auto layer = manyAreas();
    const SnapshotFolder folder(projectWith(scratch, *layer));
    EXPECT_FALSE(folder.readShapes(layer->schema().id, layer->revision() + 1));
    EXPECT_FALSE(folder.readColumn(layer->schema().id, QStringLiteral("name"), layer->revision() + 1, k_rows));
    EXPECT_FALSE(folder.readColumn(layer->schema().id, QStringLiteral("name"), layer->revision(), k_rows - 1));
    EXPECT_FALSE(folder.readShapes(QStringLiteral("another"), layer->revision()));
}

TEST(SnapshotFolder, DistrustsAProjectThatSomebodyElseChanged)
{
    const test::Scratch scratch;
    const auto layer = manyAreas();
    const QString project = projectWith(scratch, *layer);
    {
        QFile file(project);
        ASSERT_TRUE(file.open(QIODevice::Append));
        file.write("y");
    }
    SnapshotFolder folder(project);
    EXPECT_FALSE(folder.readShapes(layer->schema().id, layer->revision()));
    folder.own(); // throws all away
    EXPECT_TRUE(QDir(project + QStringLiteral("-cache")).isEmpty());
}

TEST(SnapshotFolder, DistrustsChangesThatAreInTheLogStill)
{
    const test::Scratch scratch;
    const auto layer = manyAreas();
    const QString project = projectWith(scratch, *layer);
    scratch.write(QStringLiteral("县.cuntu-wal"), "not empty");
    EXPECT_FALSE(SnapshotFolder(project).readShapes(layer->schema().id, layer->revision()));
}

TEST(SnapshotFolder, WritesNothingThatIsNotItsOwnOrNotWorthIt)
{
    const test::Scratch scratch;
    const QString project = scratch.write(QStringLiteral("县.cuntu"), "x");
    SnapshotFolder folder(project);
    folder.write(*manyAreas(), {});
    folder.seal();
    EXPECT_FALSE(QFileInfo::exists(project + QStringLiteral("-cache")));
    folder.own();
    folder.write(*test::SnapshotBuilder("few", GeometryType::Point).point(1, 2).build(), {});
    EXPECT_FALSE(QFileInfo::exists(project + QStringLiteral("-cache")));
}

TEST(SnapshotKeeper, WritesWhatRests)
{
    const test::Scratch scratch;
    const auto layer = manyAreas();
    const QString project = scratch.write(QStringLiteral("县.cuntu"), "x");
    auto folder = std::make_shared<SnapshotFolder>(project);
    folder->own();
    const auto names = [&] { return QDir(project + QStringLiteral("-cache")).entryList(QDir::Files); };
    {
        SnapshotKeeper keeper(folder, std::chrono::hours(1));
        keeper.keep(layer);
    }
    EXPECT_TRUE(names().isEmpty()) << "it ended before";
    {
        SnapshotKeeper keeper(folder, std::chrono::milliseconds(1));
        keeper.keep(layer);
        for (int i = 0; i < 1000 && names().size() < 3; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
    EXPECT_EQ(names().size(), 3) << "the shapes and two columns";
    folder->seal();
    EXPECT_TRUE(SnapshotFolder(project).readShapes(layer->schema().id, layer->revision()));
}

TEST(SnapshotFolder, DoesWithoutADamagedFile)
{
    const test::Scratch scratch;
    const auto layer = manyAreas();
    const QString project = projectWith(scratch, *layer);
    for (const QFileInfo &info : QDir(project + QStringLiteral("-cache")).entryInfoList({QStringLiteral("*.shapes")})) {
        QFile file(info.filePath());
        ASSERT_TRUE(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2));
        file.write("damage");
    }
    EXPECT_FALSE(SnapshotFolder(project).readShapes(layer->schema().id, layer->revision()));
}

TEST(PackedIndexParts, AreRefusedWhereTheyLeadOutOfThemselves)
{
    std::vector<Box> boxes;
    for (int i = 0; i < 500; ++i) {
        boxes.push_back({i * 1.0, 0, i + 0.5, 1});
    }
    const PackedIndex index(boxes);
    const PackedIndex::Parts &parts = index.parts();
    ASSERT_TRUE(PackedIndex::fromParts(parts));
    for (std::size_t i = 0; i < parts.children.size(); ++i) {
        auto children = parts.children.copy();
        children[i] = 1000000;
        auto wrong = parts;
        wrong.children = FlatArray(std::move(children));
        EXPECT_FALSE(PackedIndex::fromParts(std::move(wrong))) << i;
    }
    for (std::size_t i = 0; i < parts.levelEnds.size(); ++i) {
        auto ends = parts.levelEnds.copy();
        ends[i] += 1;
        auto wrong = parts;
        wrong.levelEnds = FlatArray(std::move(ends));
        EXPECT_FALSE(PackedIndex::fromParts(std::move(wrong))) << i;
    }
}

} // namespace
} // namespace cuntu
