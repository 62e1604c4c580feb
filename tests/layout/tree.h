// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace cuntu::layout {

/// One text file of a source tree.
struct SourceFile {
    std::string path; ///< relative to the tree's root, with '/'
    std::vector<std::string> lines;

    /// "core/geo" for core/geo/crs.h.
    std::string folder() const;
    bool endsWith(const std::string &ending) const { return path.ends_with(ending); }
    bool isHeader() const { return endsWith(".h"); }
    bool isCxx() const { return isHeader() || endsWith(".cpp"); }
};

/// The text files below some folders, in the order of their paths.
using Tree = std::vector<SourceFile>;

/// Reads the text files (source, build, documentation, lists) below @p folders of @p root; what is not there is left
/// out.
Tree readTree(const std::filesystem::path &root, const std::vector<std::string> &folders);

/// The lines of @p file without blank ones and those that begin with '#'; empty where there is no such file.
std::vector<std::string> readList(const std::filesystem::path &file);

} // namespace cuntu::layout
