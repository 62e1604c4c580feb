// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/stretch_entry.h"
#include "ui/window/stretch_sheet.h"
#include "ui/window/workbench.h"

#include <QFrame>

class QComboBox;
class QDateEdit;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cuntu::ui {

/// The bar above the map while stretches of lines are recorded: the line and the stations that the sheet shows, to be
/// typed as well, what the stretch is like, its status and since when. Recording it is one action of the undo list.
class StretchBar : public QFrame {
    Q_OBJECT

public:
    StretchBar(Workbench &bench, StretchSheet &sheet, QWidget *parent = nullptr);

    bool isOn() const { return m_on; }
    /// What the bar says; only while a line and a stretch are shown.
    std::optional<StretchEntry> entry() const;

public Q_SLOTS:
    void setOn(bool on);
    /// Records what it says, or says what is missing.
    void record();

Q_SIGNALS:
    void onChanged(bool on);
    /// What the bar said is in the project.
    void recorded();

private:
    void makeWidgets();
    void onLine();
    void onStretch();
    void takeTyped();
    void fillChoices(const LayerSchema &schema);
    void fillStatuses(const LayerSchema &schema);

    Workbench &m_bench;
    StretchSheet &m_sheet;
    QLabel *m_line = nullptr;
    QLineEdit *m_from = nullptr;
    QLineEdit *m_to = nullptr;
    QHBoxLayout *m_choiceRow = nullptr;
    std::vector<std::pair<QString, QComboBox *>> m_choices; ///< fields of the layer of stretches that are choices
    QComboBox *m_status = nullptr;
    QDateEdit *m_date = nullptr;
    QLineEdit *m_who = nullptr;
    QPushButton *m_record = nullptr;
    QString m_layer;     ///< of stretches, whose fields are shown
    QString m_programme; ///< whose life cycle the stretches go through
    bool m_on = false;
};

} // namespace cuntu::ui
