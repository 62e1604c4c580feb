// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/parameter.h"

#include <QWidget>

namespace cuntu::ui {

/// Inputs for parameters, one a line: a list of choices, or a text that may carry the unit. What is left empty is as
/// usual, which the input says. GUI thread.
class ParameterForm : public QWidget {
    Q_OBJECT

public:
    /// @p given: values in their text form by id. The inputs are named @p name and the parameter's id.
    ParameterForm(const std::vector<Parameter> &parameters, const QMap<QString, QString> &given, const QString &name,
                  QWidget *parent = nullptr);

    /// What is given, by id, as ParameterValues::parse() takes it; what is as usual is left out.
    QMap<QString, QString> values() const;
    /// What differs from the start, by id; the default where a value was taken out.
    QMap<QString, QString> changed() const;

Q_SIGNALS:
    /// At every letter.
    void edited();
    /// A value is whole.
    void entered();

private:
    QWidget *makeInput(const Parameter &parameter);
    static QString textOf(const QWidget &input);

    QMap<QString, QString> m_given;
    QMap<QString, QString> m_defaults;
    QMap<QString, QWidget *> m_inputs;
};

} // namespace cuntu::ui
