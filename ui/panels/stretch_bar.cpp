// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/stretch_bar.h"

#include "core/geo/station_text.h"
#include "core/plugin/line_references.h"
#include "ui/panels/date_edit.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace cuntu::ui {

StretchBar::StretchBar(Workbench &bench, StretchSheet &sheet, QWidget *parent)
    : QFrame(parent), m_bench(bench), m_sheet(sheet)
{
    setObjectName(QStringLiteral("stretchBar"));
    makeWidgets();
    hide();
    connect(&sheet, &StretchSheet::lineChanged, this, &StretchBar::onLine);
    connect(&sheet, &StretchSheet::stretchChanged, this, &StretchBar::onStretch);
    connect(m_from, &QLineEdit::editingFinished, this, &StretchBar::takeTyped);
    connect(m_to, &QLineEdit::editingFinished, this, &StretchBar::takeTyped);
    connect(m_record, &QPushButton::clicked, this, &StretchBar::record);
    connect(&bench.session, &Session::closed, this, [this] { setOn(false); });
    onLine();
}

void StretchBar::makeWidgets()
{
    const auto line = [](const char *name, const QString &hint, int width) {
        auto *edit = new QLineEdit;
        edit->setObjectName(QString::fromLatin1(name));
        edit->setAccessibleName(hint);
        edit->setToolTip(hint);
        edit->setPlaceholderText(hint);
        edit->setMinimumWidth(60);
        edit->setMaximumWidth(width);
        return edit;
    };
    m_line = new QLabel;
    m_line->setObjectName(QStringLiteral("stretchLine"));
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // must not make the window wider
    m_from = line("stretchFrom", tr("from station"), 100);
    m_to = line("stretchTo", tr("to station"), 100);
    m_choiceRow = new QHBoxLayout;
    m_status = new QComboBox;
    m_status->setObjectName(QStringLiteral("stretchStatus"));
    m_status->setAccessibleName(tr("Status"));
    m_status->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_status->setMinimumContentsLength(8);
    m_date = makeDateEdit(m_bench.view.asOf());
    m_date->setObjectName(QStringLiteral("stretchDate"));
    m_date->setAccessibleName(tr("Day in the field"));
    m_date->setToolTip(tr("The day on which it happened in the field"));
    m_who = line("stretchWho", tr("who reports it"), 120);
    m_record = new QPushButton(tr("Record"));
    m_record->setObjectName(QStringLiteral("stretchRecord"));
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("stretchClose"));
    close->setIcon(icon(QStringLiteral("close"), m_bench.theme));
    close->setAutoRaise(true);
    close->setToolTip(tr("Stop marking stretches"));
    close->setAccessibleName(close->toolTip());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 6, 4);
    row->setSpacing(6);
    row->addWidget(m_line, 1);
    row->addWidget(m_from);
    row->addWidget(m_to);
    row->addLayout(m_choiceRow);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_status, m_date, m_who, m_record, close}) {
        row->addWidget(widget);
    }
    connect(close, &QToolButton::clicked, this, [this] { setOn(false); });
}

void StretchBar::setOn(bool on)
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    if (on == m_on || (on && !state)) {
        return;
    }
    if (on) {
        const std::vector<LineReference> references = lineReferences(*state->registry);
        const bool any = std::any_of(references.begin(), references.end(), [&](const LineReference &each) {
            const LayerInfo *lines = state->findLayer(each.lines);
            return lines != nullptr && lines->features > 0;
        });
        if (!any) {
            m_bench.log.info(tr("There are no lines yet whose stretches are kept. Import them with Ctrl+I."));
            Q_EMIT onChanged(false);
            return;
        }
        setDay(*m_date, m_bench.view.asOf());
        m_who->setText(m_bench.settings.who());
        for (const LineReference &each : references) {
            m_bench.view.setVisible(each.lines, true); // what cannot be seen cannot be clicked
        }
    }
    m_on = on;
    setVisible(on);
    m_sheet.clear();
    m_sheet.setVisible(on);
    Q_EMIT onChanged(on);
}

void StretchBar::onLine()
{
    const auto &line = m_sheet.line();
    m_line->setText(line ? tr("%1, %2 km: drag along it from station to station.")
                               .arg(line->name)
                               .arg(line->stations->length_km(), 0, 'f', 2)
                         : tr("Click the line of which a stretch is to be recorded."));
    if (line && line->reference.layer != m_layer) {
        m_layer = line->reference.layer;
        const LayerSchema schema = *m_bench.session.registry().layerSchema(m_layer);
        fillChoices(schema);
        fillStatuses(schema);
    }
    onStretch();
}

