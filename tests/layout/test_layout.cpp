// SPDX-License-Identifier: GPL-3.0-or-later
#include "include_rules.h"
#include "text_rules.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace cuntu::layout {
namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string>;

/// A small tree on disk with the given files, gone afterwards.
class Planted {
public:
    explicit Planted(const Files &files)
    {
        std::string name = (fs::temp_directory_path() / "cuntu_layout_XXXXXX").string();
        m_root = ::mkdtemp(name.data());
        for (const auto &[path, content] : files) {
            fs::create_directories((m_root / path).parent_path());
            std::ofstream(m_root / path) << content;
        }
    }
    ~Planted() { fs::remove_all(m_root); }
    Planted(const Planted &) = delete;
    Planted &operator=(const Planted &) = delete;

    Tree tree() const { return readTree(m_root, {"core", "maps", "ui", "plugins"}); }

private:
    fs::path m_root;
};

Tree ourTree(const std::vector<std::string> &folders)
{
    Tree tree = readTree(CUNTU_SOURCE_DIR, folders);
    std::erase_if(tree, [](const SourceFile &file) { return file.path.starts_with("tests/data/"); });
    return tree;
}

const std::vector<std::string> k_code{"core", "maps", "ui", "plugins", "sample-data"};
const std::vector<std::string> k_sources{"core", "maps", "ui", "plugins", "cmake", "tests", "sample-data/generator"};

std::set<std::string> publicHeaders()
{
    const std::vector<std::string> lines = readList(CUNTU_PUBLIC_HEADERS);
    return {lines.begin(), lines.end()};
}

Table table(const char *name)
{
    return readTable(readList(fs::path(CUNTU_SOURCE_DIR) / "tests/layout" / name));
}

/// The words of all plugins that are there and of those that are to come.
std::vector<std::string> programmeWords()
{
    std::vector<std::string> words = readList(fs::path(CUNTU_SOURCE_DIR) / "tests/layout/reserved_words.txt");
    for (const auto &plugin : fs::directory_iterator(fs::path(CUNTU_SOURCE_DIR) / "plugins")) {
        const std::vector<std::string> own = readList(plugin.path() / "terms.csv");
        words.insert(words.end(), own.begin(), own.end());
    }
    return words;
}

testing::AssertionResult nothing(const Violations &violations)
{
    if (violations.empty()) {
        return testing::AssertionSuccess();
    }
    auto failure = testing::AssertionFailure() << violations.size() << " found:";
    for (const std::string &violation : violations) {
        failure << "\n  " << violation;
    }
    return failure;
}

/// Exactly these places, each given as the beginning of a violation.
testing::AssertionResult places(const Violations &violations, const std::vector<std::string> &expected)
{
    bool same = violations.size() == expected.size();
    for (std::size_t i = 0; same && i < expected.size(); ++i) {
        same = violations[i].starts_with(expected[i]);
    }
    return same ? testing::AssertionSuccess() : nothing(violations) << "\nwhere " << expected.size() << " were planted";
}

TEST(LayoutProof, AForbiddenIncludeIsFound)
{
    const Planted planted({{"core/base/a.h", "#include \"core/base/b.h\"\n#include \"core/geo/c.h\"\n"},
                           {"core/geo/c.cpp", "#include \"core/base/a.h\"\n#include <vector>\n#include \"d.h\"\n"},
                           {"core/value/v.cpp", "#include \"core/geo/c.h\"\n#include \"core/geo/e.h\"\n"},
                           {"ui/x/y.cpp", "#include \"core/geo/c.h\"\n#include \"plugins/p/q.h\"\n"},
                           {"plugins/p/q.cpp", "#include \"plugins/p/q.h\"\n#include \"plugins/r/s.h\"\n"}});
    const Table allowed = readTable(
        {"core/base:", "core/geo: core/base", "core/value: core/geo/c.h", "ui/*: core/* ui/*", "plugins/*: core/*"});
    EXPECT_TRUE(places(forbiddenIncludes(planted.tree(), allowed),
                       {"core/base/a.h:2", "core/value/v.cpp:2", "plugins/p/q.cpp:2", "ui/x/y.cpp:2"}));
}

TEST(LayoutProof, AFolderThatIsNotListedIsFound)
{
    const Planted planted({{"core/new/a.cpp", "\n"}, {"core/new/b.cpp", "\n"}, {"maps/readme.md", "\n"}});
    EXPECT_TRUE(places(forbiddenIncludes(planted.tree(), {}), {"core/new: is not in allowed.txt"}));
}

TEST(LayoutProof, APrivateHeaderUsedByAPluginIsFound)
{
    const Planted planted({{"plugins/p/q.cpp", "#include \"core/a/open.h\"\n#include \"core/a/inner.h\"\n"},
                           {"core/b/c.cpp", "#include \"core/a/inner.h\"\n"}});
    EXPECT_TRUE(places(privateIncludes(planted.tree(), {"core/a/open.h"}), {"plugins/p/q.cpp:2"}));
}

