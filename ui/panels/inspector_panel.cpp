// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/inspector_panel.h"

#include "ui/panels/field_form.h"
#include "ui/panels/history_list.h"
#include "ui/panels/history_timeline.h"
#include "ui/panels/photo_strip.h"
#include "ui/window/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace cuntu::ui {
namespace {

QLabel *roleLabel(const QString &text, const QString &role)
{
    auto *label = new QLabel(text);
    label->setProperty("role", role);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

InspectorPanel::InspectorPanel(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_loading(bench.jobs), m_judging(bench.jobs), m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("inspector"));
    m_pages->addWidget(makeEmptyPage());
    m_pages->addWidget(makeCardPage());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);
    connect(&bench.view, &ViewState::selectionChanged, this, &InspectorPanel::reload);
    connect(&bench.view, &ViewState::asOfChanged, this, &InspectorPanel::followDay);
    connect(&bench.session, &Session::stateChanged, this, &InspectorPanel::reload);
    connect(&bench.session, &Session::closed, this, &InspectorPanel::reload);
    reload();
}

QWidget *InspectorPanel::makeEmptyPage()
{
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("inspectorBody"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(18, 18, 18, 18);
    QLabel *text =
        roleLabel(tr("Nothing is picked.\n\nClick a place on the map, or draw a box with the Select tool, to read its "
                     "card and to mark its progress."),
                  QStringLiteral("muted"));
    text->setObjectName(QStringLiteral("inspectorEmpty"));
    text->setAlignment(Qt::AlignHCenter);
    layout->addStretch(1);
    layout->addWidget(text);
    layout->addStretch(2);
    return page;
}

QWidget *InspectorPanel::makeHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins({});
    auto *names = new QVBoxLayout;
    names->setSpacing(1);
    m_title = roleLabel({}, QStringLiteral("heading"));
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_subtitle = roleLabel({}, QStringLiteral("muted"));
    names->addWidget(m_title);
    names->addWidget(m_subtitle);
    row->addLayout(names, 1);
    m_mark = new QPushButton(tr("Mark…"));
    m_mark->setObjectName(QStringLiteral("inspectorMark"));
    m_mark->setProperty("primary", true);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    connect(m_mark, &QPushButton::clicked, this, &InspectorPanel::markRequested);
    return header;
}

QWidget *InspectorPanel::makeCardPage()
{
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("inspectorScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *body = new QWidget;
    body->setObjectName(QStringLiteral("inspectorBody"));
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(6);
    layout->addWidget(makeHeader());
    m_statuses = new QVBoxLayout;
    layout->addLayout(m_statuses);
    layout->addWidget(m_programmesHeading = roleLabel(tr("Programmes"), QStringLiteral("section")));
    m_programmes = new QVBoxLayout;
    layout->addLayout(m_programmes);
    layout->addWidget(m_photos = new PhotoStrip(m_bench));
    layout->addWidget(m_historyHeading = roleLabel(tr("History"), QStringLiteral("section")));
    layout->addWidget(m_timeline = new HistoryTimeline(m_bench));
    layout->addWidget(m_history = new HistoryList(m_bench));
    auto *fieldsRow = new QHBoxLayout;
    fieldsRow->addWidget(m_fieldsHeading = roleLabel(tr("Fields"), QStringLiteral("section")), 1);
    m_unmask = new QPushButton(icon(QStringLiteral("unlock"), m_bench.theme), tr("Unmask"));
    m_unmask->setObjectName(QStringLiteral("inspectorUnmask"));
    m_unmask->setToolTip(tr("Shows personal fields in full. Who looked, and at what, is recorded in the project."));
    fieldsRow->addWidget(m_unmask);
    layout->addLayout(fieldsRow);
    layout->addWidget(m_form = new FieldForm(m_bench));
    layout->addStretch(1);
    connect(m_unmask, &QPushButton::clicked, this, &InspectorPanel::unmask);
    scroll->setWidget(body);
    return scroll;
}

void InspectorPanel::reload()
{
    m_loading.stop();
    m_judging.stop();
    followDay();
}

void InspectorPanel::followDay()
{
    const Selection selection = m_bench.view.selection();
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state || selection.isEmpty()) {
        m_card.reset();
        m_pages->setCurrentIndex(0);
        Q_EMIT cardChanged();
        return;
    }
    m_loading.follow(
        tr("Reading the card"), this,
        [project = m_bench.session.project(), state, selection, day = m_bench.view.asOf()](const JobContext &job) {
            return makePlaceCard(*project, *state, selection, day, job);
        },
        [this](Result<PlaceCard> card) {
            if (card) {
                show(std::move(*card));
            } else if (card.error().code == ErrorCode::NotFound) {
                m_bench.view.clearSelection();
            } else {
                m_bench.log.fail(card.error());
            }
        });
}

