// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/kml_fields.h"

#include "core/io/utf8.h"

#include <QRegularExpression>

namespace cuntu {

namespace {

constexpr qsizetype k_longestKey = 30;

QString withoutTags(QString html)
{
    static const QRegularExpression breaks(QStringLiteral("<\\s*(br|/p|/tr|/li|/div)[^>]*>"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    html.replace(breaks, QStringLiteral("\n")).remove(tags);
    html.replace(QStringLiteral("&nbsp;"), QStringLiteral(" "));
    html.replace(QStringLiteral("&lt;"), QStringLiteral("<")).replace(QStringLiteral("&gt;"), QStringLiteral(">"));
    html.replace(QStringLiteral("&quot;"), QStringLiteral("\"")).replace(QStringLiteral("&amp;"), QStringLiteral("&"));
    return html;
}

std::vector<KmlField> fromTable(const QString &html)
{
    static const QRegularExpression rowPattern(
        QStringLiteral("<tr[^>]*>\\s*<t[dh][^>]*>(.*?)</t[dh]>\\s*<t[dh][^>]*>(.*?)</t[dh]>\\s*</tr>"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    std::vector<KmlField> fields;
    auto rows = rowPattern.globalMatch(html);
    while (rows.hasNext()) {
        const auto row = rows.next();
        const QString key = withoutTags(row.captured(1)).simplified();
        if (!key.isEmpty() && key.size() <= k_longestKey) {
            fields.emplace_back(key.toStdString(), withoutTags(row.captured(2)).simplified().toStdString());
        }
    }
    return fields;
}

/// Position of the colon or equals sign that parts key and value; not one of a web address or a time.
qsizetype partingAt(const QString &part)
{
    static const QRegularExpression parting(QStringLiteral("[:：=]"));
    const qsizetype at = part.indexOf(parting);
    if (at <= 0 || at > k_longestKey || part.mid(at).startsWith(QStringLiteral("://")) ||
        part.left(at).trimmed().isEmpty()) {
        return -1;
    }
    return part[at - 1].isDigit() && part.left(at).trimmed().size() <= 2 ? -1 : at;
}

std::vector<KmlField> fromPairs(const QString &text)
{
    static const QRegularExpression strong(QStringLiteral("[;；\\n\\r]+"));
    static const QRegularExpression weak(QStringLiteral("[,，、]"));
    std::vector<KmlField> fields;
    for (const QString &piece : text.split(strong, Qt::SkipEmptyParts)) {
        // A comma parts two fields only where what follows it has a key of its own; otherwise it belongs to the value.
        for (const QString &part : piece.split(weak)) {
            const qsizetype at = partingAt(part);
            if (at > 0) {
                fields.emplace_back(part.left(at).simplified().toStdString(),
                                    part.mid(at + 1).simplified().toStdString());
            } else if (!fields.empty() && !part.trimmed().isEmpty() && piece.contains(weak)) {
                fields.back().second += ("，" + part.simplified().toStdString());
            }
        }
    }
    return fields;
}

} // namespace

std::vector<KmlField> kmlDescriptionFields(const std::string &description)
{
    if (description.find_first_of(":=<") == std::string::npos && description.find("：") == std::string::npos) {
        return {};
    }
    const QString text = toQString(description);
    if (text.contains(QLatin1String("<t"), Qt::CaseInsensitive)) {
        if (std::vector<KmlField> fields = fromTable(text); !fields.empty()) {
            return fields;
        }
    }
    return fromPairs(withoutTags(text));
}

} // namespace cuntu
