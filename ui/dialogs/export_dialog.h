// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/exports.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace cuntu::ui {

/// Asks what is to leave the project, for whom, in which form and where to. Remembers the form and the folder; never
/// that personal data were asked for in full.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// @p what: layer, "overlay:ID" or "indicators:PROGRAMME" that is chosen at first; empty: the first layer.
    ExportDialog(Workbench &bench, const QString &what, QWidget *parent = nullptr);

    /// Only when accepted.
    ExportOrder order() const;

private:
    void makeWidgets();
    void fillWhat();
    void fillFormats();
    void makeLayout();
    void connectWidgets();
    void restore();
    void remember() const;
    void browse();
    void suggestFile();
    void update();
    QString what() const;
    QString ending() const;
    Privacy privacy() const;
    /// Chosen, or typed by name or code; empty: everywhere, or none of that name.
    AreaCode area() const;
    bool isOfFigures() const;
    QString problem() const;
    QString hint() const;
    std::optional<Crs> targetCrs() const;

    Workbench &m_bench;
    Immutable<ProjectState> m_state;
    QFormLayout *m_form = nullptr;
    QComboBox *m_what = nullptr;
    QCheckBox *m_pickedOnly = nullptr;
    QComboBox *m_area = nullptr;
    QDateEdit *m_day = nullptr;
    QComboBox *m_level = nullptr;
    QComboBox *m_format = nullptr;
    QComboBox *m_crs = nullptr;
    QComboBox *m_encoding = nullptr;
    QComboBox *m_privacy = nullptr;
    QLineEdit *m_reason = nullptr;
    QLineEdit *m_who = nullptr;
    QLineEdit *m_file = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    bool m_fileIsTyped = false; ///< then it is not suggested anew
};

} // namespace cuntu::ui
