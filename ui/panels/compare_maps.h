// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/view/map_view.h"

namespace cuntu::ui {

/// Two maps that show the same part of the ground: side by side, or one above the other with a handle that wipes
/// between them. Moving one moves the other. GUI thread.
class CompareMaps : public QWidget {
    Q_OBJECT

public:
    enum class Mode { SideBySide, Swipe };

    explicit CompareMaps(QWidget *parent = nullptr);

    MapView &left() { return *m_left; }
    MapView &right() { return *m_right; }
    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    /// Where the handle stands, as a share of the width: left of it the left map is seen. 0 to 1.
    double handle() const { return m_share; }
    void setHandle(double share);
    /// Both show all that either of them has.
    void zoomToFull();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void place();
    void follow(const MapView &moved, MapView &other);

    MapView *m_left;
    MapView *m_right;
    QWidget *m_handle;
    Mode m_mode = Mode::SideBySide;
    double m_share = 0.5;
    bool m_following = false;
};

} // namespace cuntu::ui
