// SPDX-License-Identifier: GPL-3.0-or-later
// The criteria and exclusions of the panel: what each weighs, and what a place is made of.
#include "core/algorithm/unit.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/value_curve_preview.h"
#include "ui/panels/weighing_panel.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace cuntu::ui {

WeighingPanel::CriterionRow WeighingPanel::makeRow(std::size_t criterion, QWidget *parent)
{
    const WeighedCriterion &declared = m_weighing.land()->criteria[criterion];
    CriterionRow row;
    row.slider = new QSlider(Qt::Horizontal, parent);
    row.slider->setObjectName(QStringLiteral("weighingSlider_") + declared.id);
    row.slider->setAccessibleName(tr("Weight of %1").arg(declared.name.toString()));
    row.slider->setRange(0, 100);
    constexpr int k_leastSlider_px = 60;
    row.slider->setMinimumWidth(k_leastSlider_px);
    row.weight = new QDoubleSpinBox(parent);
    row.weight->setObjectName(QStringLiteral("weighingWeight_") + declared.id);
    row.weight->setAccessibleName(row.slider->accessibleName());
    row.weight->setRange(0, 100);
    row.weight->setDecimals(1);
    row.weight->setButtonSymbols(QAbstractSpinBox::NoButtons); // the slider is beside it
    constexpr int k_weight_px = 52;
    row.weight->setFixedWidth(k_weight_px);
    row.share = new QLabel(parent);
    row.share->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row.share->setMinimumWidth(row.share->fontMetrics().horizontalAdvance(QStringLiteral("100.0 %")));
    row.curve = new ValueCurvePreview(declared.curve, unitText(declared.unit), m_bench.theme, parent);
    row.part = new QLabel(parent);
    row.part->setObjectName(QStringLiteral("weighingPart_") + declared.id);
    connect(row.slider, &QSlider::valueChanged, this, [this, criterion](int value) {
        if (!m_isFilling) {
            m_weighing.setWeight(criterion, value);
        }
    });
    connect(row.weight, &QDoubleSpinBox::valueChanged, this, [this, criterion](double value) {
        if (!m_isFilling) {
            m_weighing.setWeight(criterion, value);
        }
    });
    return row;
}

void WeighingPanel::fillCriteria()
{
    auto *all = new QWidget;
    auto *grid = new QGridLayout(all);
    grid->setContentsMargins(0, 4, 4, 4);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(2, 1);
    m_rows.clear();
    for (std::size_t i = 0; i < m_weighing.land()->criteria.size(); ++i) {
        const CriterionRow row = makeRow(i, all);
        auto *name = new QLabel(m_weighing.land()->criteria[i].name.toString(), all);
        name->setBuddy(row.slider);
        const int line = 2 * static_cast<int>(i);
        grid->addWidget(name, line, 0);
        grid->addWidget(row.curve, line, 1);
        grid->addWidget(row.slider, line, 2);
        grid->addWidget(row.weight, line, 3);
        grid->addWidget(row.share, line, 4);
        grid->addWidget(row.part, line + 1, 1, 1, 4);
        row.part->hide();
        m_rows.push_back(row);
    }
    auto *exclusions = new QWidget(all);
    fillExclusions(exclusions);
    const int last = 2 * static_cast<int>(m_rows.size());
    grid->addWidget(exclusions, last, 0, 1, 5);
    grid->setRowStretch(last + 1, 1);
    m_criteria->setWidget(all);
    // Nothing to be scrolled sideways: the shares at the end of the rows are seen.
    m_criteria->setMinimumWidth(grid->minimumSize().width() + m_criteria->verticalScrollBar()->sizeHint().width());
    m_placeSaid->setText(tr("Click on the map to see what a place is made of."));
    showWeights();
}

void WeighingPanel::fillExclusions(QWidget *parent)
{
    auto *layout = new QVBoxLayout(parent);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(2);
    m_exclusions.clear();
    const WeighedLand &land = *m_weighing.land();
    if (!land.exclusions.empty()) {
        layout->addWidget(makeHeading(tr("Nobody builds where it is")));
    }
    for (std::size_t i = 0; i < land.exclusions.size(); ++i) {
        const WeighedExclusion &exclusion = land.exclusions[i];
        QString text = exclusion.name.toString();
        if (exclusion.limit) {
            text += QStringLiteral(" (%1 %2 %3)")
                        .arg(exclusion.isAbove ? QStringLiteral(">") : QStringLiteral("<"))
                        .arg(*exclusion.limit)
                        .arg(unitText(exclusion.unit));
        }
        auto *box = new QCheckBox(text, parent);
        box->setObjectName(QStringLiteral("weighingExclusion_") + exclusion.id);
        connect(box, &QCheckBox::toggled, this, [this, i](bool on) {
            if (!m_isFilling) {
                m_weighing.setExclusion(i, on);
            }
        });
        layout->addWidget(box);
        m_exclusions.push_back(box);
    }
}

void WeighingPanel::showWeights()
{
    if (m_rows.size() != m_weighing.weights().size()) {
        return; // they are being laid out
    }
    m_isFilling = true;
    const auto scaled = scaledWeights(m_weighing.weights());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const double weight = m_weighing.weights()[i];
        m_rows[i].slider->setValue(static_cast<int>(std::lround(weight)));
        m_rows[i].weight->setValue(weight);
        m_rows[i].share->setText(scaled ? QStringLiteral("%1 %").arg(100 * scaled->weights[i], 0, 'f', 1) : QString());
    }
    for (std::size_t i = 0; i < m_exclusions.size(); ++i) {
        m_exclusions[i]->setChecked(m_weighing.exclusions()[i]);
    }
    m_isFilling = false;
    m_undo->setEnabled(m_weighing.canUndo());
    m_keep->setEnabled(m_bench.session.canWrite() && scaled.has_value());
}

void WeighingPanel::showPlace(Point place)
{
    if (!m_weighing.land() || !isVisible()) {
        return;
    }
    const LandWeighing::PlaceParts found = m_weighing.partsAt(place);
    const WeighedLand &land = *m_weighing.land();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool isKnown = i < found.parts.size() && std::isfinite(found.parts[i].value);
        m_rows[i].curve->setMark(isKnown ? std::optional(found.parts[i].measure) : std::nullopt);
        m_rows[i].part->setText(isKnown ? QStringLiteral("%1 → %2").arg(
                                              QString::number(found.parts[i].measure, 'f', 0) +
                                                  (land.criteria[i].unit.isEmpty() ? QString() : QStringLiteral(" ")) +
                                                  unitText(land.criteria[i].unit),
                                              QString::number(found.parts[i].value, 'f', 2))
                                        : QString());
        m_rows[i].part->setVisible(isKnown);
    }
    QStringList excluded;
    for (const std::size_t i : found.excludedBy) {
        excluded << land.exclusions[i].name.toString();
    }
    QString said = tr("This place is outside the land that was measured.");
    if (!found.parts.empty()) {
        said = std::isfinite(found.score) ? tr("Score here: %1.").arg(found.score, 0, 'f', 3)
                                          : tr("Too little is known here.");
        if (!excluded.isEmpty()) {
            said += QLatin1Char(' ') + tr("Nobody builds here: %1.").arg(excluded.join(QStringLiteral(", ")));
        }
    }
    m_placeSaid->setText(said);
}

} // namespace cuntu::ui
