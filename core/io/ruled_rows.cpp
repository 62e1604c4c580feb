// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ruled_rows.h"

#include "core/base/text.h"
#include "core/io/cell_text.h"
#include "core/io/special_columns.h"

#include <algorithm>

namespace cuntu {

Result<std::unique_ptr<RowReader>> RuledRows::create(std::unique_ptr<RowReader> rows, const RowRules &rules)
{
    std::unique_ptr<RuledRows> ruled(new RuledRows(std::move(rows), rules));
    auto planned = ruled->planKeeps(rules);
    if (!planned) {
        return planned.error();
    }
    ruled->planChanges(rules);
    return std::unique_ptr<RowReader>(std::move(ruled));
}

Result<void> RuledRows::planKeeps(const RowRules &rules)
{
    for (auto rule = rules.keep.begin(); rule != rules.keep.end(); ++rule) {
        const auto column = std::find_if(m_info.columns.begin(), m_info.columns.end(), [&](const SourceColumn &each) {
            return headingKey(each.heading) == headingKey(rule.key());
        });
        if (column == m_info.columns.end()) {
            return Error{ErrorCode::NotFound,
                         Core::tr("the file has no column '%1', by which rows are chosen").arg(rule.key()),
                         {},
                         Core::tr("The profile is for files of another shape."),
                         {},
                         {}};
        }
        Keep keep{static_cast<std::size_t>(column - m_info.columns.begin()), rule->contains(QStringLiteral("*")), {}};
        for (const QString &word : *rule) {
            keep.words.push_back(word.toStdString());
        }
        m_keeps.push_back(std::move(keep));
    }
    return {};
}

void RuledRows::planChanges(const RowRules &rules)
{
    QSet<QString> fields;
    for (const auto &named : {rules.words.keys(), rules.constants.keys()}) {
        fields.unite(QSet<QString>(named.begin(), named.end()));
    }
    QStringList ordered(fields.begin(), fields.end());
    ordered.sort();
    for (const QString &field : ordered) {
        const auto column = std::find_if(m_info.columns.begin(), m_info.columns.end(),
                                         [&](const SourceColumn &each) { return each.field == field; });
        Change change{static_cast<std::size_t>(column - m_info.columns.begin()), {}, {}};
        change.constant = rules.constants.value(field).toStdString();
        const auto words = rules.words.value(field);
        for (auto word = words.begin(); word != words.end(); ++word) {
            change.words.insert(word.key().toStdString(), word->toStdString());
        }
        if (column == m_info.columns.end()) {
            if (change.constant.empty()) {
                continue; // the file does not have what the words are about
            }
            m_info.columns.push_back({{}, field, FieldType::Text});
        }
        m_changes.push_back(std::move(change));
    }
}

bool RuledRows::isKept(const SourceRow &row) const
{
    if (m_leaveOut.contains(row.number)) {
        return false;
    }
    return row.isTotal || std::all_of(m_keeps.begin(), m_keeps.end(), [&](const Keep &keep) {
               const std::string &cell = row.cells[keep.column];
               return keep.any ? !isBlankCell(cell)
                               : std::find(keep.words.begin(), keep.words.end(), cell) != keep.words.end();
           });
}

Result<bool> RuledRows::next(SourceRow &row)
{
    for (;;) {
        auto more = m_rows->next(row);
        if (!more || !*more) {
            return more;
        }
        if (isKept(row)) {
            break;
        }
        ++m_leftOut;
    }
    row.cells.resize(m_info.columns.size());
    for (const Change &change : m_changes) {
        std::string &cell = row.cells[change.column];
        if (const auto word = change.words.constFind(cell); word != change.words.cend()) {
            cell = *word;
        } else if (!change.constant.empty() && isBlankCell(cell)) {
            cell = change.constant;
        }
    }
    return true;
}

} // namespace cuntu
