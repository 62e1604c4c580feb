// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/check_list.h"

#include "core/base/text.h"
#include "core/io/csv_text.h"

#include <QSaveFile>

namespace cuntu {

namespace {

QByteArray lineOf(const RuleOutcome &outcome, const CheckFinding &finding)
{
    const auto coordinate = [&](double Point::*axis) {
        return finding.position ? QString::number((*finding.position).*axis, 'f', 3) : QString();
    };
    return csvLine({outcome.severity == Severity::Error ? Core::tr("error") : Core::tr("warning"), outcome.rule,
                    outcome.name.toString(), finding.layer,
                    finding.feature.isNone() ? QString() : QString::number(finding.feature.value), finding.sentence,
                    coordinate(&Point::x), coordinate(&Point::y)});
}

} // namespace

Result<void> writeCheckList(const QString &file, const std::vector<RuleOutcome> &outcomes)
{
    QByteArray text = csvByteOrderMark();
    text += csvLine({Core::tr("Severity"), Core::tr("Rule"), Core::tr("Name of the rule"), Core::tr("Layer"),
                     Core::tr("Feature"), Core::tr("Finding"), Core::tr("x"), Core::tr("y")});
    for (const RuleOutcome &outcome : outcomes) {
        for (const CheckFinding &finding : outcome.findings) {
            text += lineOf(outcome, finding);
        }
    }
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit()) {
        const bool full = out.error() == QFileDevice::ResourceError;
        return Error{full ? ErrorCode::DiskFull : ErrorCode::Unreadable,
                     Core::tr("the list of findings cannot be written: %1").arg(out.errorString()),
                     {file, {}, 0, {}, {}, {}},
                     Core::tr("Name another file."),
                     {},
                     {}};
    }
    return {};
}

} // namespace cuntu
