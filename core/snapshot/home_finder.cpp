// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/home_finder.h"

#include "core/snapshot/known_columns.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu {

namespace {

/// Code on @p day of each distinct text of @p column; a text that is no code stays as it is.
std::vector<QString> codesOn(const Column *column, const AreaTree &areas, Day day)
{
    std::vector<QString> codes;
    for (std::uint32_t number = 0; column != nullptr && number < column->distinct(); ++number) {
        codes.push_back(codeOn(areas, column->textOf(number), day));
    }
    return codes;
}

QString codeAt(const Column *column, const std::vector<QString> &codes, std::size_t row)
{
    return column == nullptr || column->isNull(row) ? QString() : codes[column->code(row)];
}

} // namespace

HomeFinder::HomeFinder(const LayerSnapshot &settlements, const LayerSnapshot &households, const AreaTree &areas,
                       Day day)
    : m_code(households.column(u"settlement_code"_s)),
      m_name(households.column(u"settlement_name"_s)),
      m_village(households.column(u"village_code"_s)),
      m_villages(codesOn(m_village, areas, day))
{
    const Column *villages = settlements.column(u"village_code"_s);
    const std::vector<QString> codes = codesOn(villages, areas, day);
    for (std::uint32_t row = 0; row < settlements.size(); ++row) {
        const QString code = stringAt(settlements.column(u"code"_s), row);
        if (!code.isEmpty()) {
            m_byCode.insert(code, row);
        }
        const QString name = stringAt(settlements.column(u"name"_s), row);
        m_byName.insert(codeAt(villages, codes, row) + u'\n' + name, row);
    }
}

QStringList HomeFinder::householdFields()
{
    return {u"settlement_code"_s, u"settlement_name"_s, u"village_code"_s};
}

QString HomeFinder::village(std::size_t row) const
{
    return codeAt(m_village, m_villages, row);
}

std::uint32_t HomeFinder::at(std::size_t row)
{
    if (const QString code = stringAt(m_code, row); !code.isEmpty()) {
        return m_byCode.value(code, k_nowhere);
    }
    if (m_village == nullptr || m_name == nullptr || m_village->isNull(row) || m_name->isNull(row)) {
        return k_nowhere;
    }
    const quint64 key = (quint64{m_village->code(row)} << 32) | m_name->code(row);
    if (const auto known = m_known.constFind(key); known != m_known.cend()) {
        return *known;
    }
    const QString name = village(row) + u'\n' + stringAt(m_name, row);
    return *m_known.insert(key, m_byName.value(name, k_nowhere));
}

} // namespace cuntu
