// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/target_dialog.h"

#include "core/progress/target_conflicts.h"
#include "core/project/target_rules.h"
#include "ui/panels/area_box.h"
#include "ui/panels/optional_day.h"
#include "ui/panels/parameter_form.h"
#include "ui/window/target_words.h"
#include "ui/window/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabWidget>

#include <algorithm>

namespace cuntu::ui {
namespace {

const QString k_asBefore = QStringLiteral("*before"); ///< the curve stays what it is

QLineEdit *makeLine(const QString &name)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(name);
    return edit;
}

QComboBox *makeBox(const QString &name)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    return box;
}

QFormLayout *makeForm(QWidget *page)
{
    auto *form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    return form;
}

/// A number without zeros that say nothing.
class NumberBox : public QDoubleSpinBox {
public:
    QString textFromValue(double value) const override { return locale().toString(value, 'g', 12); }
};

} // namespace

TargetDialog::TargetDialog(Workbench &bench, QWidget *parent) : TargetDialog(bench, Target(), true, parent) {}

TargetDialog::TargetDialog(Workbench &bench, const Target &before, QWidget *parent)
    : TargetDialog(bench, before, false, parent)
{
}

TargetDialog::TargetDialog(Workbench &bench, const Target &before, bool isNew, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_before(before), m_isNew(isNew)
{
    setObjectName(QStringLiteral("targetDialog"));
    setWindowTitle(isNew ? tr("New target") : tr("Adjust target %1").arg(before.label));
    resize(600, 540);
    m_pages = new QTabWidget;
    m_pages->addTab(makePromisePage(), tr("&Promise"));
    m_pages->addTab(makeDefinitionPage(), tr("&Definition"));
    m_pages->addTab(makeTimePage(), tr("&Time"));
    m_pages->addTab(makeBodiesPage(), tr("&Who"));
    m_pages->addTab(makeScopePage(), tr("&Scope"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_pages, 1);
    makeEnd();
    fill();
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        connect(edit, &QLineEdit::textChanged, this, &TargetDialog::check);
    }
    for (QComboBox *box : findChildren<QComboBox *>()) {
        connect(box, &QComboBox::currentIndexChanged, this, &TargetDialog::check);
    }
    for (OptionalDay *day : {m_start, m_due, m_baseline}) {
        connect(day, &OptionalDay::changed, this, &TargetDialog::check);
    }
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &TargetDialog::check);
    connect(m_indicator, &QComboBox::currentIndexChanged, this, &TargetDialog::fillParameters);
    connect(m_area, &QComboBox::editTextChanged, this, &TargetDialog::fillScope);
    connect(m_scopeFilter, &QLineEdit::textChanged, this, &TargetDialog::fillScope);
    connect(m_scope, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        const QString code = item->data(Qt::UserRole).toString();
        item->checkState() == Qt::Checked ? void(m_scopeCodes.insert(code)) : void(m_scopeCodes.remove(code));
        check();
    });
    check();
}

QWidget *TargetDialog::makePromisePage()
{
    auto *page = new QWidget;
    m_label = makeLine(QStringLiteral("targetLabel"));
    m_label->setPlaceholderText(tr("its number in the plan, such as R02"));
    m_plan = makeLine(QStringLiteral("targetPlan"));
    m_plan->setPlaceholderText(tr("name of the plan it stands in"));
    m_clause = new QPlainTextEdit;
    m_clause->setObjectName(QStringLiteral("targetClause"));
    m_clause->setPlaceholderText(tr("the sentence of the plan, word for word"));
    m_clause->setTabChangesFocus(true);
    m_clause->setMaximumHeight(64);
    m_indicator = makeBox(QStringLiteral("targetIndicator"));
    m_indicator->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_indicator->setMinimumContentsLength(24);
    m_indicator->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const Indicator &each : m_bench.session.registry().indicators) {
        const Programme *programme = m_bench.session.registry().findProgramme(each.programme);
        m_indicator->addItem(programme != nullptr ? tr("%1: %2").arg(programme->name.toString(), each.name.toString())
                                                  : each.name.toString(),
                             each.id);
    }
    m_area = makeAreaBox(m_bench.session.state()->snapshot->areas(), m_bench.view.asOf());
    m_area->setObjectName(QStringLiteral("targetArea"));
    m_value = new NumberBox;
    m_value->setObjectName(QStringLiteral("targetValue"));
    m_value->setRange(-1e12, 1e12);
    m_value->setDecimals(3);
    m_value->setGroupSeparatorShown(true);
    m_commitment = makeBox(QStringLiteral("targetCommitment"));
    for (const Commitment each : {Commitment::Ensure, Commitment::Strive}) {
        m_commitment->addItem(commitmentName(each), static_cast<int>(each));
    }
    QFormLayout *form = makeForm(page);
    form->addRow(tr("&Number"), m_label);
    form->addRow(tr("P&lan"), m_plan);
    form->addRow(tr("S&entence"), m_clause);
    form->addRow(tr("&Indicator"), m_indicator);
    form->addRow(tr("&Area"), m_area);
    form->addRow(tr("Target &value"), m_value);
    form->addRow(tr("&Commitment"), m_commitment);
    return page;
}

