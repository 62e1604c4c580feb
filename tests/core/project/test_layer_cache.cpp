// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/layer_cache.h"
#include "tests/support/scratch.h"
#include "tests/support/snapshot_builder.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using namespace Qt::StringLiterals;

/// A project that cannot be read: what comes, comes from the files beside it.
Result<Database> noTables()
{
    return Error{ErrorCode::Unreadable, u"no tables"_s, {}, {}, {}, {}};
}

Immutable<LayerSnapshot> places()
{
    test::SnapshotBuilder builder("places", GeometryType::Point);
    builder.number("count").text("name");
    for (int i = 0; i < static_cast<int>(SnapshotFolder::k_leastFeatures); ++i) {
        builder.point(i % 200, i / 200).cells({i, "上湾"});
    }
    return builder.build();
}

struct Beside {
    test::Scratch scratch;
    QString project = scratch.write(u"县.cuntu"_s, "x");
    Immutable<LayerSnapshot> layer = places();

    Beside()
    {
        SnapshotFolder folder(project);
        folder.own();
        folder.write(*layer, {});
        folder.seal();
    }
    LayerRequest request(const QStringList &fields) const
    {
        return {layer->schema(), layer->crs(), layer->revision(), fields};
    }
};

TEST(LayerCache, GetsAlongWithoutTheTablesWhereTheFilesHaveAll)
{
    const Beside beside;
    LayerCache cache(noTables, std::make_shared<SnapshotFolder>(beside.project));
    const auto shapes = cache.load(beside.request({}), {});
    ASSERT_TRUE(shapes);
    EXPECT_EQ((*shapes)->size(), beside.layer->size());
    EXPECT_TRUE((*shapes)->columns().empty());
    const auto counts = cache.load(beside.request({u"count"_s}), {});
    ASSERT_TRUE(counts);
    EXPECT_EQ((*counts)->column(u"count"_s)->number(777), 777);
    EXPECT_EQ(&(*counts)->geometry(), &(*shapes)->geometry()) << "shared";
    EXPECT_EQ(cache.load(beside.request({u"count"_s}), {}).value(), *counts) << "kept";
}

TEST(LayerCache, AsksTheTablesForAnotherRevision)
{
    const Beside beside;
    LayerCache cache(noTables, std::make_shared<SnapshotFolder>(beside.project));
    LayerRequest later = beside.request({});
    ++later.revision;
    const auto loaded = cache.load(later, {});
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().sentence, u"no tables"_s);
}

} // namespace
} // namespace cuntu
