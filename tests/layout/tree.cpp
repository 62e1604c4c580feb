// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace cuntu::layout {

namespace {

std::vector<std::string> readLines(const std::filesystem::path &file)
{
    std::vector<std::string> lines;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

bool isText(const std::filesystem::path &file)
{
    static constexpr std::array k_endings{".h",  ".cpp", ".cmake", ".txt", ".md", ".sql", ".csv", ".json",
                                          ".in", ".ts",  ".qrc",   ".ui",  ".py", ".sh",  ".svg"};
    return std::find(k_endings.begin(), k_endings.end(), file.extension().string()) != k_endings.end();
}

} // namespace

std::string SourceFile::folder() const
{
    return path.substr(0, path.rfind('/'));
}

Tree readTree(const std::filesystem::path &root, const std::vector<std::string> &folders)
{
    Tree tree;
    for (const std::string &folder : folders) {
        if (!std::filesystem::is_directory(root / folder)) {
            continue;
        }
        for (const auto &entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            if (entry.is_regular_file() && isText(entry.path())) {
                tree.push_back({entry.path().lexically_relative(root).generic_string(), readLines(entry.path())});
            }
        }
    }
    std::sort(tree.begin(), tree.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return tree;
}

std::vector<std::string> readList(const std::filesystem::path &file)
{
    std::vector<std::string> lines = readLines(file);
    std::erase_if(lines, [](const std::string &line) { return line.empty() || line.front() == '#'; });
    return lines;
}

} // namespace cuntu::layout
