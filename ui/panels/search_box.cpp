// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/search_box.h"

#include "ui/window/position_text.h"

#include <QKeyEvent>
#include <QListWidget>

namespace cuntu::ui {
namespace {

constexpr std::size_t k_most = 12;
constexpr int k_delay_ms = 120;

} // namespace

SearchBox::SearchBox(Workbench &bench, QWidget *parent)
    : QLineEdit(parent), m_bench(bench), m_looking(bench.jobs), m_list(new QListWidget)
{
    setObjectName(QStringLiteral("searchBox"));
    setPlaceholderText(tr("Find a place or code (Ctrl+K)"));
    setAccessibleName(tr("Find a place or code"));
    setClearButtonEnabled(true);
    setAcceptDrops(false); // a file dropped here is for the window
    setFixedWidth(220);
    addAction(icon(QStringLiteral("search"), bench.theme), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("searchList"));
    m_list->setWindowFlags(Qt::ToolTip);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_delay.setSingleShot(true);
    m_delay.setInterval(k_delay_ms);
    installEventFilter(this);
    connect(this, &QLineEdit::textEdited, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_delay, &QTimer::timeout, this, &SearchBox::look);
    connect(m_list, &QListWidget::itemPressed, this, [this] { choose(m_list->currentRow()); });
}

SearchBox::~SearchBox()
{
    delete m_list;
}

void SearchBox::look()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    const QString words = text().trimmed();
    if (!state || words.isEmpty()) {
        m_list->hide();
        return;
    }
    if (const auto position = positionFromText(words, state->crs, m_near)) {
        const auto degrees = toLonLat(*position, state->crs);
        show({{tr("Go to %1").arg(degrees ? dmsText(*degrees) : projectedText(*position)), {}, {}, {}, {}, position}});
        return;
    }
    m_looking.run(
        tr("Searching"), this, [state, words](const JobContext &job) { return search(*state, words, k_most, job); },
        [this](Result<std::vector<Finding>> findings) {
            if (findings) {
                show(std::move(*findings));
            }
        });
}

void SearchBox::show(std::vector<Finding> findings)
{
    m_findings = std::move(findings);
    m_list->clear();
    for (const Finding &finding : m_findings) {
        m_list->addItem(finding.where.isEmpty() ? finding.text
                                                : QStringLiteral("%1    %2").arg(finding.text, finding.where));
    }
    if (m_findings.empty()) {
        auto *none = new QListWidgetItem(tr("Nothing is called so."), m_list);
        none->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(m_findings.empty() ? -1 : 0);
    m_list->setFixedSize(320, m_list->sizeHintForRow(0) * m_list->count() + 8);
    m_list->move(mapToGlobal(QPoint(0, height() + 2)));
    m_list->setVisible(hasFocus());
}

void SearchBox::choose(int row)
{
    m_list->hide();
    if (row < 0 || static_cast<std::size_t>(row) >= m_findings.size()) {
        return;
    }
    const Finding found = m_findings[static_cast<std::size_t>(row)];
    if (found.position) {
        Q_EMIT positionFound(*found.position);
        return;
    }
    if (!found.area.isEmpty()) {
        Q_EMIT areaFound(found.area);
        return;
    }
    m_bench.view.setVisible(found.layer, true);
    m_bench.view.select(found.layer, {found.feature}, SelectMode::Replace);
    Q_EMIT featureFound();
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut) {
        m_list->hide();
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, std::max(m_list->count() - 1, 0)));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(m_list->currentRow());
            return true;
        }
        if (key == Qt::Key_Escape) {
            m_list->hide();
            clear();
            return true;
        }
    }
    return QLineEdit::eventFilter(watched, event);
}

} // namespace cuntu::ui
