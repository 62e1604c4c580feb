// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rule_dialog.h"

#include "ui/dialogs/condition_editor.h"
#include "ui/dialogs/symbol_dialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace cuntu::ui {

RuleDialog::RuleDialog(const StyleClass &rule, const LayerSchema &schema, const Theme &theme, QWidget *parent)
    : QDialog(parent), m_rule(rule), m_schema(schema), m_theme(theme)
{
    setObjectName(QStringLiteral("ruleDialog"));
    setWindowTitle(tr("Rule"));
    resize(560, 300);
    m_conditions = new ConditionEditor(theme);
    m_conditions->setSchema(schema);
    m_conditions->setConditions(rule.conditions, rule.match);
    m_label = new QLineEdit(rule.label);
    m_label->setObjectName(QStringLiteral("ruleLabel"));
    m_label->setPlaceholderText(tr("the conditions"));
    m_minScale = scale("ruleMinScale", rule.minScale);
    m_maxScale = scale("ruleMaxScale", rule.maxScale);
    m_symbol = new QPushButton(tr("Change…"));
    m_symbol->setObjectName(QStringLiteral("ruleSymbol"));
    m_symbol->setAutoDefault(false);
    auto *form = new QFormLayout;
    form->addRow(tr("Features of which"), m_conditions);
    auto *hint = new QLabel(tr("Without a condition: all that no other rule takes."));
    hint->setEnabled(false);
    form->addRow(QString(), hint);
    form->addRow(tr("&Symbol"), m_symbol);
    form->addRow(tr("&Name in the legend"), m_label);
    form->addRow(tr("&From a scale of 1:"), m_minScale);
    form->addRow(tr("&To a scale of 1:"), m_maxScale);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    connect(m_symbol, &QPushButton::clicked, this, [this] {
        auto *dialog = new SymbolDialog(m_rule.symbol, m_schema.geometry, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QDialog::accepted, this, [this, dialog] {
            m_rule.symbol = dialog->symbol();
            showSymbol();
        });
        dialog->open();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showSymbol();
}

QDoubleSpinBox *RuleDialog::scale(const char *name, double value)
{
    auto *box = new QDoubleSpinBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setRange(0, 1e9);
    box->setDecimals(0);
    box->setSingleStep(10000);
    box->setGroupSeparatorShown(true);
    box->setSpecialValueText(tr("any"));
    box->setValue(value);
    return box;
}

void RuleDialog::showSymbol()
{
    const bool isLine = m_schema.geometry == GeometryType::Line;
    m_symbol->setIcon(
        swatch(isLine ? m_rule.symbol.stroke : m_rule.symbol.fill, m_rule.symbol.marking, m_schema.geometry, m_theme));
}

StyleClass RuleDialog::rule() const
{
    StyleClass rule = m_rule;
    rule.conditions = m_conditions->conditions();
    rule.match = m_conditions->match();
    rule.label = m_label->text().trimmed();
    rule.minScale = m_minScale->value();
    rule.maxScale = m_maxScale->value();
    return rule;
}

} // namespace cuntu::ui
