// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/layer_import.h"

#include "core/base/text.h"
#include "core/store/schema_json.h"

#include <QSet>

#include <algorithm>

namespace cuntu {

namespace {

constexpr std::size_t k_keptChanges = 10000;
constexpr int k_serialDigits = 3; // DOMAIN B.0.1: local serial under the village

int placeOf(const LayerSchema &schema, const QString &field)
{
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        if (!field.isEmpty() && schema.fields[i].id == field) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// @p value as a person may see it.
QString shownValue(const Field &field, const Value &value)
{
    const QString text = valueText(value);
    if (field.personal != Personal::No) {
        return text.isEmpty() ? text : masked(text, field.personal);
    }
    const auto choice =
        std::find_if(field.choices.begin(), field.choices.end(), [&](const Choice &each) { return each.id == text; });
    if (choice != field.choices.end()) {
        return choice->name.toString();
    }
    return field.type == FieldType::Boolean && !text.isEmpty()
               ? (text == QStringLiteral("1") ? Core::tr("yes") : Core::tr("no"))
               : text;
}

QByteArray nameKey(std::string_view area, std::string_view name)
{
    return bytes(area) + '\n' + bytes(name);
}

} // namespace

LayerImport::LayerImport(Database &database, Options options, LayerWriter writer, ChangeWriter changes)
    : m_database(&database),
      m_options(std::move(options)),
      m_writer(std::move(writer)),
      m_changes(std::move(changes)),
      m_key(placeOf(m_options.schema, m_options.schema.keyField)),
      m_name(placeOf(m_options.schema, m_options.schema.nameField)),
      m_area(placeOf(m_options.schema, m_options.schema.areaField))
{
}

Result<LayerImport> LayerImport::begin(Database &database, Options options)
{
    auto writer = LayerWriter::begin(database, options.schema, options.srid);
    if (!writer) {
        return writer.error();
    }
    auto changes = ChangeWriter::begin(database, options.action);
    if (!changes) {
        return changes.error();
    }
    LayerImport import(database, std::move(options), std::move(*writer), std::move(*changes));
    auto read = import.readExisting();
    if (!read) {
        return read.error();
    }
    return import;
}

/// Id, key, area and name of all features that are there now.
Result<Statement> LayerImport::keysAndAreas() const
{
    const LayerSchema &schema = m_options.schema;
    const auto column = [&](int place) {
        return place < 0 ? QStringLiteral("NULL") : quoted(schema.fields[static_cast<std::size_t>(place)].id);
    };
    return m_database->prepare(QStringLiteral("SELECT id, %1, %2, %3 FROM %4")
                                   .arg(column(m_key), column(m_area), column(m_name), quoted(schema.id)));
}

Result<void> LayerImport::readExisting()
{
    const LayerSchema &schema = m_options.schema;
    auto rows = keysAndAreas();
    if (!rows) {
        return rows.error();
    }
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        m_hadRows = true;
        const std::string key(rows->utf8(1));
        const std::string area(rows->utf8(2));
        m_met.resize(std::max(m_met.size(), static_cast<std::size_t>(rows->integer(0)) + 1));
        if (!key.empty()) {
            m_byKey.insert(QByteArray::fromStdString(key), rows->integer(0));
        }
        if (!schema.fields.empty() && m_key >= 0 && !schema.fields[static_cast<std::size_t>(m_key)].required) {
            m_byName[nameKey(area, std::string(rows->utf8(3)))].push_back(rows->integer(0));
            if (key.size() == area.size() + k_serialDigits && key.starts_with(area)) {
                int &last = m_serial[QByteArray::fromStdString(area)];
                last = std::max(last, QByteArray::fromStdString(key.substr(area.size())).toInt());
            }
        }
    }
    if (!more) {
        return more.error();
    }
    if (m_hadRows) {
        auto comparison = RowComparison::begin(*m_database, schema, m_options.srid);
        if (!comparison) {
            return comparison.error();
        }
        m_comparison.emplace(std::move(*comparison));
    }
    if (m_hadRows && !schema.tracks.empty()) {
        auto known = readLedgerRows(*m_database, {}, {});
        if (!known) {
            return known.error();
        }
        m_ledger = LedgerView(std::move(*known));
    }
    return {};
}

std::string_view LayerImport::cell(const FeatureRow &row, int field) const
{
    if (field < 0) {
        return {};
    }
    const auto *text = std::get_if<std::string>(&row.values[static_cast<std::size_t>(field)]);
    return text ? std::string_view(*text) : std::string_view();
}

FeatureId LayerImport::findExisting(const FeatureRow &row)
{
    if (!m_hadRows || m_key < 0) {
        return {};
    }
    const std::string_view key = cell(row, m_key);
    if (!key.empty()) {
        return FeatureId{m_byKey.value(bytes(key), 0)};
    }
    // Without a key, the same name in the same area is the same feature; each is met once, in order.
    const auto found = m_byName.find(nameKey(cell(row, m_area), cell(row, m_name)));
    if (found == m_byName.end() || found->empty()) {
        return {};
    }
    const FeatureId id{found->front()};
    found->erase(found->begin());
    return id;
}

/// True for a row without a key that says the same name, area and position as an earlier one of the file: it is
/// rejected.
bool LayerImport::isRepeated(const FeatureRow &row, ImportReport &report)
{
    if (m_key < 0 || m_name < 0 || row.geometry.isEmpty() || !cell(row, m_key).empty()) {
        return false;
    }
    const Point position = row.geometry.points.front();
    const QByteArray what = nameKey(cell(row, m_area), cell(row, m_name)) + '\n' +
                            QByteArray::number(position.x, 'f', 2) + ' ' + QByteArray::number(position.y, 'f', 2);
    const auto earlier = m_seen.constFind(what);
    if (earlier == m_seen.cend()) {
        m_seen.insert(what, row.sourceRow);
        return false;
    }
    report.findings.push_back({row.sourceRow, {}, Core::tr("the same place as in row %1").arg(*earlier), true});
    ++report.rejected;
    return true;
}

void LayerImport::giveKey(FeatureRow &row)
{
    const std::string_view area = cell(row, m_area);
    if (m_key < 0 || m_area < 0 || m_key == m_area || area.empty() || !cell(row, m_key).empty()) {
        return;
    }
    const int serial = ++m_serial[bytes(area)];
    const QString key = QString::fromUtf8(area.data(), static_cast<qsizetype>(area.size())) +
                        QStringLiteral("%1").arg(serial, k_serialDigits, 10, QLatin1Char('0'));
    row.values[static_cast<std::size_t>(m_key)] = key.toStdString();
}

void LayerImport::noteStatus(const FeatureRow &row, FeatureId id)
{
    const RowStatus &said = row.statuses.empty() ? m_options.status : row.statuses.front();
    if (said.status.isEmpty()) {
        return;
    }
    const Track track{said.programme, m_options.schema.id, {}};
    std::optional<Day> date = said.date;
    if (!date) {
        date = m_options.statusDate ? m_options.statusDate : std::optional(Day::today());
        ++m_undated;
    }
    if (m_ledger.statusOn(track, id, *date) == said.status) {
        return; // known already: the file says it again
    }
    Entry entry;
    entry.action = m_options.action;
    entry.track = track;
    entry.feature = id;
    entry.status = said.status;
    entry.effective = *date;
    entry.recorded = Instant::now();
    entry.who = m_options.who;
    entry.source = m_options.source;
    m_entries.push_back(std::move(entry));
}

Result<void> LayerImport::update(FeatureId id, const FeatureRow &row, ImportReport &report)
{
    ++report.updated;
    m_met[static_cast<std::size_t>(id.value)] = true;
    auto differences = m_comparison->differences(id, row);
    if (!differences) {
        return differences.error();
    }
    if (differences->empty()) {
        return {};
    }
    ++report.changed;
    for (const FieldDifference &difference : *differences) {
        auto recorded = record(id, row, difference, report);
        if (!recorded) {
            return recorded;
        }
    }
    return m_writer.update(id, row);
}

/// Keeps what a row changes, in the project and for the report.
Result<void> LayerImport::record(FeatureId id, const FeatureRow &row, const FieldDifference &difference,
                                 ImportReport &report)
{
    const LayerSchema &schema = m_options.schema;
    const std::string_view key = cell(row, m_key);
    ImportedChange said{
        row.sourceRow, id, QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size())), {}, {}, {}};
    if (key.empty()) {
        said.key = QString::number(id.value);
    }
    Result<void> done;
    if (difference.field < 0) {
        const bool multi = schema.geometry == GeometryType::Line || schema.geometry == GeometryType::Polygon;
        done = m_changes.addGeometry(schema.id, id, toSpatialiteBlob(row.geometry, m_options.srid, multi));
        said.field = Core::tr("position");
        said.now = difference.distance < 0 ? Core::tr("drawn otherwise") : QString();
    } else {
        const auto at = static_cast<std::size_t>(difference.field);
        const Field &field = schema.fields[at];
        done = m_changes.add({schema.id, id, field.id}, difference.old, row.values[at]);
        said.field = field.name.toString();
        said.old = shownValue(field, difference.old);
        said.now = shownValue(field, row.values[at]);
    }
    if (report.changes.size() < k_keptChanges) {
        report.changes.push_back(std::move(said));
    }
    return done;
}

