// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/case_dialog.h"

#include "ui/panels/area_box.h"
#include "ui/panels/date_edit.h"
#include "ui/panels/optional_day.h"
#include "ui/window/casework.h"
#include "ui/window/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace cuntu::ui {
namespace {

constexpr int k_usual_days = 30; ///< suggested until it is due

QPlainTextEdit *makeText(const QString &name)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setTabChangesFocus(true);
    edit->setMaximumHeight(58);
    return edit;
}

QLineEdit *makeLine(const QString &name, const QString &text = {})
{
    auto *edit = new QLineEdit(text);
    edit->setObjectName(name);
    return edit;
}

/// The area a feature belongs to: of an area itself its own code.
AreaCode areaIn(const PlaceCard &card)
{
    const LayerSchema &schema = card.schema;
    const QString &field =
        schema.areaField.isEmpty() && schema.programme.isEmpty() ? schema.keyField : schema.areaField;
    for (std::size_t i = 0; i < schema.fields.size() && i < card.row.values.size(); ++i) {
        if (schema.fields[i].id == field) {
            return AreaCode::parse(displayText(card.row.values[i], schema.fields[i])).value_or(AreaCode());
        }
    }
    return {};
}

} // namespace

CaseDialog::CaseDialog(Workbench &bench, QWidget *parent) : QDialog(parent), m_bench(bench), m_reading(bench.jobs)
{
    setObjectName(QStringLiteral("caseDialog"));
    setWindowTitle(tr("List a problem for rectification"));
    setMinimumWidth(540);
    makeWidgets();
    makeLayout();
    connect(m_aboutPicked, &QCheckBox::toggled, this, &CaseDialog::check);
    connect(m_area, &QComboBox::editTextChanged, this, &CaseDialog::check);
    connect(m_text, &QPlainTextEdit::textChanged, this, &CaseDialog::check);
    connect(m_who, &QLineEdit::textChanged, this, &CaseDialog::check);
    connect(m_deadline, &OptionalDay::changed, this, &CaseDialog::check);
    connect(m_day, &QDateEdit::dateChanged, this, &CaseDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    readPicked();
    check();
}

void CaseDialog::setFinding(const QString &sentence)
{
    m_text->setPlainText(sentence);
    m_source->setCurrentText(tr("own check"));
}

void CaseDialog::makeWidgets()
{
    const Day day = std::min(m_bench.view.asOf(), Day::today());
    m_aboutPicked = new QCheckBox;
    m_aboutPicked->setObjectName(QStringLiteral("caseAboutPicked"));
    m_aboutPicked->hide();
    m_area = makeAreaBox(m_bench.session.state()->snapshot->areas(), day);
    m_area->setObjectName(QStringLiteral("caseArea"));
    m_text = makeText(QStringLiteral("caseText"));
    m_measure = makeText(QStringLiteral("caseMeasure"));
    m_number = makeLine(QStringLiteral("caseNumber"));
    m_number->setPlaceholderText(tr("of the list it is on; may be left empty"));
    m_source = new QComboBox;
    m_source->setObjectName(QStringLiteral("caseSource"));
    m_source->setEditable(true);
    m_source->addItems({QString(), tr("inspection from above"), tr("audit"), tr("unannounced visit"), tr("own check"),
                        tr("petition")});
    m_source->setMinimumContentsLength(16);
    m_level = new QComboBox;
    m_level->setObjectName(QStringLiteral("caseLevel"));
    for (const int level : {1, 2, 3}) {
        m_level->addItem(caseLevelName(level), level);
    }
    m_leadUnit = makeLine(QStringLiteral("caseLeadUnit"));
    m_otherUnits = makeLine(QStringLiteral("caseOtherUnits"));
    m_otherUnits->setPlaceholderText(tr("several with 、 or ; in between"));
    m_responsible = makeLine(QStringLiteral("caseResponsible"));
    m_deadline = new OptionalDay(QStringLiteral("caseDeadline"), tr("by"), day.plusDays(k_usual_days));
    m_deadline->setDay(day.plusDays(k_usual_days));
    m_day = makeDateEdit(day);
    m_day->setObjectName(QStringLiteral("caseDay"));
    m_who = makeLine(QStringLiteral("caseWho"), m_bench.settings.who());
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("caseProblem"));
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("List it"));
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("caseAccept"));
}

