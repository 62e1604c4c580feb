// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/mark_list.h"

#include "core/base/text.h"
#include "core/project/feature_keys.h"
#include "core/project/import_steps.h"
#include "core/project/record_import.h"

#include <QFileInfo>

namespace cuntu {

namespace {

constexpr std::size_t k_listedProblems = 20;
const QString k_measured = QStringLiteral("measured_"); ///< before a measure's id: its column

/// A column with a measured figure.
Field valueColumn(const QString &id, const Text &name, const Measure &measure, QStringList synonyms)
{
    Field field;
    field.id = id;
    field.name = name;
    field.type = FieldType::Real;
    field.unit = measure.unit;
    field.synonyms = std::move(synonyms);
    return field;
}

/// The figure that the column 'value' holds; null: there is no such column.
const Measure *mainMeasure(const std::vector<TrackCycle> &tracks, const QString &word)
{
    for (const TrackCycle &track : tracks) {
        const Measure *measure = word.isEmpty() ? track.lifeCycle->findMeasure({}) : track.lifeCycle->measureFor(word);
        if (measure) {
            return measure;
        }
    }
    return nullptr;
}

/// The figures that are measured on the features, each once.
std::vector<const Measure *> measuresOf(const std::vector<TrackCycle> &tracks)
{
    std::vector<const Measure *> measures;
    for (const TrackCycle &track : tracks) {
        for (const Measure &measure : track.lifeCycle->measures) {
            if (std::none_of(measures.begin(), measures.end(),
                             [&](const Measure *known) { return known->id == measure.id; })) {
                measures.push_back(&measure);
            }
        }
    }
    return measures;
}

/// The columns of a list: those of progress, of which only the feature's must be there, and those of figures.
LayerSchema listSchema(const LayerSchema &layer, const MarkListRequest &request, const std::vector<TrackCycle> &tracks)
{
    LayerSchema schema = progressSchema(layer);
    if (const Measure *measure = mainMeasure(tracks, request.measure)) {
        schema.fields.push_back(valueColumn(QStringLiteral("value"), {QStringLiteral("数值"), QStringLiteral("Value")},
                                            *measure, {QStringLiteral("完成量"), QStringLiteral("完成值")}));
    }
    for (const Measure *measure : measuresOf(tracks)) {
        schema.fields.push_back(valueColumn(k_measured + measure->id, measure->name, *measure,
                                            QStringList{measure->id} + measure->synonyms));
    }
    for (Field &field : schema.fields) {
        if (field.id == QStringLiteral("state")) {
            field.required = request.status.isEmpty() && measuresOf(tracks).empty();
        } else if (field.id == QStringLiteral("date")) {
            field.required = !request.on.has_value();
        }
    }
    return schema;
}

/// Turns rows into requests, and keeps what is wrong.
class ListReader {
public:
    ListReader(const MarkListRequest &request, LayerSchema schema, FeatureKeys keys, std::vector<TrackCycle> tracks)
        : m_request(request), m_schema(std::move(schema)), m_keys(std::move(keys)), m_tracks(std::move(tracks))
    {
    }

    void add(const FeatureRow &row)
    {
        const QString key = cell(row, u"key");
        const FeatureId id = m_keys.find(key);
        if (id.isNone()) {
            return refuse(row, m_keys.isAmbiguous(key)
                                   ? Core::tr("several features of layer %1 are called %2").arg(m_request.layer, key)
                                   : Core::tr("layer %1 has no feature %2").arg(m_request.layer, key));
        }
        MarkRequest mark = common();
        mark.features = {id};
        mark.row = row.sourceRow;
        mark.values = valuesOf(row);
        const QString word = orElse(cell(row, u"state"), m_request.status);
        const std::vector<TrackStatus> meant = statusesCalled(word, m_tracks);
        if (meant.size() == 1) {
            mark.programme = meant.front().programme;
            mark.status = meant.front().status->id;
        } else if (!word.isEmpty() || mark.values.empty()) {
            return refuse(row, word.isEmpty() ? Core::tr("neither a status nor a measured figure is given")
                               : meant.empty()
                                   ? Core::tr("'%1' is no known status").arg(word)
                                   : Core::tr("%1 is a status of several programmes").arg(meant.front().status->id));
        }
        mark.effective = Day::fromIso(cell(row, u"date")).value_or(m_request.on.value_or(Day::today()));
        mark.who = orElse(cell(row, u"who"), m_request.who);
        mark.note = orElse(cell(row, u"note"), m_request.note);
        marks.push_back(std::move(mark));
    }

