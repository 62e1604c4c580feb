// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_layers.h"

#include "plugins/relocation/siting_input.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

Error invalid(const Text &sentence, const Text &advice, const QStringList &arguments)
{
    const auto fill = [&](QString text) {
        for (const QString &argument : arguments) {
            text = text.arg(argument);
        }
        return text;
    };
    return {ErrorCode::Invalid, fill(sentence.toString()), {}, advice.toString(), {}, {}};
}

QString nameSome(const LayerSnapshot &layer, const std::vector<std::size_t> &rows, const QString &key)
{
    QStringList names;
    for (std::size_t k = 0; k < std::min(rows.size(), k_namedInMessage); ++k) {
        names << featureName(layer, rows[k], key);
    }
    const QString list = names.join(Text{u"、"_s, u", "_s}.toString());
    return rows.size() <= k_namedInMessage ? list : Text{u"%1 等"_s, u"%1 and others"_s}.toString().arg(list);
}

Result<Immutable<LayerSnapshot>> loadLayer(const AlgorithmInput &input, const QString &parameter,
                                           const QStringList &fields, const JobContext &job)
{
    const QString layer = input.parameters.text(parameter);
    if (!input.project.layers().contains(layer)) {
        return Error{
            ErrorCode::NotFound,
            Text{u"没有图层 %1"_s, u"there is no layer %1"_s}.toString().arg(layer),
            {},
            Text{u"项目中有：%1"_s, u"the project has: %1"_s}.toString().arg(input.project.layers().join(u", "_s)),
            {},
            {}};
    }
    QStringList wanted = fields;
    wanted.removeAll(QString());
    // The columns that may name a feature are known only once the schema is.
    auto first = input.project.layer(layer, wanted, job);
    if (!first) {
        return first;
    }
    for (const QString &name : {(*first)->schema().keyField, (*first)->schema().nameField}) {
        if (!name.isEmpty()) {
            wanted << name;
        }
    }
    wanted.removeDuplicates();
    return input.project.layer(layer, wanted, job);
}

Result<Immutable<LayerSnapshot>> loadNetwork(const AlgorithmInput &input, const QStringList &fields,
                                             const JobContext &job)
{
    auto lines = loadLayer(input, u"network"_s, fields, job);
    if (lines && (*lines)->geometry().type != GeometryType::Line) {
        return invalid({u"图层 %1 里没有线，不能作为路网"_s, u"layer %1 has no lines: it is no network"_s},
                       {u"选择道路一类的线图层"_s, u"choose a layer of lines, such as roads"_s},
                       {(*lines)->schema().name.toString()});
    }
    return lines;
}

void addPositions(const LayerSnapshot &layer, std::vector<Point> &positions)
{
    for (std::size_t row = 0; row < layer.size(); ++row) {
        positions.push_back(placeOf(layer, row));
    }
}

Result<std::vector<double>> numbersOf(const LayerSnapshot &layer, const QString &field)
{
    if (field.isEmpty()) {
        return std::vector<double>(layer.size(), 1);
    }
    const Column *column = layer.column(field);
    if (column == nullptr || column->kind() != Column::Kind::Number) {
        return invalid({u"图层 %1 的字段 %2 不是数值"_s, u"field %2 of layer %1 holds no numbers"_s},
                       {u"换一个数值字段"_s, u"choose a field of numbers"_s}, {layer.schema().id, field});
    }
    std::vector<std::size_t> wrong;
    double least = 0;
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const double value = column->number(row);
        if (!(value >= 0) || std::isinf(value)) {
            wrong.push_back(row);
            least = std::isnan(value) ? least : std::min(least, value);
        }
    }
    if (!wrong.empty()) {
        return invalid(
            {u"图层 %1 的字段 %2 有 %3 行为负数或空值（最小 %4）：%5"_s,
             u"field %2 of layer %1 is negative or empty in %3 rows (least value %4): %5"_s},
            {u"改正这些值后再运行"_s, u"correct these values and run again"_s},
            {layer.schema().id, field, QString::number(wrong.size()), QString::number(least), nameSome(layer, wrong)});
    }
    return std::vector<double>(column->numbers().begin(), column->numbers().end());
}

} // namespace cuntu::relocation
