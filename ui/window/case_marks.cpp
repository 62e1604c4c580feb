// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/case_marks.h"

#include <QPainter>
#include <QPainterPath>

namespace cuntu::ui {
namespace {

constexpr double k_radius_px = 9;
constexpr QRgb k_overdue = 0xFFD55E00; ///< Okabe and Ito's vermillion
constexpr QRgb k_open = 0xFF8A4B00;    ///< darker, for the outline and the sign on white

} // namespace

CaseMarks::CaseMarks(Workbench &bench, MapView &map) : QWidget(&map), m_bench(bench), m_map(map), m_placing(bench.jobs)
{
    setObjectName(QStringLiteral("caseMarks"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    map.installEventFilter(this);
    resize(map.size());
    connect(&map, &MapView::extentChanged, this, qOverload<>(&QWidget::update));
    connect(&map, &MapView::rendered, this, qOverload<>(&QWidget::update));
    connect(&bench.session, &Session::stateChanged, this, &CaseMarks::reload);
    connect(&bench.session, &Session::closed, this, &CaseMarks::reload);
    connect(&bench.view, &ViewState::asOfChanged, this, &CaseMarks::followDay);
    connect(&bench.view, &ViewState::casesShownChanged, this, [this] { setVisible(m_bench.view.casesShown()); });
    setVisible(bench.view.casesShown());
}

void CaseMarks::reload()
{
    m_placing.stop();
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state || state->ledger.empty()) {
        m_cases.clear();
        followDay();
        return;
    }
    m_placing.run(
        tr("Placing cases"), this, [state](const JobContext &job) { return placeCases(*state, job); },
        [this](Result<std::vector<PlacedCase>> cases) {
            if (cases) {
                m_cases = std::move(*cases);
                followDay();
            }
        });
}

void CaseMarks::followDay()
{
    m_marks = caseMarks(m_cases, m_bench.view.asOf());
    update();
}

bool CaseMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        resize(m_map.size());
    }
    return QWidget::eventFilter(watched, event);
}

void CaseMarks::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF near = QRectF(rect()).adjusted(-2 * k_radius_px, 0, 2 * k_radius_px, 3 * k_radius_px);
    for (const CaseMark &mark : m_marks) {
        const QPointF tip = m_map.toWidget(mark.position);
        if (near.contains(tip)) {
            paintPin(painter, tip, mark);
        }
    }
}

void CaseMarks::paintPin(QPainter &painter, QPointF tip, const CaseMark &mark) const
{
    const QPointF head = tip - QPointF(0, 2.1 * k_radius_px);
    QPainterPath pin(tip);
    pin.quadTo(head + QPointF(-k_radius_px, k_radius_px), head + QPointF(-k_radius_px, 0));
    pin.arcTo(QRectF(head - QPointF(k_radius_px, k_radius_px), QSizeF(2 * k_radius_px, 2 * k_radius_px)), 180, -180);
    pin.quadTo(head + QPointF(k_radius_px, k_radius_px), tip);
    const bool isLate = mark.overdue > 0;
    painter.setPen(QPen(isLate ? QColor(Qt::white) : QColor(k_open), 1.6));
    painter.setBrush(isLate ? QColor(k_overdue) : QColor(Qt::white));
    painter.drawPath(pin);
    QFont font = painter.font();
    font.setPixelSize(mark.cases > 9 ? 10 : 12);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(isLate ? QColor(Qt::white) : QColor(k_open));
    painter.drawText(QRectF(head - QPointF(k_radius_px, k_radius_px), QSizeF(2 * k_radius_px, 2 * k_radius_px)),
                     Qt::AlignCenter, mark.cases > 1 ? QString::number(mark.cases) : QStringLiteral("!"));
}

} // namespace cuntu::ui
