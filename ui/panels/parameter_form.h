// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/parameter.h"

#include <QWidget>

namespace cuntu::ui {

/// Inputs for parameters, one a line: a number with its unit, a box to tick, a list of choices, a text. GUI thread.
class ParameterForm : public QWidget {
    Q_OBJECT

public:
    /// @p values in their text form by id; those that are missing start with the default.
    ParameterForm(const std::vector<Parameter> &parameters, const QMap<QString, QString> &values,
                  QWidget *parent = nullptr);

    /// What differs from the start, by id, as ParameterValues::parse() takes it.
    QMap<QString, QString> changed() const;

Q_SIGNALS:
    void edited();

private:
    /// One input: what it held at the start and how it is read.
    struct Input {
        QString id;
        QString initial;
        std::function<QString()> text;
    };
    QWidget *makeInput(const Parameter &parameter, const QString &value);
    QWidget *makeNumber(const Parameter &parameter, const QString &value);

    std::vector<Input> m_inputs;
};

} // namespace cuntu::ui
