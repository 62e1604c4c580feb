// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QDialog>

namespace cuntu::ui {

/// What an import did: read, taken, updated, rejected, warnings; the rows that were refused, with the reason.
class ImportResultDialog : public QDialog {
    Q_OBJECT

public:
    ImportResultDialog(Workbench &bench, const QString &file, const ImportReport &report, QWidget *parent = nullptr);

private:
    QWidget *makeFigures(const ImportReport &report);
    QWidget *makeFindings(const ImportReport &report);

    Workbench &m_bench;
};

} // namespace cuntu::ui
