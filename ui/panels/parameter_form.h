// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QWidget>

class QComboBox;

namespace cuntu::ui {

/// Inputs for parameters, one a line: a list of choices, layers or fields, a file, or a text that may carry the unit.
/// What is left empty is as usual, which the input says. GUI thread.
class ParameterForm : public QWidget {
    Q_OBJECT

public:
    /// @p given: values in their text form by id. The inputs are named @p name and the parameter's id. @p layers: those
    /// that can be chosen, with their fields.
    ParameterForm(const std::vector<Parameter> &parameters, const QMap<QString, QString> &given, const QString &name,
                  std::vector<LayerInfo> layers = {}, QWidget *parent = nullptr);

    /// What is given, by id, as ParameterValues::parse() takes it; what is as usual is left out.
    QMap<QString, QString> values() const;
    /// What differs from the start, by id; the default where a value was taken out.
    QMap<QString, QString> changed() const;
    /// The input of a parameter; null where there is none.
    QWidget *input(const QString &id) const { return m_inputs.value(id); }

Q_SIGNALS:
    /// At every letter.
    void edited();
    /// A value is whole.
    void entered();

private:
    QWidget *makeInput(const Parameter &parameter);
    QWidget *makeLine(const Parameter &parameter);
    QComboBox *makeBox(const std::vector<std::pair<QString, QString>> &entries, const QString &usual,
                       const QString &given);
    QWidget *makeFile(const Parameter &parameter);
    QComboBox *makeFieldBox(const Parameter &parameter);
    /// The fields that fit @p parameter, of the layer that is chosen now: id and name.
    std::vector<std::pair<QString, QString>> fieldsFor(const Parameter &parameter) const;
    static QString textOf(const QWidget &input);

    QMap<QString, QString> m_given;
    QMap<QString, QString> m_defaults;
    QMap<QString, QWidget *> m_inputs;
    std::vector<LayerInfo> m_layers;
};

} // namespace cuntu::ui
