// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/spatial_index.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

namespace cuntu {

namespace {

constexpr std::size_t k_cellBytes = 24;  // 8 of the id, 4 x 4 of the box
constexpr std::size_t k_headerBytes = 4; // 2 of the depth, 2 of the number of cells
constexpr std::size_t k_blobHeader = 43; // up to and including the class of the geometry
constexpr std::int64_t k_root = 1;
constexpr std::size_t k_rowsAtOnce = 128;

/// A cell of a node: a row's or a child node's box.
struct Cell {
    std::int64_t id = 0;
    float minX = 0;
    float maxX = 0;
    float minY = 0;
    float maxY = 0;
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

    Result<void> write(const IndexBoxes &boxes, const std::vector<std::uint32_t> &order, const JobContext &job);

private:
    Result<std::vector<Cell>> writeLeaves(const IndexBoxes &boxes, const std::vector<std::uint32_t> &order,
                                          std::vector<std::uint32_t> &nodeOfBox);
    Result<std::vector<Cell>> writeLevel(const std::vector<Cell> &cells);
    Result<Cell> writeNode(std::int64_t node, std::uint16_t depth, std::span<const Cell> cells);
    Result<void> writeRowNodes(const IndexBoxes &boxes, const std::vector<std::uint32_t> &nodeOfBox,
                               const JobContext &job);
    Result<void> writeParents();
    Result<void> clear();
    Result<Statement> prepareInsert(const char *suffix, std::size_t rows = 1);

