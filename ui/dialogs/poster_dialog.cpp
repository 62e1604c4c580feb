// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/poster_dialog.h"

#include "ui/panels/area_box.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace cuntu::ui {
namespace {

const QString k_paperKey = QStringLiteral("poster/paper");
const QString k_approvalKey = QStringLiteral("poster/approval");

} // namespace

PosterDialog::PosterDialog(Workbench &bench, QWidget *parent)
    : QDialog(parent),
      m_bench(bench),
      m_overlay(new QComboBox),
      m_area(makeAreaBox(bench.session.state()->snapshot->areas(), bench.view.asOf())),
      m_paper(new QComboBox),
      m_upright(new QComboBox),
      m_title(new QLineEdit),
      m_public(new QComboBox),
      m_approval(new QLineEdit(bench.settings.value(k_approvalKey).toString())),
      m_problem(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setObjectName(QStringLiteral("posterDialog"));
    setWindowTitle(tr("A poster for the wall"));
    for (const Overlay &overlay : bench.session.registry().overlays) {
        if (bench.session.state()->hasFeatures(overlay.programme)) {
            m_overlay->addItem(overlay.name.toString(), overlay.id);
        }
    }
    m_overlay->setCurrentIndex(std::max(0, m_overlay->findData(bench.view.overlay())));
    m_paper->addItems(posterPapers());
    m_paper->setCurrentText(bench.settings.value(k_paperKey, QStringLiteral("A1")).toString());
    m_upright->addItems({tr("across"), tr("upright")});
    m_title->setPlaceholderText(tr("the area's name and the overlay's"));
    m_public->addItems({tr("internal use"), tr("the public")});
    m_approval->setPlaceholderText(tr("e.g. GS(2022)1083; needed for the public"));
    m_problem->setWordWrap(true);
    const std::pair<QWidget *, const char *> named[] = {{m_overlay, "posterOverlay"},   {m_area, "posterArea"},
                                                        {m_paper, "posterPaper"},       {m_upright, "posterUpright"},
                                                        {m_title, "posterTitle"},       {m_public, "posterPublic"},
                                                        {m_approval, "posterApproval"}, {m_problem, "posterProblem"}};
    for (const auto &[widget, name] : named) {
        widget->setObjectName(QString::fromLatin1(name));
    }
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Draw it…"));
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Overlay"), m_overlay);
    form->addRow(tr("&Area"), m_area);
    form->addRow(tr("&Paper"), m_paper);
    form->addRow(tr("&Stands"), m_upright);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&For"), m_public);
    form->addRow(tr("Map &review no."), m_approval);
    form->addRow(m_problem);
    form->addRow(m_buttons);
    connect(m_public, &QComboBox::currentIndexChanged, this, &PosterDialog::check);
    connect(m_approval, &QLineEdit::textChanged, this, &PosterDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] {
        m_bench.settings.setValue(k_paperKey, m_paper->currentText());
        m_bench.settings.setValue(k_approvalKey, m_approval->text().trimmed());
    });
    check();
}

void PosterDialog::check()
{
    const bool needsNumber = m_public->currentIndex() == 1 && m_approval->text().trimmed().isEmpty();
    m_problem->setText(m_overlay->count() == 0 ? tr("No programme has data to draw yet.")
                       : needsNumber           ? tr("A map for the public needs the number of its review.")
                                               : QString());
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_problem->text().isEmpty());
}

PosterRequest PosterDialog::request() const
{
    PosterRequest request;
    request.overlay = m_overlay->currentData().toString();
    request.asOf = m_bench.view.asOf();
    request.area = areaOf(*m_area);
    request.paper = m_paper->currentText();
    request.upright = m_upright->currentIndex() == 1;
    request.title = m_title->text();
    request.approval = m_approval->text();
    request.isPublic = m_public->currentIndex() == 1;
    return request;
}

} // namespace cuntu::ui
