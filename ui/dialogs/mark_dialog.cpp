// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mark_dialog.h"

#include "ui/dialogs/ask_file.h"
#include "ui/panels/date_edit.h"
#include "ui/window/marking.h"
#include "ui/window/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace cuntu::ui {
namespace {

/// The step of one feature that stands at @p entry (empty: nothing was said yet) to the choice's status.
void addStep(const LifeCycle &cycle, const std::optional<HeldEntry> &entry, StepChoice &choice)
{
    const Step step = stepTo(cycle, entry, choice.status->id);
    if (step.allowed) {
        ++choice.allowed;
        choice.needsNote = choice.needsNote || step.needsNote;
    } else {
        choice.refusedFrom = step.from;
    }
}

} // namespace

std::vector<StepChoice> stepChoices(const LifeCycle &cycle, const TrackView &track,
                                    const std::vector<FeatureId> &features, Day day)
{
    std::vector<StepChoice> choices;
    for (const Status &status : cycle.statuses) {
        choices.push_back({&status, 0, false, {}});
    }
    for (const FeatureId id : features) {
        const auto entry = track.standingOn(id, day);
        for (StepChoice &choice : choices) {
            addStep(cycle, entry, choice);
        }
    }
    return choices;
}

MarkDialog::MarkDialog(Workbench &bench, const PlaceCard &card, QWidget *parent)
    : QDialog(parent), m_bench(bench), m_card(card), m_tracks(bench.session.state()->tracksOf(card.selection.layer))
{
    setObjectName(QStringLiteral("markDialog"));
    setWindowTitle(tr("Mark"));
    setMinimumWidth(470);
    makeForm();
    if (m_programme) {
        connect(m_programme, &QComboBox::currentIndexChanged, this, &MarkDialog::fillStatuses);
    }
    connect(m_statuses, &QListWidget::currentRowChanged, this, &MarkDialog::check);
    connect(m_statuses, &QListWidget::itemDoubleClicked, this, [this] {
        if (problem().isEmpty()) {
            accept();
        }
    });
    connect(m_date, &QDateEdit::dateChanged, this, &MarkDialog::fillStatuses);
    connect(m_correction, &QCheckBox::toggled, this, &MarkDialog::fillStatuses);
    connect(m_who, &QLineEdit::textChanged, this, &MarkDialog::check);
    connect(m_note, &QPlainTextEdit::textChanged, this, &MarkDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fillStatuses();
}

QWidget *MarkDialog::makeHead()
{
    auto *head = new QWidget;
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins({});
    layout->setSpacing(1);
    auto *title = new QLabel(m_card.title);
    title->setProperty("role", QStringLiteral("heading"));
    QStringList now;
    for (const StatusCount &status : m_card.statuses) {
        const QString name = status.programme.isEmpty() ? status.name : tr("%1: %2").arg(status.programme, status.name);
        now << (m_card.selection.features.size() == 1 ? name : QStringLiteral("%1 %2").arg(name).arg(status.count));
    }
    auto *below = new QLabel(tr("%1. Now: %2").arg(m_card.schema.name.toString(), now.join(QStringLiteral(", "))));
    below->setProperty("role", QStringLiteral("muted"));
    below->setWordWrap(true);
    layout->addWidget(title);
    layout->addWidget(below);
    return head;
}

void MarkDialog::makeForm()
{
    if (m_tracks.size() > 1) {
        m_programme = new QComboBox;
        m_programme->setObjectName(QStringLiteral("markProgramme"));
        for (const TrackCycle &each : m_tracks) {
            const Programme *programme = m_bench.session.state()->registry->findProgramme(each.programme);
            m_programme->addItem(programme ? programme->name.toString() : each.programme);
        }
    }
    m_statuses = new QListWidget;
    m_statuses->setObjectName(QStringLiteral("markStatus"));
    m_statuses->setAccessibleName(tr("Status"));
    m_statuses->setMinimumHeight(190);
    m_correction = new QCheckBox(tr("Correct the statement that holds now (any status)"));
    m_correction->setObjectName(QStringLiteral("markCorrection"));
    m_date = makeDateEdit(m_bench.view.asOf());
    m_date->setObjectName(QStringLiteral("markDate"));
    m_who = new QLineEdit(m_bench.settings.who());
    m_who->setObjectName(QStringLiteral("markWho"));
    m_note = new QPlainTextEdit;
    m_note->setObjectName(QStringLiteral("markNote"));
    m_note->setTabChangesFocus(true);
    m_note->setMaximumHeight(56);
    m_evidence = new QLineEdit;
    m_evidence->setObjectName(QStringLiteral("markEvidence"));
    m_evidence->setPlaceholderText(tr("photo or document; a copy is kept in the project"));
    QToolButton *browse = makeBrowseButton(m_evidence, tr("Evidence"));
    m_rung = new QComboBox;
    m_rung->setObjectName(QStringLiteral("markRung"));
    for (const Rung rung : {Rung::Reported, Rung::Checked, Rung::Certified}) {
        m_rung->addItem(rungName(rung), static_cast<int>(rung));
    }
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("markProblem"));
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Mark"));
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("markAccept"));

    auto *files = new QHBoxLayout;
    files->addWidget(m_evidence, 1);
    files->addWidget(browse);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    if (m_programme) {
        form->addRow(tr("&Programme"), m_programme);
    }
    form->addRow(tr("&Status"), m_statuses);
    form->addRow(QString(), m_correction);
    form->addRow(tr("&Day in the field"), m_date);
    form->addRow(tr("&Who reports it"), m_who);
    form->addRow(tr("&Trust"), m_rung);
    form->addRow(tr("&Note"), m_note);
    auto *evidenceLabel = new QLabel(tr("&Evidence")); // a form finds no field in a row of two by itself
    evidenceLabel->setBuddy(m_evidence);
    form->addRow(evidenceLabel, files);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeHead());
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(m_buttons);
}

