// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/adopt_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace cuntu::ui {
namespace {

constexpr std::size_t k_mostShown = 500; ///< refused steps that have a row

QTreeWidget *makeList(const QString &name, const QStringList &headings)
{
    auto *list = new QTreeWidget;
    list->setObjectName(name);
    list->setHeaderLabels(headings);
    list->setRootIsDecorated(false);
    list->setAlternatingRowColors(true);
    list->setUniformRowHeights(true);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return list;
}

} // namespace

AdoptDialog::AdoptDialog(Workbench &bench, const KeptRun &run, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_run(run), m_planning(bench.jobs)
{
    setObjectName(QStringLiteral("adoptDialog"));
    setWindowTitle(tr("Adopt '%1' into the plan").arg(run.name));
    resize(640, 480);
    m_moved = new QLabel;
    m_moved->setObjectName(QStringLiteral("adoptMoved"));
    m_moved->setWordWrap(true);
    m_moved->setStyleSheet(QStringLiteral("color: %1").arg(bench.theme.warning.name()));
    m_moved->hide();
    m_steps = makeList(QStringLiteral("adoptSteps"), {tr("Layer"), tr("Step"), tr("Features"), tr("On")});
    m_already = new QLabel;
    m_already->setObjectName(QStringLiteral("adoptAlready"));
    m_refusedTitle = new QLabel;
    m_refused = makeList(QStringLiteral("adoptRefused"), {tr("Row"), tr("Why it is refused"), tr("Rule")});
    m_refusedTitle->hide();
    m_refused->hide();
    m_who = new QLineEdit(bench.settings.who());
    m_who->setObjectName(QStringLiteral("adoptWho"));
    m_problem = new QLabel(tr("Looking at what would be entered…"));
    m_problem->setObjectName(QStringLiteral("adoptProblem"));
    m_problem->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Enter into the ledger"));
    auto *form = new QFormLayout;
    form->addRow(tr("&Who enters it"), m_who);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_moved);
    layout->addWidget(m_steps, 2);
    layout->addWidget(m_already);
    layout->addWidget(m_refusedTitle);
    layout->addWidget(m_refused, 2);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
    auto *pause = new QTimer(this); // the rules look at who enters it: planned anew when he stops typing
    pause->setSingleShot(true);
    pause->setInterval(300);
    connect(pause, &QTimer::timeout, this, &AdoptDialog::plan);
    connect(m_who, &QLineEdit::textChanged, this, [this, pause] {
        m_adoption.reset();
        check();
        pause->start();
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
    plan();
}

QString AdoptDialog::who() const
{
    return m_who->text().trimmed();
}

void AdoptDialog::plan()
{
    m_planning.run(
        tr("Looking at what would be entered"), this,
        [project = m_bench.session.project(), run = m_run, who = who()](const JobContext &) {
            return planAdoption(*project, run, who);
        },
        [this](const Result<Adoption> &adoption) {
            if (!adoption) {
                m_problem->setText(adoption.error().toText());
                return;
            }
            show(*adoption);
        });
}

QString AdoptDialog::stepName(const AdoptionStep &step) const
{
    const Registry &registry = m_bench.session.registry();
    const auto schema = registry.layerSchema(step.layer);
    for (const Field &field : schema ? schema->fields : std::vector<Field>()) {
        if (field.id == step.field) {
            return tr("sets %1").arg(field.name.toString());
        }
    }
    for (const TrackCycle &track : schema ? registry.tracksOf(*schema) : std::vector<TrackCycle>()) {
        if (const Status *status = track.lifeCycle->findStatus(step.status)) {
            return status->name.toString();
        }
    }
    return step.field.isEmpty() ? step.status : step.field;
}

void AdoptDialog::show(const Adoption &adoption)
{
    m_adoption = adoption;
    m_moved->setText(tr("The result is out of date: %1. Run it again, or adopt it all the same.")
                         .arg(adoption.moved.join(QStringLiteral("; "))));
    m_moved->setVisible(!adoption.moved.isEmpty());
    const Immutable<ProjectState> state = m_bench.session.state();
    m_steps->clear();
    for (const AdoptionStep &step : adoption.steps) {
        const LayerInfo *layer = state ? state->findLayer(step.layer) : nullptr;
        const QString days = step.first == step.last
                                 ? step.first.toText()
                                 : QStringLiteral("%1 – %2").arg(step.first.toText(), step.last.toText());
        new QTreeWidgetItem(m_steps, {layer != nullptr ? layer->schema.name.toString() : step.layer, stepName(step),
                                      QString::number(step.features), days});
    }
    m_already->setText(
        tr("%n feature(s) are at the step already and are left out.", nullptr, static_cast<int>(adoption.already)));
    m_already->setVisible(adoption.already > 0);
    m_refused->clear();
    for (std::size_t i = 0; i < std::min(adoption.refused.size(), k_mostShown); ++i) {
        const Error &error = adoption.refused[i];
        auto *row =
            new QTreeWidgetItem(m_refused, {QString::number(error.where.row), error.sentence, error.where.rule});
        row->setToolTip(1, error.toText());
    }
    m_refusedTitle->setText(tr("%n step(s) are refused; nothing is entered until they are settled:", nullptr,
                               static_cast<int>(adoption.refused.size())));
    m_refusedTitle->setVisible(!adoption.refused.empty());
    m_refused->setVisible(!adoption.refused.empty());
    check();
}

void AdoptDialog::check()
{
    const QString problem = who().isEmpty()                ? tr("Say who enters it.")
                            : !m_adoption                  ? tr("Looking at what would be entered…")
                            : !m_adoption->refused.empty() ? tr("Correct what is refused, or run the algorithm again.")
                            : m_adoption->isEmpty()        ? tr("There is nothing left to enter.")
                                                           : QString();
    m_problem->setText(problem.isEmpty() ? tr("All of it is one action: Ctrl+Z takes it back.") : problem);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(problem.isEmpty());
}

} // namespace cuntu::ui
