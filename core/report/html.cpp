// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html.h"

#include "core/progress/milestone_look.h"
#include "core/report/html_style.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace cuntu {

namespace {

QString escaped(const QString &text)
{
    QString result;
    for (const QChar c : text) { // control characters are not allowed in HTML, and old databases are full of them
        if (c >= u' ' || c == u'\n' || c == u'\t') {
            result += c;
        }
    }
    return result.toHtmlEscaped().replace(u'\'', QStringLiteral("&#39;")); // attributes are in single quotes
}

/// Drawing instructions of a state's shape in a square of 16 units.
QString drawn(StateShape shape)
{
    switch (shape) {
    case StateShape::Check:
        return QStringLiteral("<circle cx='8' cy='8' r='7' fill='currentColor'/>"
                              "<path d='M4.5 8.3l2.4 2.4 4.6-5' fill='none' stroke='#fff' stroke-width='2'/>");
    case StateShape::Circle:
        return QStringLiteral("<circle cx='8' cy='8' r='7' fill='currentColor'/>");
    case StateShape::Triangle:
        return QStringLiteral("<path d='M8 1l7.5 14H.5z' fill='currentColor'/>");
    case StateShape::Square:
        return QStringLiteral("<rect x='1.5' y='1.5' width='13' height='13' fill='currentColor'/>");
    case StateShape::Cross:
        return QStringLiteral(
            "<path d='M2.5 2.5l11 11m0-11l-11 11' fill='none' stroke='currentColor' stroke-width='4'/>");
    case StateShape::Ring:
        break;
    }
    return QStringLiteral("<circle cx='8' cy='8' r='5.5' fill='none' stroke='currentColor' stroke-width='2.5'/>");
}

QString marked(MilestoneState state)
{
    const StateLook look = lookOf(state);
    const QString colour = QStringLiteral("#%1").arg(look.colour, 6, 16, QLatin1Char('0'));
    return QStringLiteral("<svg class='mark' viewBox='0 0 16 16' aria-hidden='true' style='color:%1'>%2</svg>")
        .arg(colour, drawn(look.shape));
}

/// Appends blocks to the page, one after the other.
class Page {
public:
    explicit Page(QString &html) : m_html(html) {}

    void operator()(const ReportHeading &heading)
    {
        const int level = std::clamp(heading.level, 2, 6);
        m_html += QStringLiteral("<h%1>%2</h%1>\n").arg(QString::number(level), escaped(heading.text));
    }

    void operator()(const ReportParagraph &paragraph)
    {
        const QString kind = paragraph.isNote ? QStringLiteral(" class='note'") : QString();
        m_html += QStringLiteral("<p") + kind + u'>' + escaped(paragraph.text) + QStringLiteral("</p>\n");
    }

    void operator()(const ReportCounts &counts)
    {
        m_html += QStringLiteral("<ul class='counts'>");
        for (const auto &[state, count] : counts.counts) {
            m_html += QStringLiteral("<li>") + marked(state) + QStringLiteral("<b>") + QString::number(count) +
                      QStringLiteral("</b>") + escaped(lookOf(state).word) + QStringLiteral("</li>");
        }
        m_html += QStringLiteral("</ul>\n");
    }

    void operator()(const ReportImage &image)
    {
        m_html += QStringLiteral("<figure><img alt='") + escaped(image.caption) + QStringLiteral("' src='data:") +
                  escaped(image.mediaType) + QStringLiteral(";base64,") + QString::fromLatin1(image.bytes.toBase64()) +
                  QStringLiteral("'><figcaption>") + escaped(image.caption) +
                  QStringLiteral("</figcaption></figure>\n");
    }

    void operator()(const ReportTable &table)
    {
        m_html += QStringLiteral("<div class='scroll'><table>");
        if (!table.caption.isEmpty()) {
            m_html += QStringLiteral("<caption>") + escaped(table.caption) + QStringLiteral("</caption>");
        }
        m_html += QStringLiteral("<thead><tr>");
        for (const ReportColumn &column : table.columns) {
            m_html += QStringLiteral("<th scope='col'") + classOf(column, nullptr) + u'>' + escaped(column.title) +
                      QStringLiteral("</th>");
        }
        m_html += QStringLiteral("</tr></thead>\n<tbody>\n");
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            addRow(table, table.rows[i], i + table.totals >= table.rows.size());
        }
        m_html += QStringLiteral("</tbody></table></div>\n");
    }

private:
    static QString classOf(const ReportColumn &column, const ReportCell *cell)
    {
        if (cell != nullptr && cell->state) {
            return QStringLiteral(" class='state'");
        }
        return column.isNumber ? QStringLiteral(" class='number'") : QString();
    }

