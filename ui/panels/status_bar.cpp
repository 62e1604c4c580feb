// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/status_bar.h"

#include "ui/window/position_text.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QRegularExpression>
#include <QSpinBox>
#include <QToolButton>

namespace cuntu::ui {
namespace {

constexpr int k_cgcs2000 = 4490;
const QString k_magnifierKey = QStringLiteral("map/magnifier");
const QString k_formKey = QStringLiteral("map/positionForm");

QString scaleWord(double denominator)
{
    return QStringLiteral("1:%1").arg(QLocale(QLocale::English).toString(qRound64(denominator)));
}

} // namespace

StatusBar::StatusBar(Workbench &bench, MapView &map, QWidget *parent) : QStatusBar(parent), m_bench(bench), m_map(map)
{
    setObjectName(QStringLiteral("statusBar"));
    setSizeGripEnabled(false);
    m_message = new QLabel;
    m_message->setObjectName(QStringLiteral("statusMessage"));
    m_message->setMinimumWidth(60);
    addWidget(m_message, 1);
    addJobWidgets();
    addMapWidgets();
    addProjectWidgets();
    connect(&bench.log, &MessageLog::added, this, [this](const Message &message) {
        m_message->setText(message.text.section(QLatin1Char('\n'), 0, 0));
        m_message->setToolTip(message.text);
    });
    connect(&bench.jobs, &JobRunner::started, this, &StatusBar::onJobStarted);
    connect(&bench.jobs, &JobRunner::progressed, this, &StatusBar::onJobProgressed);
    connect(&bench.jobs, &JobRunner::finished, this, &StatusBar::onJobFinished);
    connect(&bench.session, &Session::stateChanged, this, &StatusBar::showProject);
    connect(&bench.session, &Session::closed, this, &StatusBar::showProject);
    connect(&bench.view, &ViewState::asOfChanged, this, &StatusBar::showProject);
    connect(&map, &MapView::cursorMoved, this, &StatusBar::showPosition);
    connect(&map, &MapView::extentChanged, this, &StatusBar::showScale);
    for (const auto &[id, title] : bench.jobs.shown()) { // begun before there was a bar to show it
        onJobStarted(id, JobRunner::Kind::Shown, title);
    }
    showProject();
    showScale();
}

void StatusBar::addJobWidgets()
{
    m_doing = new QLabel;
    m_doing->setMaximumWidth(260); // whatever a job is called, the window keeps its size
    m_progress = new QProgressBar;
    m_progress->setObjectName(QStringLiteral("statusProgress"));
    m_progress->setFixedWidth(140);
    m_progress->setAccessibleName(tr("Progress"));
    m_cancel = new QToolButton;
    m_cancel->setObjectName(QStringLiteral("statusCancel"));
    m_cancel->setIcon(icon(QStringLiteral("close"), m_bench.theme));
    m_cancel->setToolTip(tr("Cancel; the project stays as it was"));
    m_cancel->setAccessibleName(tr("Cancel"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_doing, m_progress, m_cancel}) {
        addPermanentWidget(widget);
        widget->hide();
    }
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (!m_shown.empty()) {
            m_bench.jobs.cancel(m_shown.begin()->first);
        }
    });
}

void StatusBar::addMapWidgets()
{
    m_position = new QToolButton;
    m_position->setObjectName(QStringLiteral("statusPosition"));
    m_position->setToolTip(
        tr("Position of the pointer. A click changes between degrees, degrees with minutes and seconds, and the map's "
           "system."));
    m_position->setMinimumWidth(190);
    m_form = static_cast<PositionForm>(std::clamp(m_bench.settings.value(k_formKey, 0).toInt(), 0, 2));
    m_scale = new QComboBox;
    m_scale->setObjectName(QStringLiteral("statusScale"));
    m_scale->setAccessibleName(tr("Scale"));
    m_scale->setToolTip(tr("Scale of the map; type one or choose"));
    m_scale->setEditable(true);
    m_scale->setInsertPolicy(QComboBox::NoInsert);
    m_scale->setFixedWidth(112);
    for (const int denominator : {1000, 2000, 5000, 10000, 25000, 50000, 100000, 250000, 500000, 1000000}) {
        m_scale->addItem(scaleWord(denominator));
    }
    addMagnifier();
    m_crs = new QToolButton;
    m_crs->setObjectName(QStringLiteral("statusCrs"));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_position, m_scale, m_magnifier, m_crs}) {
        addPermanentWidget(widget);
    }
    connect(m_position, &QToolButton::clicked, this, [this] {
        m_form = static_cast<PositionForm>((static_cast<int>(m_form) + 1) % 3);
        m_bench.settings.setValue(k_formKey, static_cast<int>(m_form));
        if (m_lastPosition) {
            showPosition(*m_lastPosition);
        }
    });
    connect(m_scale, &QComboBox::activated, this, &StatusBar::takeScale);
    connect(m_scale->lineEdit(), &QLineEdit::returnPressed, this, &StatusBar::takeScale);
    connect(m_crs, &QToolButton::clicked, this, [this] { m_bench.log.info(m_crs->toolTip()); });
}