void CaseDialog::makeLayout()
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(QString(), m_aboutPicked);
    form->addRow(tr("&Area"), m_area);
    form->addRow(tr("&What is wrong"), m_text);
    form->addRow(tr("What is wan&ted"), m_measure);
    form->addRow(tr("&Due"), m_deadline);
    form->addRow(tr("&Responsible person"), m_responsible);
    form->addRow(tr("&Lead unit"), m_leadUnit);
    form->addRow(tr("&Co-operating units"), m_otherUnits);
    form->addRow(tr("&Found by"), m_source);
    form->addRow(tr("Le&vel"), m_level);
    form->addRow(tr("N&umber"), m_number);
    form->addRow(tr("Da&y of listing"), m_day);
    form->addRow(tr("Li&sted by"), m_who);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    m_text->setFocus();
}

void CaseDialog::readPicked()
{
    const Selection &selection = m_bench.view.selection();
    if (selection.features.size() != 1) {
        return;
    }
    m_reading.run(
        tr("Reading what is picked"), this,
        [project = m_bench.session.project(), state = m_bench.session.state(), selection, day = m_bench.view.asOf()](
            const JobContext &job) { return makePlaceCard(*project, *state, selection, day, job); },
        [this](const Result<PlaceCard> &card) {
            if (card) {
                showPicked(*card);
            }
        });
}

void CaseDialog::showPicked(const PlaceCard &card)
{
    m_picked = card.selection;
    m_aboutPicked->setText(tr("About what is picked: %1 (%2)").arg(card.title, card.schema.name.toString()));
    m_aboutPicked->setChecked(true);
    m_aboutPicked->show();
    if (const AreaCode area = areaIn(card); !area.isEmpty() && m_area->currentText().isEmpty()) {
        setArea(*m_area, area);
    }
    check();
}

QString CaseDialog::problem() const
{
    if (m_text->toPlainText().trimmed().isEmpty()) {
        return tr("Describe the problem in a sentence.");
    }
    const bool aboutPicked = !m_picked.isEmpty() && m_aboutPicked->isChecked();
    if (areaOf(*m_area).isEmpty() && !(aboutPicked && m_area->currentText().trimmed().isEmpty())) {
        return tr("Choose the area it is about, by name or code.");
    }
    if (m_deadline->day() && *m_deadline->day() < dayOf(*m_day)) {
        return tr("It is due before it is listed.");
    }
    if (who().isEmpty()) {
        return tr("Say who lists it.");
    }
    return {};
}

void CaseDialog::check()
{
    const QString why = problem();
    m_problem->setText(why);
    QPushButton *accept = m_buttons->button(QDialogButtonBox::Ok);
    accept->setEnabled(why.isEmpty());
    accept->setToolTip(why);
}

Case CaseDialog::item() const
{
    Case item;
    item.kind = CaseKind::Rectification;
    item.text = m_text->toPlainText().trimmed();
    item.measure = m_measure->toPlainText().trimmed();
    item.number = m_number->text().trimmed();
    item.source = m_source->currentText().trimmed();
    item.level = m_level->currentData().toInt();
    item.leadUnit = m_leadUnit->text().trimmed();
    item.otherUnits = unitsIn(m_otherUnits->text());
    item.responsible = m_responsible->text().trimmed();
    item.deadline = m_deadline->day();
    item.area = areaOf(*m_area);
    if (!m_picked.isEmpty() && m_aboutPicked->isChecked()) {
        item.layer = m_picked.layer;
        item.feature = m_picked.features.front();
    }
    item.firstSeen = dayOf(*m_day);
    item.lastSeen = item.firstSeen;
    return item;
}

QString CaseDialog::who() const
{
    return m_who->text().trimmed();
}

} // namespace cuntu::ui