    Database &m_database;
    QString m_index;
    std::size_t m_nodeBytes;
    std::size_t m_perNode;
    std::optional<Statement> m_insertNode;
    std::vector<std::uint8_t> m_node;
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

/// A statement that stores @p rows rows of two values in the table @p suffix.
Result<Statement> NodeWriter::prepareInsert(const char *suffix, std::size_t rows)
{
    const QStringList places(static_cast<qsizetype>(rows), QStringLiteral("(?, ?)"));
    return m_database.prepare(QStringLiteral("INSERT INTO %1 VALUES %2")
                                  .arg(quoted(m_index + QString::fromLatin1(suffix)), places.join(QLatin1Char(','))));
}

/// Stores @p cells as node @p node and gives the cell that stands for it in the level above.
Result<Cell> NodeWriter::writeNode(std::int64_t node, std::uint16_t depth, std::span<const Cell> cells)
{
    m_node.assign(m_nodeBytes, 0);
    qToBigEndian(depth, m_node.data());
    qToBigEndian(static_cast<std::uint16_t>(cells.size()), m_node.data() + 2);
    std::uint8_t *at = m_node.data() + k_headerBytes;
    constexpr float most = std::numeric_limits<float>::max();
    Cell around{node, most, -most, most, -most};
    for (const Cell &cell : cells) {
        qToBigEndian(cell.id, at);
        qToBigEndian(cell.minX, at + 8);
        qToBigEndian(cell.maxX, at + 12);
        qToBigEndian(cell.minY, at + 16);
        qToBigEndian(cell.maxY, at + 20);
        at += k_cellBytes;
        around.minX = std::min(around.minX, cell.minX);
        around.maxX = std::max(around.maxX, cell.maxX);
        around.minY = std::min(around.minY, cell.minY);
        around.maxY = std::max(around.maxY, cell.maxY);
    }
    m_insertNode->bind(0, node);
    m_insertNode->bindStatic(1, m_node);
    auto done = m_insertNode->run();
    if (!done) {
        return done.error();
    }
    return around;
}

/// Packs @p boxes into leaves, which are the root where they fit into one node; gives the cells of the level above.
Result<std::vector<Cell>> NodeWriter::writeLeaves(const IndexBoxes &boxes, const std::vector<std::uint32_t> &order,
                                                  std::vector<std::uint32_t> &nodeOfBox)
{
    const std::size_t nodes = std::max<std::size_t>(1, (order.size() + m_perNode - 1) / m_perNode);
    std::vector<Cell> above;
    std::vector<Cell> cells;
    nodeOfBox.resize(order.size());
    for (std::size_t i = 0; i < nodes; ++i) {
        const std::int64_t node = nodes == 1 ? k_root : m_nextNode++;
        cells.clear();
        // Evenly filled: no node is left with a few cells, which the R*Tree's own rules do not allow.
        for (std::size_t at = order.size() * i / nodes; at < order.size() * (i + 1) / nodes; ++at) {
            const auto [minX, maxX, minY, maxY] = boxes.entry(order[at]);
            cells.push_back({boxes.id(order[at]), minX, maxX, minY, maxY});
            nodeOfBox[order[at]] = static_cast<std::uint32_t>(node);
        }
        auto around = writeNode(node, 0, cells);
        if (!around) {
            return around.error();
        }
        above.push_back(*around);
    }
    return above;
}

/// Packs @p cells, which stand for nodes, into nodes of the next level and gives the cells of the one above.
Result<std::vector<Cell>> NodeWriter::writeLevel(const std::vector<Cell> &cells)
{
    std::vector<Cell> above;
    const std::size_t nodes = (cells.size() + m_perNode - 1) / m_perNode;
    for (std::size_t i = 0; i < nodes; ++i) {
        const std::size_t begin = cells.size() * i / nodes;
        const std::size_t end = cells.size() * (i + 1) / nodes;
        const std::int64_t node = m_nextNode++;
        for (std::size_t at = begin; at < end; ++at) {
            m_parents.emplace_back(cells[at].id, node);
        }
        auto around = writeNode(node, 0, std::span(cells).subspan(begin, end - begin));
        if (!around) {
            return around.error();
        }
        above.push_back(*around);
    }
    return above;
}

/// Says of each row in which leaf it stands. In the order of the rows: the table grows at its end only.
Result<void> NodeWriter::writeRowNodes(const IndexBoxes &boxes, const std::vector<std::uint32_t> &nodeOfBox,
                                       const JobContext &job)
{
    // Many rows a statement: the table's end is then found once for all of them.
    auto many = prepareInsert("_rowid", k_rowsAtOnce);
    auto one = prepareInsert("_rowid");
    if (!many || !one) {
        return !many ? many.error() : one.error();
    }
    for (std::size_t i = 0; i < boxes.size();) {
        const std::size_t count = boxes.size() - i < k_rowsAtOnce ? 1 : k_rowsAtOnce;
        Statement &insert = count == 1 ? *one : *many;
        for (std::size_t end = i + count, parameter = 0; i < end; ++i, parameter += 2) {
            insert.bind(static_cast<int>(parameter), boxes.id(i));
            insert.bind(static_cast<int>(parameter) + 1, std::int64_t{nodeOfBox[i]});
        }
        auto done = insert.run();
        if (!done) {
            return done;
        }
        if (job.isCancelled()) {
            return cancelledError();
        }
    }
    return {};
}

Result<void> NodeWriter::writeParents()
{
    std::sort(m_parents.begin(), m_parents.end());
    auto insert = prepareInsert("_parent");
    if (!insert) {
        return insert.error();
    }
    for (const auto &[child, node] : m_parents) {
        insert->bind(0, child);
        insert->bind(1, node);
        auto done = insert->run();
        if (!done) {
            return done;
        }
    }
    return {};
}

Result<void> NodeWriter::write(const IndexBoxes &boxes, const std::vector<std::uint32_t> &order, const JobContext &job)
{
    auto done = clear();
    if (!done) {
        return done;
    }
    auto insert = prepareInsert("_node");
    if (!insert) {
        return insert.error();
    }
    m_insertNode.emplace(std::move(*insert));
    std::vector<std::uint32_t> nodeOfBox;
    auto cells = writeLeaves(boxes, order, nodeOfBox);
    std::uint16_t depth = 1;
    while (cells && cells->size() > m_perNode) {
        cells = writeLevel(*cells);
        ++depth;
    }
    if (!cells) {
        return cells.error();
    }
    if (boxes.size() > m_perNode) { // otherwise the only leaf is the root
        for (const Cell &cell : *cells) {
            m_parents.emplace_back(cell.id, k_root);
        }
        auto root = writeNode(k_root, depth, *cells);
        if (!root) {
            return root.error();
        }
    }
    done = writeRowNodes(boxes, nodeOfBox, job);
    return done ? writeParents() : done;
}

} // namespace

void IndexBoxes::add(std::int64_t id, double minX, double minY, double maxX, double maxY)
{
    if (m_size == 0) {
        m_first = id;
    }
    if (m_ids.empty() && id != m_first + static_cast<std::int64_t>(m_size)) {
        m_ids.resize(m_size);
        std::iota(m_ids.begin(), m_ids.end(), m_first);
    }
    if (!m_ids.empty()) {
        m_ids.push_back(id);
    }
    if (m_size % k_block == 0) {
        m_blocks.emplace_back();
        // The first grows as it needs: most layers are small.
        m_blocks.back().reserve(m_size == 0 ? 0 : k_block);
    }
    m_blocks.back().push_back({roundedDown(minX), roundedUp(maxX), roundedDown(minY), roundedUp(maxY)});
    ++m_size;
}

std::vector<std::uint32_t> orderAlongCurve(const IndexBoxes &boxes)
{
    double minX = std::numeric_limits<double>::max();
    double minY = minX;
    double maxX = std::numeric_limits<double>::lowest();
    double maxY = maxX;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const IndexBoxes::Entry &box = boxes.entry(i);
        minX = std::min(minX, static_cast<double>(box[0]));
        maxX = std::max(maxX, static_cast<double>(box[1]));
        minY = std::min(minY, static_cast<double>(box[2]));
        maxY = std::max(maxY, static_cast<double>(box[3]));
    }
    const double size = std::max({maxX - minX, maxY - minY, std::numeric_limits<double>::min()});
    const double scale = 65535.0 / size;
    const auto grid = [scale](float low, float high, double origin) {
        const double middle = (static_cast<double>(low) + static_cast<double>(high)) / 2;
        const double place = (middle - origin) * scale; // no number where a box is endless
        return place > 0 ? static_cast<std::uint32_t>(std::min(place, 65535.0)) : 0U;
    };
    std::vector<std::uint64_t> places(boxes.size()); // on the curve, and the index below it
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const IndexBoxes::Entry &box = boxes.entry(i);
        places[i] = std::uint64_t{hilbert(grid(box[0], box[1], minX), grid(box[2], box[3], minY))} << 32 | i;
    }
    std::sort(places.begin(), places.end());
    std::vector<std::uint32_t> order(places.size());
    std::transform(places.begin(), places.end(), order.begin(),
                   [](std::uint64_t place) { return static_cast<std::uint32_t>(place); });
    return order;
}

