// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/theme.h"

#include <QStyledItemDelegate>

namespace cuntu::ui {

/// Draws a bar below the text of cells that hold a share. GUI thread.
class ShareBar : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// The share of a cell, 0 to 1; none: no bar.
    static constexpr int k_shareRole = Qt::UserRole + 20;

    explicit ShareBar(const Theme &theme, QObject *parent = nullptr) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Theme m_theme;
};

} // namespace cuntu::ui