void StretchBar::fillChoices(const LayerSchema &schema)
{
    for (const auto &[field, box] : m_choices) {
        box->deleteLater();
    }
    m_choices.clear();
    for (const Field &field : schema.fields) {
        if (field.type != FieldType::Choice) {
            continue;
        }
        auto *box = new QComboBox;
        box->setObjectName(QStringLiteral("stretchField_") + field.id);
        box->setAccessibleName(field.name.toString());
        box->setToolTip(field.name.toString());
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        box->addItem(tr("%1: as the line").arg(field.name.toString()), QString());
        for (const Choice &choice : field.choices) {
            box->addItem(choice.name.toString(), choice.id);
        }
        m_choiceRow->addWidget(box);
        m_choices.emplace_back(field.id, box);
    }
}

void StretchBar::fillStatuses(const LayerSchema &schema)
{
    m_status->clear();
    m_programme.clear();
    const auto tracks = m_bench.session.registry().tracksOf(schema);
    if (tracks.empty()) {
        return;
    }
    m_programme = tracks.front().programme;
    int done = -1; // the first that counts as done: what is recorded most
    for (const Status &each : tracks.front().lifeCycle->statuses) {
        done = done < 0 && each.countsAs == StatusClass::Done ? m_status->count() : done;
        m_status->addItem(
            swatch(QColor::fromRgb(0xFF000000U | each.colour), Marking::Plain, GeometryType::Polygon, m_bench.theme),
            each.name.toString(), each.id);
    }
    m_status->setCurrentIndex(std::max(0, done));
}

void StretchBar::onStretch()
{
    const auto &stretch = m_sheet.stretch();
    m_from->setText(stretch ? stationText(stretch->from_km) : QString());
    m_to->setText(stretch ? stationText(stretch->to_km) : QString());
    m_from->setEnabled(m_sheet.line().has_value());
    m_to->setEnabled(m_sheet.line().has_value());
    m_record->setEnabled(stretch.has_value());
}

/// Stations that were typed, once both are there.
void StretchBar::takeTyped()
{
    const auto from = stationFromText(m_from->text());
    const auto to = stationFromText(m_to->text());
    if (!m_from->isModified() && !m_to->isModified()) {
        return;
    }
    if (from && to) {
        if (!(*from < *to)) {
            m_bench.log.warn(
                tr("A stretch begins before it ends: %1 is not before %2.").arg(m_from->text(), m_to->text()));
            return;
        }
        m_sheet.setStretch({*from, *to});
    } else if (!m_from->text().isEmpty() && !m_to->text().isEmpty()) {
        m_bench.log.warn(tr("Write stations such as K1+250 or 1.25."));
    }
}

std::optional<StretchEntry> StretchBar::entry() const
{
    const auto &line = m_sheet.line();
    const auto &stretch = m_sheet.stretch();
    if (!line || !stretch) {
        return std::nullopt;
    }
    StretchEntry entry{line->reference,
                       line->key,
                       stretch->from_km,
                       stretch->to_km,
                       {},
                       m_programme,
                       m_status->currentData().toString(),
                       dayOf(*m_date),
                       m_who->text().trimmed()};
    for (const auto &[field, box] : m_choices) {
        if (const QString value = box->currentData().toString(); !value.isEmpty()) {
            entry.fields[field] = value;
        }
    }
    return entry;
}

void StretchBar::record()
{
    const auto said = entry();
    if (!said) {
        return;
    }
    if (said->who.isEmpty()) {
        m_bench.log.warn(tr("Say who reports it, then record it again."));
        m_who->setFocus();
        return;
    }
    m_bench.settings.setWho(said->who);
    m_bench.jobs.run(
        JobRunner::Kind::Shown, tr("Recording a stretch"), this,
        [project = m_bench.session.project(), entry = *said](const JobContext &job) {
            return recordStretch(*project, entry, job);
        },
        [this, entry = *said](const Result<void> &done) {
            if (!done) {
                m_bench.log.fail(done.error());
                return;
            }
            m_bench.log.info(tr("%1, %2 to %3: recorded as of %4. Ctrl+Z takes it back.")
                                 .arg(entry.lineKey, stationText(entry.from_km), stationText(entry.to_km),
                                      entry.effective.toText()));
            if (entry.effective > m_bench.view.asOf()) { // so that the change is seen
                m_bench.view.setAsOf(entry.effective);
            }
            m_sheet.setStretch({});
            Q_EMIT recorded();
        });
}

} // namespace cuntu::ui
