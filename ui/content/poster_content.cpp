// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/content/poster_content.h"

#include "core/algorithm/unit.h"
#include "core/progress/figure_text.h"
#include "core/project/what_if.h"
#include "ui/content/map_content.h"
#include "ui/window/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace cuntu {

namespace {

class Sheet {
    Q_DECLARE_TR_FUNCTIONS(cuntu::Poster)
};

/// How much of the ground around an area is seen beside it.
constexpr double k_around = 0.05;

struct Paper {
    const char *name;
    double long_mm;
    double short_mm;
    double dotsPerMm; ///< finer on what is read from near
};
constexpr Paper k_papers[] = {
    {"A0", 1189, 841, 5}, {"A1", 841, 594, 6}, {"A2", 594, 420, 8}, {"A3", 420, 297, 8}, {"A4", 297, 210, 10}};

Error notFound(const QString &sentence, const QStringList &known)
{
    return {ErrorCode::NotFound,
            sentence,
            {},
            known.isEmpty() ? QString() : Sheet::tr("Known: %1").arg(known.join(QStringLiteral(", "))),
            {},
            {}};
}

Result<Paper> paperOf(const QString &name)
{
    for (const Paper &paper : k_papers) {
        if (name.compare(QLatin1String(paper.name), Qt::CaseInsensitive) == 0) {
            return paper;
        }
    }
    return notFound(Sheet::tr("there is no paper of size %1").arg(name), posterPapers());
}

QString cellText(const LayerSnapshot &layer, std::uint32_t row, const QString &field)
{
    const Column *column = field.isEmpty() ? nullptr : layer.column(field);
    if (column == nullptr || column->isNull(row)) {
        return {};
    }
    const Field *declared = layer.schema().findField(field);
    const QString shown = column->display(row);
    return declared != nullptr && declared->personal != Personal::No
               ? ui::maskedText(Value(shown.toStdString()), *declared)
               : shown;
}

/// Fills a poster part by part.
class PosterMaker {
public:
    PosterMaker(const Project &project, const ProjectSnapshot &snapshot, const PosterRequest &request,
                const JobContext &job)
        : m_project(project), m_snapshot(snapshot), m_request(request), m_job(job)
    {
    }

    Result<Poster> make()
    {
        auto done = findOverlay();
        done = done ? layOutSheet() : done;
        done = done ? drawMap() : done;
        done = done ? countThings() : done;
        if (!done) {
            return done.error();
        }
        writeHeading();
        return std::move(m_poster);
    }

private:
    Result<void> findOverlay()
    {
        const Registry &registry = m_project.registry();
        m_overlay = registry.findOverlay(m_request.overlay);
        if (m_overlay == nullptr) {
            QStringList known;
            for (const Overlay &each : registry.overlays) {
                known << each.id;
            }
            return notFound(Sheet::tr("there is no overlay %1").arg(m_request.overlay), known);
        }
        const Programme *programme = registry.findProgramme(m_overlay->programme);
        m_indicator = programme != nullptr ? registry.findIndicator(programme->mainIndicator) : nullptr;
        if (!m_request.area.isEmpty() && m_snapshot.areas().findEver(m_request.area) == nullptr) {
            return notFound(Sheet::tr("there is no area %1").arg(m_request.area.toString()), {});
        }
        if (m_request.isPublic && m_request.approval.trimmed().isEmpty()) {
            return Error{ErrorCode::Invalid,
                         Sheet::tr("a map for the public needs the number of its review"),
                         {},
                         Sheet::tr("Give the number, or mark the map as for internal use."),
                         {},
                         {}};
        }
        return {};
    }

    Result<void> layOutSheet()
    {
        const auto paper = paperOf(m_request.paper);
        if (!paper) {
            return paper.error();
        }
        m_poster.sheet_mm =
            m_request.upright ? QSizeF(paper->short_mm, paper->long_mm) : QSizeF(paper->long_mm, paper->short_mm);
        MapExtent &extent = m_poster.request.extent;
        extent.size = (m_poster.sheet_mm * paper->dotsPerMm).toSize();
        // As if on A3: seen from further away, everything is as much larger as the sheet is.
        constexpr double k_handSheet_mm = 420;
        extent.pixelsPerMm = std::max(extent.size.width(), extent.size.height()) / k_handSheet_mm;
        return {};
    }

