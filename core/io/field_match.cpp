// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/field_match.h"

#include "core/base/pinyin.h"
#include "core/io/field_matcher.h"
#include "core/io/special_columns.h"

#include <algorithm>

namespace cuntu {

namespace {

// How sure a match is; a heading and a field go to the surest pair.
constexpr int k_ownWord = 50;   // the whole heading is a word of the field
constexpr int k_areaCode = 46;  // the whole heading is a usual one for division codes
constexpr int k_special = 45;   // the whole heading is a usual one for coordinates, names of areas or status
constexpr int k_looseWord = 43; // as k_ownWord and k_special, but for the usual differences in spelling
constexpr int k_looseSpecial = 42;
constexpr int k_lastPart = 40; // the lowest part of a header of several rows is a word of the field
constexpr int k_lastSpecial = 38;
constexpr int k_firstPart = 30; // '户数 合计': an upper part is one
constexpr int k_cutName = 20;   // ESRI's ten-byte names
constexpr int k_initials = 15;  // first letters of the pinyin, as GIS departments name columns: XZCMC

constexpr qsizetype k_esriBytes = 10;
constexpr QLatin1Char k_unused('-'); // before a key of a field map: the column is not used

Error notFound(const QString &sentence, const QStringList &there)
{
    return {
        ErrorCode::NotFound, sentence, {}, Core::tr("There are: %1.").arg(there.join(QStringLiteral(", "))), {}, {}};
}

/// Position of the heading that the user means; -1 for none.
qsizetype findHeading(const QStringList &headings, const QString &wanted)
{
    if (const qsizetype exact = headings.indexOf(wanted); exact >= 0) {
        return exact;
    }
    for (qsizetype i = 0; i < headings.size(); ++i) {
        if (headingKey(headings[i]) == headingKey(wanted)) {
            return i;
        }
    }
    for (qsizetype i = 0; i < headings.size(); ++i) { // the lowest part of a header of several rows
        if (headings[i].section(QLatin1Char(' '), -1) == wanted) {
            return i;
        }
    }
    return -1;
}

} // namespace

FieldMatcher::FieldMatcher(const LayerSchema *schema) : m_schema(schema)
{
    if (!schema) {
        return;
    }
    for (const Field &field : schema->fields) {
        QStringList words = field.synonyms;
        words << field.id << field.name.zh << field.name.en;
        for (const QString &word : words) {
            const QString key = headingKey(word);
            if (!key.isEmpty() && !m_fieldsOfWord[key].contains(field.id)) {
                m_fieldsOfWord[key] << field.id;
                m_words.push_back({key, field.id});
                QStringList &loose = m_fieldsOfLooseWord[looseKey(key)];
                if (!loose.contains(field.id)) {
                    loose << field.id;
                }
            }
        }
    }
}

void FieldMatcher::addCutName(qsizetype index, const QString &heading, std::vector<Candidate> &candidates) const
{
    const bool cut = heading.toUtf8().size() == k_esriBytes || heading.size() * 2 == k_esriBytes ||
                     (heading.toUtf8().size() == k_esriBytes - 1 && heading.size() == 3);
    const QString key = headingKey(heading);
    if (!cut || key.size() < 3) {
        return;
    }
    for (const Word &word : m_words) {
        if (word.key.size() > key.size() && word.key.startsWith(key)) {
            candidates.push_back({k_cutName, index, word.field});
        }
    }
}

/// True for what may be the first letters of a word's pinyin.
bool FieldMatcher::mayBeInitials(const QString &heading)
{
    constexpr qsizetype fewest = 3; // two letters can be anything
    return heading.size() >= fewest && heading.size() <= k_esriBytes &&
           std::all_of(heading.begin(), heading.end(), [](QChar c) { return c.unicode() < 128 && c.isLetter(); });
}

void FieldMatcher::addInitials(qsizetype index, const QString &heading, std::vector<Candidate> &candidates) const
{
    if (!mayBeInitials(heading)) {
        return;
    }
    if (m_fieldsOfInitials.isEmpty()) {
        for (const Word &word : m_words) {
            const bool isChinese = !word.key.isEmpty() && word.key.front().script() == QChar::Script_Han;
            const QString initials = isChinese ? pinyinInitials(word.key) : QString();
            if (mayBeInitials(initials) && !m_fieldsOfInitials[initials].contains(word.field)) {
                m_fieldsOfInitials[initials] << word.field;
            }
        }
    }
    if (const QStringList fields = m_fieldsOfInitials.value(heading.toLower()); fields.size() == 1) {
        candidates.push_back({k_initials, index, fields.first()});
    }
}

void FieldMatcher::addCandidates(qsizetype index, const QString &heading, std::vector<Candidate> &candidates) const
{
    const auto addField = [&](const QString &key, int score) {
        for (const QString &field : m_fieldsOfWord.value(key)) {
            candidates.push_back({score, index, field});
        }
    };
    const SpecialWanted wanted{true, m_schema != nullptr, m_schema && !m_schema->tracks.empty()};
    const auto addSpecial = [&](QStringView part, int score) {
        if (const QString special = specialColumnFor(part, wanted); !special.isEmpty()) {
            candidates.push_back({score, index, special});
        }
    };
    const QString key = headingKey(heading);
    if (key.isEmpty()) {
        return;
    }
    addField(key, k_ownWord);
    if (m_schema && !m_schema->areaField.isEmpty() && isAreaCodeHeading(key)) {
        candidates.push_back({k_areaCode, index, m_schema->areaField});
    }
    addSpecial(heading, k_special);
    const QString loose = looseKey(key);
    if (const QStringList fields = m_fieldsOfLooseWord.value(loose); fields.size() == 1) {
        candidates.push_back({k_looseWord, index, fields.first()});
    }
    addSpecial(loose, k_looseSpecial);
    const QStringList parts = heading.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.size() > 1) {
        addField(headingKey(parts.last()), k_lastPart);
        addSpecial(parts.last(), k_lastSpecial);
        for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
            addField(headingKey(parts[i]), k_firstPart);
        }
    }
    addCutName(index, heading, candidates);
    addInitials(index, heading, candidates);
}

