// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_dialog.h"

#include "core/project/import_preview.h"
#include "ui/dialogs/import_proposal_page.h"
#include "ui/dialogs/import_source_page.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

namespace cuntu::ui {

ImportDialog::ImportDialog(Workbench &bench, const QString &file, const QString &progress, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import"));
    resize(900, 680);
    auto *title =
        new QLabel(progress.isEmpty() ? QFileInfo(file).fileName()
                                      : QStringLiteral("%1   (%2)").arg(QFileInfo(file).fileName(), progress));
    title->setProperty("role", QStringLiteral("heading"));
    title->setToolTip(file);
    m_problem = new QLabel;
    m_problem->setObjectName(QStringLiteral("importProblem"));
    m_problem->setProperty("role", QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_pages = new QStackedWidget;
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_problem);
    layout->addWidget(makeFoot());
    m_name->setText(QFileInfo(file).completeBaseName());
    m_source = new ImportSourcePage(bench, file);
    m_proposal = new ImportProposalPage(bench);
    m_pages->addWidget(m_source);
    m_pages->addWidget(m_proposal);
    connect(m_source, &ImportSourcePage::reading, this, [this] { setReady(false, tr("Reading…")); });
    connect(m_source, &ImportSourcePage::understood, this,
            [this](const QString &problem) { setReady(problem.isEmpty(), problem); });
    connect(m_proposal, &ImportProposalPage::working, this, [this] { setReady(false, {}); });
    connect(m_proposal, &ImportProposalPage::proposed, this,
            [this](const QString &problem) { setReady(problem.isEmpty(), problem); });
    setReady(false, tr("Reading…"));
}

QWidget *ImportDialog::makeFoot()
{
    m_strict = new QCheckBox(tr("Take nothing if a single row is bad"));
    m_strict->setObjectName(QStringLiteral("importStrict"));
    m_keep = new QCheckBox(tr("Keep how this file is read as a profile named"));
    m_keep->setObjectName(QStringLiteral("importKeep"));
    m_keep->setToolTip(tr("The next file with the same columns is then read in the same way."));
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("importProfileName"));
    m_name->setEnabled(false);
    m_name->setAccessibleName(tr("Name of the profile"));
    connect(m_keep, &QCheckBox::toggled, m_name, &QWidget::setEnabled);
    m_all = new QCheckBox(tr("Take the files that follow as they are understood, without asking"));
    m_all->setObjectName(QStringLiteral("importAll"));
    m_all->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    m_accept->setObjectName(QStringLiteral("importAccept"));
    m_back = buttons->addButton(tr("Back"), QDialogButtonBox::ActionRole);
    m_back->setObjectName(QStringLiteral("importBack"));
    connect(buttons, &QDialogButtonBox::accepted, this, &ImportDialog::goOn);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    auto *profile = new QHBoxLayout;
    profile->addWidget(m_keep);
    profile->addWidget(m_name, 1);
    auto *foot = new QWidget;
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_strict);
    layout->addLayout(profile);
    layout->addWidget(m_all);
    layout->addWidget(buttons);
    return foot;
}

bool ImportDialog::isSecondStep() const
{
    return m_pages->currentWidget() == m_proposal;
}

void ImportDialog::setReady(bool ready, const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_accept->setEnabled(ready);
    m_accept->setText(isSecondStep() ? tr("Import") : tr("Next: what it changes"));
    m_back->setVisible(isSecondStep());
}

/// From what was understood to what it would change, from there into the project.
void ImportDialog::goOn()
{
    if (isSecondStep()) {
        accept();
        return;
    }
    auto asked = m_source->request();
    if (!asked) {
        setReady(false, asked.error().toText());
        return;
    }
    asked->strict = m_strict->isChecked();
    m_pages->setCurrentWidget(m_proposal);
    m_proposal->propose(*asked);
}

void ImportDialog::goBack()
{
    m_proposal->stop();
    m_pages->setCurrentWidget(m_source);
    setReady(true, {});
}

ImportRequest ImportDialog::request() const
{
    ImportRequest request = m_proposal->decided();
    request.strict = m_strict->isChecked();
    return request;
}

std::optional<ImportProfile> ImportDialog::profileToKeep() const
{
    const QString name = m_name->text().trimmed();
    return m_keep->isChecked() && !name.isEmpty() ? std::optional(profileFrom(name, request(), m_source->info()))
                                                  : std::nullopt;
}

void ImportDialog::offerAll(bool offered)
{
    m_all->setVisible(offered);
}

bool ImportDialog::isForAll() const
{
    return m_all->isChecked();
}

} // namespace cuntu::ui
