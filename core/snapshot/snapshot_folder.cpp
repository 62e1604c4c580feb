// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/snapshot_folder.h"

#include "core/base/array_file.h"
#include "core/snapshot/vertex_detail.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUrl>

namespace cuntu {
namespace {

// Of the arrays' meaning: a change of it makes older files worthless.
constexpr int k_meaning = 1;

QString encoded(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

QByteArray stampOf(qint64 revision)
{
    return QByteArray::number(k_meaning) + ' ' + QByteArray::number(revision);
}

/// What is not an array, of a layer's shapes.
struct ShapeFacts {
    std::int64_t type;
    std::uint64_t indexed;
    double detailUnit;
};

std::optional<PackedGeometry> geometryOf(const ArrayFile &file, const ShapeFacts &facts)
{
    auto points = file.array<Point>("points");
    auto parts = file.array<std::uint32_t>("parts");
    auto features = file.array<std::uint32_t>("features");
    auto holes = file.array<std::uint8_t>("holes");
    auto boxes = file.array<Box>("boxes");
    auto indexBoxes = file.array<Box>("index.boxes");
    auto indexChildren = file.array<std::uint32_t>("index.children");
    auto indexLevels = file.array<std::uint64_t>("index.levels");
    auto steps = file.array<std::uint8_t>("steps");
    if (!points || !parts || !features || !holes || !boxes || !indexBoxes || !indexChildren || !indexLevels || !steps) {
        return std::nullopt;
    }
    auto index = PackedIndex::fromParts({facts.indexed, *indexBoxes, *indexChildren, *indexLevels});
    if (!index || facts.type < 0 || facts.type > static_cast<std::int64_t>(GeometryType::Any)) {
        return std::nullopt;
    }
    PackedGeometry geometry;
    geometry.type = static_cast<GeometryType>(facts.type);
    geometry.points = *points;
    geometry.partStart = *parts;
    geometry.featureStart = *features;
    geometry.holes = *holes;
    geometry.boxes = *boxes;
    geometry.index = std::move(*index);
    if (!geometry.adopt(VertexDetail(facts.detailUnit, *steps))) {
        return std::nullopt;
    }
    return geometry;
}

bool writeShapes(const QString &path, const LayerSnapshot &layer)
{
    const PackedGeometry &geometry = layer.geometry();
    const VertexDetail &detail = geometry.detail();
    const PackedIndex::Parts &index = geometry.index.parts();
    const ShapeFacts facts{static_cast<std::int64_t>(geometry.type), index.count, detail.unit()};
    const auto ids = layer.sharedIds();
    ArrayFileWriter writer;
    writer.add("facts", std::span<const ShapeFacts>(&facts, 1));
    writer.add("ids", std::span<const FeatureId>(*ids));
    writer.add("points", geometry.points);
    writer.add("parts", geometry.partStart);
    writer.add("features", geometry.featureStart);
    writer.add("holes", geometry.holes);
    writer.add("boxes", geometry.boxes);
    writer.add("index.boxes", index.boxes);
    writer.add("index.children", index.children);
    writer.add("index.levels", index.levelEnds);
    writer.add("steps", detail.steps());
    return writer.write(path, stampOf(layer.revision())).has_value();
}

bool writeColumn(const QString &path, const Column &column, qint64 revision)
{
    const Column::Parts parts = column.parts();
    const std::uint8_t kind = parts.kind == Column::Kind::Text ? 1 : 0;
    ArrayFileWriter writer;
    writer.add("kind", std::span<const std::uint8_t>(&kind, 1));
    writer.add("numbers", parts.numbers);
    writer.add("codes", parts.codes);
    writer.add("starts", parts.starts);
    writer.add("bytes", parts.bytes);
    return writer.write(path, stampOf(revision)).has_value();
}

} // namespace

SnapshotFolder::SnapshotFolder(const QString &project)
    : m_project(project), m_folder(project + QStringLiteral("-cache"))
{
    const QByteArray state = projectState();
    QFile seal(sealFile());
    m_trusted = !state.isEmpty() && seal.open(QIODevice::ReadOnly) && seal.readAll() == state;
}

void SnapshotFolder::own()
{
    m_owned = true;
    if (!m_trusted) {
        clear();
    }
}

QString SnapshotFolder::shapesFile(const QString &layer) const
{
    return m_folder + QLatin1Char('/') + encoded(layer) + QStringLiteral(".shapes");
}

QString SnapshotFolder::columnFile(const QString &layer, const QString &field) const
{
    return m_folder + QLatin1Char('/') + encoded(layer) + QLatin1Char('+') + encoded(field) + QStringLiteral(".column");
}

QString SnapshotFolder::sealFile() const
{
    return m_folder + QStringLiteral("/seal");
}

QByteArray SnapshotFolder::projectState() const
{
    const QFileInfo project(m_project);
    if (QFileInfo(m_project + QStringLiteral("-wal")).size() > 0) {
        return {}; // changes that are not in the file yet
    }
    return QByteArray::number(project.size()) + ' ' + QByteArray::number(project.lastModified().toMSecsSinceEpoch());
}

void SnapshotFolder::clear() const
{
    QDir folder(m_folder);
    for (const QString &name : folder.entryList(
             {QStringLiteral("*.shapes"), QStringLiteral("*.column"), QStringLiteral("seal")}, QDir::Files)) {
        folder.remove(name);
    }
}

std::optional<SnapshotFolder::Shapes> SnapshotFolder::readShapes(const QString &layer, qint64 revision) const
{
    if (!m_trusted) {
        return std::nullopt;
    }
    const auto file = ArrayFile::open(shapesFile(layer), stampOf(revision));
    if (!file) {
        return std::nullopt;
    }
    const auto facts = file->array<ShapeFacts>("facts");
    const auto ids = file->array<FeatureId>("ids");
    if (!facts || facts->size() != 1 || !ids) {
        return std::nullopt;
    }
    auto geometry = geometryOf(*file, facts->front());
    if (!geometry || geometry->size() != ids->size() || !std::ranges::is_sorted(*ids)) {
        return std::nullopt;
    }
    noteSound(shapesFile(layer), revision);
    return Shapes{freeze(std::vector<FeatureId>(ids->begin(), ids->end())), freeze(std::move(*geometry))};
}

std::optional<Column> SnapshotFolder::readColumn(const QString &layer, const QString &field, qint64 revision,
                                                 std::size_t rows) const
{
    if (!m_trusted) {
        return std::nullopt;
    }
    const auto file = ArrayFile::open(columnFile(layer, field), stampOf(revision));
    if (!file) {
        return std::nullopt;
    }
    const auto kind = file->array<std::uint8_t>("kind");
    auto numbers = file->array<double>("numbers");
    auto codes = file->array<std::uint32_t>("codes");
    auto starts = file->array<std::uint64_t>("starts");
    auto bytes = file->array<char>("bytes");
    if (!kind || kind->size() != 1 || !numbers || !codes || !starts || !bytes) {
        return std::nullopt;
    }
    auto column = Column::fromParts(
        {kind->front() == 1 ? Column::Kind::Text : Column::Kind::Number, *numbers, *codes, *starts, *bytes});
    if (!column || column->size() != rows) {
        return std::nullopt;
    }
    noteSound(columnFile(layer, field), revision);
    return column;
}

bool SnapshotFolder::isSound(const QString &file, qint64 revision) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_sound.find(file);
    return found != m_sound.end() && found->second == revision;
}

void SnapshotFolder::noteSound(const QString &file, qint64 revision) const
{
    const std::lock_guard lock(m_mutex);
    m_sound[file] = revision;
}

void SnapshotFolder::write(const LayerSnapshot &layer, const JobContext &job) const
{
    if (!m_owned || layer.size() < k_leastFeatures || !QDir().mkpath(m_folder)) {
        return;
    }
    // What cannot be written is read from the tables again.
    const QString &id = layer.schema().id;
    const QString shapes = shapesFile(id);
    if (!isSound(shapes, layer.revision()) && writeShapes(shapes, layer)) {
        noteSound(shapes, layer.revision());
    }
    for (const auto &[name, column] : layer.columns()) {
        const Field *field = layer.schema().findField(name);
        const QString file = columnFile(id, name);
        if (job.isCancelled()) {
            return;
        }
        if (field && field->personal == Personal::No && !isSound(file, layer.revision()) &&
            writeColumn(file, *column, layer.revision())) {
            noteSound(file, layer.revision());
        }
    }
}

void SnapshotFolder::seal() const
{
    if (!m_owned || !QFileInfo(m_folder).isDir()) {
        return;
    }
    const QByteArray state = projectState();
    QSaveFile file(sealFile());
    if (!state.isEmpty() && file.open(QIODevice::WriteOnly)) {
        file.write(state);
        file.commit(); // without a seal the files are thrown away next time
    }
}

} // namespace cuntu
