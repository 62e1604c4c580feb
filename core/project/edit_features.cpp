// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/edit_features.h"

#include "core/base/text.h"
#include "core/project/edit_ledger.h"
#include "core/project/edit_rules.h"
#include "core/store/change_table.h"
#include "core/store/layer_table.h"

#include <QJsonArray>

#include <random>
#include <set>

namespace cuntu {

namespace {

const QString k_repairs = QStringLiteral("repairs");

QByteArray blobOf(const Geometry &geometry, int srid)
{
    // Lines and areas are always stored in their multi form, as the layer's column wants it.
    return toSpatialiteBlob(geometry, srid, geometry.type != GeometryType::Point);
}

std::span<const std::uint8_t> bytesOf(const QByteArray &blob)
{
    return {reinterpret_cast<const std::uint8_t *>(blob.constData()), static_cast<std::size_t>(blob.size())};
}

/// Applies the edits one after the other; holds what they share.
class Editor {
public:
    Editor(const EditGround &ground, ChangeWriter changes) : m_ground(ground), m_changes(std::move(changes)) {}

    Result<FeatureId> apply(const FeatureEdit &edit);
    bool hasChanged() const { return m_hasChanged; }

private:
    Result<FeatureRow> stored(const LayerSchema &layer, FeatureId feature) const;
    Result<void> checkPlace(const LayerSchema &layer, const FeatureEdit &edit) const;
    Result<FeatureId> add(const LayerSchema &layer, const FeatureEdit &edit);
    Result<void> change(const LayerSchema &layer, const FeatureEdit &edit);
    Result<void> changeFields(const LayerSchema &layer, const FeatureEdit &edit, const FeatureRow &before);
    Result<void> changeGeometry(const LayerSchema &layer, const FeatureEdit &edit, const FeatureRow &before);
    Result<void> remove(const LayerSchema &layer, const FeatureEdit &edit);
    EditLedger ledgerOf(const LayerSchema &layer) const
    {
        return {m_ground.database, layer.id, m_ground.tracksOf(layer), m_ground.action, m_ground.who};
    }

