// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/print.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace cuntu::cli {

namespace {

/// Columns a text takes in a terminal: East Asian wide characters take two.
int displayWidth(const QString &text)
{
    int width = 0;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        const bool wide = (u >= 0x1100 && u <= 0x115F) || (u >= 0x2E80 && u <= 0xA4CF) ||
                          (u >= 0xAC00 && u <= 0xD7A3) || (u >= 0xF900 && u <= 0xFAFF) ||
                          (u >= 0xFE30 && u <= 0xFE6F) || (u >= 0xFF00 && u <= 0xFF60);
        width += wide ? 2 : 1;
    }
    return width;
}

void write(std::FILE *stream, const QString &text)
{
    const QByteArray utf8 = text.toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stream);
    std::fflush(stream);
}

} // namespace

void print(const QString &text)
{
    write(stdout, text);
}

void complain(const QString &text)
{
    write(stderr, text);
}

void print(const QJsonObject &document)
{
    write(stdout, QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented)).trimmed());
}

void TextTable::print() const
{
    std::vector<int> widths;
    for (const QStringList &row : m_rows) {
        widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i) {
            int &width = widths[static_cast<std::size_t>(i)];
            width = std::max(width, displayWidth(row[i]));
        }
    }
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString space(widths[static_cast<std::size_t>(i)] - displayWidth(row[i]), QLatin1Char(' '));
            line += i >= m_right ? space + row[i] : row[i] + space;
            line += QStringLiteral("  ");
        }
        while (line.endsWith(QLatin1Char(' '))) {
            line.chop(1);
        }
        cli::print(line);
    }
}

Result<Day> dayArgument(const std::string &text)
{
    if (text.empty()) {
        return Day::today();
    }
    const auto date = parseFieldDate(QString::fromStdString(text));
    if (!date || date->precision != FieldDate::Precision::Day) {
        return Error{ErrorCode::Misused,
                     Cli::tr("'%1' is no date").arg(QString::fromStdString(text)),
                     {},
                     Cli::tr("Write it as 2020-06-30."),
                     {},
                     {}};
    }
    return date->first;
}

Result<std::optional<Instant>> momentArgument(const std::string &text)
{
    if (text.empty()) {
        return std::optional<Instant>();
    }
    const QString moment = QString::fromStdString(text);
    if (const auto instant = Instant::fromIso(moment); instant && moment.contains(u'T')) { // a date alone means its end
        return instant;
    }
    auto day = dayArgument(text);
    if (!day) {
        return day.error();
    }
    return std::optional(Instant::endOf(*day));
}

Result<Day> lastDayArgument(const std::string &text)
{
    const auto date = parseFieldDate(fromArgument(text));
    if (!date) {
        return Error{ErrorCode::Misused,
                     Cli::tr("'%1' is no date").arg(fromArgument(text)),
                     {},
                     Cli::tr("Write it as 2020-06-30."),
                     {},
                     {}};
    }
    return date->last;
}

Result<AreaCode> areaArgument(const std::string &text)
{
    if (text.empty()) {
        return AreaCode();
    }
    const auto area = AreaCode::parse(fromArgument(text));
    if (!area) {
        return Error{ErrorCode::Misused,
                     Cli::tr("'%1' is no area code").arg(fromArgument(text)),
                     {},
                     Cli::tr("Give 6, 9 or 12 digits."),
                     {},
                     {}};
    }
    return *area;
}

Result<QMap<QString, QString>> assignments(const std::vector<std::string> &words)
{
    QMap<QString, QString> values;
    for (const std::string &word : words) {
        const QString text = fromArgument(word);
        const qsizetype equals = text.indexOf(QLatin1Char('='));
        if (equals <= 0) {
            return Error{ErrorCode::Misused,
                         Cli::tr("'%1' is no assignment").arg(text),
                         {},
                         Cli::tr("Write it as name=value."),
                         {},
                         {}};
        }
        values.insert(text.left(equals), text.mid(equals + 1));
    }
    return values;
}

QJsonValue orNull(const std::optional<double> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue orNull(const std::optional<Day> &day)
{
    return day ? QJsonValue(day->toIso()) : QJsonValue();
}

QString fromArgument(const std::string &text)
{
    return QString::fromStdString(text);
}

void Stopwatch::addTo(QJsonObject &document) const
{
    QJsonArray seconds;
    for (const double value : m_seconds) {
        seconds.append(value);
    }
    document[QStringLiteral("seconds")] = seconds;
}

} // namespace cuntu::cli
