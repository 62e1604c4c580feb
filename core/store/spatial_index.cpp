// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/spatial_index.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace cuntu {

namespace {

constexpr std::size_t k_cellBytes = 24;  // 8 of the id, 4 x 4 of the box
constexpr std::size_t k_headerBytes = 4; // 2 of the depth, 2 of the number of cells
constexpr std::size_t k_blobHeader = 43; // up to and including the class of the geometry
constexpr std::int64_t k_root = 1;

/// A cell of a node: a row's or a child node's box.
struct Cell {
    std::int64_t id = 0;
    float minX = 0;
    float maxX = 0;
    float minY = 0;
    float maxY = 0;
    std::uint32_t order = 0; ///< place on the Hilbert curve
};

// SQLite's own rounding (rtree.c, rtreeValueDown and rtreeValueUp), so that a packed index holds, to the bit, what
// row-by-row insertion would have put there.
constexpr double k_towardsZero = 1.0 - 1.0 / 8388608.0;
constexpr double k_awayFromZero = 1.0 + 1.0 / 8388608.0;

float roundedDown(double value)
{
    const auto narrowed = static_cast<float>(value);
    return static_cast<double>(narrowed) > value
               ? static_cast<float>(value * (value < 0 ? k_awayFromZero : k_towardsZero))
               : narrowed;
}

float roundedUp(double value)
{
    const auto narrowed = static_cast<float>(value);
    return static_cast<double>(narrowed) < value
               ? static_cast<float>(value * (value < 0 ? k_towardsZero : k_awayFromZero))
               : narrowed;
}

/// Place of cell (x, y) of a 65536 x 65536 grid on the Hilbert curve (Hilbert 1891; iterative form).
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y)
{
    std::uint32_t place = 0;
    for (std::uint32_t side = 1U << 15; side > 0; side >>= 1) {
        const std::uint32_t right = (x & side) ? 1U : 0U;
        const std::uint32_t upper = (y & side) ? 1U : 0U;
        place = place * 4 + ((3U * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = 0xFFFFU - x;
                y = 0xFFFFU - y;
            }
            std::swap(x, y);
        }
    }
    return place;
}

/// Box of a SpatiaLite BLOB, which stands in its header; empty for what is none.
std::optional<std::array<double, 4>> blobBox(std::span<const std::uint8_t> blob)
{
    if (blob.size() < k_blobHeader || blob[0] != 0 || blob[1] > 1) {
        return std::nullopt;
    }
    std::array<double, 4> box{};
    for (std::size_t i = 0; i < 4; ++i) {
        std::uint64_t bits = 0;
        std::memcpy(&bits, blob.data() + 6 + 8 * i, 8);
        bits = blob[1] == 1 ? qFromLittleEndian(bits) : qFromBigEndian(bits);
        std::memcpy(&box[i], &bits, 8);
    }
    return box;
}

Result<std::vector<Cell>> readCells(Database &database, const QString &table, const JobContext &job)
{
    auto rows =
        database.prepare(QStringLiteral("SELECT rowid, geom FROM %1 WHERE geom IS NOT NULL").arg(quoted(table)));
    if (!rows) {
        return rows.error();
    }
    std::vector<Cell> cells;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        if (const auto box = blobBox(rows->blob(1))) {
            const auto [minX, minY, maxX, maxY] = *box;
            cells.push_back(
                {rows->integer(0), roundedDown(minX), roundedUp(maxX), roundedDown(minY), roundedUp(maxY), 0});
        }
        if (cells.size() % 65536 == 0 && job.isCancelled()) {
            return cancelledError();
        }
    }
    if (!more) {
        return more.error();
    }
    return cells;
}

void sortAlongCurve(std::vector<Cell> &cells)
{
    double minX = std::numeric_limits<double>::max();
    double minY = minX;
    double maxX = std::numeric_limits<double>::lowest();
    double maxY = maxX;
    for (const Cell &cell : cells) {
        minX = std::min(minX, static_cast<double>(cell.minX));
        maxX = std::max(maxX, static_cast<double>(cell.maxX));
        minY = std::min(minY, static_cast<double>(cell.minY));
        maxY = std::max(maxY, static_cast<double>(cell.maxY));
    }
    const double size = std::max({maxX - minX, maxY - minY, std::numeric_limits<double>::min()});
    const auto grid = [size](double value, double low) {
        return static_cast<std::uint32_t>(std::clamp((value - low) / size * 65535.0, 0.0, 65535.0));
    };
    for (Cell &cell : cells) {
        const double x = (static_cast<double>(cell.minX) + static_cast<double>(cell.maxX)) / 2;
        const double y = (static_cast<double>(cell.minY) + static_cast<double>(cell.maxY)) / 2;
        cell.order = hilbert(grid(x, minX), grid(y, minY));
    }
    std::sort(cells.begin(), cells.end(),
              [](const Cell &a, const Cell &b) { return a.order != b.order ? a.order < b.order : a.id < b.id; });
}

/// Writes nodes into the R*Tree's tables, level by level.
class NodeWriter {
public:
    NodeWriter(Database &database, QString index, std::size_t nodeBytes)
        : m_database(database),
          m_index(std::move(index)),
          m_nodeBytes(nodeBytes),
          m_perNode((nodeBytes - k_headerBytes) / k_cellBytes)
    {
    }

    Result<void> write(std::vector<Cell> cells);

private:
    Result<std::vector<Cell>> writeLevel(const std::vector<Cell> &cells, bool leaves);
    Result<void> writeNode(Statement &insert, std::int64_t node, std::uint16_t depth, std::span<const Cell> cells);
    Result<void> writePairs(const QString &suffix, std::vector<std::pair<std::int64_t, std::int64_t>> pairs);
    Result<void> clear();

