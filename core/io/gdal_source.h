// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/crs_choice.h"
#include "core/io/openers.h"
#include "core/io/vsi_file.h"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <map>

namespace cuntu {

struct GdalDatasetCloser {
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};
using GdalDataset = std::unique_ptr<GDALDataset, GdalDatasetCloser>;

/// Opens @p path read-only with the drivers that read a local file and nothing else. Null, with @p messages, where none
/// does.
GdalDataset openGdalVector(const QString &path, bool allTables, QStringList &messages);

/// True where GDAL opens @p path as a picture or a grid (GeoTIFF, a raster GeoPackage ...).
bool isGdalRaster(const QString &path);

/// True where @p text fills its field, so that its last character may have been cut off.
bool gdalTextMayBeCut(const OGRFieldDefn &field, const char *text);

/// A layer, or for KML all folders of a file, that GDAL reads.
class GdalSource : public RowReader {
public:
    static Result<std::unique_ptr<RowReader>> open(const OpenRequest &request);

    const SourceInfo &info() const override { return m_info; }
    Result<bool> next(SourceRow &row) override;

private:
    /// Where the text of a column comes from.
    struct Origin {
        int field = -1;              ///< of the layer; -1: none
        std::string fromDescription; ///< key in the description, where the field says nothing; empty: none
    };
    struct LayerPlan {
        OGRLayer *layer = nullptr;
        std::vector<Origin> origins; ///< one per column
        int description = -1;        ///< field that is parsed; -1: none
    };
    struct Scan; ///< what a first look at the features finds

    // The steps of open(), in order.
    Result<void> chooseLayers(const OpenRequest &request);
    Result<void> look(const OpenRequest &request, Scan &scan);
    Result<void> chooseEncoding(const OpenRequest &request, const Scan &scan);
    Result<void> checkEncoding(const Scan &scan);
    Result<void> makeColumns(const OpenRequest &request, const Scan &scan);
    Result<void> chooseCrs(const OpenRequest &request, const Scan &scan);

    void chooseFilledLayers(const OpenRequest &request, const std::vector<OGRLayer *> &layers);
    void lookAt(const OGRFeature &feature, Scan &scan) const;
    void lookAtText(const OGRFieldDefn &field, const char *text, Scan &scan) const;
    void addFieldColumns(LayerPlan &plan, const Scan &scan);
    void addDescriptionColumns(const Scan &scan);
    OGRFeatureUniquePtr nextFeature();
    void rewind();
    Result<std::string> cellOf(const OGRFeature &feature, int field) const;
    Result<std::string> decoded(const char *text, bool maybeCut) const;
    Result<void> fillCells(const OGRFeature &feature, SourceRow &row) const;

    GdalDataset m_dataset;
    std::vector<LayerPlan> m_layers;
    std::size_t m_current = 0;
    qint64 m_number = 0;
    SourceInfo m_info;
    bool m_isKml = false;
    bool m_isShapefile = false;
    bool m_isOsm = false;
    bool m_recode = false; ///< text is not UTF-8 yet
    bool m_swapAxes = false;
};

} // namespace cuntu
