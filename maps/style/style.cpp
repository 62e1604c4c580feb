// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/style.h"

namespace cuntu {

QStringList LayerStyle::fields() const
{
    QStringList result{usesField() ? field : QString(), label.field, sizeField, turnField};
    for (const StyleClass &rule : classes) {
        for (const Condition &condition : rule.conditions) {
            result << condition.field;
        }
    }
    result.removeAll(QString());
    result.removeDuplicates();
    return result;
}

} // namespace cuntu
