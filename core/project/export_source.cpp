// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/export_source.h"

#include "core/base/text.h"
#include "core/geo/clean.h"
#include "core/progress/area_paths.h"

namespace cuntu {

namespace {

/// Narrows features down by ids and keys, and knows what of them was not there.
class KeyFilter {
public:
    KeyFilter(const LayerSchema &schema, const ExportOrder &order)
    {
        for (const FeatureId id : order.features) {
            m_ids.insert(id.value);
        }
        for (const QString &key : order.keys) {
            m_missing.insert(key.toStdString());
        }
        m_keys = m_missing;
        for (std::size_t i = 0; i < schema.fields.size(); ++i) {
            const QString &id = schema.fields[i].id;
            if (id == schema.keyField || id == schema.nameField) {
                m_fields.push_back(i);
            }
        }
    }

    bool accepts(const FeatureRow &row)
    {
        if (m_ids.empty() && m_keys.empty()) {
            return true;
        }
        return m_ids.contains(row.id.value) || hasKey(row);
    }

    QStringList missing() const
    {
        QStringList missing;
        for (const std::string &key : m_missing) {
            missing << QString::fromStdString(key);
        }
        return missing;
    }

private:
    bool hasKey(const FeatureRow &row)
    {
        bool found = isKey(std::to_string(row.id.value));
        for (const std::size_t field : m_fields) {
            const auto *text = field < row.values.size() ? std::get_if<std::string>(&row.values[field]) : nullptr;
            found = (text != nullptr && isKey(*text)) || found;
        }
        return found;
    }
    bool isKey(const std::string &text)
    {
        m_missing.erase(text);
        return m_keys.contains(text);
    }

    std::set<std::int64_t> m_ids;
    std::set<std::string> m_keys;
    std::set<std::string> m_missing;
    std::vector<std::size_t> m_fields;
};

/// A stream of a project's features through the filters of an order.
struct FilteredStream {
    std::function<Result<bool>(FeatureRow &)> all;
    KeyFilter keys;
    std::optional<AreaFilter> area;
    std::shared_ptr<QStringList> notes = std::make_shared<QStringList>();
    QString layer;
    bool narrows = false;
    qint64 found = 0;

    Result<bool> next(FeatureRow &row)
    {
        for (;;) {
            auto more = all(row);
            if (!more) {
                return more;
            }
            if (!*more) {
                return end();
            }
            if (keys.accepts(row) && (!area || area->accepts(row))) {
                ++found;
                return true;
            }
        }
    }

    Result<bool> end()
    {
        if (narrows && found == 0) {
            return Error{ErrorCode::NotFound,
                         Core::tr("nothing of layer %1 is selected").arg(layer),
                         {},
                         Core::tr("Check area and keys; nothing was written."),
                         {},
                         {}};
        }
        const QStringList missing = keys.missing();
        if (!missing.isEmpty() && notes->isEmpty()) {
            constexpr qsizetype some = 10;
            *notes << Core::tr("%1 keys were not found: %2")
                          .arg(missing.size())
                          .arg(missing.mid(0, some).join(QStringLiteral(", ")));
        }
        return false;
    }
};

} // namespace

Result<AreaFilter> AreaFilter::create(const ProjectSnapshot &snapshot, const LayerSchema &schema, const AreaCode &where,
                                      Day day, const JobContext &job)
{
    AreaFilter filter(snapshot, where, day);
    // Townships have a code of their own and lie in no village.
    const QString field =
        schema.areaField.isEmpty() && schema.id == QStringLiteral("townships") ? schema.keyField : schema.areaField;
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        if (!field.isEmpty() && schema.fields[i].id == field) {
            filter.m_field = static_cast<int>(i);
        }
    }
    if (filter.m_field >= 0) {
        return filter;
    }
    auto loaded = schema.geometry == GeometryType::None ? Result<void>() : filter.loadGround(snapshot, job);
    if (!loaded) {
        return loaded.error();
    }
    if (filter.m_ground.empty()) {
        return Error{ErrorCode::Misused,
                     Core::tr("where the features of layer %1 lie cannot be told: they name no area, and there is no "
                              "border to look inside")
                         .arg(schema.name.toString()),
                     {},
                     Core::tr("Leave the area out, or import the villages with their borders."),
                     {},
                     {}};
    }
    return filter;
}

Result<void> AreaFilter::loadGround(const ProjectSnapshot &snapshot, const JobContext &job)
{
    const bool townships =
        m_where.level() != AreaLevel::Village && snapshot.featureCount(QStringLiteral("townships")) > 0;
    const QString layer = townships ? QStringLiteral("townships") : QStringLiteral("villages");
    const QString code = QStringLiteral("code");
    auto areas = snapshot.layer(layer, snapshot.layers().contains(layer) ? QStringList{code} : QStringList(), job);
    if (!areas) {
        return areas.error();
    }
    const Column *codes = (*areas)->column(code);
    for (std::size_t row = 0; codes != nullptr && row < (*areas)->size(); ++row) {
        if ((*areas)->geometry().hasGeometry(row) && isInside(codes->display(row))) {
            m_ground.push_back((*areas)->geometry().geometry(row));
            m_boxes.push_back(m_ground.back().extent());
        }
    }
    return {};
}