std::vector<std::optional<FieldMatcher::PeriodColumn>> FieldMatcher::periodColumns(const QStringList &headings) const
{
    std::vector<std::optional<PeriodColumn>> found(static_cast<std::size_t>(headings.size()));
    const PeriodFields own = m_schema ? periodFieldsOf(*m_schema) : PeriodFields();
    if (!own.value) {
        return found;
    }
    const auto periods = periodsOfHeadings(headings);
    std::size_t count = 0;
    bool isTwice = false;
    for (std::size_t i = 0; i < periods.size(); ++i) {
        if (!periods[i]) {
            continue;
        }
        const QString words = headingKey(periods[i]->rest);
        const QStringList fields = m_fieldsOfWord.value(words);
        const bool isOwn = words.isEmpty() || fields.contains(own.period->id);
        const Field *field = isOwn ? own.value : m_schema->findField(fields.value(0));
        if (field && (field->type == FieldType::Real || field->type == FieldType::Integer)) {
            isTwice = isTwice || std::any_of(found.begin(), found.end(), [&](const auto &other) {
                          return other && other->field == field->id && other->period.isSame(*periods[i]);
                      });
            found[i] = PeriodColumn{*periods[i], field->id};
            ++count;
        }
    }
    if (count < 2 || isTwice) { // a period that is there twice: half a header, or none
        found.assign(found.size(), std::nullopt);
    }
    return found;
}

QStringList FieldMatcher::match(const QStringList &headings) const
{
    return *match(headings, {});
}

Result<QStringList> FieldMatcher::match(const QStringList &headings, const QMap<QString, QString> &fieldMap) const
{
    QStringList result;
    result.resize(headings.size());
    for (auto it = fieldMap.begin(); it != fieldMap.end(); ++it) {
        const bool known =
            it.key().startsWith(k_unused) || isSpecialColumn(it.key()) || (m_schema && m_schema->findField(it.key()));
        if (m_schema && !known) {
            QStringList ids;
            for (const Field &field : m_schema->fields) {
                ids << field.id;
            }
            return notFound(Core::tr("there is no field '%1'").arg(it.key()), ids);
        }
        const qsizetype at = findHeading(headings, it.value());
        if (at < 0) {
            return notFound(Core::tr("the file has no column '%1'").arg(it.value()), headings);
        }
        result[at] = it.key().startsWith(k_unused) ? QString(k_unused) : it.key();
    }
    const auto periods = periodColumns(headings);
    std::vector<Candidate> candidates;
    for (qsizetype i = 0; i < headings.size(); ++i) {
        if (result[i].isEmpty() && periods[static_cast<std::size_t>(i)]) {
            result[i] = QStringLiteral("@period");
        } else if (result[i].isEmpty()) {
            addCandidates(i, headings[i], candidates);
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) { return a.score > b.score; });
    for (const Candidate &candidate : candidates) {
        if (result[candidate.heading].isEmpty() && !result.contains(candidate.field)) {
            result[candidate.heading] = candidate.field;
        }
    }
    std::replace(result.begin(), result.end(), QString(k_unused), QString());
    return result;
}

Result<QStringList> matchFields(const QStringList &headings, const LayerSchema &schema,
                                const QMap<QString, QString> &fieldMap)
{
    return FieldMatcher(&schema).match(headings, fieldMap);
}

} // namespace cuntu
