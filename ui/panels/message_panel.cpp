// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/message_panel.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QTreeWidget>

namespace cuntu::ui {
namespace {

QString levelIcon(MessageLevel level)
{
    switch (level) {
    case MessageLevel::Info:
        return QStringLiteral("info");
    case MessageLevel::Warning:
        return QStringLiteral("warning");
    case MessageLevel::Failure:
        return QStringLiteral("failure");
    }
    return {};
}

QString levelKey(MessageLevel level)
{
    return levelIcon(level);
}

} // namespace

MessagePanel::MessagePanel(Workbench &bench, QWidget *parent) : QWidget(parent), m_bench(bench), m_list(new QTreeWidget)
{
    m_list->setObjectName(QStringLiteral("messageList"));
    m_list->setAccessibleName(tr("Messages"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(true);
    m_list->setAlternatingRowColors(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    m_empty = new QLabel(tr("No messages yet. What is done, warned of and refused is kept here."));
    m_empty->setProperty("role", QStringLiteral("muted"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    layout->addWidget(m_empty, 1);
    m_list->setVisible(false);
    for (const Message &message : bench.log.messages()) {
        add(message);
    }
    connect(&bench.log, &MessageLog::added, this, &MessagePanel::add);
}

void MessagePanel::add(const Message &message)
{
    m_empty->hide();
    m_list->show();
    QStringList lines = message.text.split(QLatin1Char('\n'));
    auto *item = new QTreeWidgetItem({message.time.toString(QStringLiteral("HH:mm:ss")), lines.takeFirst()});
    item->setIcon(0, icon(levelIcon(message.level), m_bench.theme));
    item->setToolTip(1, message.text);
    if (message.level == MessageLevel::Failure) {
        item->setForeground(1, m_bench.theme.failure);
    }
    for (const QString &line : lines + message.details) {
        auto *child = new QTreeWidgetItem(item, {QString(), line});
        child->setForeground(1, m_bench.theme.muted);
        child->setToolTip(1, line);
    }
    m_list->insertTopLevelItem(0, item);
}

MessageBar::MessageBar(Workbench &bench, QWidget *parent)
    : QFrame(parent),
      m_bench(bench),
      m_sign(new QLabel),
      m_text(new QLabel),
      m_more(new QToolButton),
      m_details(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setObjectName(QStringLiteral("messageBarText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more->setObjectName(QStringLiteral("messageBarDetails"));
    m_more->setText(tr("Details"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_details->setReadOnly(true);
    m_details->setMaximumHeight(110);
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("messageBarClose"));
    close->setIcon(icon(QStringLiteral("close"), bench.theme));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(10, 5, 6, 5);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_sign, 0, 0, Qt::AlignTop);
    grid->addWidget(m_text, 0, 1);
    grid->addWidget(m_more, 0, 2, Qt::AlignTop);
    grid->addWidget(close, 0, 3, Qt::AlignTop);
    grid->addWidget(m_details, 1, 1, 1, 3);
    hide();
    connect(m_more, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(&bench.log, &MessageLog::added, this, [this](const Message &message) {
        if (message.level != MessageLevel::Info) {
            say(message);
        }
    });
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::say(const Message &message)
{
    setProperty("level", levelKey(message.level));
    setStyleSheet(
        styleSheet()); // the level chooses a colour in the style sheet, which is only looked up anew when asked
    m_sign->setPixmap(icon(levelIcon(message.level), m_bench.theme).pixmap(16, 16));
    m_text->setText(message.text);
    m_details->setPlainText(message.details.join(QLatin1Char('\n')));
    m_more->setVisible(!message.details.isEmpty());
    m_more->setChecked(false);
    m_details->hide();
    show();
}

} // namespace cuntu::ui
