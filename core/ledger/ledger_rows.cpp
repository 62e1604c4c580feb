// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ledger_view.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace cuntu {

namespace {

constexpr std::size_t k_mostRows = std::numeric_limits<std::uint32_t>::max() - 1;

/// Puts @p more behind @p column, and gives its memory back.
template <class T> void appendColumn(std::vector<T> &column, std::vector<T> more)
{
    if (column.empty()) {
        column = std::move(more);
    } else {
        column.insert(column.end(), more.begin(), more.end());
    }
}

} // namespace

void LedgerRows::Columns::add(const Row &row, bool measured)
{
    if (size() >= k_mostRows) {
        throw std::length_error("a track of the ledger holds less than 2^32 - 1 entries");
    }
    if (!row.supersedes.isNone()) {
        supersedes.emplace_back(static_cast<std::uint32_t>(size()), row.supersedes);
    }
    ids.push_back(row.id);
    features.push_back(row.feature);
    recorded.push_back(row.recorded);
    days.push_back(row.effective);
    statuses.push_back(row.status);
    Mark mark{};
    mark.rung = row.rung;
    mark.blank = row.blank;
    mark.documented = row.documented;
    mark.corrects = !row.supersedes.isNone();
    marks.push_back(mark);
    if (measured) {
        values.push_back(row.value);
    }
}

void LedgerRows::Columns::append(Columns others)
{
    if (others.size() > k_mostRows - size()) {
        throw std::length_error("a track of the ledger holds less than 2^32 - 1 entries");
    }
    for (auto &[place, target] : others.supersedes) {
        place += static_cast<std::uint32_t>(size());
    }
    appendColumn(supersedes, std::move(others.supersedes));
    appendColumn(features, std::move(others.features));
    appendColumn(recorded, std::move(others.recorded));
    appendColumn(days, std::move(others.days));
    appendColumn(statuses, std::move(others.statuses));
    appendColumn(marks, std::move(others.marks));
    appendColumn(values, std::move(others.values));
    appendColumn(ids, std::move(others.ids));
}

std::size_t LedgerRows::trackNumber(const Track &track)
{
    const auto found =
        std::find_if(m_tracks.begin(), m_tracks.end(), [&](const TrackRows &each) { return each.track == track; });
    if (found != m_tracks.end()) {
        return static_cast<std::size_t>(found - m_tracks.begin());
    }
    m_tracks.push_back({track, {QString()}, {}});
    return m_tracks.size() - 1;
}

LedgerRows::StatusNumber LedgerRows::statusNumber(std::size_t track, const QString &status)
{
    QStringList &known = m_tracks[track].statuses;
    qsizetype number = known.indexOf(status);
    if (number < 0) {
        number = known.size();
        if (number > std::numeric_limits<StatusNumber>::max()) {
            throw std::length_error("a track of the ledger knows at most 65,535 statuses");
        }
        known << status;
    }
    return static_cast<StatusNumber>(number);
}

void LedgerRows::add(std::size_t track, const Row &row)
{
    TrackRows &rows = m_tracks[track];
    rows.rows.add(row, !rows.track.measure.isEmpty());
}

void LedgerRows::add(const Entry &entry)
{
    const std::size_t track = trackNumber(entry.track);
    add(track, {entry.id, entry.feature, entry.supersedes, entry.recorded,
                entry.value.value_or(std::numeric_limits<double>::quiet_NaN()), entry.effective,
                statusNumber(track, entry.status), entry.rung, entry.isBlank(),
                !entry.document.isEmpty() || !entry.evidence.empty()});
}

void LedgerRows::append(LedgerRows later)
{
    for (TrackRows &rows : later.take()) {
        const std::size_t track = trackNumber(rows.track);
        std::vector<StatusNumber> numbers;
        for (const QString &status : rows.statuses) {
            numbers.push_back(statusNumber(track, status));
        }
        for (StatusNumber &status : rows.rows.statuses) {
            status = numbers[status];
        }
        m_tracks[track].rows.append(std::move(rows.rows));
    }
}

} // namespace cuntu
