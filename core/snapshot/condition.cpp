// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/condition.h"

#include "core/base/date.h"

#include <algorithm>

namespace cuntu {

namespace {

using Comparison = Condition::Comparison;

/// One condition, ready to be asked of row after row.
class Test {
public:
    static Result<Test> of(const LayerSnapshot &layer, const Condition &condition)
    {
        const Field *field = layer.schema().findField(condition.field);
        const Column *column = layer.column(condition.field);
        if (field == nullptr || column == nullptr) {
            return Error{ErrorCode::Misused, Core::tr("there is no field %1").arg(condition.field), {}, {}, {}, {}};
        }
        Test test(*column, condition.comparison);
        if (test.needsOperand() && !test.take(*field, condition.operand.trimmed())) {
            return Error{ErrorCode::Invalid,
                         Core::tr("'%1' is nothing that %2 could be").arg(condition.operand, field->name.toString()),
                         {},
                         {},
                         {},
                         {}};
        }
        return test;
    }

    bool holds(std::size_t row) const
    {
        const bool isEmpty = m_column->isNull(row) || (isText() && m_column->text(row).empty());
        if (isEmpty || !needsOperand()) {
            return m_comparison == Comparison::IsNot ? isEmpty : isEmpty == (m_comparison == Comparison::IsEmpty);
        }
        return isText() ? holdsOfText(m_column->code(row)) : holdsOfNumber(m_column->number(row));
    }

private:
    Test(const Column &column, Comparison comparison) : m_column(&column), m_comparison(comparison) {}

    bool isText() const { return m_column->kind() == Column::Kind::Text; }
    bool needsOperand() const { return m_comparison != Comparison::IsEmpty && m_comparison != Comparison::IsNotEmpty; }

    bool take(const Field &field, const QString &operand)
    {
        switch (field.type) {
        case FieldType::Integer:
        case FieldType::Real:
            m_number = parseNumber(operand);
            return m_number.has_value();
        case FieldType::Boolean:
            if (const auto yes = parseYesNo(operand)) {
                m_number = *yes ? 1 : 0;
            }
            return m_number.has_value();
        case FieldType::Date:
            if (const auto date = parseFieldDate(operand)) {
                m_number = date->first.number();
            }
            return m_number.has_value();
        case FieldType::Choice:
            m_text = field.choiceFor(operand).value_or(QString());
            break;
        case FieldType::Text:
            m_text = operand;
            break;
        }
        compareTexts();
        return !m_text.isEmpty();
    }

    /// Once for each different text, not for each row.
    void compareTexts()
    {
        m_fits.resize(m_column->distinct());
        for (std::uint32_t code = 0; code < m_fits.size(); ++code) {
            const std::string_view bytes = m_column->textOf(code);
            m_fits[code] = fits(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
        }
    }

    bool fits(const QString &text) const
    {
        const int order = text.compare(m_text, Qt::CaseInsensitive);
        switch (m_comparison) {
        case Comparison::Contains:
            return text.contains(m_text, Qt::CaseInsensitive);
        case Comparison::BeginsWith:
            return text.startsWith(m_text, Qt::CaseInsensitive);
        default:
            return compares(order);
        }
    }

    /// @p order: below, at or above 0 as the cell is less than, the same as or more than the operand.
    bool compares(int order) const
    {
        switch (m_comparison) {
        case Comparison::Is:
            return order == 0;
        case Comparison::IsNot:
            return order != 0;
        case Comparison::Less:
            return order < 0;
        case Comparison::AtMost:
            return order <= 0;
        case Comparison::More:
            return order > 0;
        default:
            return order >= 0;
        }
    }

    bool holdsOfText(std::uint32_t code) const { return m_fits[code]; }

    bool holdsOfNumber(double number) const
    {
        if (m_comparison == Comparison::Contains || m_comparison == Comparison::BeginsWith) {
            const QString text = QString::number(number, 'g', 15);
            const QString wanted = QString::number(*m_number, 'g', 15);
            return m_comparison == Comparison::Contains ? text.contains(wanted) : text.startsWith(wanted);
        }
        return compares(number < *m_number ? -1 : number > *m_number ? 1 : 0);
    }

    const Column *m_column;
    Comparison m_comparison;
    std::optional<double> m_number;
    QString m_text;
    std::vector<bool> m_fits; ///< by code of a text column
};

} // namespace

Result<std::vector<std::uint32_t>> rowsWhere(const LayerSnapshot &layer, const std::vector<Condition> &conditions,
                                             Match match)
{
    std::vector<Test> tests;
    for (const Condition &condition : conditions) {
        auto test = Test::of(layer, condition);
        if (!test) {
            return test.error();
        }
        tests.push_back(std::move(*test));
    }
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        const auto holds = [row](const Test &test) { return test.holds(row); };
        const bool fits = match == Match::All || tests.empty() ? std::all_of(tests.begin(), tests.end(), holds)
                                                               : std::any_of(tests.begin(), tests.end(), holds);
        if (fits) {
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace cuntu
