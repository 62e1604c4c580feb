// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/layer_schema.h"
#include "core/store/value.h"

#include <QDialog>

#include <map>

class QFormLayout;
class QLabel;

namespace cuntu::ui {

/// Asks for the fields of a feature that was drawn just now. It closes only with values that the fields can hold.
class NewFeatureDialog : public QDialog {
    Q_OBJECT

public:
    explicit NewFeatureDialog(const LayerSchema &schema, QWidget *parent = nullptr);

    /// What was typed, by field; empty ones are left out. Only when accepted.
    const std::map<QString, Value> &fields() const { return m_fields; }

    void accept() override;

private:
    void addLine(QFormLayout &form, const Field &field);

    LayerSchema m_schema;
    std::map<QString, QWidget *> m_inputs;
    std::map<QString, Value> m_fields;
    QLabel *m_problem = nullptr;
};

} // namespace cuntu::ui
