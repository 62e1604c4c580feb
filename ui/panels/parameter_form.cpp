// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/parameter_form.h"

#include "core/algorithm/unit.h"
#include "ui/dialogs/ask_file.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace cuntu::ui {
namespace {

using Entries = std::vector<std::pair<QString, QString>>; ///< id and name

void fill(QComboBox &box, const QString &usual, const Entries &entries, const QString &given)
{
    box.clear();
    box.addItem(usual, QString());
    for (const auto &[id, name] : entries) {
        box.addItem(name, id);
    }
    box.setCurrentIndex(std::max(0, box.findData(given)));
}

/// The unit as it is shown: "1" says that there is none.
QString unitOf(const Parameter &parameter)
{
    return parameter.unit == QStringLiteral("1") ? QString() : unitText(parameter.unit);
}

/// "2 – 50", where there are bounds.
QString rangeText(const Parameter &parameter)
{
    if (!parameter.min && !parameter.max) {
        return {};
    }
    const auto text = [](const std::optional<double> &number) {
        return number ? QString::number(*number, 'g', 10) : QStringLiteral("…");
    };
    return QStringLiteral("%1 – %2").arg(text(parameter.min), text(parameter.max));
}

QString tipOf(const Parameter &parameter)
{
    const QString range = rangeText(parameter);
    return range.isEmpty()
               ? parameter.help.toString()
               : QStringLiteral("%1\n%2 %3").arg(parameter.help.toString(), range, unitOf(parameter)).trimmed();
}

} // namespace

ParameterForm::ParameterForm(const std::vector<Parameter> &parameters, const QMap<QString, QString> &given,
                             const QString &name, std::vector<LayerInfo> layers, QWidget *parent)
    : QWidget(parent), m_given(given), m_layers(std::move(layers))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(8, 6, 8, 6);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(m_layers.empty() ? QFormLayout::DontWrapRows : QFormLayout::WrapLongRows);
    for (const Parameter &parameter : parameters) {
        QWidget *input = makeInput(parameter);
        QWidget *named = input->layout() != nullptr ? input->findChild<QLineEdit *>() : input;
        named->setObjectName(name + parameter.id);
        named->setToolTip(tipOf(parameter));
        named->setAccessibleName(parameter.name.toString());
        form->addRow(parameter.required ? parameter.name.toString() + QStringLiteral(" *") : parameter.name.toString(),
                     input);
        m_inputs[parameter.id] = named;
        m_defaults[parameter.id] = parameter.defaultValue;
    }
}

QWidget *ParameterForm::makeLine(const Parameter &parameter)
{
    auto *line = new QLineEdit(m_given.value(parameter.id));
    const QString usual = tr("%1 %2 (usual)").arg(parameter.defaultValue, unitOf(parameter)).simplified();
    const QString range = QStringLiteral("%1 %2").arg(rangeText(parameter), unitOf(parameter)).simplified();
    line->setPlaceholderText(!parameter.defaultValue.isEmpty()       ? usual
                             : parameter.required                    ? range
                             : parameter.type == ParameterType::Date ? tr("2018-06-30; empty: none")
                                                                     : tr("optional"));
    connect(line, &QLineEdit::textChanged, this, &ParameterForm::edited);
    connect(line, &QLineEdit::editingFinished, this, &ParameterForm::entered);
    return line;
}

QWidget *ParameterForm::makeFile(const Parameter &parameter)
{
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins({});
    auto *line = static_cast<QLineEdit *>(makeLine(parameter));
    row->addWidget(line, 1);
    row->addWidget(makeBrowseButton(line, parameter.name.toString()));
    return both;
}

QComboBox *ParameterForm::makeBox(const Entries &entries, const QString &usual, const QString &given)
{
    auto *box = new QComboBox;
    fill(*box, usual, entries, given);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    connect(box, &QComboBox::currentIndexChanged, this, &ParameterForm::edited);
    connect(box, &QComboBox::currentIndexChanged, this, &ParameterForm::entered);
    return box;
}

Entries ParameterForm::fieldsFor(const Parameter &parameter) const
{
    const QWidget *source = m_inputs.value(parameter.layer);
    const QString layer = source != nullptr ? textOf(*source) : parameter.layer;
    Entries entries;
    for (const LayerInfo &each : m_layers) {
        if (parameter.layer.isEmpty() || each.schema.id == layer) {
            for (const Field &field : each.schema.fields) {
                const auto &fit = parameter.fieldTypes;
                const bool fits = fit.empty() || std::find(fit.begin(), fit.end(), field.type) != fit.end();
                const bool isNew = std::none_of(entries.begin(), entries.end(),
                                                [&](const auto &known) { return known.first == field.id; });
                if (fits && isNew) {
                    entries.emplace_back(field.id, QStringLiteral("%1 (%2)").arg(field.name.toString(), field.id));
                }
            }
        }
    }
    return entries;
}

QComboBox *ParameterForm::makeFieldBox(const Parameter &parameter)
{
    const QString usual = parameter.required ? tr("choose a field") : tr("optional");
    QComboBox *box = makeBox(fieldsFor(parameter), usual, m_given.value(parameter.id));
    // The fields follow the layer; what was chosen stays where the new one has it too.
    if (auto *layer = qobject_cast<QComboBox *>(m_inputs.value(parameter.layer))) {
        connect(layer, &QComboBox::currentIndexChanged, box, [this, box, parameter, usual] {
            const QString chosen = box->currentData().toString();
            fill(*box, usual, fieldsFor(parameter), chosen);
        });
    }
    return box;
}

QWidget *ParameterForm::makeInput(const Parameter &parameter)
{
    Entries choices;
    for (const Choice &choice : parameter.choices) {
        choices.emplace_back(choice.id, choice.name.toString());
    }
    if (parameter.type == ParameterType::Boolean) {
        choices = {{QStringLiteral("true"), tr("yes")}, {QStringLiteral("false"), tr("no")}};
    }
    if (parameter.type == ParameterType::File) {
        return makeFile(parameter);
    }
    if (!m_layers.empty() && parameter.type == ParameterType::Field) {
        return makeFieldBox(parameter);
    }
    if (!m_layers.empty() && parameter.type == ParameterType::Layer) {
        for (const LayerInfo &layer : m_layers) {
            choices.emplace_back(layer.schema.id,
                                 QStringLiteral("%1 (%2)").arg(layer.schema.name.toString()).arg(layer.features));
        }
        return makeBox(choices, parameter.required ? tr("choose a layer") : tr("optional"),
                       m_given.value(parameter.id));
    }
    if (choices.empty()) {
        return makeLine(parameter);
    }
    const auto usual = std::find_if(choices.begin(), choices.end(), [&parameter](const auto &choice) {
        return choice.first == parameter.defaultValue;
    });
    return makeBox(choices, usual == choices.end() ? tr("as usual") : tr("%1 (usual)").arg(usual->second),
                   m_given.value(parameter.id));
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