QWidget *TargetDialog::makeDefinitionPage()
{
    auto *page = new QWidget;
    m_noParameters = new QLabel(tr("The chosen indicator is counted in one way only."));
    m_noParameters->setProperty("role", QStringLiteral("muted"));
    m_definition = new QVBoxLayout(page);
    m_definition->addWidget(m_noParameters);
    m_definition->addStretch(1);
    return page;
}

QWidget *TargetDialog::makeTimePage()
{
    auto *page = new QWidget;
    const Day shown = m_bench.view.asOf();
    const auto yearEnd = Day::fromYmd(shown.year(), 12, 31);
    m_start =
        new OptionalDay(QStringLiteral("targetStart"), tr("from"), Day::fromYmd(shown.year(), 1, 1).value_or(shown));
    m_due = new OptionalDay(QStringLiteral("targetDue"), tr("by"), yearEnd.value_or(shown));
    m_dueText = makeLine(QStringLiteral("targetDueText"));
    m_dueText->setPlaceholderText(tr("as the plan words it, also where it gives no year"));
    m_cadence = makeBox(QStringLiteral("targetCadence"));
    for (const Cadence each :
         {Cadence::None, Cadence::Weekly, Cadence::Monthly, Cadence::Quarterly, Cadence::HalfYearly, Cadence::Yearly}) {
        m_cadence->addItem(cadenceName(each), static_cast<int>(each));
    }
    m_baseline = new OptionalDay(QStringLiteral("targetBaseline"), tr("frozen as on"),
                                 Day::fromYmd(shown.year(), 1, 1).value_or(shown));
    m_curve = makeBox(QStringLiteral("targetCurve"));
    if (!m_isNew) {
        m_curve->addItem(tr("as it was planned before"), k_asBefore);
    }
    for (const CurveChoice &each : curveChoices()) {
        m_curve->addItem(each.name, each.id);
    }
    auto *note = new QLabel(tr("Without a due day nothing is forecast, and the target stays 'without a year' until one "
                               "is filled in."));
    note->setProperty("role", QStringLiteral("muted"));
    note->setWordWrap(true);
    note->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    QFormLayout *form = makeForm(page);
    form->addRow(tr("St&art"), m_start);
    form->addRow(tr("D&ue"), m_due);
    form->addRow(tr("Due &in words"), m_dueText);
    form->addRow(QString(), note);
    form->addRow(tr("&Reported"), m_cadence);
    form->addRow(tr("&Baseline"), m_baseline);
    form->addRow(tr("P&lanned"), m_curve);
    return page;
}

QWidget *TargetDialog::makeBodiesPage()
{
    auto *page = new QWidget;
    m_responsible = makeLine(QStringLiteral("targetResponsible"));
    m_leadUnit = makeLine(QStringLiteral("targetLeadUnit"));
    m_otherUnits = makeLine(QStringLiteral("targetOtherUnits"));
    m_otherUnits->setPlaceholderText(tr("several with 、 or ; in between"));
    m_separateChecker = new QCheckBox(tr("Who reports must not be who accepts"));
    m_separateChecker->setObjectName(QStringLiteral("targetSeparateChecker"));
    m_veto = new QCheckBox(tr("Veto: red here turns the whole red"));
    m_veto->setObjectName(QStringLiteral("targetVeto"));
    QFormLayout *form = makeForm(page);
    form->addRow(tr("&Leader"), m_responsible);
    form->addRow(tr("L&ead unit"), m_leadUnit);
    form->addRow(tr("&Co-operating units"), m_otherUnits);
    form->addRow(QString(), m_separateChecker);
    form->addRow(QString(), m_veto);
    return page;
}

