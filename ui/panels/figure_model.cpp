// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/figure_model.h"

#include "core/algorithm/unit.h"
#include "core/progress/figure_text.h"

#include <QLocale>

#include <algorithm>

namespace cuntu::ui {
namespace {

/// How urgent a state is; higher is worse.
int badness(MilestoneState state)
{
    const std::vector<MilestoneState> &urgent = statesByUrgency();
    return static_cast<int>(urgent.end() - std::find(urgent.begin(), urgent.end(), state));
}

} // namespace

QString amountText(double amount)
{
    const int decimals = std::abs(amount - std::round(amount)) < 0.005 ? 0 : 2;
    return QLocale(QLocale::English).toString(amount, 'f', decimals);
}

QString fractionText(const Figure &figure, const Registry &registry)
{
    const Indicator *indicator = registry.findIndicator(figure.indicator);
    const QString thing = indicator ? unitText(indicator->countedThing) : QString();
    const bool whole = figure.denominator > 0 || (indicator && indicator->kind == Indicator::Kind::Ratio);
    const QString numbers =
        whole ? QStringLiteral("%1/%2").arg(amountText(figure.numerator), amountText(figure.denominator))
              : amountText(figure.numerator);
    return thing.isEmpty() ? numbers : numbers + QLatin1Char(' ') + thing;
}

void FigureModel::setFigures(std::vector<Figure> figures)
{
    beginResetModel();
    m_figures = std::move(figures);
    endResetModel();
}

void FigureModel::setMilestones(const std::vector<Milestone> &milestones)
{
    m_milestones = milestones;
    if (!m_figures.empty()) {
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, State));
    }
}

int FigureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_figures.size());
}

int FigureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

const Milestone *FigureModel::worstOf(const Figure &figure) const
{
    const Milestone *worst = nullptr;
    for (const Milestone &milestone : m_milestones) {
        if (milestone.target.indicator == figure.indicator && milestone.target.area == figure.area &&
            (worst == nullptr || badness(milestone.state) > badness(worst->state))) {
            worst = &milestone;
        }
    }
    return worst;
}

std::optional<MilestoneState> FigureModel::stateOf(const Figure &figure) const
{
    const Milestone *worst = worstOf(figure);
    return worst ? std::optional(worst->state) : std::nullopt;
}

std::optional<Target> FigureModel::targetOf(const Figure &figure) const
{
    const Milestone *worst = worstOf(figure);
    return worst ? std::optional(worst->target) : std::nullopt;
}

QString FigureModel::text(const Figure &figure, int column) const
{
    switch (column) {
    case IndicatorName: {
        const Indicator *indicator = m_bench.session.registry().findIndicator(figure.indicator);
        return indicator ? indicator->name.toString() : figure.indicator;
    }
    case AreaName:
        return figure.areaName;
    case Count:
        return fractionText(figure, m_bench.session.registry());
    case Value:
        return figure.value ? figureText(*figure.value, figure.unit) : QStringLiteral("—");
    case State:
        if (const auto state = stateOf(figure)) {
            return lookOf(*state).word;
        }
        return QStringLiteral("—");
    default:
        return {};
    }
}

QVariant FigureModel::sortKey(const Figure &figure, int column) const
{
    switch (column) {
    case Count:
        return figure.numerator;
    case Value:
        return figure.value.value_or(-1);
    case State: {
        const auto state = stateOf(figure);
        return state ? badness(*state) : -1;
    }
    default:
        return text(figure, column);
    }
}

QVariant FigureModel::data(const QModelIndex &index, int role) const
{
    const Figure &shown = figure(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, column);
    case Qt::TextAlignmentRole:
        return column == Count || column == Value ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::DecorationRole:
        if (const auto state = column == State ? stateOf(shown) : std::nullopt) {
            return stateIcon(*state, m_bench.theme);
        }
        return {};
    case Qt::ToolTipRole: {
        const Indicator *indicator = m_bench.session.registry().findIndicator(shown.indicator);
        return column == AreaName || !indicator ? shown.area.toString() : indicator->help.toString();
    }
    case k_share: {
        const bool percent = column == Value && shown.value && shown.unit == QStringLiteral("%");
        return percent ? QVariant(std::clamp(*shown.value / 100, 0.0, 1.0)) : QVariant();
    }
    case k_sort:
        return sortKey(shown, column);
    default:
        return {};
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal) {
        return {};
    }
    switch (section) {
    case IndicatorName:
        return tr("Indicator");
    case AreaName:
        return tr("Area");
    case Count:
        return tr("Done / of");
    case Value:
        return tr("Value");
    case State:
        return tr("State");
    default:
        return {};
    }
}

} // namespace cuntu::ui
