// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/row_check.h"

#include "core/base/text.h"
#include "core/io/area_match.h"
#include "core/io/cell_text.h"
#include "core/io/cell_values.h"
#include "core/io/key_table.h"
#include "core/io/row_geometry.h"
#include "core/io/units.h"
#include "core/io/utf8.h"

#include <algorithm>
#include <map>
#include <utility>

namespace cuntu {

namespace {

constexpr std::size_t k_mostUnknown = 1000;

} // namespace

struct RowChecker::Private {
    /// A column that holds a value of a field.
    struct Part {
        std::size_t column = 0;
        std::size_t field = 0;
        FieldReader reader;
    };

    Private(const CheckContext &given, GeometryChecker geometryChecker)
        : context(given),
          schema(*given.schema),
          geometry(std::move(geometryChecker)),
          areas(given.areas, given.today, given.placeNames)
    {
    }

    CheckContext context;
    const LayerSchema &schema;
    std::vector<SourceColumn> columns;
    std::vector<Part> parts; ///< all but the area's code
    GeometryChecker geometry;
    AreaMatcher areas;
    KeyTable keys;
    std::ptrdiff_t areaField = -1; ///< index in the schema; -1: the layer has none
    std::ptrdiff_t keyField = -1;
    std::ptrdiff_t codeColumn = -1;
    std::ptrdiff_t townshipColumn = -1;
    std::ptrdiff_t villageColumn = -1;
    std::ptrdiff_t statusColumn = -1;
    std::ptrdiff_t statusDateColumn = -1;
    std::unordered_map<std::string, std::vector<TrackStatus>> statuses; ///< what a word can mean
    DateReader statusDates;
    bool saidNoVillages = false;
    std::map<std::pair<std::string, std::string>, UnknownPlace> unknownPlaces; ///< by township and village
    std::map<std::pair<QString, std::string>, UnknownWord> unknownWords;       ///< by field and word
    std::string keyText;

    std::vector<FeatureRow> spare; ///< see RowChecker::reuse()

    QStringList conversions; ///< what is to be said once about units

    void plan(const SourceInfo &source);
    FeatureRow newFeature(qint64 number);
    void addPart(std::size_t column, std::size_t fieldAt, bool isAreaLayer);
    std::string_view cell(const SourceRow &row, std::ptrdiff_t column) const
    {
        return column < 0 ? std::string_view{} : std::string_view(row.cells[static_cast<std::size_t>(column)]);
    }
    QString heading(std::ptrdiff_t column) const
    {
        return column < 0 ? QString() : columns[static_cast<std::size_t>(column)].heading;
    }
    void reject(std::vector<RowFinding> &findings, const SourceRow &row, std::ptrdiff_t column,
                const QString &reason) const
    {
        findings.push_back({row.number, heading(column), reason, true, false});
    }

