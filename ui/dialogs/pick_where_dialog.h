// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/condition.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;

namespace cuntu::ui {

class ConditionEditor;

/// Asks for conditions that places must fulfil, and says at once how many do.
class PickWhereDialog : public QDialog {
    Q_OBJECT

public:
    /// @p layer: the layer to begin with; with @p onlyLayer no other can be chosen.
    PickWhereDialog(Workbench &bench, const QString &layer, bool onlyLayer, QWidget *parent = nullptr);

    /// The places that fulfil them. Only when accepted.
    Selection picked() const;

private:
    void makeWidgets(bool onlyLayer);
    void fillFields();
    void count();
    void show(const std::vector<FeatureId> &features);

    Workbench &m_bench;
    LatestJob m_counting;
    LayerSchema m_schema;
    std::vector<FeatureId> m_found;
    QComboBox *m_layer = nullptr;
    ConditionEditor *m_conditions = nullptr;
    QLabel *m_result = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace cuntu::ui
