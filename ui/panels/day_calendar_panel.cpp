// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/day_calendar_panel.h"

#include "core/algorithm/figure_lines.h"
#include "core/algorithm/unit.h"
#include "ui/panels/day_heat_map.h"
#include "ui/panels/panel_parts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QStackedLayout>

#include <cmath>

namespace cuntu::ui {

DayCalendarPanel::DayCalendarPanel(Workbench &bench, QWidget *parent)
    : QWidget(parent), m_bench(bench), m_working(bench.jobs)
{
    setObjectName(QStringLiteral("dayCalendarPanel"));
    m_heat = new DayHeatMap(bench.theme);
    m_empty = makeEmptyNote(QStringLiteral("dayCalendarEmpty"));
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_heat, 1);
    m_pages = new QStackedLayout(this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(page);
    connect(m_heat, &DayHeatMap::dayPicked, m_day, &QLabel::setText);
    connect(&bench.view, &ViewState::selectionChanged, this, &DayCalendarPanel::followSelection);
    connect(&bench.view, &ViewState::asOfChanged, this, &DayCalendarPanel::followDay);
    connect(&bench.session, &Session::stateChanged, this, &DayCalendarPanel::followSelection);
    connect(&bench.session, &Session::closed, this, &DayCalendarPanel::followSelection);
    followDay();
    followSelection();
}

QWidget *DayCalendarPanel::makeBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("panelBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 4);
    m_calendar = new QComboBox;
    m_calendar->setObjectName(QStringLiteral("dayCalendar"));
    m_calendar->setAccessibleName(tr("Calendar"));
    m_calendar->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_calendar->setMinimumContentsLength(14);
    m_year = new QSpinBox;
    m_year->setObjectName(QStringLiteral("dayCalendarYear"));
    m_year->setAccessibleName(tr("Year"));
    m_year->setRange(1950, 2200);
    m_year->setKeyboardTracking(false);
    m_sum = new QLabel;
    m_sum->setObjectName(QStringLiteral("dayCalendarSum"));
    m_sum->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_day = new QLabel;
    m_day->setObjectName(QStringLiteral("dayCalendarDay"));
    row->addWidget(m_calendar);
    row->addWidget(m_year);
    row->addWidget(m_sum, 1);
    row->addWidget(m_day);
    connect(m_calendar, &QComboBox::currentIndexChanged, this, &DayCalendarPanel::work);
    connect(m_year, &QSpinBox::valueChanged, this, &DayCalendarPanel::work);
    return bar;
}

void DayCalendarPanel::followDay()
{
    m_year->setValue(m_bench.view.asOf().year());
}

void DayCalendarPanel::followSelection()
{
    const Immutable<ProjectState> state = m_bench.session.state();
    const QVariant chosen = m_calendar->currentData();
    {
        const QSignalBlocker quiet(m_calendar);
        m_calendar->clear();
        for (const DayCalendar &calendar : state ? state->registry->dayCalendars : std::vector<DayCalendar>()) {
            if (calendar.layer == m_bench.view.selection().layer) {
                m_calendar->addItem(calendar.name.toString(), calendar.id);
                m_calendar->setItemData(m_calendar->count() - 1, calendar.help.toString(), Qt::ToolTipRole);
            }
        }
        m_calendar->setCurrentIndex(std::max(0, m_calendar->findData(chosen)));
    }
    work();
}

void DayCalendarPanel::setInView(bool inView)
{
    m_isInView = inView;
    work();
}

void DayCalendarPanel::work()
{
    m_working.stop();
    if (!m_isInView) {
        return; // until it is looked at
    }
    const Immutable<ProjectState> state = m_bench.session.state();
    const Selection &picked = m_bench.view.selection();
    if (!state || picked.features.empty() || m_calendar->count() == 0) {
        QStringList layers;
        for (const DayCalendar &calendar : state ? state->registry->dayCalendars : std::vector<DayCalendar>()) {
            const LayerInfo *layer = state->findLayer(calendar.layer);
            if (layer != nullptr && !layers.contains(layer->schema.name.toString())) {
                layers << layer->schema.name.toString();
            }
        }
        showNothing(layers.isEmpty() ? tr("No layer of this project has a calendar.")
                                     : tr("Pick one of: %1.").arg(layers.join(QStringLiteral(", "))));
        return;
    }
    m_working.run(
        tr("Reading the days"), this,
        [state, id = m_calendar->currentData().toString(), feature = picked.features.front(), year = m_year->value(),
         asOf = m_bench.view.asOf()](const JobContext &job) -> Result<std::vector<double>> {
            return state->registry->findDayCalendar(id)->values({*state->snapshot, feature, year, asOf}, job);
        },
        [this](Result<std::vector<double>> values) {
            if (values) {
                show(std::move(*values));
            } else if (values.error().code != ErrorCode::Cancelled) {
                showNothing(values.error().toText());
            }
        });
}

void DayCalendarPanel::show(std::vector<double> values)
{
    const Immutable<ProjectState> state = m_bench.session.state();
    const DayCalendar *calendar =
        state ? state->registry->findDayCalendar(m_calendar->currentData().toString()) : nullptr;
    if (calendar == nullptr) {
        return;
    }
    double sum = 0;
    int some = 0;
    int known = 0;
    for (const double value : values) {
        sum += std::isnan(value) ? 0 : value;
        some += value > 0 ? 1 : 0;
        known += std::isnan(value) ? 0 : 1;
    }
    const QString unit = unitText(calendar->unit == QStringLiteral("1") ? QString() : calendar->unit);
    m_sum->setText(
        tr("%1 %2 in all, on %3 of %4 days that are known").arg(outcomeNumberText(sum), unit).arg(some).arg(known));
    m_heat->setValues(m_year->value(), std::move(values), unit);
    m_pages->setCurrentIndex(1);
}

void DayCalendarPanel::showNothing(const QString &why)
{
    m_heat->setValues(m_year->value(), {}, {});
    m_empty->setText(m_bench.session.hasProject() ? why : tr("Open a project to see the days of its features."));
    m_pages->setCurrentIndex(0);
}

} // namespace cuntu::ui