    const EditGround &m_ground;
    ChangeWriter m_changes;
    bool m_hasChanged = false;
};

QString calledBy(const LayerSchema &layer, const FeatureRow &row)
{
    for (const QString &id : {layer.nameField, layer.keyField}) {
        for (std::size_t i = 0; !id.isEmpty() && i < layer.fields.size() && i < row.values.size(); ++i) {
            if (layer.fields[i].id == id && layer.fields[i].personal == Personal::No && !isNull(row.values[i])) {
                return valueText(row.values[i]);
            }
        }
    }
    return QString::number(row.id.value);
}

Result<FeatureRow> Editor::stored(const LayerSchema &layer, FeatureId feature) const
{
    auto reader = FeatureReader::begin(m_ground.database, layer, QStringLiteral("WHERE id = ?"), {feature.value});
    FeatureRow row;
    auto found = reader ? reader->next(row) : Result<bool>(reader.error());
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Error{ErrorCode::NotFound,
                     Core::tr("layer %1 has no feature %2").arg(layer.id).arg(feature.value),
                     {},
                     {},
                     {},
                     {}};
    }
    return row;
}

Result<void> Editor::checkPlace(const LayerSchema &layer, const FeatureEdit &edit) const
{
    if (!edit.geometry) {
        return {};
    }
    if (m_ground.srid == 0) {
        return Error{ErrorCode::UnknownCrs,
                     Core::tr("the project has no coordinate system yet"),
                     {},
                     Core::tr("Import data with positions first, or make the project with one."),
                     {},
                     {}};
    }
    auto checked = checkEditedGeometry(layer, *edit.geometry);
    if (!checked && !edit.feature.isNone()) {
        Error error = checked.error();
        error.where.feature = QString::number(edit.feature.value);
        return error;
    }
    return checked;
}

Result<FeatureId> Editor::apply(const FeatureEdit &edit)
{
    auto layer = m_ground.schemaOf(edit.layer);
    if (!layer) {
        return layer.error();
    }
    if (edit.kind == FeatureEdit::Kind::Add) {
        return add(*layer, edit);
    }
    auto done = edit.kind == FeatureEdit::Kind::Remove ? remove(*layer, edit) : change(*layer, edit);
    return done ? Result<FeatureId>(edit.feature) : Result<FeatureId>(done.error());
}

Result<FeatureId> Editor::add(const LayerSchema &layer, const FeatureEdit &edit)
{
    if (!edit.geometry && layer.geometry != GeometryType::None) {
        return Error{ErrorCode::Invalid, Core::tr("a new feature needs a position"), {}, {}, {}, {}};
    }
    auto fits = checkPlace(layer, edit);
    fits = fits ? checkEditedFields(layer, edit.fields, true) : fits;
    fits = fits ? checkKeyIsFree(m_ground.database, layer, edit.fields, {}) : fits;
    auto id = fits ? freeFeatureId(m_ground.database, layer.id) : Result<FeatureId>(fits.error());
    if (!id) {
        return id.error();
    }
    QStringList columns{QStringLiteral("id"), QStringLiteral("uuid")};
    QStringList marks{QStringLiteral("?"), QStringLiteral("randomblob(16)")};
    if (edit.geometry) {
        columns << QStringLiteral("geom");
        marks << QStringLiteral("?");
    }
    for (const auto &[field, value] : edit.fields) {
        columns << quoted(field);
        marks << QStringLiteral("?");
    }
    auto insert = m_ground.database.prepare(
        QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
            .arg(quoted(layer.id), columns.join(QLatin1Char(',')), marks.join(QLatin1Char(','))));
    if (!insert) {
        return insert.error();
    }
    int at = 0;
    insert->bind(at++, id->value);
    const QByteArray blob = edit.geometry ? blobOf(*edit.geometry, m_ground.srid) : QByteArray();
    if (edit.geometry) {
        insert->bindStatic(at++, bytesOf(blob));
    }
    for (const auto &[field, value] : edit.fields) {
        insert->bind(at++, value);
    }
    auto done = insert->run();
    done = done ? m_changes.addRow(layer, *id, true) : done;
    if (done && !edit.ledger.copiedFrom.isNone()) {
        auto from = stored(layer, edit.ledger.copiedFrom);
        done = from ? ledgerOf(layer).copy(
                          edit.ledger.copiedFrom, *id, edit.ledger.share,
                          Core::tr("taken over from %1, of which it was a part").arg(calledBy(layer, *from)))
                    : Result<void>(from.error());
    }
    m_hasChanged = true;
    return done ? id : Result<FeatureId>(done.error());
}

Result<void> Editor::changeGeometry(const LayerSchema &layer, const FeatureEdit &edit, const FeatureRow &before)
{
    if (!edit.geometry || *edit.geometry == before.geometry) {
        return {};
    }
    const QByteArray blob = blobOf(*edit.geometry, m_ground.srid);
    auto update =
        m_ground.database.prepare(QStringLiteral("UPDATE %1 SET geom = ? WHERE id = ?").arg(quoted(layer.id)));
    auto done = update ? m_changes.addGeometry(layer.id, edit.feature, blob) : Result<void>(update.error());
    if (!done) {
        return done;
    }
    update->bindStatic(0, bytesOf(blob));
    update->bind(1, edit.feature.value);
    m_hasChanged = true;
    return update->run();
}

Result<void> Editor::changeFields(const LayerSchema &layer, const FeatureEdit &edit, const FeatureRow &before)
{
    for (const auto &[id, value] : edit.fields) {
        const auto place = static_cast<std::size_t>(layer.findField(id) - layer.fields.data());
        const Value &old = before.values[place];
        if (old == value) {
            continue;
        }
        auto done = m_changes.add({layer.id, edit.feature, id}, old, value);
        done = done ? m_ground.database.execute(
                          QStringLiteral("UPDATE %1 SET %2 = ? WHERE id = ?").arg(quoted(layer.id), quoted(id)),
                          {value, edit.feature.value})
                    : done;
        if (!done) {
            return done;
        }
        m_hasChanged = true;
    }
    return {};
}

Result<void> Editor::change(const LayerSchema &layer, const FeatureEdit &edit)
{
    auto before = stored(layer, edit.feature);
    auto done = before ? checkPlace(layer, edit) : Result<void>(before.error());
    done = done ? checkEditedFields(layer, edit.fields, false) : done;
    done = done ? checkKeyIsFree(m_ground.database, layer, edit.fields, edit.feature) : done;
    done = done ? changeGeometry(layer, edit, *before) : done;
    done = done ? changeFields(layer, edit, *before) : done;
    if (done && edit.ledger.share < 1) {
        done = ledgerOf(layer).reduce(edit.feature, edit.ledger.share, Core::tr("its share after a split"));
    }
    if (done && !edit.ledger.addedFrom.isNone()) {
        done =
            ledgerOf(layer).addAmounts(edit.feature, edit.ledger.addedFrom, Core::tr("with what it was merged with"));
    }
    return done;
}

Result<void> Editor::remove(const LayerSchema &layer, const FeatureEdit &edit)
{
    auto before = stored(layer, edit.feature);
    EditLedger ledger = ledgerOf(layer);
    auto entries = before ? ledger.countOf(edit.feature) : Result<int>(before.error());
    if (!entries) {
        return entries.error();
    }
    if (*entries > 0 && !edit.ledger.isTakenBack) {
        return Error{ErrorCode::Conflict,
                     Core::tr("%1 cannot simply be removed: figures of past days rest on %n entries of the ledger",
                              nullptr, *entries)
                         .arg(calledBy(layer, *before)),
                     {.feature = QString::number(edit.feature.value)},
                     Core::tr("Mark it with a status that takes it out of the count. If it was entered by mistake, "
                              "remove it with its entries: they are taken back, and stay readable."),
                     {},
                     {}};
    }
    auto done = *entries > 0 ? ledger.takeBack(edit.feature, Core::tr("the feature was removed")) : Result<void>();
    done = done ? m_changes.addRow(layer, edit.feature, false) : done;
    m_hasChanged = true;
    return done ? m_ground.database.execute(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(quoted(layer.id)),
                                            {edit.feature.value})
                : done;
}

} // namespace

