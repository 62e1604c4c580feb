// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/new_feature_dialog.h"

#include "ui/panels/field_form.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cuntu::ui {

NewFeatureDialog::NewFeatureDialog(const LayerSchema &schema, QWidget *parent) : QDialog(parent), m_schema(schema)
{
    setObjectName(QStringLiteral("newFeatureDialog"));
    setWindowTitle(tr("New: %1").arg(schema.name.toString()));
    resize(420, 480);
    auto *body = new QWidget;
    auto *form = new QFormLayout(body);
    for (const Field &field : m_schema.fields) {
        addLine(*form, field);
    }
    auto *area = new QScrollArea;
    area->setWidget(body);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("newFeatureProblem"));
    m_problem->setWordWrap(true);
    m_problem->setProperty("role", QStringLiteral("failure"));
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("newFeatureOk"));
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Add"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &NewFeatureDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(area, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
}

void NewFeatureDialog::addLine(QFormLayout &form, const Field &field)
{
    QWidget *input = nullptr;
    if (field.type == FieldType::Choice || field.type == FieldType::Boolean) {
        auto *box = new QComboBox;
        box->addItem(QString());
        for (const Choice &choice : field.choices) {
            box->addItem(choice.name.toString());
        }
        if (field.type == FieldType::Boolean) {
            box->addItems({tr("yes"), tr("no")});
        }
        input = box;
    } else {
        auto *line = new QLineEdit;
        line->setPlaceholderText(field.type == FieldType::Date ? QStringLiteral("2018-06-30") : field.unit);
        input = line;
    }
    input->setObjectName(QStringLiteral("newField_") + field.id);
    input->setToolTip(field.help.toString());
    m_inputs[field.id] = input;
    form.addRow(field.required ? tr("%1 *").arg(field.name.toString()) : field.name.toString(), input);
}

void NewFeatureDialog::accept()
{
    m_fields.clear();
    for (const Field &field : m_schema.fields) {
        QWidget *input = m_inputs[field.id];
        const auto *box = qobject_cast<QComboBox *>(input);
        const QString text = box != nullptr ? box->currentText() : qobject_cast<QLineEdit *>(input)->text();
        auto value = valueFromText(text, field);
        if (!value) {
            m_problem->setText(value.error().toText());
            m_problem->show();
            input->setFocus();
            return;
        }
        if (!isNull(*value)) {
            m_fields[field.id] = std::move(*value);
        }
    }
    QDialog::accept();
}

} // namespace cuntu::ui