    std::vector<MarkRequest> marks;
    QStringList problems;

private:
    static QString orElse(const QString &text, const QString &fallback) { return text.isEmpty() ? fallback : text; }

    MarkRequest common() const
    {
        MarkRequest mark;
        mark.layer = m_request.layer;
        mark.programme = m_request.programme;
        mark.role = m_request.role;
        mark.document = m_request.document;
        mark.evidenceFiles = m_request.evidenceFiles;
        mark.rung = m_request.rung;
        mark.source = QFileInfo(m_request.file).fileName();
        return mark;
    }

    QString cell(const FeatureRow &row, QStringView field) const
    {
        for (std::size_t i = 0; i < m_schema.fields.size(); ++i) {
            const auto *text = m_schema.fields[i].id == field ? std::get_if<std::string>(&row.values[i]) : nullptr;
            if (text) {
                return QString::fromStdString(*text);
            }
        }
        return {};
    }

    std::vector<MeasuredValue> valuesOf(const FeatureRow &row) const
    {
        std::vector<MeasuredValue> values;
        for (std::size_t i = 0; i < m_schema.fields.size(); ++i) {
            const auto *value = std::get_if<double>(&row.values[i]);
            if (value && m_schema.fields[i].id.startsWith(k_measured)) {
                values.push_back({m_schema.fields[i].id.mid(k_measured.size()), *value});
            } else if (value && m_schema.fields[i].id == QStringLiteral("value")) {
                values.push_back({mainMeasure(m_tracks, m_request.measure)->id, *value});
            }
        }
        return values;
    }

    void refuse(const FeatureRow &row, const QString &reason)
    {
        problems << Core::tr("row %1: %2").arg(row.sourceRow).arg(reason);
    }

    const MarkListRequest &m_request;
    LayerSchema m_schema;
    FeatureKeys m_keys;
    std::vector<TrackCycle> m_tracks;
};

} // namespace

Result<std::vector<MarkRequest>> readMarkList(const Project &project, const MarkListRequest &request,
                                              const JobContext &job)
{
    const auto layer = project.registry().layerSchema(request.layer);
    std::vector<TrackCycle> tracks = layer ? project.registry().tracksOf(*layer) : std::vector<TrackCycle>();
    std::erase_if(tracks, [&](const TrackCycle &track) {
        return !request.programme.isEmpty() && track.programme != request.programme;
    });
    if (tracks.empty()) {
        return Error{
            ErrorCode::Invalid, Core::tr("features of layer %1 have no status").arg(request.layer), {}, {}, {}, {}};
    }
    auto now = project.snapshot();
    auto keys = now ? FeatureKeys::of(**now, *layer, job) : Result<FeatureKeys>(now.error());
    if (!keys) {
        return keys.error();
    }
    if (!request.measure.isEmpty() && !mainMeasure(tracks, request.measure)) {
        return Error{
            ErrorCode::NotFound, Core::tr("'%1' is no known measured figure").arg(request.measure), {}, {}, {}, {}};
    }
    const LayerSchema schema = listSchema(*layer, request, tracks);
    ListReader reader(request, schema, std::move(*keys), std::move(tracks));
    ImportReport report;
    auto read = readChecked(
        {request.file, request.sheet, request.encoding, {}, {}}, {&schema, {}, nullptr, Crs(), Day::today(), {}},
        report,
        [&](std::vector<FeatureRow> &rows) -> Result<void> {
            for (const FeatureRow &row : rows) {
                reader.add(row);
            }
            return {};
        },
        job);
    if (!read) {
        return read.error();
    }
    for (const RowFinding &finding : report.findings) {
        if (finding.rejected && !finding.isTotal) {
            reader.problems << Core::tr("row %1: %2").arg(finding.row).arg(finding.reason);
        }
    }
    if (!reader.problems.isEmpty() || reader.marks.empty()) {
        return Error{ErrorCode::Invalid,
                     reader.problems.isEmpty() ? Core::tr("the list has no rows")
                                               : Core::tr("nothing was marked: %n rows cannot be understood", nullptr,
                                                          static_cast<int>(reader.problems.size())),
                     {.file = request.file},
                     Core::tr("Correct them and give the whole list again."),
                     {},
                     reader.problems.mid(0, static_cast<qsizetype>(k_listedProblems))};
    }
    return std::move(reader.marks);
}

} // namespace cuntu
