// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers.hpp"

#include <cmath>
#include <gdal_priv.h>
#include <memory>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>
#include <stdexcept>
#include <string_view>

namespace cuntu::sample {

namespace {

constexpr const char *prjText =
    R"(PROJCS["CGCS2000_3_Degree_GK_Zone_39",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",39500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";

struct CloseDataset {
    void operator()(GDALDataset *dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

GDALDriver &driver(const char *name)
{
    GDALAllRegister();
    GDALDriver *found = GetGDALDriverManager()->GetDriverByName(name);
    if (!found)
        throw std::runtime_error(std::string("no GDAL driver ") + name);
    return *found;
}

OGRSpatialReference reference(int epsg)
{
    OGRSpatialReference result;
    result.importFromEPSG(epsg);
    result.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return result;
}

void addField(OGRLayer &layer, const char *name, OGRFieldType type, int width)
{
    OGRFieldDefn field(name, type);
    field.SetWidth(width);
    if (layer.CreateField(&field) != OGRERR_NONE)
        throw std::runtime_error("cannot make a field");
}

OGRPolygon polygonOf(const Frame &frame, const Village &village, OGRCoordinateTransformation &toPlane)
{
    OGRPolygon polygon;
    for (const auto &points : village.rings) {
        OGRLinearRing ring;
        for (const Point &point : points) {
            const LonLat p = frame.position(point.x, point.y);
            double x = p.lon;
            double y = p.lat;
            if (!toPlane.Transform(1, &x, &y))
                throw std::runtime_error("a border point cannot be projected");
            ring.addPoint(std::round(x * 1000) / 1000, std::round(y * 1000) / 1000);
        }
        polygon.addRing(&ring);
    }
    return polygon;
}

void fillLayer(const County &county, OGRLayer &layer)
{
    addField(layer, "村名", OFTString, 40);
    addField(layer, "村代码", OFTString, 12);
    addField(layer, "乡镇", OFTString, 30);
    addField(layer, "是否贫困村", OFTString, 12);
    addField(layer, "户籍户数", OFTInteger, 8);
    addField(layer, "户籍人口", OFTInteger, 8);
    const OGRSpatialReference degrees = reference(4490);
    const OGRSpatialReference plane = reference(4527);
    const std::unique_ptr<OGRCoordinateTransformation> toPlane(OGRCreateCoordinateTransformation(&degrees, &plane));
    for (const Village &village : county.areas.villages) {
        OGRFeature feature(layer.GetLayerDefn());
        feature.SetField(0, village.name.c_str());
        feature.SetField(1, village.code.c_str());
        feature.SetField(2, county.areas.townships[static_cast<std::size_t>(village.township)].name.c_str());
        feature.SetField(3, village.poor ? "省定贫困村" : "否");
        feature.SetField(4, village.households);
        feature.SetField(5, village.persons);
        const OGRPolygon polygon = polygonOf(county.land.frame, village, *toPlane);
        feature.SetGeometry(&polygon);
        if (layer.CreateFeature(&feature) != OGRERR_NONE)
            throw std::runtime_error("cannot write a village");
    }
}

/// Bureaus' files carry no .cpg, and 0x57 as language id, which says nothing of GBK.
void makeLikeABureaus(const Path &shp)
{
    Path side = shp;
    std::filesystem::remove(side.replace_extension(".cpg"));
    writeFile(side.replace_extension(".prj"), prjText);
    side.replace_extension(".dbf");
    std::unique_ptr<VSILFILE, int (*)(VSILFILE *)> dbf(VSIFOpenL(side.c_str(), "rb+"), VSIFCloseL);
    const char language = 0x57;
    if (!dbf || VSIFSeekL(dbf.get(), 29, SEEK_SET) != 0 || VSIFWriteL(&language, 1, 1, dbf.get()) != 1)
        throw std::runtime_error("cannot write " + side.string());
}

std::string coordinates(const std::vector<LonLat> &line, bool shifted)
{
    std::string text;
    for (const LonLat &p : line) {
        const LonLat q = shifted ? gcj02(p) : p;
        text += (text.empty() ? "" : " ") + fixed(q.lon, 7) + "," + fixed(q.lat, 7) + ",0";
    }
    return text;
}

std::string describe(const Road &road)
{
    const WorkEvent &last = road.history.back();
    std::string text = "路线编号:" + road.code + ";行政等级:" + word(roadClassWords, road.roadClass) +
                       ";路面类型:" + word(surfaceWords, road.surface) + ";路面宽度:" + fixed(road.width_m, 1) +
                       ";状态:" + word(workStateWords, last.state) + ";状态日期:" + isoText(last.date);
    for (const WorkEvent &event : road.history)
        if (event.state == WorkState::Completed || (event.state == WorkState::Accepted && !road.registered)) {
            text += ";建成年月:" + monthText(event.date);
            break;
        }
    return text + ";里程:" + fixed(road.length_m / 1000, 3);
}

} // namespace

void writeVillages(const County &county, const Path &path, Truth &truth)
{
    GDALDriver &shapefile = driver("ESRI Shapefile");
    {
        const Dataset dataset(shapefile.Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        const char *options[] = {"ENCODING=CP936", "DBF_DATE_LAST_UPDATE=2020-06-30", nullptr};
        OGRLayer *layer =
            dataset ? dataset->CreateLayer("行政村", nullptr, wkbPolygon, const_cast<char **>(options)) : nullptr;
        if (!layer)
            throw std::runtime_error("cannot write " + path.string());
        fillLayer(county, *layer);
    }
    makeLikeABureaus(path);
    truth.counts[path.filename().string()] = static_cast<int>(county.areas.villages.size());
}

void writeRoads(const County &county, const Path &path, Truth &truth)
{
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">"
                       "<Document><name>道路</name>\n";
    for (const Road &road : county.roads)
        text += "<Placemark><name>" + road.code + "</name><description>" + describe(road) +
                "</description><LineString><coordinates>" + coordinates(road.line, true) +
                "</coordinates></LineString></Placemark>\n";
    writeFile(path, text + "</Document></kml>\n");
    truth.counts[path.filename().string()] = static_cast<int>(county.roads.size());
}

void writeRivers(const County &county, const Path &path, Truth &truth)
{
    static constexpr std::array<const char *, 4> orders{"", "干流", "一级支流", "二级支流"};
    std::string text = "{\"type\":\"FeatureCollection\",\"name\":\"河流\",\"features\":[\n";
    for (const River &river : county.rivers) {
        std::string line;
        for (const LonLat &p : river.line)
            line += (line.empty() ? "[" : ",[") + fixed(p.lon, 6) + "," + fixed(p.lat, 6) + "]";
        text += (&river == &county.rivers.front() ? "" : ",\n") +
                ("{\"type\":\"Feature\",\"properties\":{\"名称\":\"" + river.name + "\",\"等级\":\"") +
                word(orders, river.order) + "\",\"长度公里\":" + fixed(length_m(river.line) / 1000, 2) +
                ",\"流域面积平方公里\":" + fixed(river.catchment_km2, 1) +
                "},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[" + line + "]}}";
    }
    writeFile(path, text + "\n]}\n");
    truth.counts[path.filename().string()] = static_cast<int>(county.rivers.size());
}

void writeTerrain(const County &county, const Path &path, Truth &truth)
{
    const Frame &frame = county.land.frame;
    const char *options[] = {"COMPRESS=DEFLATE", "PREDICTOR=2", "ZLEVEL=9", "TILED=YES", "NUM_THREADS=1", nullptr};
    const Dataset dataset(
        driver("GTiff").Create(path.c_str(), frame.width, frame.height, 1, GDT_Int16, const_cast<char **>(options)));
    if (!dataset)
        throw std::runtime_error("cannot write " + path.string());
    double place[] = {frame.west, Frame::step_deg, 0, frame.north, 0, -Frame::step_deg};
    const OGRSpatialReference degrees = reference(4490);
    dataset->SetGeoTransform(place);
    dataset->SetSpatialRef(&degrees);
    std::vector<std::int16_t> heights;
    for (const double height : county.land.height_m.cells())
        heights.push_back(static_cast<std::int16_t>(std::lround(height)));
    GDALRasterBand &band = *dataset->GetRasterBand(1);
    if (band.RasterIO(GF_Write, 0, 0, frame.width, frame.height, heights.data(), frame.width, frame.height, GDT_Int16,
                      0, 0) != CE_None)
        throw std::runtime_error("cannot write " + path.string());
    truth.counts[path.filename().string()] = frame.width * frame.height;
}

} // namespace cuntu::sample
