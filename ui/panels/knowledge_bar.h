// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QDateEdit;

namespace cuntu::ui {

/// The bar above the map while the project is shown as it was known on an earlier day, or only as far as it is proved:
/// map, boards, figures, curves and receipts all follow. Nothing can be changed meanwhile.
class KnowledgeBar : public QFrame {
    Q_OBJECT

public:
    explicit KnowledgeBar(Workbench &bench, QWidget *parent = nullptr);

public Q_SLOTS:
    void setOn(bool on);

Q_SIGNALS:
    void onChanged(bool on);

private:
    void apply();

    Workbench &m_bench;
    QCheckBox *m_looksBack;
    QDateEdit *m_known;
    QComboBox *m_rung;
    bool m_on = false;
};

} // namespace cuntu::ui
