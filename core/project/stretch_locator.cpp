// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/stretch_locator.h"

#include "core/base/text.h"
#include "core/geo/station_text.h"
#include "core/io/row_cells.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

constexpr double k_slack_km = 0.02; ///< behind the last station, for it is rounded
constexpr double k_slackShare = 0.01;

std::size_t placeOf(const LayerSchema &schema, const QString &field)
{
    const auto found =
        std::find_if(schema.fields.begin(), schema.fields.end(), [&](const Field &each) { return each.id == field; });
    return static_cast<std::size_t>(found - schema.fields.begin());
}

} // namespace

StretchLocator::StretchLocator(const Database &database, LayerSchema stretches, LayerSchema lines,
                               LineReference reference, Geodesic geodesic)
    : m_database(&database),
      m_schema(std::move(stretches)),
      m_lines(std::move(lines)),
      m_reference(std::move(reference)),
      m_geodesic(std::move(geodesic))
{
}

Result<StretchLocator> StretchLocator::begin(const Database &database, const LayerSchema &stretches,
                                             const LineReference &reference, const Crs &crs)
{
    auto layers = readLayers(database);
    if (!layers) {
        return layers.error();
    }
    const auto lines = std::find_if(layers->begin(), layers->end(),
                                    [&](const StoredLayer &each) { return each.schema.id == reference.lines; });
    if (lines == layers->end() || !crs.isValid()) {
        return Error{ErrorCode::NotFound,
                     Core::tr("the project has no layer %1, whose stretches these are").arg(reference.lines),
                     {},
                     Core::tr("Import that layer first."),
                     {},
                     {}};
    }
    auto geodesic = Geodesic::create(crs);
    if (!geodesic) {
        return geodesic.error();
    }
    StretchLocator locator(database, stretches, lines->schema, reference, std::move(*geodesic));
    auto read = locator.readKeys();
    return read ? Result<StretchLocator>(std::move(locator)) : Result<StretchLocator>(read.error());
}

Result<void> StretchLocator::readKeys()
{
    auto rows =
        m_database->prepare(QStringLiteral("SELECT id, %1 FROM %2").arg(quoted(m_lines.keyField), quoted(m_lines.id)));
    if (!rows) {
        return rows.error();
    }
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        if (!rows->isNull(1)) {
            m_byKey.insert(normalised(rows->text(1)), FeatureId{rows->integer(0)});
        }
    }
    return more ? Result<void>() : Result<void>(more.error());
}

double StretchLocator::number(const FeatureRow &row, const QString &field) const
{
    return numberOf(m_schema, row, field).value_or(std::nan(""));
}

QString StretchLocator::headingOf(const QString &field) const
{
    return m_schema.findField(field)->name.toString();
}

Result<Stationing> StretchLocator::stationing(FeatureId line) const
{
    auto reader = FeatureReader::begin(*m_database, m_lines, QStringLiteral("WHERE id = ?"), {line.value});
    if (!reader) {
        return reader.error();
    }
    FeatureRow feature;
    auto found = reader->next(feature);
    if (!found) {
        return found.error();
    }
    const double length_km = numberOf(m_lines, feature, m_reference.lengthField).value_or(std::nan(""));
    return Stationing(std::move(feature.geometry), &m_geodesic, length_km);
}

/// Empty, or what is wrong: the same key was given before.
QString StretchLocator::giveKey(FeatureRow &row)
{
    if (m_schema.keyField.isEmpty() || !textOf(m_schema, row, m_schema.keyField).isEmpty()) {
        return {};
    }
    const QString key =
        QStringLiteral("%1 %2-%3")
            .arg(textOf(m_schema, row, m_reference.keyField), stationText(number(row, m_reference.fromField)),
                 stationText(number(row, m_reference.toField)));
    const auto earlier = m_given.constFind(key);
    if (earlier != m_given.cend()) {
        return Core::tr("the same stretch as in row %1").arg(*earlier);
    }
    m_given.insert(key, row.sourceRow);
    row.values[placeOf(m_schema, m_schema.keyField)] = key.toStdString();
    return {};
}

/// What is wrong with the stations of @p row; empty: it has its geometry now.
QString StretchLocator::placeOn(const Stationing &line, FeatureRow &row, std::vector<RowFinding> &findings) const
{
    const double from_km = number(row, m_reference.fromField);
    const double to_km = number(row, m_reference.toField);
    if (!(line.length_km() > 0)) {
        return Core::tr("%1 is not drawn, so that nothing can be placed along it")
            .arg(textOf(m_schema, row, m_reference.keyField));
    }
    if (!(from_km >= 0 && from_km < to_km)) {
        return Core::tr("the stretch from %1 to %2 does not begin before it ends")
            .arg(std::isnan(from_km) ? QStringLiteral("?") : stationText(from_km),
                 std::isnan(to_km) ? QStringLiteral("?") : stationText(to_km));
    }
    const double behind_km = to_km - line.length_km();
    if (from_km >= line.length_km() || behind_km > std::max(k_slack_km, k_slackShare * line.length_km())) {
        return Core::tr("the stretch ends at %1, behind the last station of %2, %3")
            .arg(stationText(to_km), textOf(m_schema, row, m_reference.keyField), stationText(line.length_km()));
    }
    if (behind_km > 1e-9) {
        row.values[placeOf(m_schema, m_reference.toField)] = line.length_km();
        findings.push_back({row.sourceRow, headingOf(m_reference.toField),
                            Core::tr("%1 lies a little behind the last station: taken for %2")
                                .arg(stationText(to_km), stationText(line.length_km())),
                            false});
    }
    row.geometry = line.cut(from_km, std::min(to_km, line.length_km()));
    return {};
}

Result<QString> StretchLocator::place(FeatureRow &row, std::vector<RowFinding> &findings)
{
    const QString key = textOf(m_schema, row, m_reference.keyField);
    const FeatureId line = m_byKey.value(normalised(key));
    if (line.isNone()) {
        return Core::tr("layer %1 has no %2 %3").arg(m_lines.name.toString(), headingOf(m_reference.keyField), key);
    }
    auto stations = stationing(line);
    if (!stations) {
        return stations.error();
    }
    const QString problem = placeOn(*stations, row, findings);
    return problem.isEmpty() ? giveKey(row) : problem;
}

Result<void> StretchLocator::locate(std::vector<FeatureRow> &rows, std::vector<RowFinding> &findings)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto problem = place(rows[i], findings);
        if (!problem) {
            return problem.error();
        }
        if (!problem->isEmpty()) {
            findings.push_back({rows[i].sourceRow, headingOf(m_reference.keyField), *problem, true});
            continue;
        }
        if (kept != i) {
            std::swap(rows[kept], rows[i]);
        }
        ++kept;
    }
    rows.resize(kept);
    return {};
}

} // namespace cuntu