bool AreaFilter::isInside(const QString &text) const
{
    const auto code = AreaCode::parse(text);
    if (!code) {
        return false;
    }
    const AreaPath path = AreaPaths(m_areas, m_day).of(*code);
    return path[m_where.level()] == m_where || m_where.covers(m_areas.codeOn(*code, m_day));
}

bool AreaFilter::isInside(const Geometry &geometry) const
{
    return std::any_of(geometry.points.begin(), geometry.points.end(), [this](Point point) {
        for (std::size_t i = 0; i < m_ground.size(); ++i) {
            if (m_boxes[i].contains(point) && containsPoint(m_ground[i], point)) {
                return true;
            }
        }
        return false;
    });
}

bool AreaFilter::accepts(const FeatureRow &row)
{
    if (m_field < 0) {
        return isInside(row.geometry);
    }
    const auto field = static_cast<std::size_t>(m_field);
    const auto *text = field < row.values.size() ? std::get_if<std::string>(&row.values[field]) : nullptr;
    if (text == nullptr) {
        return false;
    }
    const auto known = m_known.find(*text);
    return known != m_known.end() ? known->second
                                  : m_known.emplace(*text, isInside(QString::fromStdString(*text))).first->second;
}

Result<SelectedFeatures> selectedFeatures(const Project &project, const ProjectSnapshot &snapshot, const QString &layer,
                                          const ExportOrder &order, const JobContext &job)
{
    auto layers = project.layers();
    if (!layers) {
        return layers.error();
    }
    const auto info =
        std::find_if(layers->begin(), layers->end(), [&](const LayerInfo &each) { return each.schema.id == layer; });
    if (info == layers->end()) {
        return Error{ErrorCode::NotFound,
                     Core::tr("the project has no layer %1").arg(layer),
                     {},
                     Core::tr("'cuntu info' lists them."),
                     {},
                     {}};
    }
    auto all = project.features(layer, order.asOf);
    if (!all) {
        return all.error();
    }
    auto stream = std::make_shared<FilteredStream>(FilteredStream{std::move(*all), KeyFilter(info->schema, order), {}});
    stream->layer = layer;
    stream->narrows = !order.where.isEmpty() || !order.keys.isEmpty() || !order.features.empty();
    if (!order.where.isEmpty()) {
        auto filter = AreaFilter::create(snapshot, info->schema, order.where, order.asOf, job);
        if (!filter) {
            return filter.error();
        }
        stream->area.emplace(std::move(*filter));
    }
    return SelectedFeatures{info->schema, info->crs, [stream](FeatureRow &row) { return stream->next(row); },
                            stream->notes};
}

FeatureSource sourceOf(std::vector<FeatureRow> rows)
{
    auto kept = std::make_shared<std::vector<FeatureRow>>(std::move(rows));
    return [kept, next = std::size_t{0}](FeatureRow &row) mutable -> Result<bool> {
        if (next >= kept->size()) {
            return false;
        }
        row = (*kept)[next++];
        return true;
    };
}

Result<AreaCode> areaMeant(const AreaTree &areas, const QString &text, Day day)
{
    if (text.trimmed().isEmpty()) {
        return AreaCode();
    }
    if (const auto code = AreaCode::parse(normalised(text))) {
        return *code;
    }
    std::vector<const Area *> hits;
    for (const AreaLevel level : {AreaLevel::County, AreaLevel::Township, AreaLevel::Village}) {
        for (const Area *area : areas.named(level, text)) {
            if (areas.find(area->code, day) == area) {
                hits.push_back(area);
            }
        }
    }
    // The whole name wins: '城关镇' is the township where there is a village called 城关, too.
    const auto exact = std::find_if(hits.begin(), hits.end(), [&](const Area *area) { return area->name == text; });
    const auto others = std::count_if(hits.begin(), hits.end(), [&](const Area *area) { return area->name == text; });
    if (exact != hits.end() && others == 1) {
        return (*exact)->code;
    }
    if (hits.size() == 1) {
        return hits.front()->code;
    }
    QStringList codes;
    for (const Area *area : hits) {
        codes << QStringLiteral("%1 %2").arg(area->code.toString(), area->name);
    }
    return Error{hits.empty() ? ErrorCode::NotFound : ErrorCode::Conflict,
                 hits.empty() ? Core::tr("there is no area called %1").arg(text)
                              : Core::tr("several areas are called %1").arg(text),
                 {},
                 hits.empty() ? Core::tr("Give its name or code.")
                              : Core::tr("Give the code: %1").arg(codes.mid(0, 10).join(QStringLiteral(", "))),
                 {},
                 {}};
}

} // namespace cuntu
