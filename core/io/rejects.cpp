// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/rejects.h"

#include "core/base/text.h"
#include "core/io/csv_text.h"

#include <QSaveFile>

namespace cuntu {

Result<void> writeRejects(const QString &file, const std::vector<RowFinding> &findings)
{
    QSaveFile out(file);
    const auto failed = [&] {
        const bool full = out.error() == QFileDevice::ResourceError;
        return Error{full ? ErrorCode::DiskFull : ErrorCode::Unreadable,
                     Core::tr("the list of rejected rows cannot be written: %1").arg(out.errorString()),
                     {file, {}, 0, {}, {}, {}},
                     Core::tr("Name another file with --rejects."),
                     {},
                     {}};
    };
    if (!out.open(QIODevice::WriteOnly)) {
        return failed();
    }
    QByteArray text = csvByteOrderMark();
    text += csvLine({Core::tr("Row"), Core::tr("Column"), Core::tr("Reason")});
    for (const RowFinding &finding : findings) {
        if (finding.rejected) {
            text += csvLine({QString::number(finding.row), finding.column, finding.reason});
        }
    }
    if (out.write(text) != text.size() || !out.commit()) {
        return failed();
    }
    return {};
}

} // namespace cuntu