    Database &m_database;
    QString m_index;
    std::size_t m_nodeBytes;
    std::size_t m_perNode;
    std::int64_t m_nextNode = k_root + 1;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_parents;
};

Result<void> NodeWriter::clear()
{
    for (const char *suffix : {"_node", "_rowid", "_parent"}) {
        auto done =
            m_database.execute(QStringLiteral("DELETE FROM %1").arg(quoted(m_index + QString::fromLatin1(suffix))));
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<void> NodeWriter::writeNode(Statement &insert, std::int64_t node, std::uint16_t depth,
                                   std::span<const Cell> cells)
{
    std::vector<std::uint8_t> bytes(m_nodeBytes, 0);
    qToBigEndian(depth, bytes.data());
    qToBigEndian(static_cast<std::uint16_t>(cells.size()), bytes.data() + 2);
    std::uint8_t *at = bytes.data() + k_headerBytes;
    for (const Cell &cell : cells) {
        qToBigEndian(cell.id, at);
        qToBigEndian(cell.minX, at + 8);
        qToBigEndian(cell.maxX, at + 12);
        qToBigEndian(cell.minY, at + 16);
        qToBigEndian(cell.maxY, at + 20);
        at += k_cellBytes;
    }
    insert.bind(0, node);
    insert.bindStatic(1, bytes);
    return insert.run();
}

Result<void> NodeWriter::writePairs(const QString &suffix, std::vector<std::pair<std::int64_t, std::int64_t>> pairs)
{
    std::sort(pairs.begin(), pairs.end());
    auto insert = m_database.prepare(QStringLiteral("INSERT INTO %1 VALUES (?, ?)").arg(quoted(m_index + suffix)));
    if (!insert) {
        return insert.error();
    }
    for (const auto &[key, node] : pairs) {
        insert->bind(0, key);
        insert->bind(1, node);
        auto done = insert->run();
        if (!done) {
            return done;
        }
    }
    return {};
}

/// Packs @p cells into nodes and gives the cells of the level above.
Result<std::vector<Cell>> NodeWriter::writeLevel(const std::vector<Cell> &cells, bool leaves)
{
    auto insert = m_database.prepare(
        QStringLiteral("INSERT INTO %1 VALUES (?, ?)").arg(quoted(m_index + QStringLiteral("_node"))));
    if (!insert) {
        return insert.error();
    }
    std::vector<Cell> above;
    std::vector<std::pair<std::int64_t, std::int64_t>> rowNodes;
    const std::size_t nodes = (cells.size() + m_perNode - 1) / m_perNode;
    for (std::size_t i = 0; i < nodes; ++i) {
        // Evenly filled: no node is left with a few cells, which the R*Tree's own rules do not allow.
        const std::size_t begin = cells.size() * i / nodes;
        const std::size_t end = cells.size() * (i + 1) / nodes;
        const auto part = std::span(cells).subspan(begin, end - begin);
        Cell box{m_nextNode, part[0].minX, part[0].maxX, part[0].minY, part[0].maxY, 0};
        for (const Cell &cell : part) {
            box.minX = std::min(box.minX, cell.minX);
            box.maxX = std::max(box.maxX, cell.maxX);
            box.minY = std::min(box.minY, cell.minY);
            box.maxY = std::max(box.maxY, cell.maxY);
            (leaves ? rowNodes : m_parents).emplace_back(cell.id, m_nextNode);
        }
        auto done = writeNode(*insert, m_nextNode++, 0, part);
        if (!done) {
            return done.error();
        }
        above.push_back(box);
    }
    auto done = leaves ? writePairs(QStringLiteral("_rowid"), std::move(rowNodes)) : Result<void>();
    if (!done) {
        return done.error();
    }
    return above;
}

Result<void> NodeWriter::write(std::vector<Cell> cells)
{
    auto done = clear();
    std::uint16_t depth = 0;
    bool leaves = true;
    while (done && cells.size() > m_perNode) {
        auto above = writeLevel(cells, leaves);
        if (!above) {
            return above.error();
        }
        cells = std::move(*above);
        leaves = false;
        ++depth;
    }
    std::vector<std::pair<std::int64_t, std::int64_t>> rowNodes;
    for (const Cell &cell : cells) {
        (leaves ? rowNodes : m_parents).emplace_back(cell.id, k_root);
    }
    auto insert = m_database.prepare(
        QStringLiteral("INSERT INTO %1 VALUES (?, ?)").arg(quoted(m_index + QStringLiteral("_node"))));
    if (!insert) {
        return insert.error();
    }
    if (done) {
        done = writeNode(*insert, k_root, depth, cells);
    }
    if (done && leaves) {
        done = writePairs(QStringLiteral("_rowid"), std::move(rowNodes));
    }
    return done ? writePairs(QStringLiteral("_parent"), std::move(m_parents)) : done;
}

} // namespace

Result<void> packSpatialIndex(Database &database, const QString &table, const JobContext &job)
{
    const QString index = QStringLiteral("idx_%1_geom").arg(table);
    auto nodeBytes = database.integer(
        QStringLiteral("SELECT length(data) FROM %1 WHERE nodeno = 1").arg(quoted(index + QStringLiteral("_node"))));
    if (!nodeBytes) {
        return nodeBytes.error();
    }
    auto cells = readCells(database, table, job);
    if (!cells) {
        return cells.error();
    }
    sortAlongCurve(*cells);
    return NodeWriter(database, index, static_cast<std::size_t>(*nodeBytes)).write(std::move(*cells));
}

} // namespace cuntu