void StatusBar::addMagnifier()
{
    m_magnifier = new QSpinBox;
    m_magnifier->setObjectName(QStringLiteral("statusMagnifier"));
    m_magnifier->setAccessibleName(tr("Magnifier"));
    m_magnifier->setToolTip(tr("Magnifier: enlarges the map with its symbols and texts; the scale stays"));
    m_magnifier->setRange(100, 1000);
    m_magnifier->setSingleStep(25);
    m_magnifier->setSuffix(QStringLiteral(" %"));
    m_magnifier->setKeyboardTracking(false); // 150 is not first 1 and then 15
    m_magnifier->setValue(m_bench.settings.value(k_magnifierKey, 100).toInt());
    m_map.setMagnification(m_magnifier->value() / 100.0);
    connect(m_magnifier, &QSpinBox::valueChanged, this, [this](int percent) {
        m_bench.settings.setValue(k_magnifierKey, percent);
        m_map.setMagnification(percent / 100.0);
    });
}

void StatusBar::focusMagnifier()
{
    m_magnifier->setFocus(Qt::ShortcutFocusReason);
    m_magnifier->selectAll();
}

void StatusBar::addProjectWidgets()
{
    m_asOf = new QToolButton;
    m_asOf->setObjectName(QStringLiteral("statusAsOf"));
    m_asOf->setToolTip(tr("The day for which map, figures and cards are shown"));
    m_asOf->setIcon(icon(QStringLiteral("calendar"), m_bench.theme));
    m_asOf->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_readOnly = new QLabel;
    m_readOnly->setObjectName(QStringLiteral("statusReadOnly"));
    m_readOnly->setProperty("role", QStringLiteral("badge"));
    addPermanentWidget(m_asOf);
    addPermanentWidget(m_readOnly);
    connect(m_asOf, &QToolButton::clicked, this, &StatusBar::asOfClicked);
}

void StatusBar::onJobStarted(JobRunner::Id id, JobRunner::Kind kind, const QString &title)
{
    if (kind != JobRunner::Kind::Shown) {
        return;
    }
    m_shown.emplace(id, title);
    m_doing->setText(title);
    m_progress->setRange(0, 0);
    m_doing->show();
    m_progress->show();
    m_cancel->show();
}

void StatusBar::onJobProgressed(JobRunner::Id id, double share, const QString &doing)
{
    const auto job = m_shown.find(id);
    if (job == m_shown.end() || id != m_shown.begin()->first) {
        return;
    }
    m_progress->setRange(0, share < 0 ? 0 : 100);
    m_progress->setValue(static_cast<int>(share * 100));
    m_doing->setText(doing.isEmpty() ? job->second : doing);
}

void StatusBar::onJobFinished(JobRunner::Id id)
{
    m_shown.erase(id);
    const bool busy = !m_shown.empty();
    m_doing->setText(busy ? m_shown.begin()->second : QString());
    m_doing->setVisible(busy);
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
}

void StatusBar::showPosition(Point map)
{
    m_lastPosition = map;
    const Crs &crs = m_map.request().crs;
    if (!crs.isValid()) {
        return;
    }
    if (!(crs == m_toLonLatFrom)) {
        m_toLonLatFrom = crs;
        m_toLonLat.reset();
        auto target = Crs::fromEpsg(k_cgcs2000);
        auto transform = target ? CrsTransform::create(crs, *target) : Result<CrsTransform>(target.error());
        if (transform) {
            m_toLonLat = std::move(*transform);
        }
    }
    const bool asDegrees = crs.isGeographic() || (m_form != PositionForm::Projected && m_toLonLat);
    if (asDegrees && m_toLonLat) {
        m_toLonLat->apply(std::span(&map, 1));
    }
    m_position->setText(!asDegrees                        ? projectedText(map)
                        : m_form == PositionForm::Seconds ? dmsText(map)
                                                          : lonLatText(map));
}

void StatusBar::showScale()
{
    const double denominator = m_map.scaleDenominator();
    if (denominator > 0 && m_bench.session.hasProject() && !m_scale->lineEdit()->hasFocus()) {
        m_scale->setEditText(scaleWord(denominator));
    }
}

void StatusBar::takeScale()
{
    static const QRegularExpression form(QStringLiteral("(?:1\\s*[:：]\\s*)?([\\d,，\\s]+)$"));
    QString digits = form.match(normalised(m_scale->currentText())).captured(1);
    digits.remove(QRegularExpression(QStringLiteral("\\D")));
    if (const double denominator = digits.toDouble(); denominator > 0) {
        m_map.setScaleDenominator(denominator);
        m_map.setFocus();
    }
    showScale();
}

void StatusBar::showProject()
{
    const Immutable<ProjectState> &state = m_bench.session.state();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_position, m_scale, m_magnifier, m_crs, m_asOf}) {
        widget->setVisible(state != nullptr);
    }
    m_readOnly->setVisible(state && state->readOnly);
    if (!state) {
        return;
    }
    m_crs->setText(state->crs.isValid() ? state->crs.name() : tr("no coordinate system yet"));
    m_crs->setToolTip(
        state->crs.isValid()
            ? tr("Coordinate system of the project: %1 (%2). Everything is transformed into it on import; "
                 "lengths and areas are measured on the ellipsoid.")
                  .arg(state->crs.name(), state->crs.id())
            : tr("The first data with a position decide on the coordinate system."));
    m_asOf->setText(tr("as of %1").arg(m_bench.view.asOf().toText()));
    m_readOnly->setText(tr("read-only"));
    m_readOnly->setToolTip(state->readOnlyReason);
}

} // namespace cuntu::ui
