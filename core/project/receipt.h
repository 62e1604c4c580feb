// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/what_if.h"

#include <QJsonObject>

namespace cuntu {

/// A figure with all that is needed to prove it later: for which day, as known when, by which definition, and a digest
/// of every feature's part in it.
struct Receipt {
    QString project;
    qint64 revision = 0;
    QString programme;
    QString indicator;
    QMap<QString, QString> parameters;
    AreaCode area;               ///< empty: the whole project
    std::vector<AreaCode> scope; ///< as FigureQuestion
    std::optional<Day> baseline; ///< as FigureQuestion
    Day asOf;
    Instant known; ///< entries recorded later are not part of it
    Rung rung = Rung::Reported;
    double numerator = 0;
    double denominator = 0;
    std::optional<double> value;
    QString unit;
    qint64 features = 0; ///< that count, in the numerator or the denominator
    QString digest;      ///< SHA-256 of definition and parts, hexadecimal
};

/// What a receipt is about.
struct ReceiptRequest {
    FigureQuestion question;
    Day asOf;
    Instant known;
    Rung rung = Rung::Reported;
};

/// Works the figure out and draws its receipt up. NotFound for an unknown indicator; whatever the indicator reports.
CUNTU_CORE_EXPORT Result<Receipt> drawReceipt(const Immutable<ProjectSnapshot> &project, const Registry &registry,
                                              const ReceiptRequest &request, const JobContext &job);

/// What differs when @p receipt is worked out again.
struct Verification {
    Receipt now;
    QStringList differences; ///< sentences; empty: the receipt holds, to the last feature
};
/// Works the figure of @p receipt out again, as it was known then. NotFound where its indicator is not there any more.
CUNTU_CORE_EXPORT Result<Verification> verify(const Receipt &receipt, const Immutable<ProjectSnapshot> &project,
                                              const Registry &registry, const JobContext &job);

/// @p receipt as it is written to a file.
CUNTU_CORE_EXPORT QJsonObject toJson(const Receipt &receipt);
/// The inverse of toJson(). Unreadable for what is no receipt.
CUNTU_CORE_EXPORT Result<Receipt> receiptFromJson(const QByteArray &json);

/// Writes @p receipt to @p path, whole or not at all. ReadOnly where it cannot.
CUNTU_CORE_EXPORT Result<void> writeReceipt(const Receipt &receipt, const QString &path);
/// The receipt in the file @p path. Unreadable, naming the file.
CUNTU_CORE_EXPORT Result<Receipt> readReceipt(const QString &path);

} // namespace cuntu
