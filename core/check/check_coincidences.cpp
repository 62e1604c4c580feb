// SPDX-License-Identifier: GPL-3.0-or-later
// What is possible but hardly by chance: many features at one position, a name twice in a village, figures copied down.
#include "core/check/check_defaults.h"
#include "core/check/rules.h"

#include <bit>
#include <cmath>
#include <unordered_map>

namespace cuntu {

namespace {

constexpr std::size_t k_fewestFigures = 3; ///< in each row, so that it is no chance

/// Rows that belong together by a hash and a comparison; groups in the order of their first rows.
class Groups {
public:
    /// Puts @p row to those of @p hash to which @p same says it belongs.
    template <class Same> void add(std::size_t row, std::size_t hash, Same same)
    {
        for (const std::size_t group : m_byHash[hash]) {
            if (same(m_groups[group].front(), row)) {
                m_groups[group].push_back(row);
                return;
            }
        }
        m_byHash[hash].push_back(m_groups.size());
        m_groups.push_back({row});
    }
    const std::vector<std::vector<std::size_t>> &all() const { return m_groups; }

private:
    std::unordered_map<std::size_t, std::vector<std::size_t>> m_byHash;
    std::vector<std::vector<std::size_t>> m_groups;
};

std::size_t mixed(std::size_t seed, std::uint64_t value)
{
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15ULL; // 2^64 over the golden ratio: spreads what is near
    return static_cast<std::size_t>((seed ^ value) * golden);
}

std::size_t mixed(std::size_t seed, double value)
{
    return mixed(seed, std::bit_cast<std::uint64_t>(value));
}

/// Up to three of the features of @p rows after the first, for a sentence.
QString othersOf(const LayerSnapshot &layer, const std::vector<std::size_t> &rows)
{
    QStringList names;
    for (std::size_t i = 1; i < rows.size() && i <= 3; ++i) {
        names << calledAs(layer, rows[i]);
    }
    return names.join(Core::tr(", ")) + (rows.size() > 4 ? QStringLiteral(" …") : QString());
}

QStringList named(const LayerSchema &schema, QStringList fields)
{
    for (const QString &field : {schema.nameField, schema.keyField}) {
        if (!field.isEmpty() && !fields.contains(field)) {
            fields << field;
        }
    }
    return fields;
}

/// Columns of numbers that are figures about a feature, not its number.
std::vector<const Column *> figuresOf(const LayerSnapshot &layer)
{
    std::vector<const Column *> figures;
    for (const Field &field : layer.schema().fields) {
        const bool number = field.type == FieldType::Integer || field.type == FieldType::Real;
        if (const Column *column = layer.column(field.id); number && column && field.id != layer.schema().keyField) {
            figures.push_back(column);
        }
    }
    return figures;
}

/// Number of figures in @p row that are there and not 0; and a hash of all.
std::pair<std::size_t, std::size_t> figureHash(const std::vector<const Column *> &figures, std::size_t row)
{
    std::size_t count = 0;
    std::size_t hash = 0;
    for (const Column *column : figures) {
        const double value = column->number(row);
        count += std::isfinite(value) && value != 0 ? 1 : 0;
        hash = mixed(hash, std::isfinite(value) ? value : -1.0);
    }
    return {count, hash};
}

bool sameFigures(const std::vector<const Column *> &figures, std::size_t one, std::size_t other)
{
    return std::all_of(figures.begin(), figures.end(), [&](const Column *column) {
        const double a = column->number(one);
        const double b = column->number(other);
        return a == b || (std::isnan(a) && std::isnan(b));
    });
}

} // namespace

FoundResult checkSamePosition(const ProjectSnapshot &project, const JobContext &job)
{
    const double fewest = settingOr(project, u"check.same_position", k_atOnePlace);
    return findInLayers(
        project, job,
        [](const LayerSchema &schema) -> std::optional<QStringList> {
            return schema.geometry == GeometryType::Point ? std::optional(named(schema, {})) : std::nullopt;
        },
        [&](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
            Groups groups;
            const auto position = [&](std::size_t row) { return layer.geometry().firstPoint(row); };
            for (std::size_t row = 0; row < layer.size(); ++row) {
                const Point at = position(row);
                if (std::isfinite(at.x)) {
                    groups.add(row, mixed(mixed(0, at.x), at.y),
                               [&](std::size_t a, std::size_t b) { return position(a) == position(b); });
                }
            }
            for (const auto &rows : groups.all()) {
                if (static_cast<double>(rows.size()) >= fewest) {
                    findings.add(layer, rows.front(),
                                 Core::tr("%1 features lie at the very same position: %2 and %3")
                                     .arg(rows.size())
                                     .arg(calledAs(layer, rows.front()), othersOf(layer, rows)));
                }
            }
            return {};
        });
}

FoundResult checkSameName(const ProjectSnapshot &project, const JobContext &job)
{
    return findInLayers(
        project, job,
        [](const LayerSchema &schema) -> std::optional<QStringList> {
            const bool fits = !schema.nameField.isEmpty() && !schema.areaField.isEmpty() &&
                              schema.areaField != schema.keyField; // areas may share a name
            return fits ? std::optional(QStringList{schema.nameField, schema.areaField}) : std::nullopt;
        },
        [](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
            const Column *names = layer.column(layer.schema().nameField);
            const Column *areas = layer.column(layer.schema().areaField);
            if (!names || !areas || names->kind() != Column::Kind::Text || areas->kind() != Column::Kind::Text) {
                return {};
            }
            std::unordered_map<std::uint64_t, std::size_t> first;
            for (std::size_t row = 0; row < layer.size(); ++row) {
                if (names->text(row).empty() || areas->text(row).empty()) {
                    continue;
                }
                const std::uint64_t both = (std::uint64_t{names->code(row)} << 32U) | areas->code(row);
                const auto [there, isNew] = first.try_emplace(both, row);
                if (!isNew) {
                    findings.add(layer, row,
                                 Core::tr("%1 is there twice in village %2 (feature %3)")
                                     .arg(names->display(row), areas->display(row))
                                     .arg(layer.id(there->second).value));
                }
            }
            return {};
        });
}

FoundResult checkSameFigures(const ProjectSnapshot &project, const JobContext &job)
{
    const double fewest = settingOr(project, u"check.same_figures", k_sameFigures);
    return findInLayers(
        project, job,
        [](const LayerSchema &schema) -> std::optional<QStringList> {
            QStringList fields;
            for (const Field &field : schema.fields) {
                if (field.type == FieldType::Integer || field.type == FieldType::Real) {
                    fields << field.id;
                }
            }
            const bool enough = fields.size() >= static_cast<qsizetype>(k_fewestFigures);
            return enough && !schema.areaField.isEmpty() ? std::optional(named(schema, fields << schema.areaField))
                                                         : std::nullopt;
        },
        [&](const LayerSnapshot &layer, FindingList &findings) -> Result<void> {
            const std::vector<const Column *> figures = figuresOf(layer);
            const Column *areas = layer.column(layer.schema().areaField);
            if (!areas || areas->kind() != Column::Kind::Text) {
                return {};
            }
            Groups groups;
            for (std::size_t row = 0; row < layer.size(); ++row) {
                const auto [count, hash] = figureHash(figures, row);
                if (count >= k_fewestFigures && !areas->text(row).empty()) {
                    groups.add(row, mixed(hash, std::uint64_t{areas->code(row)}), [&](std::size_t a, std::size_t b) {
                        return areas->code(a) == areas->code(b) && sameFigures(figures, a, b);
                    });
                }
            }
            for (const auto &rows : groups.all()) {
                if (static_cast<double>(rows.size()) >= fewest) {
                    findings.add(
                        layer, rows.front(),
                        Core::tr("%1 features of village %2 have exactly the same figures: %3 and %4")
                            .arg(rows.size())
                            .arg(areas->display(rows.front()), calledAs(layer, rows.front()), othersOf(layer, rows)));
                }
            }
            return {};
        });
}

} // namespace cuntu
