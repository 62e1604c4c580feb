// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "core/snapshot/feature_place.h"

namespace cuntu::relocation {

/// So many features are named in a sentence.
inline constexpr std::size_t k_namedInMessage = 10;

/// An Invalid error with @p arguments put into its sentence and advice.
Error invalid(const Text &sentence, const Text &advice, const QStringList &arguments);

/// The first rows of @p rows of a layer by name, and whether there are more. @p key: see featureName().
QString nameSome(const LayerSnapshot &layer, const std::vector<std::size_t> &rows, const QString &key = {});

/// The layer that parameter @p parameter names, with @p fields (empty ones are none) and those that name a feature.
/// NotFound for a layer or field that is not there.
Result<Immutable<LayerSnapshot>> loadLayer(const AlgorithmInput &input, const QString &parameter,
                                           const QStringList &fields, const JobContext &job);

/// The same for the layer of parameter `network`. Invalid where it has no lines.
Result<Immutable<LayerSnapshot>> loadNetwork(const AlgorithmInput &input, const QStringList &fields,
                                             const JobContext &job);

/// Appends placeOf() of each feature.
void addPositions(const LayerSnapshot &layer, std::vector<Point> &positions);

/// The numbers of @p field, 1 each where it is empty. Invalid unless all are there and >= 0.
Result<std::vector<double>> numbersOf(const LayerSnapshot &layer, const QString &field);

} // namespace cuntu::relocation
