// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/case_table_panel.h"

#include "ui/panels/panel_parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace cuntu::ui {

CaseTablePanel::CaseTablePanel(Workbench &bench, const QString &name, const QString &title, const QStringList &headings)
    : m_bench(bench),
      m_name(name),
      m_list(new CaseList(bench, name, title, headings)),
      m_empty(makeEmptyNote(name + QStringLiteral("Empty"))),
      m_bar(new QWidget)
{
    setObjectName(name + QStringLiteral("Panel"));
    m_bar->setObjectName(QStringLiteral("panelBar"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    const PanelFooter footer = makeFooter(name + QStringLiteral("Footer"));
    m_footer = footer.text;
    layout->addWidget(footer.strip);
    connect(m_list, &CaseList::areaPicked, this, &CaseTablePanel::areaPicked);
    connect(m_list, &CaseList::featurePicked, this, &CaseTablePanel::featurePicked);
    connect(m_list, &CaseList::stepRequested, this, &CaseTablePanel::stepRequested);
    connect(m_list, &CaseList::currentChanged, this, [this] { updateButtons(); });
}

QHBoxLayout *CaseTablePanel::makeBar(const QString &filterTitle, const QStringList &filters)
{
    auto *row = new QHBoxLayout;
    auto *whole = new QHBoxLayout(m_bar);
    whole->setContentsMargins(8, 4, 8, 4);
    m_filter = new QComboBox;
    m_filter->setObjectName(m_name + QStringLiteral("Filter"));
    m_filter->setAccessibleName(filterTitle);
    m_filter->addItems(filters);
    m_copy = makeCopyButton(m_name + QStringLiteral("Copy"), tr("Copy the table, to paste it into a spreadsheet"),
                            m_bench.theme);
    whole->addWidget(m_filter);
    whole->addLayout(row, 1);
    whole->addWidget(m_copy);
    connect(m_filter, &QComboBox::activated, this, [this] { refresh(); });
    connect(m_copy, &QToolButton::clicked, m_list, &CaseList::copy);
    return row;
}

QPushButton *CaseTablePanel::makeStepButton(const QString &objectName)
{
    auto *button = new QPushButton;
    button->setObjectName(objectName);
    connect(button, &QPushButton::clicked, this, [this, button] {
        if (const Case *item = m_list->current()) {
            Q_EMIT stepRequested(item->id, button->property("state").toString());
        }
    });
    return button;
}

int CaseTablePanel::filter() const
{
    return m_filter->currentIndex();
}

void CaseTablePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_outdated, false)) {
        refresh();
    }
}

void CaseTablePanel::showWhenSeen()
{
    m_outdated = !isVisible();
    if (!m_outdated) {
        refresh();
    }
}

void CaseTablePanel::fill(std::vector<CaseRow> rows, const QString &emptyText)
{
    const bool empty = rows.empty();
    m_copy->setEnabled(!empty);
    m_list->fill(std::move(rows));
    m_list->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->setText(emptyText);
}

void CaseTablePanel::showFooter(const QString &text)
{
    m_footer->setText(text);
    m_footer->setToolTip(text);
}

} // namespace cuntu::ui
