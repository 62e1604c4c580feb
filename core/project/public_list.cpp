// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/public_list.h"

#include "core/base/text.h"

#include <QRegularExpression>

namespace cuntu {

namespace {

/// What becomes of a field in a public list.
enum class Fate { Kept, LeftOut, Surname };

Fate fateOf(const Field &field)
{
    // Remarks are free words about people: nobody can say what stands in them.
    if (field.id == QStringLiteral("remark") || field.id == QStringLiteral("note")) {
        return Fate::LeftOut;
    }
    if (field.personal == Personal::Name) {
        return Fate::Surname;
    }
    return field.personal == Personal::No ? Fate::Kept : Fate::LeftOut;
}

/// The surname as masked() keeps it, and one star whatever the length of the name.
std::string surnameOf(const std::string &name)
{
    static const QRegularExpression stars(QStringLiteral("\\*+"));
    return masked(QString::fromStdString(name), Personal::Name).replace(stars, QStringLiteral("*")).toStdString();
}

/// @p text without numbers that may identify people: of 15 digits or more always; of 7 and more where it is no key and
/// not as a whole the code of an area.
std::string withoutNumbers(const std::string &text, bool isKey)
{
    static const QRegularExpression identities(QStringLiteral("[0-9]{14,}[0-9Xx]"));
    static const QRegularExpression phones(QStringLiteral("[0-9](?:[ -]?[0-9]){6,}"));
    constexpr std::size_t shortest = 7;
    if (text.size() < shortest) {
        return text;
    }
    QString result = QString::fromStdString(text).replace(identities, QStringLiteral("*"));
    if (!isKey && !AreaCode::parse(result)) {
        result.replace(phones, QStringLiteral("*"));
    }
    return result.toStdString();
}

/// How the rows of a layer become those of its public list.
struct Redaction {
    struct Kept {
        std::size_t index = 0;
        Fate fate = Fate::Kept;
        bool isKey = false;
    };
    std::vector<Kept> fields;

    void apply(FeatureRow &row) const
    {
        std::vector<Value> values;
        values.reserve(fields.size());
        for (const Kept &field : fields) {
            Value value = field.index < row.values.size() ? std::move(row.values[field.index]) : Value();
            if (auto *text = std::get_if<std::string>(&value)) {
                *text = field.fate == Fate::Surname ? surnameOf(*text) : withoutNumbers(*text, field.isKey);
            }
            values.push_back(std::move(value));
        }
        row.values = std::move(values);
    }
};

} // namespace

SelectedFeatures publicList(SelectedFeatures selected)
{
    LayerSchema &schema = selected.schema;
    if (!schema.hasPersonalFields() && !schema.positionPersonal) {
        return selected;
    }
    Redaction redaction;
    std::vector<Field> kept;
    QStringList leftOut;
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        Field &field = schema.fields[i];
        const Fate fate = fateOf(field);
        if (fate == Fate::LeftOut) {
            leftOut << field.name.toString();
            continue;
        }
        redaction.fields.push_back({i, fate, field.id == schema.keyField});
        field.personal = Personal::No; // what is left of it is public
        kept.push_back(std::move(field));
    }
    schema.fields = std::move(kept);
    if (!leftOut.isEmpty()) {
        *selected.notes << Core::tr("left out of the public list: %1").arg(leftOut.join(QStringLiteral(", ")));
    }
    selected.features = [all = std::move(selected.features), redaction](FeatureRow &row) -> Result<bool> {
        auto more = all(row);
        if (more && *more) {
            redaction.apply(row);
        }
        return more;
    };
    return selected;
}

} // namespace cuntu
