// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/marking.h"
#include "ui/window/workbench.h"

#include <QFrame>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cuntu::ui {

/// The bar above the map while places are marked one after the other: what is marked is said once, then every click,
/// box or lasso on the map marks. Each of them is one action of the undo list. Of many only those that may take the
/// step are marked; how many were not, and why, is said.
class MarkingBar : public QFrame {
    Q_OBJECT

public:
    explicit MarkingBar(Workbench &bench, QWidget *parent = nullptr);

    bool isOn() const { return m_on; }
    /// Layer that is marked in; empty while the bar is off.
    QString layer() const;
    /// Marks what was picked on the map, as far as it may be. Does nothing while the bar is off.
    void mark(const Selection &picked);
    /// What the bar says, for features @p features.
    MarkRequest request(std::vector<FeatureId> features) const;
    const LifeCycle *lifeCycle() const;
    QString status() const;

public Q_SLOTS:
    void setOn(bool on);

Q_SIGNALS:
    void onChanged(bool on);
    /// Another layer is marked in; empty: none.
    void layerChanged(const QString &layer);
    void listRequested();
    /// What fulfils a condition is to be marked.
    void conditionRequested();

private:
    /// A life cycle of a layer's features.
    struct Choice {
        QString layer;
        QString programme;
        const LifeCycle *lifeCycle = nullptr;
        QString name;
    };
    void makeWidgets();
    void fillTracks();
    void fillStatuses();
    void onState();
    void askWho();
    void showCount();
    const Choice *choice() const;

    Workbench &m_bench;
    Immutable<Registry> m_registry; ///< the life cycles are its
    std::vector<Choice> m_choices;
    QComboBox *m_track = nullptr;
    QComboBox *m_status = nullptr;
    QDateEdit *m_date = nullptr;
    QLineEdit *m_who = nullptr;
    QLineEdit *m_note = nullptr;
    QLineEdit *m_evidence = nullptr;
    QPushButton *m_list = nullptr;
    QLabel *m_count = nullptr;
    int m_marked = 0; ///< since the bar was switched on
    bool m_on = false;
};

} // namespace cuntu::ui
