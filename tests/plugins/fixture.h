// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/plugin.h"

namespace cuntu::test {

/// Makes the fixture called @p id a programme with one layer of the same name.
inline void addProgramme(Registry &draft, const QString &id)
{
    Programme programme;
    programme.id = id;
    programme.name = {QStringLiteral("样例"), QStringLiteral("Fixture")};
    programme.help = {QStringLiteral("仅供测试"), QStringLiteral("For tests only")};
    draft.programmes.push_back(programme);
    Field code;
    code.id = QStringLiteral("code");
    code.name = {QStringLiteral("编号"), QStringLiteral("Code")};
    LayerSchema layer;
    layer.id = id;
    layer.name = programme.name;
    layer.programme = id;
    layer.fields = {code};
    draft.layers.push_back(layer);
}

} // namespace cuntu::test
