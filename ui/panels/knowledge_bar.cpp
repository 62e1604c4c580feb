// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/knowledge_bar.h"

#include "ui/panels/date_edit.h"
#include "ui/window/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace cuntu::ui {

KnowledgeBar::KnowledgeBar(Workbench &bench, QWidget *parent)
    : QFrame(parent),
      m_bench(bench),
      m_looksBack(new QCheckBox(tr("as it was known at the end of"))),
      m_known(makeDateEdit(Day::today())),
      m_rung(new QComboBox)
{
    setObjectName(QStringLiteral("knowledgeBar"));
    m_looksBack->setObjectName(QStringLiteral("knowledgeLooksBack"));
    m_known->setObjectName(QStringLiteral("knowledgeDay"));
    m_known->setAccessibleName(tr("Known on"));
    m_rung->setObjectName(QStringLiteral("knowledgeRung"));
    m_rung->setAccessibleName(tr("How far it is proved"));
    for (const Rung rung : {Rung::Reported, Rung::Checked, Rung::Certified}) {
        m_rung->addItem(rung == Rung::Reported ? tr("all that was reported") : tr("only: %1").arg(rungName(rung)),
                        static_cast<int>(rung));
    }
    auto *back = new QPushButton(tr("Back to now"));
    back->setObjectName(QStringLiteral("knowledgeBack"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 6, 4);
    row->addWidget(new QLabel(tr("Shown:")));
    row->addWidget(m_looksBack);
    row->addWidget(m_known);
    row->addWidget(m_rung);
    row->addStretch(1);
    row->addWidget(back);
    hide();
    connect(m_looksBack, &QCheckBox::toggled, this, &KnowledgeBar::apply);
    connect(m_known, &QDateEdit::dateChanged, this, [this] {
        m_looksBack->setChecked(true);
        apply();
    });
    connect(m_rung, &QComboBox::currentIndexChanged, this, &KnowledgeBar::apply);
    connect(back, &QPushButton::clicked, this, [this] { setOn(false); });
    connect(&bench.session, &Session::closed, this, [this] { setOn(false); });
}

void KnowledgeBar::setOn(bool on)
{
    if (on == m_on || (on && !m_bench.session.hasProject())) {
        return;
    }
    m_on = on;
    setVisible(on);
    if (on) {
        const QSignalBlocker quiet(m_looksBack);
        m_looksBack->setChecked(true);
    }
    apply();
    Q_EMIT onChanged(on);
}

void KnowledgeBar::apply()
{
    Knowledge knowledge;
    if (m_on) {
        knowledge.rung = static_cast<Rung>(m_rung->currentData().toInt());
        if (m_looksBack->isChecked()) {
            knowledge.known = Instant::endOf(dayOf(*m_known));
        }
    }
    m_bench.session.setKnowledge(knowledge);
}

} // namespace cuntu::ui
