// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/parameter_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>

#include <limits>

namespace cuntu::ui {
namespace {

constexpr double k_largest = 1e9; ///< where a parameter has no bound of its own

QString numberText(double number)
{
    return QString::number(number, 'g', std::numeric_limits<double>::max_digits10 - 2);
}

int decimalsOf(const Parameter &parameter, double value)
{
    const QString text = QString::number(value, 'f', 6);
    int decimals = 6;
    while (decimals > 0 && text.at(text.size() - 1 - (6 - decimals)) == QLatin1Char('0')) {
        --decimals;
    }
    return parameter.type == ParameterType::Integer ? 0 : std::max(1, decimals);
}

} // namespace

ParameterForm::ParameterForm(const std::vector<Parameter> &parameters, const QMap<QString, QString> &values,
                             QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(8, 6, 8, 6);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (const Parameter &parameter : parameters) {
        QWidget *input = makeInput(parameter, values.value(parameter.id, parameter.defaultValue));
        input->setObjectName(QStringLiteral("parameter_") + parameter.id);
        input->setToolTip(parameter.help.toString());
        input->setAccessibleName(parameter.name.toString());
        form->addRow(parameter.name.toString(), input);
        m_inputs.back().initial = m_inputs.back().text();
    }
}

QWidget *ParameterForm::makeNumber(const Parameter &parameter, const QString &value)
{
    auto *spin = new QDoubleSpinBox;
    spin->setDecimals(decimalsOf(parameter, value.toDouble()));
    spin->setRange(parameter.min.value_or(-k_largest), parameter.max.value_or(k_largest));
    spin->setSingleStep(parameter.type == ParameterType::Integer || value.toDouble() >= 2 ? 1 : 0.1);
    spin->setStepType(QAbstractSpinBox::DefaultStepType);
    spin->setGroupSeparatorShown(true);
    spin->setKeyboardTracking(false);
    if (!parameter.unit.isEmpty()) {
        spin->setSuffix(QLatin1Char(' ') + parameter.unit);
    }
    spin->setValue(value.toDouble());
    m_inputs.push_back({parameter.id, {}, [spin] { return numberText(spin->value()); }});
    connect(spin, &QDoubleSpinBox::valueChanged, this, &ParameterForm::edited);
    return spin;
}

QWidget *ParameterForm::makeInput(const Parameter &parameter, const QString &value)
{
    const bool isNumber = parameter.type == ParameterType::Number || parameter.type == ParameterType::Integer;
    if (isNumber && !value.isEmpty()) {
        return makeNumber(parameter, value);
    }
    if (parameter.type == ParameterType::Boolean) {
        auto *box = new QCheckBox;
        box->setChecked(value == QStringLiteral("true"));
        m_inputs.push_back(
            {parameter.id, {}, [box] { return QString::fromLatin1(box->isChecked() ? "true" : "false"); }});
        connect(box, &QCheckBox::toggled, this, &ParameterForm::edited);
        return box;
    }
    if (parameter.type == ParameterType::Choice) {
        auto *list = new QComboBox;
        for (const Choice &choice : parameter.choices) {
            list->addItem(choice.name.toString(), choice.id);
        }
        list->setCurrentIndex(std::max(0, list->findData(value)));
        list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        list->setMinimumContentsLength(8);
        m_inputs.push_back({parameter.id, {}, [list] { return list->currentData().toString(); }});
        connect(list, &QComboBox::currentIndexChanged, this, &ParameterForm::edited);
        return list;
    }
    auto *line = new QLineEdit(value);
    line->setPlaceholderText(parameter.unit);
    m_inputs.push_back({parameter.id, {}, [line] { return line->text().trimmed(); }});
    connect(line, &QLineEdit::editingFinished, this, &ParameterForm::edited);
    return line;
}

QMap<QString, QString> ParameterForm::changed() const
{
    QMap<QString, QString> values;
    for (const Input &input : m_inputs) {
        if (const QString text = input.text(); text != input.initial) {
            values.insert(input.id, text);
        }
    }
    return values;
}

} // namespace cuntu::ui
