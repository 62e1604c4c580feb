// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/measure_bar.h"

#include "ui/window/measure_text.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace cuntu::ui {
namespace {

constexpr double k_reach_px = 8;

QToolButton *button(const Theme &theme, const char *name, const char *symbol, const QString &text)
{
    auto *made = new QToolButton;
    made->setObjectName(QString::fromLatin1(name));
    made->setIcon(icon(QString::fromLatin1(symbol), theme));
    made->setText(text);
    made->setToolTip(text);
    made->setAccessibleName(text);
    made->setAutoRaise(true);
    return made;
}

} // namespace

MeasureBar::MeasureBar(Workbench &bench, MapView &map, QWidget *parent)
    : QFrame(parent), m_bench(bench), m_map(map), m_sheet(new EditSheet(map))
{
    setObjectName(QStringLiteral("measureBar"));
    m_sheet->setObjectName(QStringLiteral("measureSheet"));
    m_sheet->setSnapping(true, k_reach_px);
    makeWidgets();
    hide();
    connect(m_sheet, &EditSheet::sketchChanged, this, &MeasureBar::onSketch);
    connect(m_sheet, &EditSheet::drawn, this, &MeasureBar::onDrawn);
    connect(&bench.session, &Session::closed, this, [this] { setOn(false); });
}

MeasureBar::~MeasureBar()
{
    delete m_sheet;
}

void MeasureBar::makeWidgets()
{
    m_line = button(m_bench.theme, "measureLine", "ruler", tr("Length and bearing"));
    m_area = button(m_bench.theme, "measureArea", "measure_area", tr("Area and outline"));
    auto *kinds = new QButtonGroup(this);
    for (QToolButton *each : {m_line, m_area}) {
        each->setCheckable(true);
        kinds->addButton(each);
    }
    m_copy = button(m_bench.theme, "measureCopy", "copy", tr("Copy what is measured"));
    QToolButton *close = button(m_bench.theme, "measureClose", "close", tr("Stop measuring"));
    m_reading = new QLabel;
    m_reading->setObjectName(QStringLiteral("measureReading"));
    m_reading->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // must not make the window wider
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 6, 4);
    row->setSpacing(6);
    row->addWidget(m_line);
    row->addWidget(m_area);
    row->addWidget(m_reading, 1);
    row->addWidget(m_copy);
    row->addWidget(close);
    connect(m_line, &QToolButton::clicked, this, [this] { setKind(GeometryType::Line); });
    connect(m_area, &QToolButton::clicked, this, [this] { setKind(GeometryType::Polygon); });
    connect(m_copy, &QToolButton::clicked, this, &MeasureBar::copy);
    connect(close, &QToolButton::clicked, this, [this] { setOn(false); });
}

void MeasureBar::setOn(bool on)
{
    if (on == m_on || (on && !m_bench.session.state())) {
        return;
    }
    if (on) {
        auto geodesic = Geodesic::create(m_map.request().crs);
        if (!geodesic) {
            m_bench.log.fail(geodesic.error());
            Q_EMIT onChanged(false);
            return;
        }
        m_geodesic.emplace(std::move(*geodesic));
    }
    m_on = on;
    setVisible(on);
    setKind(m_kind);
    m_map.setFocus();
    Q_EMIT onChanged(on);
}

void MeasureBar::setKind(GeometryType kind)
{
    m_kind = kind;
    m_line->setChecked(kind == GeometryType::Line);
    m_area->setChecked(kind == GeometryType::Polygon);
    m_sheet->setLayer({}, kind);
    m_sheet->setTool(m_on ? EditTool::Draw : EditTool::None);
    m_isFinished = false;
    m_points.clear();
    show();
}

void MeasureBar::onSketch()
{
    if (m_sheet->sketch().empty() && m_isFinished) {
        return; // what was measured last stays
    }
    m_isFinished = false;
    m_sheet->showPreview({}, {});
    m_points = m_sheet->sketchToCursor();
    show();
}

void MeasureBar::onDrawn(const Geometry &geometry)
{
    m_points.assign(geometry.points.begin(), geometry.points.end());
    if (m_kind == GeometryType::Polygon) {
        m_points.pop_back(); // the first again
    }
    m_isFinished = true;
    m_sheet->drop();
    m_sheet->showPreview({}, {geometry});
    show();
}

QString MeasureBar::lineReading() const
{
    const double length_m = m_geodesic->length_m(m_points);
    const Geodesic::Leg last = m_geodesic->leg(m_points[m_points.size() - 2], m_points.back());
    if (m_points.size() == 2) {
        return tr("Length %1, bearing %2").arg(lengthText(length_m), bearingText(last.bearing_deg));
    }
    return tr("Length %1; last leg %2, bearing %3")
        .arg(lengthText(length_m), lengthText(last.distance_m), bearingText(last.bearing_deg));
}

QString MeasureBar::areaReading() const
{
    std::vector<Point> ring = m_points;
    ring.push_back(ring.front());
    return tr("Area %1, outline %2")
        .arg(areaText(m_geodesic->area_m2(m_points)), lengthText(m_geodesic->length_m(ring)));
}

QString MeasureBar::reading() const
{
    const std::size_t least = m_kind == GeometryType::Polygon ? 3 : 2;
    if (m_points.size() < least || !m_geodesic) {
        return {};
    }
    return m_kind == GeometryType::Polygon ? areaReading() : lineReading();
}

void MeasureBar::show()
{
    const QString text = reading();
    m_copy->setEnabled(!text.isEmpty());
    m_reading->setText(text.isEmpty()
                           ? tr("Click points on the map; right click or Enter ends, Backspace takes the last "
                                "one back. Ctrl: without snapping.")
                           : text);
}

void MeasureBar::copy()
{
    if (const QString text = reading(); !text.isEmpty()) {
        QGuiApplication::clipboard()->setText(text);
        m_bench.log.info(tr("Copied: %1").arg(text));
    }
}

} // namespace cuntu::ui
