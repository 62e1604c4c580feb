// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/marking_bar.h"

#include "ui/dialogs/ask_file.h"
#include "ui/panels/date_edit.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace cuntu::ui {

MarkingBar::MarkingBar(Workbench &bench, QWidget *parent)
    : QFrame(parent), m_bench(bench), m_registry(bench.session.sharedRegistry())
{
    setObjectName(QStringLiteral("markingBar"));
    makeWidgets();
    hide();
    connect(m_track, &QComboBox::currentIndexChanged, this, [this] {
        fillStatuses();
        Q_EMIT layerChanged(layer());
    });
    connect(m_list, &QPushButton::clicked, this, &MarkingBar::listRequested);
    connect(&bench.session, &Session::stateChanged, this, &MarkingBar::onState);
    connect(&bench.session, &Session::closed, this, [this] { setOn(false); });
    connect(&bench.actions, &ProjectActions::marked, this, &MarkingBar::showCount);
}

void MarkingBar::makeWidgets()
{
    m_track = new QComboBox;
    m_track->setObjectName(QStringLiteral("markingTrack"));
    m_track->setAccessibleName(tr("What is marked"));
    m_status = new QComboBox;
    m_status->setObjectName(QStringLiteral("markingStatus"));
    m_status->setAccessibleName(tr("Status"));
    for (QComboBox *box : {m_track, m_status}) {
        // Long names must not make the window wider; the list that opens shows them whole.
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    m_date = makeDateEdit(m_bench.view.asOf());
    m_date->setObjectName(QStringLiteral("markingDate"));
    m_date->setAccessibleName(tr("Day in the field"));
    m_date->setToolTip(tr("The day on which it happened in the field"));
    const auto line = [](const char *name, const QString &hint, int width) {
        auto *edit = new QLineEdit;
        edit->setObjectName(QString::fromLatin1(name));
        edit->setAccessibleName(hint);
        edit->setPlaceholderText(hint);
        edit->setMinimumWidth(60);
        edit->setMaximumWidth(width);
        return edit;
    };
    m_who = line("markingWho", tr("who reports it"), 120);
    m_note = line("markingNote", tr("note"), 260);
    m_evidence = line("markingEvidence", tr("photo or document"), 180);
    QToolButton *browse = makeBrowseButton(m_evidence, tr("Evidence"));
    m_list = new QPushButton(tr("From a list…"));
    m_list->setObjectName(QStringLiteral("markingList"));
    m_list->setToolTip(tr("Mark the works whose codes you paste"));
    auto *where = new QToolButton;
    where->setObjectName(QStringLiteral("markingWhere"));
    where->setIcon(icon(QStringLiteral("search"), m_bench.theme));
    where->setAutoRaise(true);
    where->setToolTip(tr("Mark what fulfils a condition (Ctrl+F3)"));
    where->setAccessibleName(where->toolTip());
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("markingCount"));
    m_count->setProperty("role", QStringLiteral("muted"));
    m_count->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // must not make the window wider
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("markingClose"));
    close->setIcon(icon(QStringLiteral("close"), m_bench.theme));
    close->setAutoRaise(true);
    close->setToolTip(tr("Stop marking (Ctrl+Shift+M)"));
    close->setAccessibleName(close->toolTip());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 6, 4);
    row->setSpacing(6);
    auto *sign = new QLabel;
    sign->setPixmap(icon(QStringLiteral("mark"), m_bench.theme).pixmap(18, 18));
    for (QWidget *widget : std::initializer_list<QWidget *>{sign, m_track, m_status, m_date, m_who, m_note, m_evidence,
                                                            browse, m_list, where}) {
        row->addWidget(widget);
    }
    row->addWidget(m_count, 1);
    row->addWidget(close);
    connect(where, &QToolButton::clicked, this, &MarkingBar::conditionRequested);
    connect(close, &QToolButton::clicked, this, [this] { setOn(false); });
}

const MarkingBar::Choice *MarkingBar::choice() const
{
    const int index = m_track->currentIndex();
    return index < 0 || index >= static_cast<int>(m_choices.size()) ? nullptr
                                                                    : &m_choices[static_cast<std::size_t>(index)];
}

QString MarkingBar::layer() const
{
    return m_on && choice() != nullptr ? choice()->layer : QString();
}

const LifeCycle *MarkingBar::lifeCycle() const
{
    return choice() != nullptr ? choice()->lifeCycle : nullptr;
}

QString MarkingBar::status() const
{
    return m_status->currentData().toString();
}

void MarkingBar::setOn(bool on)
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    if (on == m_on || (on && !state)) {
        return;
    }
    if (on) {
        fillTracks();
        if (m_choices.empty()) {
            m_bench.log.info(tr("There is nothing to mark yet. Import a programme's works with Ctrl+I."));
            Q_EMIT onChanged(false);
            return;
        }
        setDay(*m_date, m_bench.view.asOf());
        m_who->setText(m_bench.settings.who());
        m_marked = 0;
        showCount();
    }
    m_on = on;
    setVisible(on);
    Q_EMIT onChanged(on);
    Q_EMIT layerChanged(layer());
    if (on && !m_bench.settings.knowsWho()) {
        askWho();
    }
}

