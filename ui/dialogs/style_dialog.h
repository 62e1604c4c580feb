// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/style/style.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace cuntu::ui {

/// How a layer is drawn: by status, one symbol, by category or by number; colours, size, labels. Every change is seen
/// on the map at once and kept when the dialog is accepted.
class StyleDialog : public QDialog {
    Q_OBJECT

public:
    StyleDialog(Workbench &bench, const QString &layer, QWidget *parent = nullptr);

    void done(int result) override;

private:
    void makeWidgets();
    void fillFields();
    void showStyle();
    void takeKind();
    void takeField();
    void takeSizes();
    void makeClasses();
    void setClasses(const Column &column);
    void showClasses();
    void pickColour(QTreeWidgetItem *item);
    void changed();
    QString json() const;

    Workbench &m_bench;
    QString m_layer;
    LayerSchema m_schema;
    LayerStyle m_style;
    bool m_byStatus = false;
    bool m_showing = false;
    LatestJob m_loading;
    QComboBox *m_kind = nullptr;
    QComboBox *m_field = nullptr;
    QSpinBox *m_count = nullptr;
    QTreeWidget *m_classes = nullptr;
    QDoubleSpinBox *m_size = nullptr;
    QDoubleSpinBox *m_opacity = nullptr;
    QComboBox *m_label = nullptr;
    QDoubleSpinBox *m_labelSize = nullptr;
};

} // namespace cuntu::ui
