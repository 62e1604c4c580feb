// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/label/placer.h"

#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace cuntu {
namespace {

constexpr double k_gap_px = 2;   ///< free space around labels
constexpr int k_directions = 12; ///< on each ring

/// Upright boxes that together hold a label: one where its text is upright, else a row of squares along it.
class BoxRow {
public:
    explicit BoxRow(const Label &label) : m_size(label.size), m_first(label.centre)
    {
        if (label.angle_deg == 0 && !label.vertical) {
            return;
        }
        const double side = label.size.height();
        m_size = {side, side};
        m_count = std::max(1, static_cast<int>(std::ceil(label.size.width() / side)));
        const double angle = qDegreesToRadians(label.angle_deg);
        const double gap = m_count > 1 ? (label.size.width() - side) / (m_count - 1) : 0;
        m_step = QPointF(std::cos(angle), std::sin(angle)) * gap;
        m_first -= m_step * (m_count - 1) / 2.0;
    }

    QRectF united() const { return boxAt(0) | boxAt(m_count - 1); }
    /// Whether @p test holds for all of them; stops at the first for which it does not.
    template <class Test> bool allOf(const Test &test) const
    {
        for (int i = 0; i < m_count; ++i) {
            if (!test(boxAt(i))) {
                return false;
            }
        }
        return true;
    }

private:
    QRectF boxAt(int i) const
    {
        return {m_first + m_step * i - QPointF(m_size.width() / 2, m_size.height() / 2), m_size};
    }

    QSizeF m_size;
    QPointF m_first;
    QPointF m_step;
    int m_count = 1;
};

/// Where the centre of a text of @p size stands from its point at one of the eight places beside it.
QPointF besidePlace(int place, QSizeF size, double radius_px)
{
    const double dx = radius_px + 1 + size.width() / 2;
    const double dy = radius_px + 1 + size.height() / 2 - size.height() * 0.1;
    const std::array<QPointF, LabelPlacer::k_besidePlaces> places{QPointF(dx, 0),  QPointF(-dx, 0),  QPointF(0, -dy),
                                                                  QPointF(0, dy),  QPointF(dx, -dy), QPointF(-dx, -dy),
                                                                  QPointF(dx, dy), QPointF(-dx, dy)};
    return places[static_cast<std::size_t>(place)];
}

/// The same on a ring, from the inner one to the outer one, on each from the right and upwards first.
QPointF ringPlace(int number, QSizeF size, double radius_px)
{
    const int ring = number / k_directions;
    const int turn = (number % k_directions + 1) / 2 * (number % 2 == 0 ? 1 : -1);
    const double angle = 2 * std::numbers::pi * turn / k_directions;
    const double away = radius_px + size.height() * (1 + 1.2 * ring);
    return {std::cos(angle) * (away + size.width() / 2), std::sin(angle) * (away + size.height() / 2)};
}

/// From the rim of @p spot to the nearest place of @p box.
QLineF leaderTo(const QRectF &box, const LabelPlacer::Spot &spot)
{
    const QPointF point = spot.point;
    const QPointF end(std::clamp(point.x(), box.left(), box.right()), std::clamp(point.y(), box.top(), box.bottom()));
    QLineF leader(point, end);
    if (leader.length() > spot.start_px) {
        leader.setP1(leader.pointAt(spot.start_px / leader.length()));
    }
    return leader;
}

} // namespace

LabelPlacer::LabelPlacer(const QRectF &window) : m_window(window), m_taken(window) {}

void LabelPlacer::block(const QRectF &box)
{
    m_taken.take(box.adjusted(-k_gap_px, -k_gap_px, k_gap_px, k_gap_px));
}

bool LabelPlacer::placeAt(Label label)
{
    return tryPlace(label);
}

bool LabelPlacer::tryPlace(Label &label)
{
    const BoxRow boxes(label);
    const QRectF all = boxes.united();
    if (!m_window.contains(all) || !boxes.allOf([this](const QRectF &box) { return m_taken.isFree(box); }) ||
        (label.leader && !m_taken.isFree(*label.leader))) {
        return false;
    }
    boxes.allOf([this](const QRectF &box) {
        block(box);
        return true;
    });
    if (label.leader) {
        m_taken.take(*label.leader);
    }
    label.box = all;
    m_byText.emplace(label.text, label.centre);
    m_labels.push_back(std::move(label));
    return true;
}

bool LabelPlacer::placeBeside(Label label, QPointF point, double radius_px)
{
    return tryPlaces(label, {point, radius_px, radius_px}, 0, k_besidePlaces);
}

bool LabelPlacer::placeAround(Label label, const Spot &spot)
{
    return tryPlaces(label, spot, k_besidePlaces, k_allPlaces);
}

bool LabelPlacer::placeAgain(Label label, const Spot &spot, int place)
{
    return place >= 0 && place < k_allPlaces && tryPlaces(label, spot, place, place + 1);
}

bool LabelPlacer::tryPlaces(Label &label, const Spot &spot, int first, int end)
{
    for (int place = first; place < end; ++place) {
        label.place = place;
        if (place < k_besidePlaces) {
            label.centre = spot.point + besidePlace(place, label.size, spot.radius_px);
        } else {
            label.centre = spot.point + ringPlace(place - k_besidePlaces, label.size, spot.radius_px);
            const QPointF half(label.size.width() / 2, label.size.height() / 2);
            label.leader = leaderTo(QRectF(label.centre - half, label.size), spot);
        }
        if (tryPlace(label)) {
            return true;
        }
    }
    return false;
}

bool LabelPlacer::hasRoomNear(QPointF point) const
{
    // One pixel of room to the right or to the left, above or below is the least that any of the eight places needs.
    constexpr double reach = 8;
    const std::array sides{QPointF(reach, 0), QPointF(-reach, 0), QPointF(0, -reach), QPointF(0, reach)};
    return std::any_of(sides.begin(), sides.end(), [&](QPointF side) {
        return m_taken.isFree(QRectF(point + side - QPointF(0.5, 0.5), QSizeF(1, 1)));
    });
}

bool LabelPlacer::hasLike(const QString &text, QPointF centre, double distance_px) const
{
    const auto [begin, end] = m_byText.equal_range(text);
    return std::any_of(begin, end, [&](const auto &entry) {
        const QPointF d = entry.second - centre;
        return std::hypot(d.x(), d.y()) < distance_px;
    });
}

} // namespace cuntu
