// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace cuntu {

/// How a file's first text that is not plain ASCII reads in one encoding.
struct EncodingSample {
    QString encoding;
    QString text; ///< the words of a row, at most 60 characters
};

/// What was found out about a file before it is imported.
struct ImportPreview {
    SourceInfo info;
    QString role;                          ///< the one asked for, the profile's, or the guess
    ImportRequest request;                 ///< with the role, and what the profile says
    QString profile;                       ///< id of the profile that it was read with; empty: none
    std::vector<SourceRow> rows;           ///< the first ones that are data
    std::vector<EncodingSample> encodings; ///< all that the text can be; empty where the format fixes it
    std::vector<Geometry> shapes;          ///< at most 5,000, in PreviewRequest::crs
    Box lonLat;                            ///< of those, in EPSG:4490; empty: no positions
};

/// What is asked about a file.
struct PreviewRequest {
    ImportRequest import;                ///< what the user says; what is empty is found out, the role too
    std::vector<ImportProfile> profiles; ///< from which the one that fits is taken where the role is empty
    Crs crs;                             ///< that shapes are wanted in; invalid: EPSG:4490
    std::size_t rows = 8;
};

/// @p request with what @p profile says where the request says nothing. UnknownCrs for a profile's CRS that is none.
CUNTU_CORE_EXPORT Result<ImportRequest> withProfile(const ImportRequest &request, const ImportProfile &profile);

/// The profile that says of other files of this shape what @p request says of @p columns.
CUNTU_CORE_EXPORT ImportProfile profileFrom(const QString &id, const ImportRequest &request, const SourceInfo &info);

/// Opens the file and reads its first rows. On a job's thread; errors as Source::open().
CUNTU_CORE_EXPORT Result<ImportPreview> previewImport(const PreviewRequest &request, const Registry &registry,
                                                      const JobContext &job);

} // namespace cuntu