    Result<void> drawMap()
    {
        auto layers = renderLayers(m_project, m_snapshot, {{}, m_request.overlay, m_request.asOf, {}}, m_job);
        if (!layers) {
            return layers.error();
        }
        auto ground = m_request.area.isEmpty() ? Result<Box>(contentExtent(*layers)) : groundOfArea();
        if (!ground) {
            return ground.error();
        }
        if (ground->isEmpty()) {
            return Error{ErrorCode::NotFound,
                         Sheet::tr("there is nothing with a position to draw"),
                         {},
                         Sheet::tr("Import villages, settlements or another layer first."),
                         {},
                         {}};
        }
        m_poster.request.crs = m_project.crs();
        m_poster.request.layers = std::move(*layers);
        m_poster.request.rasters = shownRasters(m_snapshot, m_project.path());
        m_poster.content = *ground;
        return {};
    }

    /// The ground of the area that is asked for, by the layers of areas; all of the map where none knows it.
    Result<Box> groundOfArea() const
    {
        auto layers = m_project.layers();
        if (!layers) {
            return layers.error();
        }
        Box ground;
        for (const LayerInfo &info : *layers) {
            if (info.schema.geometry != GeometryType::Polygon || info.schema.keyField.isEmpty() ||
                !info.schema.programme.isEmpty()) {
                continue;
            }
            auto layer = m_snapshot.layer(info.schema.id, {info.schema.keyField}, m_job);
            if (!layer) {
                return layer.error();
            }
            const Column *codes = (*layer)->column(info.schema.keyField);
            for (std::size_t row = 0; codes != nullptr && row < (*layer)->size(); ++row) {
                const auto code = AreaCode::parse(codes->display(row));
                if (code && m_request.area.covers(*code)) {
                    ground.add((*layer)->geometry().boxes[row]);
                }
            }
        }
        return ground.isEmpty() ? contentExtent(m_poster.request.layers)
                                : ground.grown(k_around * std::max(ground.width(), ground.height()));
    }

    Result<void> countThings()
    {
        if (m_indicator == nullptr) {
            m_poster.nothingLeft = Sheet::tr("The programme has no main figure.");
            return {};
        }
        FigureQuestion question;
        question.indicator = m_indicator->id;
        question.area = m_request.area;
        auto set = featuresBehind(m_snapshot, m_project.registry(), question, m_request.asOf, m_job);
        if (!set) {
            return set.error();
        }
        const LayerSchema &schema = set->layer->schema();
        QStringList fields{schema.nameField, schema.keyField, schema.areaField};
        fields.removeAll(QString());
        fields.removeDuplicates();
        auto named = m_snapshot.layer(schema.id, fields, m_job);
        auto targets = named ? m_project.targets() : Result<std::vector<Target>>(named.error());
        if (!targets) {
            return targets.error();
        }
        m_targets = std::move(*targets);
        writeNumber(*set);
        sortItems(*set, **named);
        return {};
    }

    void writeNumber(const IndicatorSet &set)
    {
        double numerator = 0;
        double denominator = 0;
        for (const Contribution &item : set.items) {
            numerator += item.numerator;
            denominator += item.denominator;
        }
        const auto value = valueOf(*m_indicator, numerator, denominator);
        m_poster.numberName = m_indicator->name.toString();
        m_poster.number = value ? figureText(*value, m_indicator->unit) : QStringLiteral("–");
        m_poster.numberNote = denominator > 0
                                  ? Sheet::tr("%1 of %2 %3")
                                        .arg(plainFigureText(numerator, {}), plainFigureText(denominator, {}),
                                             unitText(m_indicator->countedThing))
                                        .trimmed()
                                  : QString();
    }

    /// True where work on the feature has begun and is not over.
    bool isUnderWay(const LayerSchema &schema, FeatureId feature) const
    {
        for (const TrackCycle &track : m_project.registry().tracksOf(schema)) {
            if (track.programme == m_overlay->programme) {
                const QString status =
                    m_snapshot.ledger().statusOn({track.programme, schema.id, {}}, feature, m_request.asOf);
                const Status *known = track.lifeCycle->findStatus(status);
                return known != nullptr &&
                       (known->countsAs == StatusClass::Started || known->countsAs == StatusClass::Finished);
            }
        }
        return false;
    }

