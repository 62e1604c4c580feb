// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/doubt.h"

#include "ui/window/text.h"

#include <QColor>

namespace cuntu::ui {
namespace {

constexpr std::size_t k_shades = 3;
/// Share of white by how many rungs are missing.
constexpr double k_white[k_shades] = {0, 0.4, 0.7};

quint32 paler(quint32 colour, double white)
{
    const QColor from = QColor::fromRgb(0xFF000000U | colour);
    const auto mixed = [white](int part) { return static_cast<int>(part + (255 - part) * white); };
    return QColor(mixed(from.red()), mixed(from.green()), mixed(from.blue())).rgb() & 0xFFFFFFU;
}

Text named(const Text &name, Rung rung)
{
    const QString shown = rung == Rung::Checked ? Ui::tr("%1 (checked only)") : Ui::tr("%1 (reported only)");
    return {shown.arg(name.toString()), shown.arg(name.toString())};
}

bool fits(std::size_t classes)
{
    return classes * k_shades < OverlayFeatures::k_noClass;
}

} // namespace

std::vector<OverlayClass> classesByDoubt(const std::vector<OverlayClass> &classes)
{
    std::vector<OverlayClass> shaded = classes;
    for (std::size_t missing = 1; missing < k_shades && fits(classes.size()); ++missing) {
        for (OverlayClass each : classes) {
            each.name = named(each.name, static_cast<Rung>(k_shades - 1 - missing));
            each.colour = paler(each.colour, k_white[missing]);
            shaded.push_back(std::move(each));
        }
    }
    return shaded;
}

void shadeByDoubt(std::vector<std::uint8_t> &rows, std::size_t classes, const LayerSnapshot &layer,
                  const TrackView &track, Day day)
{
    for (std::size_t row = 0; row < rows.size() && fits(classes); ++row) {
        if (rows[row] >= classes) {
            continue;
        }
        if (const auto entry = track.standingOn(layer.id(row), day)) {
            const std::size_t missing = k_shades - 1 - static_cast<std::size_t>(entry->rung);
            rows[row] = static_cast<std::uint8_t>(rows[row] + missing * classes);
        }
    }
}

} // namespace cuntu::ui
