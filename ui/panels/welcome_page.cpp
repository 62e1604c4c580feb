// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/welcome_page.h"

#include "ui/window/sample.h"

#include <QFileInfo>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace cuntu::ui {
namespace {

QLabel *label(const QString &text, const QString &role)
{
    auto *result = new QLabel(text);
    result->setProperty("role", role);
    result->setWordWrap(true);
    return result;
}

} // namespace

WelcomePage::WelcomePage(Workbench &bench, QWidget *parent) : QWidget(parent), m_bench(bench)
{
    setObjectName(QStringLiteral("welcomePage"));
    setAttribute(Qt::WA_StyledBackground);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(56);
    columns->addStretch(1);
    columns->addWidget(makeLeft(), 4);
    columns->addWidget(makeRight(), 7);
    columns->addStretch(1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(32, 24, 32, 24);
    rows->addStretch(1);
    rows->addLayout(columns);
    rows->addStretch(2);
    fillRecent();
}

QWidget *WelcomePage::makeLeft()
{
    auto *left = new QWidget;
    left->setMaximumWidth(360);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins({});
    layout->addWidget(label(tr("Cuntu"), QStringLiteral("title")));
    layout->addWidget(label(
        tr("Enter once where every village stands; read it on the map, in figures and in reports, as of any day."),
        QStringLiteral("muted")));
    layout->addSpacing(14);
    auto *create = new QPushButton(icon(QStringLiteral("new"), m_bench.theme), tr("New project…"));
    create->setObjectName(QStringLiteral("welcomeNew"));
    auto *open = new QPushButton(icon(QStringLiteral("open"), m_bench.theme), tr("Open a project…"));
    open->setObjectName(QStringLiteral("welcomeOpen"));
    for (QPushButton *button : {create, open}) {
        button->setMinimumHeight(32);
        layout->addWidget(button);
    }
    layout->addSpacing(14);
    layout->addWidget(label(tr("Last opened"), QStringLiteral("section")));
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(1);
    layout->addLayout(m_recent);
    layout->addStretch(1);
    connect(create, &QPushButton::clicked, this, &WelcomePage::newRequested);
    connect(open, &QPushButton::clicked, this, &WelcomePage::openRequested);
    return left;
}

void WelcomePage::fillRecent()
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList recent = m_bench.settings.recentProjects();
    if (recent.isEmpty()) {
        m_recent->addWidget(label(tr("Nothing yet. A project is one file, and everything about a region is in it."),
                                  QStringLiteral("muted")));
    }
    for (const QString &path : recent.mid(0, 8)) {
        auto *button = new QToolButton;
        button->setText(QFileInfo(path).completeBaseName());
        button->setToolTip(path);
        button->setIcon(icon(QStringLiteral("layers"), m_bench.theme));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setCursor(Qt::PointingHandCursor);
        button->setObjectName(QStringLiteral("welcomeRecent"));
        connect(button, &QToolButton::clicked, this, [this, path] { Q_EMIT recentRequested(path); });
        m_recent->addWidget(button);
    }
}

QWidget *WelcomePage::makeRight()
{
    auto *right = new QWidget;
    auto *grid = new QGridLayout(right);
    grid->setContentsMargins({});
    grid->setSpacing(12);
    auto *head = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->addWidget(label(tr("The sample county"), QStringLiteral("heading")));
    words->addWidget(
        label(tr("A made-up county with the data, and the mistakes, that real ones have. Four tasks of five minutes:"),
              QStringLiteral("muted")));
    head->addLayout(words, 1);
    auto *open = new QPushButton(tr("Open the sample"));
    open->setObjectName(QStringLiteral("welcomeSample"));
    open->setProperty("primary", true);
    head->addWidget(open, 0, Qt::AlignTop);
    grid->addLayout(head, 0, 0, 1, 2);
    const std::vector<TourTask> tasks = tourTasks();
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const int place = static_cast<int>(i);
        grid->addWidget(makeCard(tasks[i], place + 1), 1 + place / 2, place % 2);
    }
    auto *anew = new QPushButton(tr("Start afresh: make the working copy again"));
    anew->setObjectName(QStringLiteral("welcomeSampleAnew"));
    anew->setFlat(true);
    anew->setVisible(QFileInfo::exists(samplePath()));
    grid->addWidget(anew, 3, 0, 1, 2, Qt::AlignRight);
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT sampleRequested({}); });
    connect(anew, &QPushButton::clicked, this, &WelcomePage::sampleAnewRequested);
    return right;
}

QWidget *WelcomePage::makeCard(const TourTask &task, int number)
{
    auto *card = new QFrame;
    card->setProperty("card", true);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 13, 16, 13);
    layout->addWidget(label(QStringLiteral("%1  %2").arg(number).arg(task.title), QStringLiteral("heading")));
    layout->addWidget(label(task.summary, QStringLiteral("muted")));
    layout->addStretch(1);
    auto *start = new QPushButton(tr("Start"));
    start->setObjectName(QStringLiteral("task_") + task.id);
    start->setAccessibleName(tr("Start: %1").arg(task.title));
    layout->addWidget(start, 0, Qt::AlignLeft);
    connect(start, &QPushButton::clicked, this, [this, id = task.id] { Q_EMIT sampleRequested(id); });
    return card;
}

} // namespace cuntu::ui