TEST(LayoutProof, ALibraryOutsideItsDoorIsFound)
{
    const Planted planted({{"core/store/a.cpp", "#include <sqlite3.h>\n"},
                           {"core/store/deep/a.cpp", "#include <sqlite3.h>\n"},
                           {"core/stores/a.cpp", "#include <sqlite3.h>\n"},
                           {"ui/b.cpp", "#include <QString>\n#include \"sqlite3.h\"\n"}});
    EXPECT_TRUE(
        places(wrongDoors(planted.tree(), readTable({"sqlite3: core/store"})), {"core/stores/a.cpp:1", "ui/b.cpp:2"}));
}

TEST(LayoutProof, AProgrammesWordInTheHostIsFound)
{
    const Planted planted(
        {{"core/a.cpp", "int sawmills = 1;\nint k_sawmill;\nbool isSawmill();\nint jigsawmill;\nSAWMILL\n"},
         {"maps/b.cpp", "// sawmillstone, an old_sawmill\n// 锯木厂\n// 厂\n"}});
    EXPECT_TRUE(places(namedProgrammes(planted.tree(), {"sawmill", "锯木"}, {"sawmillstone", "old_sawmill"}),
                       {"core/a.cpp:1", "core/a.cpp:2", "core/a.cpp:3", "core/a.cpp:5", "maps/b.cpp:2"}));
}

TEST(LayoutProof, AMissingLicenceIsFound)
{
    const std::string spdx = "SPDX-License-Identifier: GPL-3.0-or-later\n";
    const Planted planted({{"core/a.cpp", "// " + spdx},
                           {"core/b.cpp", "\n// " + spdx},
                           {"core/c.sh", "#!/bin/sh\n# " + spdx},
                           {"core/d.sql", ""},
                           {"core/e.md", "text\n"}});
    EXPECT_TRUE(places(missingLicences(planted.tree()), {"core/b.cpp:1", "core/d.sql:1"}));
}

TEST(LayoutProof, ATextThatNobodyCanTranslateIsFound)
{
    const Planted planted(Files{{"ui/a.cpp", "label->setText(QStringLiteral(\"Ready\"));\n"
                                             "label->setText(tr(\"Ready\"));\n"
                                             "label->setText(QStringLiteral(\"%1  %2\"));\n"
                                             "new QLabel(\"村\");\n"
                                             "button->setText(QStringLiteral(\"…\"));\n"}});
    EXPECT_TRUE(places(untranslated(planted.tree()), {"ui/a.cpp:1", "ui/a.cpp:4"}));
}

TEST(LayoutProof, WorkLeftForLaterIsFound)
{
    const std::string mark = "TO"
                             "DO";
    const Planted planted({{"core/a.cpp", "// " + mark + ": later\n// " + mark + "S\n// M" + mark + "\n"}});
    EXPECT_TRUE(places(leftOpen(planted.tree()), {"core/a.cpp:1"}));
}

TEST(LayoutProof, ADeclarationWithoutACommentIsFound)
{
    const Planted planted(Files{{"core/a.h", R"(#pragma once
namespace x {
class Forward;
class Bare {
    int inside();
};
/// Good.
class Good {
public:
    void f() { g(); }
};
int bare(int a,
         int b);
/// Good.
template <class T>
int good(T t)
{
    return t;
}
enum class Bare2 { A };
using Alias = int; ///< Good.
/// Detached.

using Bare3 = int;
#define LONG \
    class NotSeen
}
)"}});
    EXPECT_TRUE(places(undocumented(planted.tree(), {"core/a.h"}),
                       {"core/a.h:4", "core/a.h:12", "core/a.h:20", "core/a.h:24"}));
    EXPECT_TRUE(nothing(undocumented(planted.tree(), {"core/other.h"})));
}

TEST(Layout, TheTreeIsRead)
{
    EXPECT_GT(ourTree(k_code).size(), 100U);
    EXPECT_GT(publicHeaders().size(), 10U);
    EXPECT_FALSE(programmeWords().empty());
}

TEST(Layout, IncludesPointOneWay)
{
    EXPECT_TRUE(nothing(forbiddenIncludes(ourTree(k_code), table("allowed.txt"))));
}

TEST(Layout, PrivateHeadersStayInTheirLibrary)
{
    EXPECT_TRUE(nothing(privateIncludes(ourTree(k_code), publicHeaders())));
}

TEST(Layout, EachExternalLibraryHasOneDoor)
{
    EXPECT_TRUE(nothing(wrongDoors(ourTree(k_code), table("doors.txt"))));
}

TEST(Layout, TheHostNamesNoProgramme)
{
    const auto exceptions = readList(fs::path(CUNTU_SOURCE_DIR) / "tests/layout/word_exceptions.txt");
    EXPECT_TRUE(nothing(namedProgrammes(ourTree({"core", "maps", "ui"}), programmeWords(), exceptions)));
}

TEST(Layout, EverySourceFileSaysItsLicence)
{
    EXPECT_TRUE(nothing(missingLicences(ourTree(k_sources))));
}

TEST(Layout, EveryTextCanBeTranslated)
{
    EXPECT_TRUE(nothing(untranslated(ourTree({"maps", "ui"}))));
}

TEST(Layout, NothingIsLeftForLater)
{
    EXPECT_TRUE(nothing(leftOpen(ourTree(k_sources))));
}

TEST(Layout, PublicDeclarationsAreDocumented)
{
    EXPECT_TRUE(nothing(undocumented(ourTree({"core", "maps"}), publicHeaders())));
}

} // namespace
} // namespace cuntu::layout
