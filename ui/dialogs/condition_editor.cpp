// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/condition_editor.h"

#include "ui/window/text.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace cuntu::ui {
namespace {

using Comparison = Condition::Comparison;

bool needsOperand(Comparison comparison)
{
    return comparison != Comparison::IsEmpty && comparison != Comparison::IsNotEmpty;
}

Comparison comparisonOf(const QComboBox *box)
{
    return static_cast<Comparison>(box->currentData().toInt());
}

} // namespace

ConditionEditor::ConditionEditor(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    m_match = new QComboBox;
    m_match->setObjectName(QStringLiteral("whereMatch"));
    m_match->setAccessibleName(tr("Which conditions must hold"));
    m_match->addItem(tr("all conditions hold"), static_cast<int>(Match::All));
    m_match->addItem(tr("one condition holds"), static_cast<int>(Match::Any));
    auto *more = new QPushButton(tr("Another condition"));
    more->setObjectName(QStringLiteral("whereMore"));
    more->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_match, 0, Qt::AlignLeft);
    m_rows = new QVBoxLayout;
    layout->addLayout(m_rows);
    layout->addWidget(more, 0, Qt::AlignLeft);
    connect(m_match, &QComboBox::currentIndexChanged, this, &ConditionEditor::changed);
    connect(more, &QPushButton::clicked, this, &ConditionEditor::addLine);
}

void ConditionEditor::clear()
{
    while (!m_lines.empty()) {
        delete m_lines.back().row;
        m_lines.pop_back();
    }
}

void ConditionEditor::setSchema(const LayerSchema &schema)
{
    clear();
    m_schema = schema;
    addLine();
}

void ConditionEditor::setConditions(const std::vector<Condition> &conditions, Match match)
{
    clear();
    m_match->setCurrentIndex(m_match->findData(static_cast<int>(match)));
    for (const Condition &condition : conditions) {
        addLine();
        const Line &line = m_lines.back();
        line.field->setCurrentIndex(std::max(0, line.field->findData(condition.field)));
        line.comparison->setCurrentIndex(line.comparison->findData(static_cast<int>(condition.comparison)));
        const Field *field = m_schema.findField(condition.field);
        const auto isIt = [&](const Choice &choice) { return choice.id == condition.operand; };
        const auto choice =
            field == nullptr ? std::vector<Choice>::const_iterator() : std::ranges::find_if(field->choices, isIt);
        const bool isChoice = field != nullptr && choice != field->choices.end();
        line.operand->setEditText(isChoice ? choice->name.toString() : condition.operand);
    }
    if (conditions.empty()) {
        addLine();
    }
}

void ConditionEditor::addLine()
{
    const Line line{new QWidget, new QComboBox, new QComboBox, new QComboBox};
    const QString number = QString::number(m_lines.size());
    line.field->setObjectName(QStringLiteral("whereField") + number);
    line.field->setAccessibleName(tr("Field"));
    fillField(line.field);
    line.comparison->setObjectName(QStringLiteral("whereComparison") + number);
    line.comparison->setAccessibleName(tr("Comparison"));
    fillComparison(line.comparison);
    line.operand->setObjectName(QStringLiteral("whereOperand") + number);
    line.operand->setAccessibleName(tr("Value"));
    line.operand->setEditable(true);
    line.operand->setInsertPolicy(QComboBox::NoInsert);
    auto *remove = new QToolButton;
    remove->setIcon(icon(QStringLiteral("close"), m_theme));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Without this condition"));
    remove->setAccessibleName(remove->toolTip());
    auto *row = new QHBoxLayout(line.row);
    row->setContentsMargins({});
    row->addWidget(line.field, 2);
    row->addWidget(line.comparison, 1);
    row->addWidget(line.operand, 2);
    row->addWidget(remove);
    m_rows->addWidget(line.row);
    fillOperands(line);
    m_lines.push_back(line);
    connectLine(line);
    connect(
        remove, &QToolButton::clicked, this,
        [this, gone = line.row] {
            std::erase_if(m_lines, [gone](const Line &each) { return each.row == gone; });
            delete gone;
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
    Q_EMIT changed();
}

void ConditionEditor::connectLine(const Line &line)
{
    connect(line.field, &QComboBox::currentIndexChanged, this, [this, line] {
        fillOperands(line);
        Q_EMIT changed();
    });
    connect(line.comparison, &QComboBox::currentIndexChanged, this, [this, line] {
        line.operand->setEnabled(needsOperand(comparisonOf(line.comparison)));
        Q_EMIT changed();
    });
    connect(line.operand, &QComboBox::editTextChanged, this, &ConditionEditor::changed);
}

void ConditionEditor::fillField(QComboBox *box) const
{
    for (const Field &field : m_schema.fields) {
        if (field.personal == Personal::No) {
            box->addItem(field.name.toString(), field.id);
        }
    }
}

void ConditionEditor::fillComparison(QComboBox *box)
{
    for (const auto &[comparison, text] :
         {std::pair(Comparison::Is, tr("is")), std::pair(Comparison::IsNot, tr("is not")),
          std::pair(Comparison::Less, tr("is less than")), std::pair(Comparison::AtMost, tr("is at most")),
          std::pair(Comparison::More, tr("is more than")), std::pair(Comparison::AtLeast, tr("is at least")),
          std::pair(Comparison::Contains, tr("contains")), std::pair(Comparison::BeginsWith, tr("begins with")),
          std::pair(Comparison::IsEmpty, tr("is empty")), std::pair(Comparison::IsNotEmpty, tr("is not empty"))}) {
        box->addItem(text, static_cast<int>(comparison));
    }
}

void ConditionEditor::fillOperands(const Line &line) const
{
    const QSignalBlocker quiet(line.operand);
    line.operand->clear();
    const Field *field = m_schema.findField(line.field->currentData().toString());
    if (field == nullptr) {
        return;
    }
    if (field->type == FieldType::Boolean) {
        line.operand->addItems({Ui::tr("yes"), Ui::tr("no")});
    }
    for (const Choice &choice : field->choices) {
        line.operand->addItem(choice.name.toString());
    }
    line.operand->setEditText(QString());
    line.operand->lineEdit()->setPlaceholderText(field->unit);
}

std::vector<Condition> ConditionEditor::conditions() const
{
    std::vector<Condition> conditions;
    for (const Line &line : m_lines) {
        const Comparison comparison = comparisonOf(line.comparison);
        const QString operand = needsOperand(comparison) ? line.operand->currentText().trimmed() : QString();
        if (!needsOperand(comparison) || !operand.isEmpty()) {
            conditions.push_back({line.field->currentData().toString(), comparison, operand});
        }
    }
    return conditions;
}

Match ConditionEditor::match() const
{
    return static_cast<Match>(m_match->currentData().toInt());
}

} // namespace cuntu::ui
