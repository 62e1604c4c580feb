// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/task_guide_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace cuntu::ui {

TaskGuidePanel::TaskGuidePanel(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_tasks(tourTasks()), m_choice(new QComboBox), m_steps(new QVBoxLayout)
{
    setObjectName(QStringLiteral("taskGuide"));
    m_choice->setObjectName(QStringLiteral("taskChoice"));
    m_choice->setAccessibleName(tr("Task"));
    for (std::size_t i = 0; i < m_tasks.size(); ++i) {
        m_choice->addItem(QStringLiteral("%1  %2").arg(i + 1).arg(m_tasks[i].title), m_tasks[i].id);
    }
    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("taskSteps"));
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(10, 0, 10, 8);
    bodyLayout->addLayout(m_steps);
    bodyLayout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(10, 0, 10, 0);
    head->addWidget(m_choice);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &TaskGuidePanel::show);
    show(0);
}

void TaskGuidePanel::start(const QString &id)
{
    const int number = m_choice->findData(id);
    m_choice->setCurrentIndex(std::max(number, 0));
    show(m_choice->currentIndex());
}

QString TaskGuidePanel::currentTask() const
{
    return m_choice->currentData().toString();
}

void TaskGuidePanel::show(int number)
{
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString &step : m_tasks[static_cast<std::size_t>(number)].steps) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 3, 0, 3);
        auto *done = new QCheckBox;
        done->setAccessibleName(step);
        auto *text = new QLabel(step);
        text->setWordWrap(true);
        row->addWidget(done, 0, Qt::AlignTop);
        row->addWidget(text, 1);
        connect(done, &QCheckBox::toggled, text, &QWidget::setDisabled);
        m_steps->addWidget(line);
    }
}

} // namespace cuntu::ui
