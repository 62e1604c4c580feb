// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/analysis.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QTreeWidget;
class QTreeWidgetItem;

namespace cuntu::ui {

class ParameterForm;

/// The algorithms of the programmes: chosen in a tree that can be searched, asked by a form made of what they declare,
/// and run on the day that is shown; below them the results that are kept.
class AnalysisPanel : public QWidget {
    Q_OBJECT

public:
    AnalysisPanel(Workbench &bench, Analysis &analysis, QWidget *parent = nullptr);

    /// Chooses an algorithm, with what was given to it the last time here.
    void choose(const QString &algorithm);
    /// Chooses the algorithm of a kept result with its parameters, and runs it.
    void runAgain(const KeptRun &run);
    const QString &chosen() const { return m_chosen; }
    /// The keys go to the search.
    void focusSearch();

Q_SIGNALS:
    void runPicked(qint64 run);
    void compareRequested(const std::vector<qint64> &runs);
    void adoptRequested(qint64 run);

private:
    QWidget *makeChoice();
    QWidget *makeQuestion();
    void fillTree();
    QString wordsOfItem(QTreeWidgetItem &item) const;
    void filterTree();
    void showForm(const QMap<QString, QString> &given);
    void run();
    void onStarted();
    void onProgress(double share, const QString &doing);
    void onFailed(const Error &error);
    void onEnd();
    const Algorithm *algorithm() const;
    QStringList layerIds() const;
    void updateButtons();

    Workbench &m_bench;
    Analysis &m_analysis;
    QString m_chosen;      ///< id; empty: none
    QString m_shown;       ///< id of what the form is of
    QStringList m_offered; ///< layers that the form offers
    QLineEdit *m_search = nullptr;
    QTreeWidget *m_tree = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_help = nullptr;
    QScrollArea *m_place = nullptr; ///< of the form
    ParameterForm *m_form = nullptr;
    QLabel *m_day = nullptr;
    QPushButton *m_run = nullptr;
    QPushButton *m_stop = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_said = nullptr; ///< what is done, or what went wrong
};

} // namespace cuntu::ui