/// Adds a feature. Its number is above all that the ledger ever spoke of: features of imports that were taken back
/// leave theirs behind.
Result<void> LayerImport::insert(FeatureRow &row, FeatureId &id)
{
    if (m_firstNew.isNone()) {
        auto first = freeFeatureId(*m_database, m_options.schema.id);
        if (!first) {
            return first.error();
        }
        m_writer.numberFrom(*first);
    }
    giveKey(row);
    auto inserted = m_writer.insert(row);
    if (!inserted) {
        Error error = inserted.error();
        error.where.row = row.sourceRow;
        return error;
    }
    id = *inserted;
    m_firstNew = m_firstNew.isNone() ? id : m_firstNew;
    m_lastNew = id;
    return {};
}

Result<void> LayerImport::add(std::vector<FeatureRow> &rows, ImportReport &report)
{
    for (FeatureRow &row : rows) {
        if (isRepeated(row, report)) {
            continue;
        }
        if (m_area >= 0 && m_area != m_key) {
            m_suspicion.see(cell(row, m_area), row.geometry);
        }
        FeatureId id = findExisting(row);
        auto stored = id.isNone() ? insert(row, id) : update(id, row, report);
        if (!stored) {
            return stored;
        }
        ++report.taken;
        noteStatus(row, id);
    }
    return {};
}

