// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/basemap/tile_service.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace cuntu::ui {

/// Asks for an online map: one that is known, or any by its address; and for the user's key where it needs one. The key
/// stays with this user and is no part of the project.
class TilesDialog : public QDialog {
    Q_OBJECT

public:
    explicit TilesDialog(Workbench &bench, QWidget *parent = nullptr);

    /// What was asked for; nothing while something is missing.
    std::optional<TileService> service() const;

    void done(int result) override;

private:
    void showKnown();
    void check();

    Workbench &m_bench;
    std::vector<TileService> m_knownServices;
    QComboBox *m_known = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_url = nullptr;
    QComboBox *m_matrix = nullptr;
    QSpinBox *m_deepest = nullptr;
    QLineEdit *m_key = nullptr;
    QLabel *m_missing = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace cuntu::ui
