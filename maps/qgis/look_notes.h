// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/layer_schema.h"
#include "maps/qgis/look_file.h"

#include <optional>

namespace cuntu {

/// Collects what of a look has no place here.
class LookNotes {
public:
    void leave(const QString &what)
    {
        if (!m_notes.contains(what)) {
            m_notes << what;
        }
    }
    QStringList take() { return std::move(m_notes); }

private:
    QStringList m_notes;
};

/// The field of @p schema that @p name means: by id, by name in either language, or by a synonym; empty: none.
QString fieldCalled(const LayerSchema &schema, const QString &name);

/// Makes @p style one that the layer can be drawn with: without its field, one symbol serves.
void keepIfKnown(LayerStyle &style, const LayerSchema &schema, const QString &fieldName, LookNotes &notes);

/// How QGIS numbers the ways of blending, as far as they are here; empty: another one.
std::optional<Blend> blendOfQgis(const QString &number);
int qgisBlend(Blend blend);

Error notALook(const QString &why);

} // namespace cuntu
