// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/area_match.h"

#include "core/base/text.h"
#include "core/io/cell_text.h"
#include "core/io/utf8.h"

#include <algorithm>
#include <set>

namespace cuntu {

namespace {

AreaMatch rejected(const QString &problem)
{
    AreaMatch match;
    match.problem = problem;
    match.rejected = true;
    return match;
}

} // namespace

AreaMatcher::AreaMatcher(const AreaTree *areas, Day today, const std::vector<PlaceName> &names)
    : m_areas(areas), m_today(today)
{
    for (const PlaceName &name : names) {
        m_names[{normalised(name.township), normalised(name.village)}] = name.code;
    }
    if (areas) {
        m_near.emplace(*areas);
    }
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
            AreaMatch byName = findByNames(township, village);
            if (!byName.code.empty()) {
                byName.problem = Core::tr("%1; found by name instead").arg(found.problem);
                found = byName;
            }
        }
    } else if (!isBlankCell(village) || !isBlankCell(township)) {
        found = findByNames(township, village);
    }
    return m_known.emplace(m_key, std::move(found)).first->second;
}

AreaMatch AreaMatcher::findByNames(std::string_view township, std::string_view village) const
{
    const QString outer = isBlankCell(township) ? QString() : toQString(township);
    const QString inner = isBlankCell(village) ? QString() : toQString(village);
    const auto said = m_names.find({normalised(outer), normalised(inner)});
    if (said == m_names.end()) {
        return findByName(outer, inner);
    }
    AreaMatch match;
    match.code = said->second.toString().toStdString();
    return match;
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
    AreaMatch found;
    found.code = code->toString().toStdString();
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
        AreaMatch none;
        none.problem = Core::tr("there is no list of villages yet, so names of villages cannot be matched");
        none.onlyOnce = true;
        return none;
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
        AreaMatch found;
        found.code = inside.toString().toStdString();
        return found;
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
    AreaMatch found;
    found.code = hits.front()->code.toString().toStdString();
    found.problem = remark;
    return found;
}

AreaMatch AreaMatcher::notFound(AreaLevel level, const QString &name, const AreaCode &inside) const
{
    constexpr std::size_t shown = 3;
    const std::vector<const Area *> near = m_near->find(level, name, inside, m_today);
    QStringList names;
    for (std::size_t i = 0; i < std::min(near.size(), shown); ++i) {
        names << QStringLiteral("%1 (%2)").arg(near[i]->name, near[i]->code.toString());
    }
    const QString where = inside.isEmpty() ? QString() : Core::tr(" in %1").arg(m_areas->nameOf(inside, m_today));
    const QString what =
        level == AreaLevel::Village ? Core::tr("there is no village '%1'%2") : Core::tr("there is no township '%1'%2");
    QString problem = what.arg(name, where);
    if (!names.isEmpty()) {
        problem += Core::tr("; nearest: %1").arg(names.join(QStringLiteral(", ")));
    }
    AreaMatch match = rejected(problem);
    match.isUnknownName = true;
    match.near = near;
    return match;
}

AreaMatch AreaMatcher::ambiguous(const QString &name, const std::vector<const Area *> &hits) const
{
    constexpr std::size_t shown = 5;
    QStringList names;
    for (std::size_t i = 0; i < std::min(hits.size(), shown); ++i) {
        names << Core::tr("%1 in %2 (%3)")
                     .arg(hits[i]->name, m_areas->nameOf(hits[i]->parent, m_today), hits[i]->code.toString());
    }
    AreaMatch match = rejected(Core::tr("'%1' can be several: %2").arg(name, names.join(QStringLiteral(", "))));
    match.isUnknownName = true;
    match.near = hits;
    return match;
}

} // namespace cuntu