void MarkingBar::askWho()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("markingAskWho"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Who marks?"));
    dialog->setLabelText(tr("Your name or office. It stands with everything you mark, and is asked only once."));
    dialog->setTextValue(m_bench.settings.who());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &who) {
        if (!who.trimmed().isEmpty()) {
            m_bench.settings.setWho(who.trimmed());
            m_who->setText(who.trimmed());
        }
    });
    dialog->open();
}

void MarkingBar::onState()
{
    if (!m_on) {
        return;
    }
    if (!m_bench.session.canWrite()) {
        setOn(false);
        return;
    }
    fillTracks();
}

void MarkingBar::fillTracks()
{
    const ProjectState &state = *m_bench.session.state();
    std::vector<Choice> choices;
    for (const LayerInfo &layer : state.layers) {
        for (const TrackCycle &own : layer.features > 0 ? state.tracksOf(layer.schema.id) : std::vector<TrackCycle>()) {
            const Programme *programme = state.registry->findProgramme(own.programme);
            const QString name = layer.schema.name.toString();
            choices.push_back({layer.schema.id, own.programme, own.lifeCycle,
                               programme ? QStringLiteral("%1 · %2").arg(programme->name.toString(), name) : name});
        }
    }
    const auto same = [](const Choice &a, const Choice &b) {
        return a.layer == b.layer && a.programme == b.programme && a.name == b.name;
    };
    if (std::equal(choices.begin(), choices.end(), m_choices.begin(), m_choices.end(), same)) {
        return;
    }
    m_choices = std::move(choices);
    const QString chosen = m_track->currentText();
    const QSignalBlocker quiet(m_track);
    m_track->clear();
    for (const Choice &each : m_choices) {
        m_track->addItem(each.name);
    }
    m_track->setCurrentIndex(std::max(0, m_track->findText(chosen)));
    fillStatuses();
}

void MarkingBar::fillStatuses()
{
    const QString chosen = status();
    m_status->clear();
    if (lifeCycle() == nullptr) {
        return;
    }
    for (const Status &each : lifeCycle()->statuses) {
        m_status->addItem(
            swatch(QColor::fromRgb(0xFF000000U | each.colour), Marking::Plain, GeometryType::Polygon, m_bench.theme),
            each.name.toString(), each.id);
    }
    int index = m_status->findData(chosen);
    for (int i = 0; index < 0 && i < m_status->count(); ++i) {
        const Status &each = lifeCycle()->statuses[static_cast<std::size_t>(i)];
        index = each.countsAs == StatusClass::Done || each.countsAs == StatusClass::Finished ? i : -1;
    }
    m_status->setCurrentIndex(std::max(0, index));
}

MarkRequest MarkingBar::request(std::vector<FeatureId> features) const
{
    MarkRequest request;
    request.layer = choice()->layer;
    request.programme = choice()->programme;
    request.features = std::move(features);
    request.status = status();
    request.effective = dayOf(*m_date);
    request.who = m_who->text().trimmed();
    request.note = m_note->text().trimmed();
    request.source = tr("window");
    if (const QString file = m_evidence->text().trimmed(); !file.isEmpty()) {
        request.evidenceFiles << file;
    }
    return request;
}

void MarkingBar::mark(const Selection &picked)
{
    if (!m_on || picked.isEmpty() || choice() == nullptr || picked.layer != choice()->layer) {
        return;
    }
    const TrackView track =
        m_bench.session.state()->snapshot->ledger().track({choice()->programme, choice()->layer, {}});
    const MarkSplit split = splitForMark(*lifeCycle(), track, picked.features, status(), dayOf(*m_date));
    if (m_who->text().trimmed().isEmpty()) {
        m_bench.log.warn(tr("Say who reports it, then mark again."));
        m_who->setFocus();
        return;
    }
    if (split.needsNote && m_note->text().trimmed().isEmpty()) {
        m_bench.log.warn(tr("This step needs a reason: write it into the note, then mark again."));
        m_note->setFocus();
        return;
    }
    if (!split.refused.empty()) {
        m_bench.log.warn(
            tr("%n not marked: '%1' does not follow on '%2'.", nullptr, static_cast<int>(split.refused.size()))
                .arg(m_status->currentText(), split.refusedFrom));
    } else if (split.allowed.empty()) {
        m_bench.log.info(tr("It stands there already."));
    }
    if (!split.allowed.empty()) {
        m_marked += static_cast<int>(split.allowed.size());
        m_bench.actions.mark(request(split.allowed));
    }
}

void MarkingBar::showCount()
{
    m_count->setText(m_marked == 0 ? tr("Click, box or lasso on the map marks at once.")
                                   : tr("%n marked; Ctrl+Z takes the last back.", nullptr, m_marked));
}

} // namespace cuntu::ui