/// What was there before and is not in the file: of the areas that the file speaks of, for a file of one village says
/// nothing of another.
Result<void> LayerImport::noteMissing(ImportReport &report) const
{
    if (m_key < 0 || !m_hadRows) {
        return {};
    }
    const auto isMissing = [&](std::int64_t id) {
        return static_cast<std::size_t>(id) < m_met.size() && !m_met[static_cast<std::size_t>(id)];
    };
    const LayerSchema &schema = m_options.schema;
    const bool byArea = m_area >= 0 && m_area != m_key;
    const bool personal = m_name >= 0 && schema.fields[static_cast<std::size_t>(m_name)].personal != Personal::No;
    QSet<QByteArray> areas;
    for (const bool collecting : {true, false}) {
        auto rows = keysAndAreas();
        if (!rows) {
            return rows.error();
        }
        auto more = rows->step();
        for (; more && *more; more = rows->step()) {
            const QByteArray area = bytes(rows->utf8(2));
            const bool missing = isMissing(rows->integer(0));
            if (collecting && !missing) {
                areas.insert(area);
            } else if (!collecting && missing && (!byArea || areas.contains(area))) {
                ++report.missing;
                if (report.missingFeatures.size() < k_keptChanges) {
                    report.missingFeatures.push_back(
                        {FeatureId{rows->integer(0)}, rows->text(1), personal ? QString() : rows->text(3)});
                }
            }
        }
        if (!more) {
            return more.error();
        }
    }
    return {};
}

/// What undo needs to know.
Result<void> LayerImport::noteUndo() const
{
    const QString payload = compactJson({{QStringLiteral("what"), QStringLiteral("layer")},
                                         {QStringLiteral("layer"), m_options.schema.id},
                                         {QStringLiteral("first"), static_cast<qint64>(m_firstNew.value)},
                                         {QStringLiteral("last"), static_cast<qint64>(m_lastNew.value)},
                                         {QStringLiteral("made"), m_options.wasMade}});
    return m_database->execute(QStringLiteral("UPDATE cuntu_action SET payload = ? WHERE id = ?"),
                               {payload.toStdString(), m_options.action.value});
}

Result<void> LayerImport::finish(ImportReport &report, const JobContext &job)
{
    job.report(-1, Core::tr("building the spatial index"));
    auto done = m_writer.finish(job);
    if (done) {
        done = appendEntries(*m_database, m_entries);
    }
    if (done && !m_options.isAreaList) { // what a list of areas did to the tree of areas stays
        done = noteUndo();
    }
    if (done) {
        done = noteMissing(report);
    }
    if (done && m_options.projectCrs.isValid()) {
        auto suspicion = m_suspicion.verdict(*m_database, m_options.projectCrs);
        if (!suspicion) {
            return suspicion.error();
        }
        if (!suspicion->isEmpty()) {
            report.notes << *suspicion;
        }
    }
    if (m_undated > 0) {
        report.notes << Core::tr("%n statuses came without a date and were taken as of %1", nullptr,
                                 static_cast<int>(m_undated))
                            .arg(m_options.statusDate.value_or(Day::today()).toIso());
    }
    return done;
}

} // namespace cuntu