    void addRow(const ReportTable &table, const std::vector<ReportCell> &row, bool isTotal)
    {
        m_html += isTotal ? QStringLiteral("<tr class='total'>") : QStringLiteral("<tr>");
        for (std::size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
            const ReportCell &cell = row[i];
            m_html += QStringLiteral("<td") + classOf(table.columns[i], &cell) + u'>';
            m_html += (cell.state ? marked(*cell.state) : QString()) + escaped(cell.text);
            if (cell.share) {
                m_html += QStringLiteral("<span class='bar'><i style='width:%1%'></i></span>")
                              .arg(QString::number(*cell.share * 100, 'f', 1));
            }
            m_html += QStringLiteral("</td>");
        }
        m_html += QStringLiteral("</tr>\n");
    }

    QString &m_html;
};

QString beginning(const ReportHead &head)
{
    const QString tag = language() == Language::Chinese ? QStringLiteral("zh-CN") : QStringLiteral("en");
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang='%1'>\n<head>\n<meta charset='utf-8'>\n").arg(tag);
    html += QStringLiteral("<meta name='viewport' content='width=device-width, initial-scale=1'>\n"
                           "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; "
                           "style-src 'unsafe-inline'; img-src data:\">\n");
    html += QStringLiteral("<meta name='generator' content='Cuntu'>\n<title>") + escaped(head.title) +
            QStringLiteral("</title>\n<style>") + QString::fromLatin1(k_htmlStyle) +
            QStringLiteral("</style>\n</head>\n");
    html +=
        QStringLiteral("<body>\n<header>\n<h1>") + escaped(head.title) + QStringLiteral("</h1>\n<ul class='facts'>");
    for (const auto &[name, value] : head.facts) {
        html += QStringLiteral("<li><b>") + escaped(Core::tr("%1:").arg(name)) + QStringLiteral("</b> ") +
                escaped(value) + QStringLiteral("</li>");
    }
    html += QStringLiteral("</ul>\n");
    if (!head.warning.isEmpty()) {
        html += QStringLiteral("<p class='warning'>") + escaped(head.warning) + QStringLiteral("</p>\n");
    }
    return html + QStringLiteral("</header>\n<main>\n");
}

QString ending(const ReportHead &head)
{
    QString html = QStringLiteral("</main>\n<footer>");
    for (const auto &[role, name] : head.signers) {
        html += QStringLiteral("<div>") + escaped(Core::tr("%1:").arg(role)) + QStringLiteral(" <span class='line'>") +
                (name.isEmpty() ? QStringLiteral("&nbsp;") : escaped(name)) + QStringLiteral("</span></div>");
    }
    return html + QStringLiteral("</footer>\n</body>\n</html>\n");
}

Error cannotWrite(const QString &path, const QFileDevice &file)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    Error error;
    error.where.file = path;
    error.details << file.errorString();
    if (!folder.exists()) {
        error.code = ErrorCode::NotFound;
        error.sentence = Core::tr("the folder %1 does not exist").arg(folder.filePath());
        error.advice = Core::tr("make it, or choose another one");
    } else if (!folder.isWritable() || file.error() == QFileDevice::OpenError ||
               file.error() == QFileDevice::PermissionsError) {
        error.code = ErrorCode::ReadOnly;
        error.sentence = Core::tr("%1 cannot be written").arg(path);
        error.advice = Core::tr("choose another place, or close the program that has it open");
    } else {
        error.code = ErrorCode::DiskFull;
        error.sentence = Core::tr("%1 could not be written to its end").arg(path);
        error.advice = Core::tr("make room on the disk");
    }
    return error;
}

} // namespace

QByteArray toHtml(const Report &report)
{
    QString html = beginning(report.head);
    Page page(html);
    for (const ReportBlock &block : report.blocks) {
        std::visit(page, block);
    }
    html += ending(report.head);
    return html.toUtf8();
}

Result<void> writeHtml(const Report &report, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return cannotWrite(path, file);
    }
    const QByteArray html = toHtml(report);
    if (file.write(html) != html.size() || !file.commit()) {
        return cannotWrite(path, file);
    }
    return {};
}

} // namespace cuntu
