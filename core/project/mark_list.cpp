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

/// The columns of a list: those of progress, of which only the feature's must be there.
LayerSchema listSchema(const LayerSchema &layer, const MarkListRequest &request)
{
    LayerSchema schema = progressSchema(layer);
    for (Field &field : schema.fields) {
        if (field.id == QStringLiteral("state")) {
            field.required = request.status.isEmpty();
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
        const QString word = orElse(cell(row, u"state"), m_request.status);
        const std::vector<TrackStatus> meant = statusesCalled(word, m_tracks);
        if (meant.size() != 1) {
            return refuse(row, meant.empty()
                                   ? Core::tr("'%1' is no known status").arg(word)
                                   : Core::tr("%1 is a status of several programmes").arg(meant.front().status->id));
        }
        mark.programme = meant.front().programme;
        mark.status = meant.front().status->id;
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
    const LayerSchema schema = listSchema(*layer, request);
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
