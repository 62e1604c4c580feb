// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/period_rows.h"

#include "core/base/text.h"
#include "core/io/cell_text.h"
#include "core/io/field_matcher.h"
#include "core/io/source_path.h"
#include "core/io/units.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace cuntu {

namespace {

/// The unit that a line above a header gives for the whole table: '单位：万千瓦时'.
QString unitOfTitle(const QString &title)
{
    static const QRegularExpression pattern(QStringLiteral("(?:单位|unit)\\s*[:：]?\\s*([^\\s,，;；)）]{1,8})"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(title).captured(1);
}

/// The number of @p cell in another unit; a cell that is no number stays as it is.
std::string converted(const std::string &cell, double factor)
{
    const auto number = factor == 1 ? std::nullopt : numberFromCell(cell);
    return number ? QString::number(*number * factor, 'g', 15).toStdString() : cell;
}

} // namespace

Result<std::unique_ptr<RowReader>> PeriodRows::create(std::unique_ptr<RowReader> rows, const OpenRequest &request)
{
    const auto &columns = rows->info().columns;
    if (std::none_of(columns.begin(), columns.end(),
                     [](const SourceColumn &column) { return column.field == QLatin1String("@period"); })) {
        return rows;
    }
    std::unique_ptr<PeriodRows> unfolded(new PeriodRows(std::move(rows), *request.schema));
    unfolded->findGroups();
    auto steps = unfolded->findBase(request);
    steps = steps ? unfolded->makeColumns() : steps;
    if (!steps) {
        return steps.error();
    }
    return std::unique_ptr<RowReader>(std::move(unfolded));
}

void PeriodRows::findGroups()
{
    const FieldMatcher matcher(&m_schema);
    QStringList headings;
    for (const SourceColumn &column : m_info.columns) {
        headings << column.heading;
    }
    const auto periods = matcher.periodColumns(headings);
    for (std::size_t i = 0; i < m_info.columns.size(); ++i) {
        if (m_info.columns[i].field != QLatin1String("@period")) {
            const bool isOwn = m_info.columns[i].field == m_fieldsOf.period->id;
            m_own = isOwn ? std::optional(i) : m_own;
            if (!isOwn) {
                m_kept.push_back(i);
            }
            continue;
        }
        const HeadingPeriod &period = periods[i]->period;
        const QString &field = periods[i]->field;
        auto group = std::find_if(m_groups.begin(), m_groups.end(),
                                  [&](const Group &each) { return each.period.isSame(period); });
        if (group == m_groups.end()) {
            group = m_groups.insert(m_groups.end(), Group{period, {}});
        }
        group->columns[field] = i;
        if (!m_fields.contains(field)) {
            m_fields << field;
        }
    }
}

Result<void> PeriodRows::findBase(const OpenRequest &request)
{
    QStringList said{request.options.rules.constants.value(m_fieldsOf.period->id)};
    const QStringList titles = m_rows->titles();
    std::copy(titles.rbegin(), titles.rend(), std::back_inserter(said));
    said << m_info.sheet << QFileInfo(nameOfSource(request.options.file)).completeBaseName();
    const bool isWhole = !m_groups.front().period.toText().isEmpty();
    for (const QString &text : said) {
        if (isWhole || !m_groups.front().period.filledFrom(m_base).toText().isEmpty()) {
            break;
        }
        const HeadingPeriod found = periodIn(text);
        if (!found.isEmpty()) {
            m_base = m_base.filledFrom(found);
            m_info.notes << Core::tr("the year or month of the columns is that of '%1'").arg(text);
        }
    }
    if (!m_own && m_groups.front().period.filledFrom(m_base).toText().isEmpty()) {
        return Error{
            ErrorCode::Invalid,
            Core::tr("the columns are periods ('%1'), but of which year or month is said nowhere")
                .arg(m_info.columns[m_groups.front().columns.begin()->second].heading),
            {},
            Core::tr("Say it with --set %1=2019 or %1=2019-06, or in the name of the file.").arg(m_fieldsOf.period->id),
            {},
            {}};
    }
    return {};
}

Result<QString> PeriodRows::unitOf(const QString &fieldId) const
{
    const Field *field = m_schema.findField(fieldId);
    QStringList units;
    for (const Group &group : m_groups) {
        const auto column = group.columns.find(fieldId);
        if (column == group.columns.end()) {
            continue;
        }
        static const QRegularExpression bracket(QStringLiteral("[(\\[]([^()\\[\\]]{1,8})[)\\]]"));
        const QString unit = bracket.match(normalised(m_info.columns[column->second].heading)).captured(1);
        if (unitFactor(unit, field->unit) && !units.contains(unit)) {
            units << unit;
        }
    }
    if (units.size() > 1) {
        return Error{ErrorCode::Invalid,
                     Core::tr("the columns of %1 are in several units: %2")
                         .arg(field->name.toString(), units.join(QStringLiteral(", "))),
                     {},
                     Core::tr("Bring them to one unit, or import them one after the other."),
                     {},
                     {}};
    }
    const QStringList titles = m_rows->titles();
    for (const QString &title : titles) {
        if (units.isEmpty() && unitFactor(unitOfTitle(title), field->unit)) {
            units << unitOfTitle(title);
        }
    }
    return units.value(0);
}

Result<void> PeriodRows::makeColumns()
{
    std::vector<SourceColumn> columns;
    for (const std::size_t kept : m_kept) {
        columns.push_back(m_info.columns[kept]);
    }
    for (const QString &field : m_fields) {
        const auto unit = unitOf(field);
        if (!unit) {
            return unit.error();
        }
        const Field &its = *m_schema.findField(field);
        const double factor = unitFactor(*unit, its.unit).value_or(1);
        m_factors.push_back(factor);
        if (factor != 1) {
            m_info.notes
                << Core::tr("%1 is in %2: its numbers were converted to %3").arg(its.name.toString(), *unit, its.unit);
        }
        columns.push_back({{}, field, FieldType::Text});
    }
    columns.push_back({{}, m_fieldsOf.period->id, FieldType::Text});
    m_info.notes << Core::tr("%n columns are periods: each became a row", nullptr, static_cast<int>(m_groups.size()));
    m_info.columns = std::move(columns);
    if (m_info.rowsExpected > 0) {
        m_info.rowsExpected *= static_cast<qint64>(m_groups.size());
    }
    return {};
}

/// A totals row stays one row.
void PeriodRows::emitTotal(SourceRow &row)
{
    row = m_row;
    row.cells.assign(m_info.columns.size(), std::string());
    for (std::size_t i = 0; i < m_kept.size() && m_kept[i] < m_row.cells.size(); ++i) {
        row.cells[i] = m_row.cells[m_kept[i]];
    }
    m_hasRow = false;
}

Result<bool> PeriodRows::next(SourceRow &row)
{
    for (;;) {
        if (!m_hasRow) {
            auto more = m_rows->next(m_row);
            if (!more || !*more) {
                return more;
            }
            m_hasRow = true;
            m_next = 0;
        }
        if (m_row.isTotal || m_row.cells.empty()) {
            emitTotal(row);
            return true;
        }
        for (; m_next < m_groups.size(); ++m_next) {
            const Group &group = m_groups[m_next];
            const bool filled = std::any_of(group.columns.begin(), group.columns.end(),
                                            [&](const auto &each) { return !isBlankCell(m_row.cells[each.second]); });
            if (!filled) {
                continue;
            }
            emitTotal(row);
            m_hasRow = true;
            std::size_t at = m_kept.size();
            for (std::size_t i = 0; i < m_factors.size(); ++i) {
                const auto column = group.columns.find(m_fields[static_cast<qsizetype>(i)]);
                row.cells[at++] = column == group.columns.end() ? std::string()
                                                                : converted(m_row.cells[column->second], m_factors[i]);
            }
            HeadingPeriod period = group.period;
            if (m_own) {
                period = period.filledFrom(periodIn(QString::fromStdString(m_row.cells[*m_own])));
            }
            period = period.filledFrom(m_base);
            row.cells[at] = period.toText().toStdString();
            if (row.cells[at].empty() && row.problem.isEmpty()) {
                row.problem = Core::tr("of which year or month '%1' is, is said nowhere")
                                  .arg(QString::fromStdString(m_own ? m_row.cells[*m_own] : std::string()));
            }
            ++m_next;
            return true;
        }
        m_hasRow = false;
    }
}

} // namespace cuntu
