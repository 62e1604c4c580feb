// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/style.h"

namespace cuntu {

QStringList LayerStyle::fields() const
{
    QStringList result;
    if (kind != Kind::Single && !field.isEmpty()) {
        result << field;
    }
    if (!label.field.isEmpty() && !result.contains(label.field)) {
        result << label.field;
    }
    return result;
}

} // namespace cuntu
