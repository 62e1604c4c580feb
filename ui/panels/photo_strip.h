// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QWidget>

class QHBoxLayout;

namespace cuntu::ui {

/// The photos of one feature as small pictures in a row; a click shows one large. Hidden where there are none.
class PhotoStrip : public QWidget {
    Q_OBJECT

public:
    explicit PhotoStrip(Workbench &bench, QWidget *parent = nullptr);

    /// Shows the photos of @p selection, where that is one feature.
    void show(const Selection &selection);

private:
    struct Loaded {
        Photo photo;
        QByteArray bytes;
        QImage small;
    };
    void fill(const std::vector<Loaded> &loaded);
    void open(const Loaded &loaded);
    void clear();
    static QString describe(const Photo &photo);

    Workbench &m_bench;
    LatestJob m_loading;
    QHBoxLayout *m_row;
};

} // namespace cuntu::ui