QWidget *TargetDialog::makeScopePage()
{
    auto *page = new QWidget;
    auto *note = new QLabel(tr("Only the checked areas count; none checked: all of the target's area."));
    note->setProperty("role", QStringLiteral("muted"));
    note->setWordWrap(true);
    m_scopeFilter = makeLine(QStringLiteral("targetScopeFilter"));
    m_scopeFilter->setPlaceholderText(tr("part of a name or code"));
    m_scopeFilter->setAccessibleName(tr("Look for an area"));
    m_scope = new QListWidget;
    m_scope->setObjectName(QStringLiteral("targetScope"));
    m_scope->setAccessibleName(tr("Areas that count"));
    auto *layout = new QVBoxLayout(page);
    layout->addWidget(note);
    layout->addWidget(m_scopeFilter);
    layout->addWidget(m_scope, 1);
    return page;
}

void TargetDialog::makeEnd()
{
    m_state = makeBox(QStringLiteral("targetState"));
    const std::vector<TargetState> states =
        m_isNew ? std::vector{TargetState::Active, TargetState::Issued, TargetState::Draft}
                : std::vector{TargetState::Adjusted, TargetState::Closed, TargetState::Failed, TargetState::CarriedOver,
                              TargetState::Active,   TargetState::Issued, TargetState::Draft};
    for (const TargetState each : states) {
        m_state->addItem(targetStateName(each), static_cast<int>(each));
    }
    m_who = makeLine(QStringLiteral("targetWho"));
    m_who->setText(m_bench.settings.who());
    m_conflicts = new QLabel;
    m_conflicts->setObjectName(QStringLiteral("targetConflicts"));
    m_conflicts->setProperty("role", QStringLiteral("muted"));
    m_conflicts->setWordWrap(true);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("targetProblem"));
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setText(m_isNew ? tr("Add it") : tr("Adjust it"));
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("targetAccept"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("State"), m_state);
    if (!m_isNew) {
        m_reason = makeLine(QStringLiteral("targetReason"));
        m_reason->setPlaceholderText(tr("why; the version before is kept"));
        form->addRow(tr("Reason"), m_reason);
    }
    form->addRow(tr("Entered by"), m_who);
    auto *end = static_cast<QVBoxLayout *>(layout());
    end->addLayout(form);
    end->addWidget(m_conflicts);
    end->addWidget(m_problem);
    end->addWidget(m_buttons);
}

void TargetDialog::fill()
{
    m_label->setText(m_before.label);
    m_plan->setText(m_before.plan);
    m_clause->setPlainText(m_before.clause);
    if (!m_isNew) {
        m_indicator->setCurrentIndex(m_indicator->findData(m_before.indicator));
        setArea(*m_area, m_before.area);
    } else if (m_area->count() > 0) {
        m_area->setCurrentIndex(0);
    }
    m_value->setValue(m_isNew ? 100 : m_before.value);
    m_commitment->setCurrentIndex(m_commitment->findData(static_cast<int>(m_before.commitment)));
    m_start->setDay(m_before.start);
    m_due->setDay(m_before.due);
    m_dueText->setText(m_before.dueText);
    m_cadence->setCurrentIndex(m_cadence->findData(static_cast<int>(m_before.cadence)));
    m_baseline->setDay(m_before.baseline);
    m_responsible->setText(m_before.responsible);
    m_leadUnit->setText(m_before.leadUnit);
    m_otherUnits->setText(m_before.otherUnits.join(QStringLiteral("、")));
    m_separateChecker->setChecked(m_before.separateChecker);
    m_veto->setChecked(m_before.isVeto);
    for (const AreaCode &area : m_before.scope) {
        m_scopeCodes.insert(area.toString());
    }
    fillParameters();
    fillScope();
}

const Indicator *TargetDialog::indicator() const
{
    return m_bench.session.registry().findIndicator(m_indicator->currentData().toString());
}

void TargetDialog::fillParameters()
{
    delete m_parameters;
    const Indicator *chosen = indicator();
    m_value->setSuffix(chosen != nullptr && !chosen->unit.isEmpty() ? QStringLiteral(" ") + chosen->unit : QString());
    const std::vector<Parameter> parameters = chosen != nullptr ? chosen->parameters : std::vector<Parameter>();
    const bool isKept = chosen != nullptr && chosen->id == m_before.indicator;
    m_parameters = new ParameterForm(parameters, isKept ? m_before.parameters : QMap<QString, QString>(),
                                     QStringLiteral("targetParameter_"));
    m_definition->insertWidget(1, m_parameters);
    connect(m_parameters, &ParameterForm::edited, this, &TargetDialog::check);
    m_noParameters->setVisible(parameters.empty());
    check();
}

