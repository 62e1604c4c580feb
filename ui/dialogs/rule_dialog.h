// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/layer_schema.h"
#include "maps/style/style.h"
#include "ui/window/theme.h"

#include <QDialog>

class QDoubleSpinBox;
class QLineEdit;
class QPushButton;

namespace cuntu::ui {

class ConditionEditor;

/// One rule of a style: what features must fulfil, at which scales, and the symbol that they get.
class RuleDialog : public QDialog {
    Q_OBJECT

public:
    RuleDialog(const StyleClass &rule, const LayerSchema &schema, const Theme &theme, QWidget *parent = nullptr);

    /// As it is set now.
    StyleClass rule() const;

private:
    QDoubleSpinBox *scale(const char *name, double value);
    void showSymbol();

    StyleClass m_rule;
    LayerSchema m_schema;
    const Theme &m_theme;
    ConditionEditor *m_conditions = nullptr;
    QLineEdit *m_label = nullptr;
    QDoubleSpinBox *m_minScale = nullptr;
    QDoubleSpinBox *m_maxScale = nullptr;
    QPushButton *m_symbol = nullptr;
};

} // namespace cuntu::ui