Result<IndexBoxes> readBoxes(Database &database, const QString &table, const JobContext &job)
{
    auto rows = database.prepare(
        QStringLiteral("SELECT rowid, geom FROM %1 WHERE geom IS NOT NULL ORDER BY rowid").arg(quoted(table)));
    if (!rows) {
        return rows.error();
    }
    IndexBoxes boxes;
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        if (const auto box = blobBox(rows->blob(1))) {
            const auto [minX, minY, maxX, maxY] = *box;
            boxes.add(rows->integer(0), minX, minY, maxX, maxY);
        }
        if (boxes.size() % 65536 == 0 && job.isCancelled()) {
            return cancelledError();
        }
    }
    if (!more) {
        return more.error();
    }
    return boxes;
}

Result<void> packSpatialIndex(Database &database, const QString &table, const IndexBoxes &boxes,
                              const std::vector<std::uint32_t> &order, const JobContext &job)
{
    const QString index = QStringLiteral("idx_%1_geom").arg(table);
    auto nodeBytes = database.integer(
        QStringLiteral("SELECT length(data) FROM %1 WHERE nodeno = 1").arg(quoted(index + QStringLiteral("_node"))));
    if (!nodeBytes) {
        return nodeBytes.error();
    }
    return NodeWriter(database, index, static_cast<std::size_t>(*nodeBytes)).write(boxes, order, job);
}

} // namespace cuntu
