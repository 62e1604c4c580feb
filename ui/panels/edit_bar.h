// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/edit_sheet.h"
#include "ui/window/workbench.h"

#include <QFrame>

class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QSpinBox;
class QToolButton;

namespace cuntu::ui {

/// The bar above the map while features are drawn and changed: which layer, with which tool, how it snaps. It says
/// which keys the tool has.
class EditBar : public QFrame {
    Q_OBJECT

public:
    explicit EditBar(Workbench &bench, QWidget *parent = nullptr);

    /// Id of the layer that is edited; empty: there is none to edit.
    QString layer() const;
    void setLayer(const QString &layer);
    LayerSchema schema() const;
    EditTool tool() const;
    void setTool(EditTool tool);
    bool snaps() const;
    double reach_px() const;
    /// Whether neighbours that share a vertex go along.
    bool isShared() const;
    /// Says something instead of the tool's keys until another tool is chosen; empty: the keys again.
    void say(const QString &text);
    /// Fills in the layers of the project as it is now.
    void fillLayers();

Q_SIGNALS:
    void layerChanged();
    void toolChanged(cuntu::ui::EditTool tool);
    void optionsChanged();
    void closed();

private:
    QToolButton *addButton(QHBoxLayout &row, const char *name, const QString &symbol, const QString &text,
                           const QString &key);
    void makeTools(QHBoxLayout &row);
    void makeOptions(QHBoxLayout &row);
    void fitTools();
    QString keysOf(EditTool tool) const;

    Workbench &m_bench;
    std::vector<LayerSchema> m_schemas;
    QComboBox *m_layer = nullptr;
    QButtonGroup *m_tools = nullptr;
    QToolButton *m_snap = nullptr;
    QSpinBox *m_reach = nullptr;
    QToolButton *m_shared = nullptr;
    QLabel *m_hint = nullptr;
};

} // namespace cuntu::ui
