// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_rules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>

namespace cuntu::layout {

namespace {

std::string placeOf(const SourceFile &file, std::size_t line)
{
    return file.path + ":" + std::to_string(line + 1);
}

bool isLetter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

bool isUpper(char c)
{
    return std::isupper(static_cast<unsigned char>(c)) != 0;
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return text;
}

/// True where a word, or a part of a name, begins at @p at of @p line.
bool isBeginning(const std::string &line, std::size_t at)
{
    return at == 0 || !isLetter(line[at - 1]) || (isUpper(line[at]) && !isUpper(line[at - 1]));
}

/// Whether @p line says @p word (lower case) other than in one of the exceptions.
bool says(const std::string &line, const std::string &low, const std::string &word,
          const std::vector<std::string> &exceptions)
{
    for (std::size_t at = low.find(word); at != std::string::npos; at = low.find(word, at + 1)) {
        const bool excepted = std::any_of(exceptions.begin(), exceptions.end(), [&](const std::string &each) {
            const std::size_t offset = each.find(word);
            return offset <= at && low.compare(at - offset, each.size(), each) == 0;
        });
        if (!excepted && (!isLetter(word.front()) || isBeginning(line, at))) {
            return true;
        }
    }
    return false;
}

bool carriesLicence(const SourceFile &file)
{
    static constexpr std::array k_endings{".h", ".cpp", ".cmake", ".py", ".sh", ".sql", "CMakeLists.txt"};
    return std::any_of(k_endings.begin(), k_endings.end(), [&](const char *ending) { return file.endsWith(ending); });
}

} // namespace

Violations namedProgrammes(const Tree &host, const std::vector<std::string> &words,
                           const std::vector<std::string> &exceptions)
{
    Violations violations;
    for (const SourceFile &file : host) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const std::string low = lowered(file.lines[i]);
            for (const std::string &word : words) {
                if (says(file.lines[i], low, lowered(word), exceptions)) {
                    violations.push_back(placeOf(file, i) + ": names a programme: " + word);
                }
            }
        }
    }
    return violations;
}

Violations missingLicences(const Tree &tree)
{
    Violations violations;
    for (const SourceFile &file : tree) {
        const std::size_t first = !file.lines.empty() && file.lines.front().starts_with("#!") ? 1 : 0;
        const std::string line = file.lines.size() > first ? file.lines[first] : std::string();
        if (carriesLicence(file) && line.find("SPDX-License-Identifier: GPL-3.0-or-later") == std::string::npos) {
            violations.push_back(placeOf(file, first) + ": the SPDX line is missing");
        }
    }
    return violations;
}

Violations untranslated(const Tree &tree)
{
    static const std::regex shows(
        R"re(\b(setText|setToolTip|setStatusTip|setWindowTitle|setTitle|setPlaceholderText|setPrefix|setSuffix)re"
        R"re(|setAccessibleName|setHeaderLabels|addAction|addMenu|addRow|addTab|addItem|QLabel|QPushButton|QCheckBox)re"
        R"re(|QRadioButton|QGroupBox|showMessage)\((?:QStringLiteral\()?u?"([^"]*))re");
    Violations violations;
    for (const SourceFile &file : tree) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            std::smatch match;
            if (!std::regex_search(file.lines[i], match, shows)) {
                continue;
            }
            const std::string literal = std::regex_replace(match[2].str(), std::regex("%[0-9n]"), "");
            if (std::any_of(literal.begin(), literal.end(),
                            [](char c) { return isLetter(c) || static_cast<unsigned char>(c) > 0xE3; })) {
                violations.push_back(placeOf(file, i) + ": shown without tr(): " + match[2].str());
            }
        }
    }
    return violations;
}

Violations leftOpen(const Tree &tree)
{
    // Written in two halves, so that this file does not find itself.
    static const std::array<std::string, 4> k_marks{"TO"
                                                    "DO",
                                                    "FIX"
                                                    "ME",
                                                    "XX"
                                                    "X",
                                                    "HA"
                                                    "CK"};
    const auto isPartOfWord = [](const std::string &line, std::size_t at) {
        return at < line.size() && (std::isalnum(static_cast<unsigned char>(line[at])) != 0 || line[at] == '_');
    };
    Violations violations;
    for (const SourceFile &file : tree) {
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const std::string &line = file.lines[i];
            for (const std::string &mark : k_marks) {
                const std::size_t at = line.find(mark);
                if (at != std::string::npos && !isPartOfWord(line, at + mark.size()) &&
                    (at == 0 || !isPartOfWord(line, at - 1))) {
                    violations.push_back(placeOf(file, i) + ": left open: " + mark);
                }
            }
        }
    }
    return violations;
}

} // namespace cuntu::layout
