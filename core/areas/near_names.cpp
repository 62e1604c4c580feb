// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/areas/near_names.h"

#include "core/areas/area_names.h"
#include "core/base/pinyin.h"

#include <algorithm>

namespace cuntu {

namespace {

constexpr double k_soundsSame = 0.5;

/// A name as its characters and, where there is one syllable for each, their sounds.
struct Spelling {
    const QString &text;
    const QStringList &sounds;
};

double exchangeCost(const Spelling &a, qsizetype i, const Spelling &b, qsizetype j)
{
    if (a.text[i] == b.text[j]) {
        return 0;
    }
    const bool spoken = a.sounds.size() == a.text.size() && b.sounds.size() == b.text.size();
    return spoken && a.sounds[i] == b.sounds[j] ? k_soundsSame : 1;
}

/// Levenshtein distance: how many characters must be put in, left out or exchanged.
double editDistance(const Spelling &a, const Spelling &b)
{
    std::vector<double> row(static_cast<std::size_t>(b.text.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = static_cast<double>(j);
    }
    for (qsizetype i = 0; i < a.text.size(); ++i) {
        double diagonal = row[0];
        row[0] = static_cast<double>(i) + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const double exchanged = diagonal + exchangeCost(a, i, b, static_cast<qsizetype>(j) - 1);
            diagonal = row[j];
            row[j] = std::min({exchanged, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

const QStringList &NearNames::soundOf(const Area &area, const QString &bare)
{
    const auto known = m_sounds.find(&area);
    return known != m_sounds.end() ? known->second : m_sounds.emplace(&area, pinyinOf(bare)).first->second;
}

std::vector<const Area *> NearNames::find(AreaLevel level, const QString &name, const AreaCode &inside, Day day)
{
    constexpr std::size_t most = 10;
    const QString bare = bareAreaName(level, name);
    const QStringList sounds = pinyinOf(bare);
    std::vector<std::pair<double, const Area *>> found;
    for (const Area *area : m_areas->at(level, day, inside)) {
        const QString other = bareAreaName(level, area->name);
        const double distance = editDistance({bare, sounds}, {other, soundOf(*area, other)});
        if (distance < static_cast<double>(std::max(bare.size(), other.size()))) {
            found.emplace_back(distance, area);
        }
    }
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first < b.first : a.second->code < b.second->code;
    });
    std::vector<const Area *> areas;
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        areas.push_back(found[i].second);
    }
    return areas;
}

} // namespace cuntu