const TrackCycle &MarkDialog::track() const
{
    return m_tracks[m_programme ? static_cast<std::size_t>(m_programme->currentIndex()) : 0];
}

TrackView MarkDialog::standings() const
{
    return m_bench.session.state()->snapshot->ledger().track({track().programme, m_card.selection.layer, {}});
}

std::optional<HeldEntry> MarkDialog::entryToCorrect() const
{
    const std::vector<FeatureId> &features = m_card.selection.features;
    return features.size() == 1 ? standings().standingOn(features.front(), dayOf(*m_date)) : std::nullopt;
}

void MarkDialog::fillStatuses()
{
    const QString chosen = chosenStatus();
    m_correction->setEnabled(entryToCorrect().has_value());
    m_correction->setToolTip(m_correction->isEnabled()
                                 ? tr("The old statement stays in the history, struck out.")
                                 : tr("Only a statement about a single feature can be corrected."));
    const bool correcting = m_correction->isEnabled() && m_correction->isChecked();
    m_steps = stepChoices(*track().lifeCycle, standings(), m_card.selection.features, dayOf(*m_date));
    const int all = static_cast<int>(m_card.selection.features.size());
    m_statuses->clear();
    for (const StepChoice &step : m_steps) {
        const QColor colour = QColor::fromRgb(0xFF000000U | step.status->colour);
        auto *item = new QListWidgetItem(swatch(colour, Marking::Plain, GeometryType::Polygon, m_bench.theme),
                                         step.status->name.toString(), m_statuses);
        item->setData(Qt::UserRole, step.status->id);
        if (step.allowed < all && !correcting) {
            item->setFlags(Qt::NoItemFlags);
            item->setToolTip(tr("Not a next step from '%1'.").arg(step.refusedFrom));
        } else if (step.status->id == chosen) {
            m_statuses->setCurrentItem(item);
        }
    }
    if (chosen.isEmpty() && !correcting) {
        offerNextStep();
    }
    check();
}

void MarkDialog::offerNextStep()
{
    const int all = static_cast<int>(m_card.selection.features.size());
    const auto standing = entryToCorrect();
    bool isLater = !standing;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        if (isLater && m_steps[i].allowed == all) {
            m_statuses->setCurrentRow(static_cast<int>(i));
            return;
        }
        isLater = isLater || m_steps[i].status->id == standing->status;
    }
}

QString MarkDialog::chosenStatus() const
{
    const QListWidgetItem *item = m_statuses->currentItem();
    return item != nullptr && item->flags().testFlag(Qt::ItemIsEnabled) ? item->data(Qt::UserRole).toString()
                                                                        : QString();
}

QString MarkDialog::problem() const
{
    const QString status = chosenStatus();
    if (status.isEmpty()) {
        return tr("Choose the status that was reached. Grey ones are not a next step.");
    }
    if (m_who->text().trimmed().isEmpty()) {
        return tr("Say who reports it.");
    }
    const bool correcting = m_correction->isEnabled() && m_correction->isChecked();
    for (const StepChoice &step : m_steps) {
        if (step.status->id == status && step.needsNote && !correcting && m_note->toPlainText().trimmed().isEmpty()) {
            return tr("This step needs a reason: write a note.");
        }
    }
    return {};
}

void MarkDialog::check()
{
    const QString why = problem();
    m_problem->setText(why);
    QPushButton *accept = m_buttons->button(QDialogButtonBox::Ok);
    accept->setEnabled(why.isEmpty());
    accept->setToolTip(why);
}

MarkRequest MarkDialog::request() const
{
    MarkRequest request;
    request.layer = m_card.selection.layer;
    request.programme = track().programme;
    request.features = m_card.selection.features;
    request.status = chosenStatus();
    request.effective = dayOf(*m_date);
    request.who = m_who->text().trimmed();
    request.note = m_note->toPlainText().trimmed();
    request.source = tr("window");
    if (const QString file = m_evidence->text().trimmed(); !file.isEmpty()) {
        request.evidenceFiles << file;
    }
    request.rung = static_cast<Rung>(m_rung->currentData().toInt());
    if (const auto entry = entryToCorrect(); entry && m_correction->isEnabled() && m_correction->isChecked()) {
        request.supersedes = entry->id;
    }
    return request;
}

} // namespace cuntu::ui
