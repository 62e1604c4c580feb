// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_tree.h"
#include "core/base/date.h"
#include "core/base/result.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace cuntu::cli {

/// Translation context of the command line: `Cli::tr("...")`.
class Cli {
    Q_DECLARE_TR_FUNCTIONS(cuntu::Cli)
};

/// Writes @p text and a line end to stdout, as UTF-8.
void print(const QString &text);
/// Writes @p text and a line end to stderr, as UTF-8.
void complain(const QString &text);
/// Writes one JSON document to stdout.
void print(const QJsonObject &document);

/// A table in columns, for people; columns are as wide as their widest cell, Chinese characters counting two.
class TextTable {
public:
    explicit TextTable(QStringList headings) : m_rows{std::move(headings)} {}
    void add(QStringList cells) { m_rows.push_back(std::move(cells)); }
    /// Columns from @p column on are right-aligned.
    void alignRightFrom(int column) { m_right = column; }
    void print() const;

private:
    std::vector<QStringList> m_rows;
    int m_right = 1000;
};

/// @p text as a day; Misused otherwise. Empty: today.
Result<Day> dayArgument(const std::string &text);
/// @p text as a moment: a day (its end), or an ISO instant in UTC; Misused otherwise. Empty: none.
Result<std::optional<Instant>> momentArgument(const std::string &text);
/// @p text as the last day it can mean (2018, 2018-06, 2018年底, a day); Misused otherwise.
Result<Day> lastDayArgument(const std::string &text);
/// @p text as an area's code; Misused otherwise. Empty: the empty code.
Result<AreaCode> areaArgument(const std::string &text);
/// Words of the form name=value; Misused for one that is not.
Result<QMap<QString, QString>> assignments(const std::vector<std::string> &words);
/// A number or a day in JSON; null where there is none.
QJsonValue orNull(const std::optional<double> &number);
QJsonValue orNull(const std::optional<Day> &day);
/// @p text as UTF-8.
QString fromArgument(const std::string &text);

/// Measures the repetitions of `--repeat`.
class Stopwatch {
public:
    void start() { m_start = std::chrono::steady_clock::now(); }
    void stop()
    {
        m_seconds.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count());
    }
    /// Adds "seconds" to @p document where there was more than one run, or any asked for.
    void addTo(QJsonObject &document) const;

private:
    std::chrono::steady_clock::time_point m_start;
    std::vector<double> m_seconds;
};

} // namespace cuntu::cli
