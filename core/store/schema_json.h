// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/layer_schema.h"

#include <QJsonObject>

namespace cuntu {

/// A layer's schema as JSON, as kept in the project: a project can so be read without the plugin that brought the
/// layer.
QString schemaToJson(const LayerSchema &schema);
/// The inverse. Unreadable for text that is no schema.
Result<LayerSchema> schemaFromJson(const QString &json);

/// @p object as one line of JSON, as the project's tables keep it.
QString compactJson(const QJsonObject &object);

} // namespace cuntu