void InspectorPanel::show(PlaceCard card)
{
    const bool same = m_card && m_card->selection == card.selection;
    if (same) {
        card.programmes = m_card->programmes;
    }
    m_card = std::move(card);
    const bool single = m_card->selection.features.size() == 1;
    m_title->setText(m_card->title);
    QStringList below{m_card->schema.name.toString(), m_card->area};
    below.removeAll(QString());
    m_subtitle->setText(below.join(QStringLiteral(" · ")));
    m_mark->setVisible(!m_card->statuses.empty());
    m_mark->setEnabled(m_bench.session.canWrite());
    m_mark->setToolTip(m_bench.session.canWrite() ? tr("Ctrl+M") : tr("The project is read-only."));
    showStatuses();
    showProgrammes();
    m_fieldsHeading->setVisible(single);
    m_form->setVisible(single);
    m_form->show(*m_card, same);
    m_unmask->setVisible(single && m_form->isMasked());
    m_historyHeading->setVisible(single && !m_card->history.empty());
    m_history->setVisible(single && !m_card->history.empty());
    m_history->show(m_card->history);
    m_photos->show(m_card->selection);
    m_timeline->setVisible(single && !m_card->history.empty());
    m_timeline->show(m_card->history);
    m_pages->setCurrentIndex(1);
    Q_EMIT cardChanged();
    loadProgrammes();
}

void InspectorPanel::loadProgrammes()
{
    m_judging.follow(
        tr("Asking the programmes"), this,
        [state = m_bench.session.state(), selection = m_card->selection,
         day = m_bench.view.asOf()](const JobContext &job) { return programmeLines(*state, selection, day, job); },
        [this](Result<std::vector<ProgrammeLine>> lines) {
            if (lines && m_card) {
                m_card->programmes = std::move(*lines);
                showProgrammes();
                Q_EMIT cardChanged();
            }
        });
}

void InspectorPanel::clearLines(QVBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QWidget *InspectorPanel::makeStatusLine(const QColor &colour, Marking marking, const QString &text,
                                        const QString &detail)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 1, 0, 1);
    row->setSpacing(7);
    auto *sign = new QLabel;
    sign->setPixmap(swatch(colour, marking, GeometryType::Point, m_bench.theme).pixmap(16, 16));
    row->addWidget(sign, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(roleLabel(text, QString()));
    if (!detail.isEmpty()) {
        words->addWidget(roleLabel(detail, QStringLiteral("muted")));
    }
    row->addLayout(words, 1);
    return line;
}

void InspectorPanel::showStatuses()
{
    clearLines(m_statuses);
    const bool single = m_card->selection.features.size() == 1;
    for (const StatusCount &status : m_card->statuses) {
        const QString name = status.programme.isEmpty() ? status.name : tr("%1: %2").arg(status.programme, status.name);
        const QString text = single ? name : QStringLiteral("%1  %2").arg(name).arg(status.count);
        const QString since =
            single && !status.status.isEmpty() ? tr("since %1").arg(status.since.toText()) : QString();
        QWidget *line = makeStatusLine(status.colour, Marking::Plain, text, since);
        line->setObjectName(QStringLiteral("inspectorStatus"));
        line->setAccessibleName(text);
        m_statuses->addWidget(line);
    }
}

void InspectorPanel::showProgrammes()
{
    clearLines(m_programmes);
    m_programmesHeading->setVisible(!m_card->programmes.empty());
    for (const ProgrammeLine &line : m_card->programmes) {
        m_programmes->addWidget(
            makeStatusLine(line.colour, line.marking, tr("%1: %2").arg(line.programme, line.standing), line.reason));
    }
}

void InspectorPanel::unmask()
{
    const Selection shown = m_card->selection;
    const QString what = QStringLiteral("%1 #%2").arg(m_card->schema.id).arg(m_card->row.id.value);
    m_bench.actions.recordUnmasking(what, [this, shown] {
        if (m_card && m_card->selection == shown) {
            m_form->unmask();
            m_unmask->hide();
        }
    });
}

} // namespace cuntu::ui
