// SPDX-License-Identifier: GPL-3.0-or-later
// A million households; the file is made by the bench's make_region.py (--scale prefecture).
#include "io_support.h"

#include <chrono>
#include <iostream>

namespace cuntu {
namespace {

using namespace test;

TEST(Speed, AMillionHouseholdsAreReadAndCheckedInSeconds)
{
    const QString folder = qEnvironmentVariable("CUNTU_REGION");
    const QString file = folder + QStringLiteral("/households.csv");
    if (folder.isEmpty() || !QFileInfo::exists(file)) {
        GTEST_SKIP() << "CUNTU_REGION names no folder with a made region";
    }
    const LayerSchema schema = hostLayer("households");
    const auto start = std::chrono::steady_clock::now();
    const auto elapsed = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    auto source = Source::open({file, {}, {}, {}, {}}, &schema, {});
    ASSERT_TRUE(source) << source.error().toText().toStdString();
    auto checker =
        RowChecker::create((*source)->info(), {&schema, {}, nullptr, *Crs::fromEpsg(4526), Day::today(), {}, false});
    ASSERT_TRUE(checker);
    std::vector<SourceRow> rows(2000);
    std::vector<FeatureRow> taken;
    std::vector<RowFinding> findings;
    qint64 count = 0;
    double reading = 0;
    for (bool more = true; more;) {
        const double before = elapsed();
        std::size_t size = 0;
        while (size < rows.size() && (more = *(*source)->next(rows[size]))) {
            ++size;
        }
        reading += elapsed() - before;
        rows.resize(size);
        taken.clear();
        checker->check(rows, taken, findings);
        rows.resize(2000);
        count += static_cast<qint64>(taken.size());
    }
    const double seconds = elapsed();
    std::cout << count << " rows in " << seconds << " s, of which reading " << reading << " s; findings "
              << findings.size() << '\n';
    if (!findings.empty()) {
        std::cout << findings[0].row << ' ' << findings[0].column.toStdString() << ' '
                  << findings[0].reason.toStdString() << '\n';
    }
    EXPECT_EQ(count, 1'000'000);
#ifdef NDEBUG
    EXPECT_LT(seconds, 2.5);
#endif
}

} // namespace
} // namespace cuntu