    void sortItems(const IndicatorSet &set, const LayerSnapshot &named)
    {
        qint64 done = 0;
        qint64 underWay = 0;
        qint64 left = 0;
        std::map<AreaCode, QStringList> byTownship;
        for (const Contribution &item : set.items) {
            if (item.denominator <= 0 && item.numerator <= 0) {
                continue;
            }
            if (item.numerator >= item.denominator) {
                ++done;
                continue;
            }
            const FeatureId feature = set.layer->id(item.row);
            const auto row = named.rowOf(feature);
            ++(isUnderWay(named.schema(), feature) ? underWay : left);
            if (row) {
                byTownship[townshipOf(named, static_cast<std::uint32_t>(*row))]
                    << nameOf(named, static_cast<std::uint32_t>(*row));
            }
        }
        const auto text = [](qint64 number) { return plainFigureText(static_cast<double>(number), {}); };
        m_poster.counters = {{Sheet::tr("done"), text(done), QColor(0x00, 0x9E, 0x73)}};
        if (underWay > 0) {
            m_poster.counters.push_back({Sheet::tr("under way"), text(underWay), QColor(0xE6, 0x9F, 0x00)});
        }
        // Where nothing is recorded of the features themselves, works on what they wait for may have begun all the
        // same.
        m_poster.counters.push_back(
            {underWay > 0 ? Sheet::tr("not begun") : Sheet::tr("not done"), text(left), QColor(0xD5, 0x5E, 0x00)});
        m_poster.listTitle = Sheet::tr("Still to be done: %1").arg(text(underWay + left));
        m_poster.nothingLeft = Sheet::tr("Nothing is left.");
        for (auto &[township, items] : byTownship) {
            items.sort();
            const QString name =
                township.isEmpty() ? Sheet::tr("not assigned") : m_snapshot.areas().nameOf(township, m_request.asOf);
            m_poster.groups.push_back({name, responsibleFor(township), std::move(items)});
        }
        std::stable_sort(m_poster.groups.begin(), m_poster.groups.end(),
                         [](const PosterGroup &a, const PosterGroup &b) { return a.items.size() > b.items.size(); });
    }

    AreaCode townshipOf(const LayerSnapshot &layer, std::uint32_t row) const
    {
        const auto code = AreaCode::parse(cellText(layer, row, layer.schema().areaField));
        if (!code) {
            return {};
        }
        const AreaCode now = m_snapshot.areas().codeOn(*code, m_request.asOf);
        return now.level() == AreaLevel::County ? now : now.at(AreaLevel::Township);
    }

    static QString nameOf(const LayerSnapshot &layer, std::uint32_t row)
    {
        const QString name = cellText(layer, row, layer.schema().nameField);
        const QString key = name.isEmpty() ? cellText(layer, row, layer.schema().keyField) : name;
        return key.isEmpty() ? QStringLiteral("#%1").arg(layer.id(row).value) : key;
    }

    /// Who answers for a township by the targets of the indicator: the one for the smallest area that has it.
    QString responsibleFor(const AreaCode &township) const
    {
        const Target *nearest = nullptr;
        for (const Target &target : m_targets) {
            const bool names = !target.responsible.isEmpty() || !target.leadUnit.isEmpty();
            const bool covers = target.area.isEmpty() || target.area == township || target.area.covers(township);
            if (target.indicator == m_indicator->id && names && covers &&
                (nearest == nullptr || target.area.toString().size() > nearest->area.toString().size())) {
                nearest = &target;
            }
        }
        if (nearest == nullptr) {
            return {};
        }
        return nearest->responsible.isEmpty() ? nearest->leadUnit : nearest->responsible;
    }

    void writeHeading()
    {
        const QString place =
            m_request.area.isEmpty() ? m_project.name() : m_snapshot.areas().nameOf(m_request.area, m_request.asOf);
        m_poster.title = m_request.title.trimmed().isEmpty()
                             ? QStringLiteral("%1 · %2").arg(place, m_overlay->name.toString())
                             : m_request.title.trimmed();
        const Programme *programme = m_project.registry().findProgramme(m_overlay->programme);
        const QString about = programme != nullptr ? programme->name.toString() : QString();
        m_poster.subtitle = Sheet::tr("%1 – state as of %2").arg(about, m_request.asOf.toText());
        m_poster.mark = m_request.isPublic ? QString() : Sheet::tr("Internal use");
        const QString approval = m_request.approval.trimmed();
        m_poster.approval = approval.isEmpty() ? QString() : Sheet::tr("Map review no. %1").arg(approval);
        m_poster.sourceLine = Sheet::tr("Source: %1, %2").arg(m_project.name(), m_project.crs().name());
        m_poster.dateLine = Sheet::tr("As of %1 · revision %2").arg(m_request.asOf.toText()).arg(m_snapshot.revision());
    }

    const Project &m_project;
    const ProjectSnapshot &m_snapshot;
    const PosterRequest &m_request;
    const JobContext &m_job;
    const Overlay *m_overlay = nullptr;
    const Indicator *m_indicator = nullptr;
    std::vector<Target> m_targets;
    Poster m_poster;
};

} // namespace

QStringList posterPapers()
{
    QStringList names;
    for (const Paper &paper : k_papers) {
        names << QLatin1String(paper.name);
    }
    return names;
}

Result<Poster> makePoster(const Project &project, const ProjectSnapshot &snapshot, const PosterRequest &request,
                          const JobContext &job)
{
    return PosterMaker(project, snapshot, request, job).make();
}

} // namespace cuntu
