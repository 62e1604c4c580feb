// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/source.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QTableWidget;

namespace cuntu::ui {

/// What was found out about a file before it is imported.
struct ImportPreview {
    SourceInfo info;
    QString role;                ///< the one asked for, or the guess
    std::vector<SourceRow> rows; ///< the first ones that are data
};

/// What the user says about a file; empty: to be found out.
struct PreviewRequest {
    SourceOptions options;
    QString role;
};

/// Opens the file and reads its first rows. On a job's thread; what Source::open() reports.
Result<ImportPreview> makePreview(const PreviewRequest &request, const Registry &registry, const JobContext &job);

/// Shows what was understood of a file (encoding, coordinate system, columns, first rows) and lets the user say
/// otherwise before it is imported.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(Workbench &bench, const QString &file, const QString &progress, QWidget *parent = nullptr);

    ImportRequest request() const;
    /// Offers to import the files that follow without a question each.
    void offerAll(bool offered);
    bool isForAll() const;

private:
    void makeWidgets(const QString &progress);
    void fillChoices();
    void preview();
    void show(const ImportPreview &preview);
    void showTable(const ImportPreview &preview);
    void showProblem(const QString &text);
    QString chosenRole() const;

    Workbench &m_bench;
    QString m_file;
    LatestJob m_reading;
    bool m_ready = false;
    QComboBox *m_role = nullptr;
    QComboBox *m_sheet = nullptr;
    QComboBox *m_encoding = nullptr;
    QComboBox *m_crs = nullptr;
    QCheckBox *m_strict = nullptr;
    QCheckBox *m_all = nullptr;
    QLabel *m_found = nullptr;
    QTableWidget *m_table = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QString m_guessedRole;
};

} // namespace cuntu::ui
