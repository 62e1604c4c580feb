// SPDX-License-Identifier: GPL-3.0-or-later
// The list of classes and rules in the dialog of a layer's style.
#include "ui/dialogs/rule_dialog.h"
#include "ui/dialogs/style_dialog.h"
#include "ui/dialogs/symbol_dialog.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTreeWidget>

namespace cuntu::ui {

void StyleDialog::makeBlend()
{
    m_blend = new QComboBox;
    m_blend->setObjectName(QStringLiteral("styleBlend"));
    for (const auto &[blend, text] :
         {std::pair(Blend::Over, tr("are covered")), std::pair(Blend::Multiply, tr("are multiplied")),
          std::pair(Blend::Screen, tr("are screened")), std::pair(Blend::Overlay, tr("are overlaid")),
          std::pair(Blend::Darken, tr("stay where darker")), std::pair(Blend::Lighten, tr("stay where lighter"))}) {
        m_blend->addItem(text, static_cast<int>(blend));
    }
}

void StyleDialog::makeSizeFields()
{
    m_sizeField = new QComboBox;
    m_sizeField->setObjectName(QStringLiteral("styleSizeField"));
    m_turnField = new QComboBox;
    m_turnField->setObjectName(QStringLiteral("styleTurnField"));
    m_sizeFull = new QDoubleSpinBox;
    m_sizeFull->setObjectName(QStringLiteral("styleSizeFull"));
    m_sizeFull->setRange(0.001, 1e12);
    m_sizeFull->setDecimals(3);
    m_sizeFull->setGroupSeparatorShown(true);
    m_sizeFull->setToolTip(tr("The value at which a marker has the size given above; its area goes by the value"));
    for (QComboBox *box : {m_sizeField, m_turnField}) {
        box->addItem(tr("nothing"), QString());
        for (const Field &field : m_schema.fields) {
            if (field.personal == Personal::No && (field.type == FieldType::Integer || field.type == FieldType::Real)) {
                box->addItem(field.name.toString(), field.id);
            }
        }
    }
}

QWidget *StyleDialog::makeRuleButtons()
{
    auto *widget = new QWidget;
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins({});
    const auto add = [&](const QString &text, const char *name, auto slot) {
        auto *button = new QPushButton(text);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, slot);
    };
    add(tr("Add…"), "ruleAdd", [this] { addRule(); });
    add(tr("Change…"), "ruleChange", [this] { openRule(currentClass()); });
    add(tr("Remove"), "ruleRemove", [this] { removeRule(); });
    add(tr("Up"), "ruleUp", [this] { moveRule(-1); });
    add(tr("Down"), "ruleDown", [this] { moveRule(1); });
    return widget;
}

std::size_t StyleDialog::currentClass() const
{
    return static_cast<std::size_t>(std::max(0, m_classes->indexOfTopLevelItem(m_classes->currentItem())));
}

/// Rows that say nothing about the way of drawing that is chosen would only be in the way.
void StyleDialog::showRows()
{
    const bool isRules = !m_byStatus && m_style.kind == LayerStyle::Kind::Rules;
    m_form->setRowVisible(m_field, m_field->isEnabled());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_count, m_method, m_vary}) {
        m_form->setRowVisible(widget, widget->isEnabled());
    }
    m_form->setRowVisible(m_classes, !m_byStatus);
    m_form->setRowVisible(m_ruleButtons, isRules);
    if (m_schema.geometry == GeometryType::Point) {
        for (QWidget *widget : std::initializer_list<QWidget *>{m_sizeField, m_sizeFull, m_turnField, m_radius}) {
            m_form->setRowVisible(widget, widget->isEnabled());
        }
    }
    adjustSize();
}

void StyleDialog::openClass(QTreeWidgetItem *item)
{
    const auto index = static_cast<std::size_t>(m_classes->indexOfTopLevelItem(item));
    m_style.kind == LayerStyle::Kind::Rules ? openRule(index) : openSymbol(index);
}

void StyleDialog::openSymbol(std::size_t index)
{
    const auto symbolOf = [this, index]() -> Symbol & {
        return m_style.hasClasses() && index < m_style.classes.size() ? m_style.classes[index].symbol : m_style.symbol;
    };
    auto *dialog = new SymbolDialog(symbolOf(), m_schema.geometry, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto take = [this, symbolOf](const Symbol &symbol) {
        symbolOf() = symbol;
        showStyle();
        changed();
    };
    connect(dialog, &SymbolDialog::changed, this, take);
    connect(dialog, &QDialog::rejected, this, [take, before = symbolOf()] { take(before); });
    dialog->open();
}

void StyleDialog::openRule(std::size_t index)
{
    if (index >= m_style.classes.size()) {
        return;
    }
    auto *dialog = new RuleDialog(m_style.classes[index], m_schema, m_bench.theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, index] {
        m_style.classes[index] = dialog->rule();
        showClasses();
        changed();
    });
    dialog->open();
}

void StyleDialog::addRule()
{
    StyleClass rule;
    rule.symbol = m_style.symbol;
    auto *dialog = new RuleDialog(rule, m_schema, m_bench.theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        // Before the rule for all others, which would leave it nothing.
        const auto others =
            std::ranges::find_if(m_style.classes, [](const StyleClass &each) { return each.conditions.empty(); });
        m_style.classes.insert(others, dialog->rule());
        showClasses();
        changed();
    });
    dialog->open();
}

void StyleDialog::removeRule()
{
    const std::size_t index = currentClass();
    if (m_style.classes.size() > 1 && index < m_style.classes.size()) {
        m_style.classes.erase(m_style.classes.begin() + static_cast<std::ptrdiff_t>(index));
        showClasses();
        changed();
    }
}

void StyleDialog::moveRule(int by)
{
    const std::size_t index = currentClass();
    const std::size_t other = index + static_cast<std::size_t>(by); // below 0: beyond the end
    if (index < m_style.classes.size() && other < m_style.classes.size()) {
        std::swap(m_style.classes[index], m_style.classes[other]);
        showClasses();
        m_classes->setCurrentItem(m_classes->topLevelItem(static_cast<int>(other)));
        changed();
    }
}

} // namespace cuntu::ui