Result<std::vector<FeatureId>> applyEdits(const EditGround &ground, const std::vector<FeatureEdit> &edits)
{
    auto changes = ChangeWriter::begin(ground.database, ground.action);
    if (!changes) {
        return changes.error();
    }
    Editor editor(ground, std::move(*changes));
    std::set<std::pair<QString, FeatureId>> seen;
    std::vector<FeatureId> features;
    for (const FeatureEdit &edit : edits) {
        if (!edit.feature.isNone() && !seen.emplace(edit.layer, edit.feature).second) {
            return Error{ErrorCode::Invalid,
                         Core::tr("feature %1 of layer %2 is named twice").arg(edit.feature.value).arg(edit.layer),
                         {},
                         {},
                         {},
                         {}};
        }
        auto done = editor.apply(edit);
        if (!done) {
            return done.error();
        }
        features.push_back(*done);
    }
    if (!editor.hasChanged()) {
        return Error{ErrorCode::Invalid, Core::tr("nothing would change"), {}, {}, {}, {}};
    }
    return features;
}

QJsonObject editPayload(const std::vector<FeatureEdit> &edits)
{
    QJsonArray rows;
    for (const FeatureEdit &edit : edits) {
        rows.append(QJsonObject{{QStringLiteral("layer"), edit.layer},
                                {QStringLiteral("feature"), static_cast<qint64>(edit.feature.value)},
                                {QStringLiteral("change"), edit.sentence}});
    }
    return {{k_repairs, rows}};
}

QStringList editedLayers(const QJsonObject &payload)
{
    QStringList layers;
    const QString single = payload[QStringLiteral("layer")].toString(); // a field that was set
    if (!single.isEmpty()) {
        layers << single;
    }
    const QJsonArray rows = payload[k_repairs].toArray();
    for (const QJsonValue &row : rows) {
        const QString layer = row[QStringLiteral("layer")].toString();
        if (!layers.contains(layer)) {
            layers << layer;
        }
    }
    return layers;
}

} // namespace cuntu
