// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/window_actions.h"

#include <QAction>
#include <QWidget>

#include <algorithm>

namespace cuntu::ui {
namespace {

/// The newest action that undo takes back, or null.
const ActionInfo *undoable(const ProjectState &state)
{
    const auto found = std::find_if(state.actions.begin(), state.actions.end(), [](const ActionInfo &each) {
        return each.canUndo && !each.undone && each.kind != QStringLiteral("undo");
    });
    return found == state.actions.end() ? nullptr : &*found;
}

/// True where the newest thing done was an undo, so that something can be done again.
bool canRedo(const ProjectState &state)
{
    int undone = 0;
    for (const ActionInfo &action : state.actions) {
        if (action.kind == QStringLiteral("undo")) {
            ++undone;
        } else if (action.kind == QStringLiteral("redo")) {
            --undone;
        } else {
            break;
        }
    }
    return undone > 0;
}

} // namespace

WindowActions::WindowActions(Workbench &bench, QWidget *window) : QObject(window), m_bench(bench), m_window(window)
{
    connect(&bench.session, &Session::stateChanged, this, &WindowActions::update);
    connect(&bench.session, &Session::opened, this, &WindowActions::update);
    connect(&bench.session, &Session::closed, this, &WindowActions::update);
    connect(&bench.view, &ViewState::selectionChanged, this, &WindowActions::update);
}

QAction *WindowActions::add(const QString &name, const QString &symbol, const QString &text,
                            const QList<QKeySequence> &keys, Needs needs, std::function<void()> triggered)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!symbol.isEmpty()) {
        action->setIcon(icon(symbol, m_bench.theme));
    }
    action->setShortcuts(keys);
    m_window->addAction(action); // its keys work also while its menu is hidden
    if (triggered) {
        connect(action, &QAction::triggered, this, std::move(triggered));
    }
    m_known.emplace(name, Known{action, needs, text});
    update();
    return action;
}

QAction *WindowActions::find(const QString &name) const
{
    const auto found = m_known.find(name);
    return found == m_known.end() ? nullptr : found->second.action;
}

QString WindowActions::obstacleOf(const QKeySequence &keys) const
{
    for (const auto &[name, known] : m_known) {
        if (!known.action->isEnabled() && known.action->shortcuts().contains(keys)) {
            return obstacle(known.needs);
        }
    }
    return {};
}

QString WindowActions::obstacle(Needs needs) const
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    const Selection &selection = m_bench.view.selection();
    if (needs == Needs::Nothing) {
        return {};
    }
    if (!m_bench.session.hasProject() || !state) {
        return tr("Open a project first.");
    }
    if (needs == Needs::Project) {
        return {};
    }
    if (needs == Needs::Picked || needs == Needs::PickedToMark) {
        if (selection.isEmpty()) {
            return tr("Pick something on the map first.");
        }
        if (needs == Needs::PickedToMark && state->tracksOf(selection.layer).empty()) {
            return tr("What is picked has no status to be marked.");
        }
        if (needs == Needs::Picked) {
            return {};
        }
    }
    if (!m_bench.session.canWrite()) {
        return tr("The project is read-only: %1").arg(state->readOnlyReason);
    }
    if (needs == Needs::Undoable && undoable(*state) == nullptr) {
        const bool imported = !state->actions.empty() && state->actions.front().kind == QStringLiteral("import");
        return imported ? tr("An import cannot be taken back.") : tr("There is nothing to undo.");
    }
    if (needs == Needs::Redoable && !canRedo(*state)) {
        return tr("There is nothing to redo.");
    }
    return {};
}

void WindowActions::update()
{
    for (const auto &[name, known] : m_known) {
        const QString why = obstacle(known.needs);
        const QString keys = known.action->shortcut().toString(QKeySequence::NativeText);
        QString plain = QString(known.text).remove(QLatin1Char('&'));
        if (known.needs == Needs::Undoable && why.isEmpty()) {
            plain = tr("Undo: %1").arg(undoable(*m_bench.session.state())->name);
        }
        known.action->setEnabled(why.isEmpty());
        known.action->setToolTip((keys.isEmpty() ? plain : QStringLiteral("%1 (%2)").arg(plain, keys)) +
                                 (why.isEmpty() ? QString() : QLatin1Char('\n') + why));
        known.action->setStatusTip(why);
    }
}

} // namespace cuntu::ui
