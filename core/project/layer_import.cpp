// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/layer_import.h"

#include "core/base/text.h"

namespace cuntu {

namespace {

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

QByteArray nameKey(std::string_view area, std::string_view name)
{
    return bytes(area) + '\n' + bytes(name);
}

} // namespace

LayerImport::LayerImport(Database &database, Options options, LayerWriter writer)
    : m_database(&database),
      m_options(std::move(options)),
      m_writer(std::move(writer)),
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
    LayerImport import(database, std::move(options), std::move(*writer));
    auto read = import.readExisting();
    if (!read) {
        return read.error();
    }
    return import;
}

Result<void> LayerImport::readExisting()
{
    const LayerSchema &schema = m_options.schema;
    const auto column = [&](int place) {
        return place < 0 ? QStringLiteral("NULL") : quoted(schema.fields[static_cast<std::size_t>(place)].id);
    };
    auto rows = m_database->prepare(QStringLiteral("SELECT id, %1, %2, %3 FROM %4")
                                        .arg(column(m_key), column(m_area), column(m_name), quoted(schema.id)));
    if (!rows) {
        return rows.error();
    }
    auto more = rows->step();
    for (; more && *more; more = rows->step()) {
        m_hadRows = true;
        const std::string key(rows->utf8(1));
        const std::string area(rows->utf8(2));
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

Result<void> LayerImport::add(std::vector<FeatureRow> &rows, ImportReport &report)
{
    for (FeatureRow &row : rows) {
        if (isRepeated(row, report)) {
            continue;
        }
        FeatureId id = findExisting(row);
        if (!id.isNone()) {
            auto updated = m_writer.update(id, row);
            if (!updated) {
                return updated;
            }
            ++report.updated;
        } else {
            giveKey(row);
            auto inserted = m_writer.insert(row);
            if (!inserted) {
                Error error = inserted.error();
                error.where.row = row.sourceRow;
                return error;
            }
            id = *inserted;
        }
        ++report.taken;
        noteStatus(row, id);
    }
    return {};
}

Result<void> LayerImport::finish(ImportReport &report, const JobContext &job)
{
    job.report(-1, Core::tr("building the spatial index"));
    auto done = m_writer.finish(job);
    if (done) {
        done = appendEntries(*m_database, m_entries);
    }
    if (m_undated > 0) {
        report.notes << Core::tr("%n statuses came without a date and were taken as of %1", nullptr,
                                 static_cast<int>(m_undated))
                            .arg(m_options.statusDate.value_or(Day::today()).toIso());
    }
    return done;
}

} // namespace cuntu
