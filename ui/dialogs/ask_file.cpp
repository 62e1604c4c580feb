// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ask_file.h"

#include "ui/window/text.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>

namespace cuntu::ui {

void askFile(QWidget *parent, const FileQuestion &question, const std::function<void(const QStringList &)> &answered)
{
    auto *dialog = new QFileDialog(parent, question.title);
    dialog->setObjectName(QStringLiteral("fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(question.filters);
    if (question.folder) {
        dialog->setFileMode(QFileDialog::Directory);
    } else if (question.save) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setFileMode(QFileDialog::AnyFile);
        dialog->setDefaultSuffix(question.suffix);
        dialog->selectFile(question.suggestion);
    } else {
        dialog->setFileMode(question.several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    }
    QObject::connect(dialog, &QFileDialog::accepted, parent, [dialog, answered] { answered(dialog->selectedFiles()); });
    dialog->open();
}

QToolButton *makeBrowseButton(QLineEdit *line, const QString &title)
{
    auto *browse = new QToolButton;
    browse->setText(QStringLiteral("…"));
    browse->setToolTip(Ui::tr("Choose a file"));
    browse->setAccessibleName(browse->toolTip());
    QObject::connect(browse, &QToolButton::clicked, line, [line, title] {
        askFile(line, {title, {Ui::tr("Any file (*)")}, {}, {}},
                [line](const QStringList &files) { line->setText(files.front()); });
    });
    return browse;
}

void askBefore(QWidget *parent, const QString &question, const QString &yes, const std::function<void()> &agreed)
{
    auto *box = new QMessageBox(QMessageBox::Question, {}, question, QMessageBox::Cancel, parent);
    box->setObjectName(QStringLiteral("question"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QAbstractButton *button = box->addButton(yes, QMessageBox::AcceptRole);
    QObject::connect(box, &QMessageBox::buttonClicked, parent, [button, agreed](const QAbstractButton *clicked) {
        if (clicked == button) {
            agreed();
        }
    });
    box->open();
}

} // namespace cuntu::ui
