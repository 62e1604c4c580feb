// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/schema/line_reference.h"

namespace cuntu {

/// What layer @p layer of @p registry has stretches of; empty where it is no layer of stretches.
///
/// A layer declares itself one by its fields: it is a layer of lines, has stations 'from_km' and 'to_km' (numbers in
/// km), and a field that is called like the key field of another layer of lines of its programme, where it names the
/// line. That other layer's field 'length_km', where it has one, is the reported length of the line.
CUNTU_CORE_EXPORT std::optional<LineReference> lineReferenceOf(const Registry &registry, QStringView layer);

/// Those of all layers of stretches.
CUNTU_CORE_EXPORT std::vector<LineReference> lineReferences(const Registry &registry);

} // namespace cuntu