    // What check() does with a row, in order; false: rejected, with a finding.
    bool isData(const SourceRow &row, std::vector<RowFinding> &findings) const;
    bool readValues(SourceRow &row, FeatureRow &feature, std::vector<RowFinding> &findings);
    bool readArea(const SourceRow &row, FeatureRow &feature, std::vector<RowFinding> &findings);
    void readStatus(const SourceRow &row, FeatureRow &feature, std::vector<RowFinding> &findings);
    void notePlace(const SourceRow &row, const AreaMatch &match);
    void noteWord(const QString &field, const std::string &word);
    bool isNewKey(const SourceRow &row, const FeatureRow &feature, std::vector<RowFinding> &findings);
    void runExtraChecks(std::vector<FeatureRow> &taken, std::size_t first, std::vector<RowFinding> &findings) const;
};

void RowChecker::Private::plan(const SourceInfo &source)
{
    columns = source.columns;
    const auto fieldIndex = [&](const QString &id) -> std::ptrdiff_t {
        const auto found =
            std::find_if(schema.fields.begin(), schema.fields.end(), [&](const Field &f) { return f.id == id; });
        return id.isEmpty() || found == schema.fields.end() ? -1 : found - schema.fields.begin();
    };
    keyField = fieldIndex(schema.keyField);
    areaField = fieldIndex(schema.areaField);
    // A layer whose key is the area's code is the list of areas itself: there is nothing to look it up in.
    const bool isAreaLayer = areaField >= 0 && areaField == keyField;
    if (isAreaLayer) {
        areaField = -1;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const QString &id = columns[i].field;
        const auto at = static_cast<std::ptrdiff_t>(i);
        const std::ptrdiff_t field = fieldIndex(id);
        if (field >= 0 && field == areaField) {
            codeColumn = at;
        } else if (field >= 0) {
            addPart(i, static_cast<std::size_t>(field), isAreaLayer);
        } else if (id == QLatin1String("@township")) {
            townshipColumn = at;
        } else if (id == QLatin1String("@village")) {
            villageColumn = at;
        } else if (id == QLatin1String("@status")) {
            statusColumn = at;
        } else if (id == QLatin1String("@status_date")) {
            statusDateColumn = at;
        }
    }
}

/// An empty feature, made of a spare one where there is one.
FeatureRow RowChecker::Private::newFeature(qint64 number)
{
    FeatureRow feature;
    if (!spare.empty()) {
        feature = std::move(spare.back());
        spare.pop_back();
        feature.id = {};
        feature.geometry.clear();
        feature.statuses.clear();
    }
    feature.values.assign(schema.fields.size(), Value());
    feature.sourceRow = number;
    return feature;
}

void RowChecker::Private::addPart(std::size_t column, std::size_t fieldAt, bool isAreaLayer)
{
    const Field &field = schema.fields[fieldAt];
    const bool isKey = static_cast<std::ptrdiff_t>(fieldAt) == keyField;
    const TextKind kind = !isKey ? TextKind::Plain : isAreaLayer ? TextKind::AreaCode : TextKind::Code;
    Part part{column, fieldAt, FieldReader(field, context.today, kind)};
    const bool isNumber = field.type == FieldType::Integer || field.type == FieldType::Real;
    const QString unit = isNumber && !field.unit.isEmpty() ? unitOfHeading(columns[column].heading) : QString();
    if (const auto factor = unitFactor(unit, field.unit); factor && *factor != 1) {
        part.reader.setFactor(*factor);
        conversions << Core::tr("the column '%1' is in %2: its numbers were converted to %3")
                           .arg(columns[column].heading, unit, field.unit);
    }
    parts.push_back(std::move(part));
}

bool RowChecker::Private::isData(const SourceRow &row, std::vector<RowFinding> &findings) const
{
    if (row.isTotal) {
        findings.push_back({row.number, {}, Core::tr("totals row, note or repeated header: not data"), true, true});
        return false;
    }
    const bool cellsAreGood = row.cells.size() == columns.size();
    if (!row.problem.isEmpty() && !(cellsAreGood && geometry.dropsBad())) {
        findings.push_back({row.number, {}, row.problem, true, false});
        return false;
    }
    return true;
}

bool RowChecker::Private::readValues(SourceRow &row, FeatureRow &feature, std::vector<RowFinding> &findings)
{
    for (Part &part : parts) {
        const CellOutcome outcome = part.reader.read(row.cells[part.column], feature.values[part.field]);
        if (outcome.problem.isEmpty()) {
            continue;
        }
        if (outcome.isUnknownWord) {
            noteWord(schema.fields[part.field].id, row.cells[part.column]);
        }
        findings.push_back({row.number, columns[part.column].heading, outcome.problem, outcome.rejected, false});
        if (outcome.rejected) {
            return false;
        }
    }
    return true;
}

bool RowChecker::Private::readArea(const SourceRow &row, FeatureRow &feature, std::vector<RowFinding> &findings)
{
    if (areaField < 0 || (codeColumn < 0 && townshipColumn < 0 && villageColumn < 0)) {
        return true;
    }
    const auto field = static_cast<std::size_t>(areaField);
    const AreaMatch &match = areas.match(cell(row, codeColumn), cell(row, townshipColumn), cell(row, villageColumn));
    const std::ptrdiff_t column = codeColumn >= 0 ? codeColumn : villageColumn >= 0 ? villageColumn : townshipColumn;
    if (match.rejected) {
        notePlace(row, match);
        reject(findings, row, column, match.problem);
        return false;
    }
    if (!match.problem.isEmpty() && !(match.onlyOnce && saidNoVillages)) {
        findings.push_back({row.number, heading(column), match.problem, false, false});
        saidNoVillages = saidNoVillages || match.onlyOnce;
    }
    if (!match.code.empty()) {
        feature.values[field] = match.code;
    } else if (schema.fields[field].required && match.problem.isEmpty()) {
        reject(findings, row, column, Core::tr("the village is missing"));
        return false;
    }
    return true;
}

void RowChecker::Private::readStatus(const SourceRow &row, FeatureRow &feature, std::vector<RowFinding> &findings)
{
    const std::string_view word = cell(row, statusColumn);
    if (context.tracks.empty() || isBlankCell(word)) {
        return;
    }
    auto known = statuses.find(std::string(word));
    if (known == statuses.end()) {
        known = statuses.emplace(std::string(word), statusesCalled(toQString(word), context.tracks)).first;
    }
    if (known->second.size() != 1) {
        if (known->second.empty()) {
            noteWord(QStringLiteral("@status"), std::string(word));
        }
        findings.push_back({row.number, heading(statusColumn),
                            known->second.empty()
                                ? Core::tr("'%1' is no known status: none was set").arg(toQString(word))
                                : Core::tr("'%1' is a status of several programmes: none was set; say which programme "
                                           "is meant")
                                      .arg(toQString(word)),
                            false, false});
        return;
    }
    feature.statuses = {{known->second.front().programme, known->second.front().status->id, std::nullopt}};
    const std::string_view dateText = cell(row, statusDateColumn);
    if (isBlankCell(dateText)) {
        return;
    }
    const auto date = statusDates.read(dateText);
    if (!date) {
        findings.push_back({row.number, heading(statusDateColumn),
                            Core::tr("'%1' is not a date").arg(toQString(dateText)), false, false});
        return;
    }
    feature.statuses.front().date = date->last;
    if (date->last > context.today && date->first > context.today) {
        findings.push_back({row.number, heading(statusDateColumn),
                            Core::tr("the date %1 lies in the future").arg(date->last.toIso()), false, false});
    }
}

void RowChecker::Private::notePlace(const SourceRow &row, const AreaMatch &match)
{
    if (!match.isUnknownName) {
        return;
    }
    const std::pair key{std::string(cell(row, townshipColumn)), std::string(cell(row, villageColumn))};
    auto known = unknownPlaces.find(key);
    if (known == unknownPlaces.end()) {
        if (unknownPlaces.size() >= k_mostUnknown) {
            return;
        }
        UnknownPlace place{toQString(key.first), toQString(key.second), 0, {}};
        for (const Area *area : match.near) {
            place.near.push_back(area->code);
        }
        known = unknownPlaces.emplace(key, std::move(place)).first;
    }
    ++known->second.rows;
}

void RowChecker::Private::noteWord(const QString &field, const std::string &word)
{
    auto known = unknownWords.find({field, word});
    if (known == unknownWords.end()) {
        if (unknownWords.size() >= k_mostUnknown) {
            return;
        }
        known = unknownWords.emplace(std::pair{field, word}, UnknownWord{field, toQString(word), 0}).first;
    }
    ++known->second.rows;
}

bool RowChecker::Private::isNewKey(const SourceRow &row, const FeatureRow &feature, std::vector<RowFinding> &findings)
{
    if (keyField < 0) {
        return true;
    }
    const Value &key = feature.values[static_cast<std::size_t>(keyField)];
    if (const auto *text = std::get_if<std::string>(&key)) {
        keyText = *text;
    } else if (const auto *number = std::get_if<std::int64_t>(&key)) {
        keyText = std::to_string(*number);
    } else {
        return true;
    }
    const std::int64_t before = keys.add(keyText, row.number);
    if (before == 0) {
        return true;
    }
    const auto part = std::find_if(parts.begin(), parts.end(),
                                   [&](const Part &p) { return static_cast<std::ptrdiff_t>(p.field) == keyField; });
    reject(findings, row, part == parts.end() ? -1 : static_cast<std::ptrdiff_t>(part->column),
           Core::tr("'%1' occurs a second time; the first is in row %2").arg(toQString(keyText)).arg(before));
    return false;
}

void RowChecker::Private::runExtraChecks(std::vector<FeatureRow> &taken, std::size_t first,
                                         std::vector<RowFinding> &findings) const
{
    if (context.extraChecks.empty()) {
        return;
    }
    std::size_t kept = first;
    for (std::size_t i = first; i < taken.size(); ++i) {
        const std::size_t before = findings.size();
        for (const RowCheck &check : context.extraChecks) {
            check(schema, taken[i], findings);
        }
        bool bad = false;
        for (std::size_t f = before; f < findings.size(); ++f) {
            findings[f].row = findings[f].row == 0 ? taken[i].sourceRow : findings[f].row;
            bad = bad || findings[f].rejected;
        }
        if (!bad) {
            if (kept != i) {
                taken[kept] = std::move(taken[i]);
            }
            ++kept;
        }
    }
    taken.erase(taken.begin() + static_cast<std::ptrdiff_t>(kept), taken.end());
}

RowChecker::RowChecker(std::unique_ptr<Private> data) : d(std::move(data)) {}
RowChecker::RowChecker(RowChecker &&) noexcept = default;
RowChecker::~RowChecker() = default;

Result<RowChecker> RowChecker::create(const SourceInfo &source, const CheckContext &context)
{
    auto geometry = GeometryChecker::create(source, context);
    if (!geometry) {
        return geometry.error();
    }
    auto d = std::make_unique<Private>(context, std::move(*geometry));
    d->plan(source);
    return RowChecker(std::move(d));
}

namespace {

/// The values of @p known, those of most rows first.
template <class Unknown, class Key> std::vector<Unknown> byRows(const std::map<Key, Unknown> &known)
{
    std::vector<Unknown> result;
    for (const auto &each : known) {
        result.push_back(each.second);
    }
    std::stable_sort(result.begin(), result.end(), [](const Unknown &a, const Unknown &b) { return a.rows > b.rows; });
    return result;
}

} // namespace

std::vector<UnknownPlace> RowChecker::unknownPlaces() const
{
    return byRows(d->unknownPlaces);
}

std::vector<UnknownWord> RowChecker::unknownWords() const
{
    return byRows(d->unknownWords);
}

void RowChecker::reuse(std::vector<FeatureRow> rows)
{
    d->spare = std::move(rows);
}

void RowChecker::check(std::vector<SourceRow> &rows, std::vector<FeatureRow> &taken, std::vector<RowFinding> &findings)
{
    const std::size_t firstTaken = taken.size();
    const std::size_t firstFinding = findings.size();
    taken.reserve(taken.size() + rows.size());
    for (const QString &conversion : std::exchange(d->conversions, {})) {
        findings.push_back({rows.empty() ? 0 : rows.front().number, {}, conversion, false, false});
    }
    for (SourceRow &row : rows) {
        if (!d->isData(row, findings)) {
            continue;
        }
        FeatureRow &feature = taken.emplace_back(d->newFeature(row.number));
        const bool good = d->readArea(row, feature, findings) && d->geometry.take(row, feature, findings) &&
                          d->readValues(row, feature, findings) && d->isNewKey(row, feature, findings);
        if (!good) {
            taken.pop_back();
            continue;
        }
        d->readStatus(row, feature, findings);
    }
    d->geometry.finish(taken, firstTaken, findings);
    d->runExtraChecks(taken, firstTaken, findings);
    std::stable_sort(findings.begin() + static_cast<std::ptrdiff_t>(firstFinding), findings.end(),
                     [](const RowFinding &a, const RowFinding &b) { return a.row < b.row; });
}

} // namespace cuntu
