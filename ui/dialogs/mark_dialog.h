// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/place_card.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace cuntu::ui {

/// How many of the picked features may go to a status.
struct StepChoice {
    const Status *status = nullptr;
    int allowed = 0;        ///< features that may take this step
    bool needsNote = false; ///< for any of them
    QString refusedFrom;    ///< name of a status from which the step is not allowed; empty: none
};

/// For each status of @p cycle, which of @p features may go there on @p day (as Project::mark() judges it). @p track
/// holds where they stand.
std::vector<StepChoice> stepChoices(const LifeCycle &cycle, const TrackView &track,
                                    const std::vector<FeatureId> &features, Day day);

/// Asks for the status of a programme that picked features reached, on which day, who says so, why, and with what
/// evidence. Only steps that may come next can be chosen, unless an earlier statement about a single feature is
/// corrected.
class MarkDialog : public QDialog {
    Q_OBJECT

public:
    MarkDialog(Workbench &bench, const PlaceCard &card, QWidget *parent = nullptr);

    /// What was asked for. Only when accepted.
    MarkRequest request() const;

private:
    QWidget *makeHead();
    void makeForm();
    void fillStatuses();
    /// Chooses the first step that may follow on where the features stand: mostly that is the one.
    void offerNextStep();
    void check();
    QString chosenStatus() const;
    QString problem() const;
    const TrackCycle &track() const;
    TrackView standings() const;
    std::optional<HeldEntry> entryToCorrect() const;

    Workbench &m_bench;
    PlaceCard m_card;
    std::vector<TrackCycle> m_tracks; ///< never empty
    std::vector<StepChoice> m_steps;
    QComboBox *m_programme = nullptr; ///< null where there is only one
    QListWidget *m_statuses = nullptr;
    QCheckBox *m_correction = nullptr;
    QDateEdit *m_date = nullptr;
    QLineEdit *m_who = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QLineEdit *m_evidence = nullptr;
    QComboBox *m_rung = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace cuntu::ui
