// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/export.h"
#include "core/project/project.h"

namespace cuntu {

/// What is to leave the project, in which form and for whom.
struct ExportOrder {
    /// A layer's id; "indicators:PROGRAMME" (of all programmes where none is named); "overlay:ID", or
    /// "overlay:ID/LAYER" for one of its layers.
    QString what;
    QString file; ///< format by its ending, see ExportRequest
    Privacy privacy = Privacy::Masked;
    QString encoding;                     ///< "UTF-8" or "GBK"; empty: UTF-8
    std::optional<Crs> targetCrs = {};    ///< empty: as the format has it
    AreaCode where = {};                  ///< only what lies in this area; empty: everywhere
    QStringList keys = {};                ///< only features with these keys, names or numbers; none: all
    std::vector<FeatureId> features = {}; ///< only these; none: all
    Day asOf = Day::today();              ///< for statuses, figures and overlays
    std::optional<AreaLevel> by = {};     ///< of figures; empty: county for tables, village for maps
    QString who = {};
    QString reason = {}; ///< why personal data leave in full
};

/// What left the project.
struct ExportOutcome {
    qint64 features = 0;
    QStringList notes;    ///< what was cut, left out or assumed, sentences
    bool recorded = true; ///< false: the project is read-only, which is in the notes
};

/// Writes what @p order asks for and records it in the project. Layers stream: memory does not grow with them. With
/// Privacy::Full it is recorded before anything is written, and refused (ReadOnly) where that cannot be; otherwise a
/// project that is open for reading only is exported all the same.
///
/// With Privacy::Public (DOMAIN C.8) fields with numbers, phones, accounts, health and remarks are left out, names are
/// the surname and a star, numbers inside other texts are hidden. Where the positions of a layer are personal, formats
/// of maps get points of groups with counts instead of its features, see publicGroups().
///
/// NotFound for what there is not, and where nothing is selected; Misused for what the format cannot hold; else as
/// exportFeatures(). Any thread.
CUNTU_CORE_EXPORT Result<ExportOutcome> runExport(Project &project, const ExportOrder &order, const JobContext &job);

/// One layer of an exported project.
struct ExportedLayer {
    LayerSchema schema; ///< as it was written: with Privacy::Public counts of groups have one of their own
    bool withPositions = true;
    qint64 features = 0;
    QStringList notes;
};

/// Writes layers @p layers into the one GeoPackage @p order.file, narrowed down and masked as @p order says. With
/// Privacy::Full that is recorded before; recordExported() is the caller's. Errors as runExport().
CUNTU_CORE_EXPORT Result<std::vector<ExportedLayer>>
exportProjectLayers(Project &project, const ExportOrder &order, const QStringList &layers, const JobContext &job);

/// Records in the project what @p order wrote; where it cannot be, that is said in @p outcome. For what is written
/// without runExport().
CUNTU_CORE_EXPORT void recordExported(Project &project, const ExportOrder &order, ExportOutcome &outcome);
/// Records that personal data are about to leave in full, where @p order asks for it. ReadOnly.
CUNTU_CORE_EXPORT Result<void> recordBefore(Project &project, const ExportOrder &order);

/// The area that @p text means on @p day: a code, or a name with or without its kind ('弋江镇', '弋江'). NotFound;
/// Conflict where several have the name, with their codes.
CUNTU_CORE_EXPORT Result<AreaCode> areaMeant(const AreaTree &areas, const QString &text, Day day);

} // namespace cuntu
