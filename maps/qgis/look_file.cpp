// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/qgis/look_file.h"

#include "maps/qgis/look_notes.h"
#include "maps/text.h"

#include <QFile>
#include <QFileInfo>

namespace cuntu {
namespace {

constexpr qint64 k_largest_bytes = 16LL * 1024 * 1024;

Error inFile(Error error, const QString &file)
{
    error.where.file = file;
    return error;
}

} // namespace

QString fieldCalled(const LayerSchema &schema, const QString &name)
{
    for (const Field &field : schema.fields) {
        if (field.id.compare(name, Qt::CaseInsensitive) == 0 || field.name.zh == name ||
            field.name.en.compare(name, Qt::CaseInsensitive) == 0 || field.synonyms.contains(name)) {
            return field.id;
        }
    }
    return {};
}

void keepIfKnown(LayerStyle &style, const LayerSchema &schema, const QString &fieldName, LookNotes &notes)
{
    if (!style.hasClasses() || style.kind == LayerStyle::Kind::Rules) {
        return; // rules know their fields
    }
    style.field = fieldCalled(schema, fieldName);
    if (!style.classes.empty()) {
        style.symbol = style.classes.front().symbol;
    }
    if (style.field.isEmpty() || style.classes.empty()) {
        if (style.field.isEmpty()) {
            notes.leave(Maps::tr("the classes: the layer has no field '%1'").arg(fieldName));
        }
        style.kind = LayerStyle::Kind::Single;
        style.field.clear();
        style.classes.clear();
    }
}

namespace {

// QgsPainting::BlendMode
constexpr std::pair<Blend, int> k_blends[] = {{Blend::Over, 0},   {Blend::Lighten, 1},  {Blend::Screen, 2},
                                              {Blend::Darken, 5}, {Blend::Multiply, 6}, {Blend::Overlay, 8}};

} // namespace

std::optional<Blend> blendOfQgis(const QString &number)
{
    const auto found = std::ranges::find(k_blends, number.toInt(), [](const auto &each) { return each.second; });
    return found == std::end(k_blends) ? std::nullopt : std::optional(found->first);
}

int qgisBlend(Blend blend)
{
    return std::ranges::find(k_blends, blend, [](const auto &each) { return each.first; })->second;
}

Error notALook(const QString &why)
{
    return {ErrorCode::Invalid,
            Maps::tr("this is no style of a layer: %1").arg(why),
            {},
            Maps::tr("Save the style in QGIS as a QML or SLD file of a vector layer."),
            {},
            {}};
}

Result<ReadLook> readLook(const QString &file, const LayerSchema &schema)
{
    const QString ending = QFileInfo(file).suffix().toLower();
    const bool isQml = ending == QStringLiteral("qml");
    if (!isQml && ending != QStringLiteral("sld")) {
        return Error{ErrorCode::OutOfRange,
                     Maps::tr("a style is a .qml or .sld file"),
                     {.file = file},
                     Maps::tr("Save the style in QGIS as a QML or SLD file of a vector layer."),
                     {},
                     {}};
    }
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly) || in.size() > k_largest_bytes) {
        return Error{ErrorCode::Unreadable,
                     in.isOpen() ? Maps::tr("the file is too large for a style") : in.errorString(),
                     {.file = file},
                     {},
                     {},
                     {}};
    }
    const QByteArray bytes = in.readAll();
    auto look = isQml ? lookFromQml(bytes, schema) : lookFromSld(bytes, schema);
    return look ? std::move(look) : Result<ReadLook>(inFile(look.error(), file));
}

} // namespace cuntu
