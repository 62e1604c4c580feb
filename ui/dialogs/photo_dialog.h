// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/content/photo_files.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QTreeWidget;

namespace cuntu::ui {

/// Photos on their way into the project: where each belongs and what is doubtful about it, before anything is written.
/// Folders and files can be dropped on it. Ticked ones are added.
class PhotoDialog : public QDialog {
    Q_OBJECT

public:
    PhotoDialog(Workbench &bench, const QStringList &paths, QWidget *parent = nullptr);

    /// The ticked photos that are not in the project yet. Only when accepted, as who().
    std::vector<NewPhoto> photos() const;
    QString who() const;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Plan {
        PhotoFiles files;
        std::vector<PlannedPhoto> planned;
    };
    void makeWidgets();
    void makeLayout();
    void reload();
    void show(Plan plan);
    void check();
    PhotoOrder order() const;

    Workbench &m_bench;
    LatestJob m_planning;
    QStringList m_paths;
    Plan m_plan;
    bool m_isPlanning = false;
    QComboBox *m_layer = nullptr;
    QDoubleSpinBox *m_within = nullptr;
    QCheckBox *m_shifted = nullptr;
    QCheckBox *m_toPicked = nullptr;
    QLineEdit *m_who = nullptr;
    QTreeWidget *m_table = nullptr;
    QLabel *m_note = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace cuntu::ui
