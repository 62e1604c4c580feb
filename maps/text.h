// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace cuntu {

/// Translation context of the drawing library: `Maps::tr("...")`.
class Maps {
    Q_DECLARE_TR_FUNCTIONS(cuntu::Maps)
};

} // namespace cuntu
