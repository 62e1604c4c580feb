// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/field_form.h"

#include "ui/window/text.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QStyledItemDelegate>

#include <cmath>

namespace cuntu::ui {
namespace {

Error badValue(ErrorCode code, const Field &field, const QString &expected)
{
    return {code, Ui::tr("%1: %2").arg(field.name.toString(), expected), {}, Ui::tr("The value stays as it was."), {},
            {}};
}

Result<Value> numberFrom(const QString &text, const Field &field)
{
    const auto number = parseNumber(text);
    if (!number) {
        return badValue(ErrorCode::Invalid, field, Ui::tr("'%1' is not a number").arg(text));
    }
    if ((field.min && *number < *field.min) || (field.max && *number > *field.max)) {
        return badValue(ErrorCode::OutOfRange, field, Ui::tr("%1 is out of range").arg(*number));
    }
    if (field.type == FieldType::Real) {
        return Value(*number);
    }
    if (*number != std::floor(*number)) {
        return badValue(ErrorCode::Invalid, field, Ui::tr("a whole number is wanted"));
    }
    return Value(static_cast<std::int64_t>(*number));
}

} // namespace

Result<Value> valueFromText(const QString &text, const Field &field)
{
    if (text.trimmed().isEmpty()) {
        return field.required ? Result<Value>(badValue(ErrorCode::Invalid, field, Ui::tr("a value is needed")))
                              : Value();
    }
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Real:
        return numberFrom(text, field);
    case FieldType::Boolean:
        if (const auto yes = parseYesNo(text)) {
            return Value(std::int64_t{*yes ? 1 : 0});
        }
        return badValue(ErrorCode::Invalid, field, Ui::tr("yes or no is wanted"));
    case FieldType::Date:
        if (const auto date = parseFieldDate(text)) {
            return Value(date->first.toIso().toStdString());
        }
        return badValue(ErrorCode::Invalid, field, Ui::tr("'%1' is not a date").arg(text));
    case FieldType::Choice:
        if (const auto choice = field.choiceFor(text)) {
            return Value(choice->toStdString());
        }
        return badValue(ErrorCode::Invalid, field, Ui::tr("'%1' is not one of the choices").arg(text));
    case FieldType::Text:
        break;
    }
    return Value(text.toStdString());
}

/// Edits the value column: a list for choices and yes or no, a line for everything else.
class FieldDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit FieldDelegate(FieldForm *form) : QStyledItemDelegate(form), m_form(form) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const Field &field = m_form->m_card.schema.fields[static_cast<std::size_t>(index.row())];
        QStringList words;
        if (field.type == FieldType::Boolean) {
            words << Ui::tr("yes") << Ui::tr("no");
        }
        for (std::size_t i = 0; field.type == FieldType::Choice && i < field.choices.size(); ++i) {
            words << field.choices[i].name.toString();
        }
        if (words.isEmpty()) {
            return new QLineEdit(parent);
        }
        auto *box = new QComboBox(parent);
        box->addItem(QString());
        box->addItems(words);
        return box;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        Field field = m_form->m_card.schema.fields[static_cast<std::size_t>(index.row())];
        field.unit.clear();
        const Value &value = m_form->m_card.row.values[static_cast<std::size_t>(index.row())];
        const QString text = field.type == FieldType::Date && !isNull(value)
                                 ? QString::fromStdString(std::get<std::string>(value))
                                 : ui::displayText(value, field);
        if (auto *box = qobject_cast<QComboBox *>(editor)) {
            box->setCurrentText(text);
        } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
            line->setText(text);
        }
    }

    void setModelData(QWidget *editor, QAbstractItemModel *, const QModelIndex &index) const override
    {
        const auto *box = qobject_cast<QComboBox *>(editor);
        const auto *line = qobject_cast<QLineEdit *>(editor);
        m_form->editField(index.row(), box != nullptr ? box->currentText() : line->text());
    }

private:
    FieldForm *m_form;
};

FieldForm::FieldForm(Workbench &bench, QWidget *parent) : QTreeWidget(parent), m_bench(bench)
{
    setObjectName(QStringLiteral("fieldForm"));
    setAccessibleName(tr("Fields of the picked feature"));
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setAlternatingRowColors(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header()->setStretchLastSection(true);
    setItemDelegateForColumn(1, new FieldDelegate(this));
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
}

void FieldForm::show(const PlaceCard &card, bool sameFeature)
{
    m_unmasked = m_unmasked && sameFeature;
    m_card = card;
    fill();
}

bool FieldForm::isMasked() const
{
    bool found = false;
    for (std::size_t i = 0; i < m_card.row.values.size() && i < m_card.schema.fields.size(); ++i) {
        found = found || (m_card.schema.fields[i].personal != Personal::No && !isNull(m_card.row.values[i]));
    }
    return found && !m_unmasked;
}

void FieldForm::unmask()
{
    m_unmasked = true;
    fill();
}

void FieldForm::fill()
{
    clear();
    const bool canWrite = m_bench.session.canWrite();
    for (std::size_t i = 0; i < m_card.row.values.size() && i < m_card.schema.fields.size(); ++i) {
        const Field &field = m_card.schema.fields[i];
        const Value &value = m_card.row.values[i];
        const bool hidden = field.personal != Personal::No && !m_unmasked;
        const QString text = hidden ? maskedText(value, field) : displayText(value, field);
        auto *item = new QTreeWidgetItem(this, {field.name.toString(), text});
        item->setForeground(0, m_bench.theme.muted);
        item->setToolTip(0, field.help.toString());
        item->setToolTip(1, hidden ? tr("Masked: personal. Press Unmask to read or change it.") : text);
        if (hidden && !isNull(value)) {
            item->setIcon(1, icon(QStringLiteral("lock"), m_bench.theme));
        }
        item->setFlags(canWrite && !hidden ? item->flags() | Qt::ItemIsEditable : item->flags());
    }
    updateGeometry();
    setFixedHeight(sizeHint().height());
}

void FieldForm::editField(int number, const QString &text)
{
    const auto index = static_cast<std::size_t>(number);
    auto value = valueFromText(text, m_card.schema.fields[index]);
    if (!value) {
        m_bench.log.fail(value.error());
    } else if (*value != m_card.row.values[index]) {
        m_bench.actions.setField(m_card.selection.layer, m_card.row.id, m_card.schema.fields[index].id, *value);
    }
}

QSize FieldForm::sizeHint() const
{
    int height = 2;
    for (int i = 0; i < topLevelItemCount(); ++i) {
        height += rowHeight(indexFromItem(topLevelItem(i)));
    }
    return {200, height};
}

} // namespace cuntu::ui

#include "field_form.moc"