void TargetDialog::fillScope()
{
    const QSignalBlocker quiet(m_scope);
    m_scope->clear();
    const AreaCode inside = areaOf(*m_area);
    const AreaTree &areas = m_bench.session.state()->snapshot->areas();
    const QString wanted = m_scopeFilter->text().trimmed();
    for (const AreaLevel level : {AreaLevel::Township, AreaLevel::Village}) {
        if (inside.isEmpty() || level <= inside.level()) {
            continue;
        }
        for (const Area *area : areas.at(level, m_bench.view.asOf(), inside)) {
            const QString text = QStringLiteral("%1  %2").arg(area->name, area->code.toString());
            if (!wanted.isEmpty() && !text.contains(wanted, Qt::CaseInsensitive)) {
                continue;
            }
            auto *item = new QListWidgetItem(text, m_scope);
            item->setData(Qt::UserRole, area->code.toString());
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(m_scopeCodes.contains(area->code.toString()) ? Qt::Checked : Qt::Unchecked);
        }
    }
    check();
}

Target TargetDialog::target() const
{
    Target target = m_before;
    const Indicator *chosen = indicator();
    target.label = m_label->text().trimmed();
    target.plan = m_plan->text().trimmed();
    target.clause = m_clause->toPlainText().trimmed();
    target.indicator = m_indicator->currentData().toString();
    target.programme = chosen != nullptr ? chosen->programme : QString();
    target.parameters = m_parameters->values();
    target.area = areaOf(*m_area);
    target.scope.clear();
    for (const QString &code : m_scopeCodes) {
        if (const auto area = AreaCode::parse(code)) {
            target.scope.push_back(*area);
        }
    }
    std::sort(target.scope.begin(), target.scope.end());
    target.value = m_value->value();
    target.commitment = static_cast<Commitment>(m_commitment->currentData().toInt());
    target.start = m_start->day();
    target.due = m_due->day();
    target.dueText = m_dueText->text().trimmed();
    target.cadence = static_cast<Cadence>(m_cadence->currentData().toInt());
    target.baseline = m_baseline->day();
    if (const QString curve = m_curve->currentData().toString(); curve != k_asBefore) {
        target.curve = curveCalled(curve, target.start, target.due).value_or(PlannedCurve());
    }
    target.responsible = m_responsible->text().trimmed();
    target.leadUnit = m_leadUnit->text().trimmed();
    target.otherUnits = unitsIn(m_otherUnits->text());
    target.separateChecker = m_separateChecker->isChecked();
    target.isVeto = m_veto->isChecked();
    target.state = static_cast<TargetState>(m_state->currentData().toInt());
    target.reason = m_reason != nullptr ? m_reason->text().trimmed() : QString();
    return target;
}

QString TargetDialog::who() const
{
    return m_who->text().trimmed();
}

QString TargetDialog::problem() const
{
    const Target asked = target();
    if (asked.label.isEmpty()) {
        return tr("Give the target the number it has in the plan.");
    }
    if (asked.area.isEmpty()) {
        return tr("Choose the area it is promised for, by name or code.");
    }
    if (!curveCalled(m_curve->currentData().toString(), asked.start, asked.due)) {
        return tr("Work that is planned by the season needs a start and a due day.");
    }
    const auto sound = checkTarget(asked, m_bench.session.registry(), m_bench.session.state()->snapshot->areas());
    if (!sound) {
        return problemText(sound.error());
    }
    if (m_reason != nullptr && asked.reason.isEmpty()) {
        return tr("Say why the target is adjusted.");
    }
    return who().isEmpty() ? tr("Say who enters it.") : QString();
}

QString TargetDialog::conflicts() const
{
    constexpr qint64 k_asked = -1;
    std::vector<Target> all = m_bench.session.state()->targets;
    std::erase_if(all, [this](const Target &each) { return !m_isNew && each.id == m_before.id; });
    all.push_back(target());
    all.back().id = k_asked;
    QStringList sentences;
    for (const TargetConflict &conflict : targetConflicts(all)) {
        if (conflict.first == k_asked || conflict.second == k_asked) {
            sentences << conflict.sentence;
        }
    }
    return sentences.join(QLatin1Char('\n'));
}

void TargetDialog::check()
{
    const QString why = problem();
    m_problem->setText(why);
    m_problem->setVisible(!why.isEmpty());
    const QString against = conflicts();
    m_conflicts->setText(tr("Contradiction: %1").arg(against));
    m_conflicts->setVisible(!against.isEmpty());
    QPushButton *accept = m_buttons->button(QDialogButtonBox::Ok);
    accept->setEnabled(why.isEmpty());
    accept->setToolTip(why);
}

} // namespace cuntu::ui
