// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/field_match.h"
#include "core/io/period_heading.h"

#include <QHash>

namespace cuntu {

/// The words of one schema, prepared for matching many headings: header detection tries dozens of rows.
class FieldMatcher {
public:
    /// @p schema may be null (a plain layer): then only columns of positions are known.
    explicit FieldMatcher(const LayerSchema *schema);

    /// As matchFields(), without the user's own mapping.
    QStringList match(const QStringList &headings) const;
    /// As matchFields().
    Result<QStringList> match(const QStringList &headings, const QMap<QString, QString> &fieldMap) const;

    /// A column that is a period, and the field that its cells belong to.
    struct PeriodColumn {
        HeadingPeriod period;
        QString field;
    };
    /// Which of @p headings are periods, where the schema knows such tables and at least two are; empty for the others.
    std::vector<std::optional<PeriodColumn>> periodColumns(const QStringList &headings) const;

private:
    struct Candidate {
        int score = 0;
        qsizetype heading = 0;
        QString field;
    };
    struct Word {
        QString key;
        QString field;
    };
    void addCandidates(qsizetype index, const QString &heading, std::vector<Candidate> &candidates) const;
    static bool mayBeInitials(const QString &heading);
    void addInitials(qsizetype index, const QString &heading, std::vector<Candidate> &candidates) const;
    void addCutName(qsizetype index, const QString &heading, std::vector<Candidate> &candidates) const;

    const LayerSchema *m_schema;
    QHash<QString, QStringList> m_fieldsOfWord;      ///< headingKey of ids, names, synonyms -> fields
    QHash<QString, QStringList> m_fieldsOfLooseWord; ///< the same by looseKey
    std::vector<Word> m_words;
    mutable QHash<QString, QStringList> m_fieldsOfInitials; ///< of Chinese words; filled when first asked for
};

} // namespace cuntu
