// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/share_bar.h"

#include <QPainter>

#include <algorithm>

namespace cuntu::ui {

void ShareBar::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant share = index.data(k_shareRole);
    if (share.isValid()) {
        QRect bar = option.rect.adjusted(2, 2, -2, -2);
        bar.setWidth(static_cast<int>(bar.width() * std::clamp(share.toDouble(), 0.0, 1.0)));
        QColor colour = m_theme.accent;
        colour.setAlphaF(0.35F);
        painter->fillRect(bar, colour);
    }
    QStyledItemDelegate::paint(painter, option, index);
}

} // namespace cuntu::ui
