// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ground.h"

namespace cuntu::ui {

Result<std::vector<Ground>> groundsOf(const ProjectState &state, std::span<const AreaCode> areas, const JobContext &job)
{
    std::vector<Ground> grounds(areas.size());
    for (const LayerInfo &info : state.layers) {
        if (info.schema.geometry != GeometryType::Polygon || info.schema.keyField.isEmpty() ||
            !info.schema.programme.isEmpty()) {
            continue;
        }
        auto layer = state.snapshot->layer(info.schema.id, {info.schema.keyField}, job);
        if (!layer) {
            return layer.error();
        }
        const Column *codes = (*layer)->column(info.schema.keyField);
        for (std::size_t row = 0; codes != nullptr && row < (*layer)->size(); ++row) {
            const auto code = AreaCode::parse(codes->display(row));
            for (std::size_t i = 0; code && i < areas.size(); ++i) {
                if (!areas[i].covers(*code)) {
                    continue;
                }
                grounds[i].box.add((*layer)->geometry().boxes[row]);
                if (*code == areas[i] && (*layer)->geometry().hasGeometry(row)) {
                    grounds[i].itself = {info.schema.id, {(*layer)->id(row)}};
                }
            }
        }
    }
    return grounds;
}

} // namespace cuntu::ui
