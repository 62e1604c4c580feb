// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/area_match.h"

#include "core/base/text.h"
#include "core/io/cell_text.h"
#include "core/io/utf8.h"

#include <algorithm>
#include <set>

namespace cuntu {

namespace {

/// Levenshtein distance: how many characters must be put in, left out or exchanged.
int editDistance(const QString &a, const QString &b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = static_cast<int>(j);
    }
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int same = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({same, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

AreaMatch rejected(const QString &problem)
{
    return {{}, problem, true, false};
}

} // namespace

AreaMatcher::AreaMatcher(const AreaTree *areas, Day today) : m_areas(areas), m_today(today)
{
    m_hasVillages = areas && std::any_of(areas->all().begin(), areas->all().end(),
                                         [](const Area &area) { return area.level == AreaLevel::Village; });
}

const AreaMatch &AreaMatcher::match(std::string_view code, std::string_view township, std::string_view village)
{
    constexpr char separator = '\x1F';
    m_key.assign(code).append(1, separator).append(township).append(1, separator).append(village);
    if (const auto known = m_known.find(m_key); known != m_known.end()) {
        return known->second;
    }
    constexpr std::size_t mostRemembered = 1'000'000;
    if (m_known.size() >= mostRemembered) {
        m_known.clear();
    }
    AreaMatch found;
    if (!isBlankCell(code)) {
        found = findByCode(toQString(code));
        if (found.rejected && !isBlankCell(village) && !isRoundedNumber(code)) {
            AreaMatch byName = findByName(toQString(township), toQString(village));
            if (!byName.code.empty()) {
                byName.problem = Core::tr("%1; found by name instead").arg(found.problem);
                found = byName;
            }
        }
    } else if (!isBlankCell(village) || !isBlankCell(township)) {
        found = findByName(isBlankCell(township) ? QString() : toQString(township),
                           isBlankCell(village) ? QString() : toQString(village));
    }
    return m_known.emplace(m_key, std::move(found)).first->second;
}

AreaMatch AreaMatcher::findByCode(const QString &text) const
{
    const auto code = AreaCode::parse(text);
    if (!code) {
        const bool rounded = isRoundedNumber(text.toStdString());
        return rejected(
            rounded ? Core::tr("the code '%1' was rounded by a spreadsheet program: its last digits are lost").arg(text)
                    : Core::tr("'%1' is not a division code of 12 digits").arg(text));
    }
    AreaMatch found{code->toString().toStdString(), {}, false, false};
    if (code->level() != AreaLevel::Village) {
        found.problem = Core::tr("the code '%1' is not that of a village").arg(text);
    } else if (m_hasVillages && !m_areas->findEver(*code)) {
        found.problem = Core::tr("the code %1 is not in the list of villages").arg(text);
    }
    return found;
}

/// Of areas of the same name the ones that exist today; where none does, what became of them.
std::vector<const Area *> AreaMatcher::current(std::vector<const Area *> hits) const
{
    std::vector<const Area *> today;
    std::set<QString> seen;
    for (const Area *hit : hits) {
        const AreaCode now = m_areas->codeOn(hit->code, m_today);
        const Area *area = m_areas->find(now, m_today);
        area = area ? area : hit;
        if (seen.insert(area->code.toString()).second) {
            today.push_back(area);
        }
    }
    std::vector<const Area *> alive;
    std::copy_if(hits.begin(), hits.end(), std::back_inserter(alive),
                 [&](const Area *hit) { return m_areas->find(hit->code, m_today) != nullptr; });
    return alive.size() == 1 ? alive : today;
}

AreaMatch AreaMatcher::findByName(const QString &township, const QString &village) const
{
    if (!m_hasVillages) {
        return {{}, Core::tr("there is no list of villages yet, so names of villages cannot be matched"), false, true};
    }
    AreaCode inside;
    QString remark;
    if (!township.isEmpty()) {
        const auto hits = current(m_areas->named(AreaLevel::Township, township));
        if (hits.size() == 1) {
            inside = hits.front()->code;
        } else if (hits.size() > 1 && village.isEmpty()) {
            return ambiguous(township, hits);
        } else if (hits.empty()) {
            if (village.isEmpty()) {
                return notFound(AreaLevel::Township, township, {});
            }
            remark = Core::tr("there is no township '%1'").arg(township);
        }
    }
    if (village.isEmpty()) {
        return {inside.toString().toStdString(), {}, false, false};
    }
    auto hits = current(m_areas->named(AreaLevel::Village, village, inside));
    if (hits.empty() && !inside.isEmpty()) { // '桃源街道双亭居委会'
        for (const QString &prefix : {m_areas->nameOf(inside, m_today), township}) {
            if (hits.empty() && village.startsWith(prefix) && village.size() > prefix.size()) {
                hits = current(m_areas->named(AreaLevel::Village, village.mid(prefix.size()), inside));
            }
        }
    }
    if (hits.empty()) {
        return notFound(AreaLevel::Village, village, inside);
    }
    if (hits.size() > 1) {
        return ambiguous(village, hits);
    }
    if (!remark.isEmpty()) {
        remark += Core::tr("; the village '%1' was found without it").arg(village);
    }
    return {hits.front()->code.toString().toStdString(), remark, false, false};
}

AreaMatch AreaMatcher::notFound(AreaLevel level, const QString &name, const AreaCode &inside) const
{
    constexpr std::size_t shown = 3;
    std::vector<std::pair<int, QString>> near;
    for (const Area *area : m_areas->at(level, m_today, inside)) {
        const int distance = editDistance(name, area->name);
        if (distance < std::max<qsizetype>(name.size(), area->name.size())) {
            near.emplace_back(distance, QStringLiteral("%1 (%2)").arg(area->name, area->code.toString()));
        }
    }
    std::sort(near.begin(), near.end());
    QStringList names;
    for (std::size_t i = 0; i < std::min(near.size(), shown); ++i) {
        names << near[i].second;
    }
    const QString where = inside.isEmpty() ? QString() : Core::tr(" in %1").arg(m_areas->nameOf(inside, m_today));
    const QString what =
        level == AreaLevel::Village ? Core::tr("there is no village '%1'%2") : Core::tr("there is no township '%1'%2");
    QString problem = what.arg(name, where);
    if (!names.isEmpty()) {
        problem += Core::tr("; nearest: %1").arg(names.join(QStringLiteral(", ")));
    }
    return rejected(problem);
}

AreaMatch AreaMatcher::ambiguous(const QString &name, const std::vector<const Area *> &hits) const
{
    constexpr std::size_t shown = 5;
    QStringList names;
    for (std::size_t i = 0; i < std::min(hits.size(), shown); ++i) {
        names << Core::tr("%1 in %2 (%3)")
                     .arg(hits[i]->name, m_areas->nameOf(hits[i]->parent, m_today), hits[i]->code.toString());
    }
    return rejected(Core::tr("'%1' can be several: %2").arg(name, names.join(QStringLiteral(", "))));
}

} // namespace cuntu
