// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/import_preview.h"
#include "ui/window/workbench.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QTableWidget;
class QTabWidget;

namespace cuntu::ui {

class ImportColumns;
class ShapePreview;

/// The first step of an import: what was understood of a file - encoding, coordinate system, columns, first rows, where
/// they lie - and the means to say otherwise.
class ImportSourcePage : public QWidget {
    Q_OBJECT

public:
    ImportSourcePage(Workbench &bench, const QString &file, QWidget *parent = nullptr);

    /// What the user said, with the profile that fits.
    Result<ImportRequest> request() const;
    const SourceInfo &info() const { return m_info; }

Q_SIGNALS:
    /// The file was read as it is understood now; or it cannot be: then @p problem says why.
    void understood(const QString &problem);
    void reading();

private:
    QWidget *makeForm();
    QWidget *makeTabs();
    void fillChoices();
    void takeProfiles(std::vector<ImportProfile> profiles);
    void preview();
    void show(const ImportPreview &preview);
    void showEncodings(const ImportPreview &preview);
    void showRows(const ImportPreview &preview);
    void showMap(const ImportPreview &preview);
    void showProblem(const QString &text);
    ImportRequest said() const;
    const ImportProfile *profile() const;
    QString chosenRole() const;

    Workbench &m_bench;
    QString m_file;
    LatestJob m_reading;
    SourceInfo m_info;
    std::vector<ImportProfile> m_profiles;
    QComboBox *m_profile = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_sheet = nullptr;
    QComboBox *m_encoding = nullptr;
    QComboBox *m_crs = nullptr;
    QLabel *m_found = nullptr;
    QTabWidget *m_tabs = nullptr;
    ImportColumns *m_columns = nullptr;
    QTableWidget *m_rows = nullptr;
    ShapePreview *m_map = nullptr;
    bool m_asked = false; ///< the user chose a role or a profile
};

} // namespace cuntu::ui
