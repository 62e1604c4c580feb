// SPDX-License-Identifier: GPL-3.0-or-later
#include "include_rules.h"

#include <algorithm>
#include <sstream>

namespace cuntu::layout {

namespace {

struct Include {
    std::string name; ///< without quotes or brackets
    bool quoted = false;
    std::string place; ///< "core/geo/crs.cpp:12"
};

std::vector<Include> includesOf(const SourceFile &file)
{
    std::vector<Include> includes;
    for (std::size_t i = 0; file.isCxx() && i < file.lines.size(); ++i) {
        const std::string &line = file.lines[i];
        const std::size_t open = line.find_first_of("\"<");
        const std::size_t close = line.find_last_of("\">");
        if (line.starts_with("#include") && open != std::string::npos && close > open) {
            includes.push_back(
                {line.substr(open + 1, close - open - 1), line[open] == '"', file.path + ":" + std::to_string(i + 1)});
        }
    }
    return includes;
}

/// "core" for core/geo/crs.h.
std::string top(const std::string &path)
{
    return path.substr(0, path.find('/'));
}

bool isOurs(const std::string &name)
{
    static const std::set<std::string> k_tops{"core", "maps", "ui", "plugins", "sample-data", "tests"};
    return name.find('/') != std::string::npos && k_tops.contains(top(name));
}

/// The line of the table for @p folder, or else the one for all below a folder above it ("ui/*"); null where there is
/// none.
const std::set<std::string> *findRow(const Table &table, std::string folder)
{
    auto found = table.find(folder);
    while (found == table.end() && folder.find('/') != std::string::npos) {
        folder.resize(folder.rfind('/'));
        found = table.find(folder + "/*");
    }
    return found == table.end() ? nullptr : &found->second;
}

bool isAllowed(const std::set<std::string> &row, const std::string &header)
{
    const std::string folder = header.substr(0, header.rfind('/'));
    return std::any_of(row.begin(), row.end(), [&](const std::string &entry) {
        return entry == header || entry == folder ||
               (entry.ends_with("/*") && header.starts_with(entry.substr(0, entry.size() - 1)));
    });
}

/// plugins/NAME: what lies below it is one plugin's.
std::string pluginOf(const std::string &path)
{
    return path.substr(0, path.find('/', path.find('/') + 1));
}

} // namespace

Table readTable(const std::vector<std::string> &lines)
{
    Table table;
    for (const std::string &line : lines) {
        std::istringstream words(line.substr(line.find(':') + 1));
        auto &row = table[line.substr(0, line.find(':'))];
        for (std::string word; words >> word;) {
            row.insert(word);
        }
    }
    return table;
}

Violations forbiddenIncludes(const Tree &tree, const Table &allowed)
{
    Violations violations;
    std::set<std::string> unlisted;
    for (const SourceFile &file : tree) {
        const std::set<std::string> *row = findRow(allowed, file.folder());
        if (row == nullptr) {
            if (file.isCxx() && unlisted.insert(file.folder()).second) {
                violations.push_back(file.folder() + ": is not in allowed.txt");
            }
            continue;
        }
        const bool isPlugin = file.path.starts_with("plugins/");
        for (const Include &include : includesOf(file)) {
            const bool own = include.name.starts_with(file.folder() + "/") ||
                             (isPlugin && include.name.starts_with(pluginOf(file.path) + "/"));
            if (include.quoted && isOurs(include.name) && !own && !isAllowed(*row, include.name)) {
                violations.push_back(include.place + ": " + file.folder() + " may not include " + include.name);
            }
        }
    }
    return violations;
}

Violations privateIncludes(const Tree &tree, const std::set<std::string> &publicHeaders)
{
    Violations violations;
    for (const SourceFile &file : tree) {
        for (const Include &include : includesOf(file)) {
            const std::string library = top(include.name);
            const bool guarded = include.quoted && isOurs(include.name) && (library == "core" || library == "maps");
            if (guarded && library != top(file.path) && !publicHeaders.contains(include.name)) {
                violations.push_back(include.place + ": " + include.name + " is private to " + library);
            }
        }
    }
    return violations;
}

Violations wrongDoors(const Tree &tree, const Table &doors)
{
    Violations violations;
    for (const SourceFile &file : tree) {
        for (const Include &include : includesOf(file)) {
            for (const auto &[beginning, folders] : doors) {
                const std::string folder = file.folder();
                const bool inside = std::any_of(folders.begin(), folders.end(), [&](const std::string &door) {
                    return folder == door || folder.starts_with(door + "/");
                });
                if (!isOurs(include.name) && include.name.starts_with(beginning) && !inside) {
                    violations.push_back(include.place + ": " + include.name + " may only be included in its door");
                }
            }
        }
    }
    return violations;
}

} // namespace cuntu::layout
