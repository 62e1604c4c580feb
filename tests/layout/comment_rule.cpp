// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_rules.h"

#include <algorithm>
#include <array>

namespace cuntu::layout {

namespace {

std::string trimmed(const std::string &text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// @p line without its comment and without what stands in quotes.
std::string codeOf(const std::string &line)
{
    std::string code;
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && (i == 0 || line[i - 1] != '\\')) {
            quoted = !quoted;
        } else if (!quoted && line.compare(i, 2, "//") == 0) {
            break;
        } else if (!quoted) {
            code += line[i];
        }
    }
    return trimmed(code);
}

/// What needs no comment of its own: forward declarations, ends, macros that only register something.
bool needsComment(const std::string &code)
{
    static constexpr std::array k_quiet{"namespace",    "}",       "{",      "#", "Q_DECLARE", "QT_FORWARD_DECLARE",
                                        "extern \"C\"", "extern ", "friend "};
    if (std::any_of(k_quiet.begin(), k_quiet.end(), [&](const char *word) { return code.starts_with(word); })) {
        return false;
    }
    const bool forward = (code.starts_with("class ") || code.starts_with("struct ")) && code.ends_with(";") &&
                         code.find('{') == std::string::npos;
    return !forward;
}

/// Walks a header line by line and keeps track of how deep it is in braces that are not namespaces.
class HeaderReader {
public:
    explicit HeaderReader(const SourceFile &file) : m_file(file) {}

    Violations undocumented()
    {
        for (std::size_t i = 0; i < m_file.lines.size(); ++i) {
            const std::string line = trimmed(m_file.lines[i]);
            const std::string code = codeOf(m_file.lines[i]);
            if (code.empty() || code.front() == '#' || m_continued) {
                m_documented = line.empty() || m_continued ? m_documented && !line.empty() : line.starts_with("///");
                m_continued = !line.empty() && line.back() == '\\';
                continue;
            }
            if (m_depth == 0 && m_atStart && needsComment(code) && !m_documented &&
                line.find("///<") == std::string::npos) {
                m_violations.push_back(m_file.path + ":" + std::to_string(i + 1) + ": no doc comment: " + code);
            }
            follow(code);
            m_documented = false;
        }
        return m_violations;
    }

private:
    void follow(const std::string &code)
    {
        if (code.starts_with("namespace") && code.ends_with("{")) {
            ++m_namespaces;
            m_atStart = true;
            return;
        }
        for (const char c : code) {
            m_depth += c == '{' ? 1 : 0;
            if (c == '}') {
                (m_depth > 0 ? m_depth : m_namespaces) -= 1;
            }
        }
        m_atStart = m_depth == 0 && (code.ends_with(";") || code.ends_with("}") || code.starts_with("Q_DECLARE") ||
                                     code.starts_with("QT_FORWARD_DECLARE"));
    }

    const SourceFile &m_file;
    Violations m_violations;
    int m_depth = 0;
    int m_namespaces = 0;
    bool m_atStart = true;     ///< a new declaration begins with the next code
    bool m_documented = false; ///< the lines just above are a doc comment
    bool m_continued = false;  ///< the line before was a macro that goes on
};

} // namespace

Violations undocumented(const Tree &tree, const std::set<std::string> &publicHeaders)
{
    Violations all;
    for (const SourceFile &file : tree) {
        if (publicHeaders.contains(file.path)) {
            const Violations found = HeaderReader(file).undocumented();
            all.insert(all.end(), found.begin(), found.end());
        }
    }
    return all;
}

} // namespace cuntu::layout
