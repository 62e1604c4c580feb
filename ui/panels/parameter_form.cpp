// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/parameter_form.h"

#include "core/algorithm/unit.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

#include <algorithm>

namespace cuntu::ui {

ParameterForm::ParameterForm(const std::vector<Parameter> &parameters, const QMap<QString, QString> &given,
                             const QString &name, QWidget *parent)
    : QWidget(parent), m_given(given)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(8, 6, 8, 6);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (const Parameter &parameter : parameters) {
        QWidget *input = makeInput(parameter);
        input->setObjectName(name + parameter.id);
        input->setToolTip(parameter.help.toString());
        input->setAccessibleName(parameter.name.toString());
        form->addRow(parameter.name.toString(), input);
        m_inputs[parameter.id] = input;
        m_defaults[parameter.id] = parameter.defaultValue;
    }
}

QWidget *ParameterForm::makeInput(const Parameter &parameter)
{
    std::vector<std::pair<QString, QString>> choices; // id and name
    for (const Choice &choice : parameter.choices) {
        choices.emplace_back(choice.id, choice.name.toString());
    }
    if (parameter.type == ParameterType::Boolean) {
        choices = {{QStringLiteral("true"), tr("yes")}, {QStringLiteral("false"), tr("no")}};
    }
    const QString given = m_given.value(parameter.id);
    if (choices.empty()) {
        auto *line = new QLineEdit(given);
        line->setPlaceholderText(
            tr("%1 %2 (usual)").arg(parameter.defaultValue, unitText(parameter.unit)).simplified());
        connect(line, &QLineEdit::textChanged, this, &ParameterForm::edited);
        connect(line, &QLineEdit::editingFinished, this, &ParameterForm::entered);
        return line;
    }
    auto *box = new QComboBox;
    const auto usual = std::find_if(choices.begin(), choices.end(), [&parameter](const auto &choice) {
        return choice.first == parameter.defaultValue;
    });
    box->addItem(usual == choices.end() ? tr("as usual") : tr("%1 (usual)").arg(usual->second), QString());
    for (const auto &[id, name] : choices) {
        box->addItem(name, id);
    }
    box->setCurrentIndex(std::max(0, box->findData(given)));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    connect(box, &QComboBox::currentIndexChanged, this, &ParameterForm::edited);
    connect(box, &QComboBox::currentIndexChanged, this, &ParameterForm::entered);
    return box;
}

QString ParameterForm::textOf(const QWidget &input)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(&input)) {
        return line->text().trimmed();
    }
    return static_cast<const QComboBox &>(input).currentData().toString();
}

QMap<QString, QString> ParameterForm::values() const
{
    QMap<QString, QString> values;
    for (auto input = m_inputs.begin(); input != m_inputs.end(); ++input) {
        if (const QString text = textOf(*input.value()); !text.isEmpty()) {
            values.insert(input.key(), text);
        }
    }
    return values;
}

QMap<QString, QString> ParameterForm::changed() const
{
    QMap<QString, QString> changed;
    for (auto input = m_inputs.begin(); input != m_inputs.end(); ++input) {
        const QString text = textOf(*input.value());
        if (text != m_given.value(input.key())) {
            changed.insert(input.key(), text.isEmpty() ? m_defaults.value(input.key()) : text);
        }
    }
    return changed;
}

} // namespace cuntu::ui
