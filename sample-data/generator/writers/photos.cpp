// SPDX-License-Identifier: GPL-3.0-or-later
#include "writers.hpp"

#include <algorithm>
#include <cmath>
#include <cpl_vsi.h>
#include <exiv2/exiv2.hpp>
#include <gdal_priv.h>
#include <memory>
#include <stdexcept>

namespace cuntu::sample {

namespace {

constexpr int photoWidth = 400;
constexpr int photoHeight = 300;

struct Colour {
    double red = 0;
    double green = 0;
    double blue = 0;
};

Colour blend(Colour a, Colour b, double t)
{
    return {a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t, a.blue + (b.blue - a.blue) * t};
}

/// A drawn view along a road into the hills. Coordinates are shares of the picture, y down.
class Scene {
public:
    Scene(Surface surface, std::uint64_t seed) : m_surface(surface)
    {
        Random random(mix(seed));
        for (double &phase : m_phase)
            phase = random.uniform(0.0, 6.28);
        m_bend = random.uniform(-0.25, 0.25);
        m_season = random.uniform(0.0, 1.0);
    }

    Colour at(double x, double y, double grain) const
    {
        if (y < ridge(x, 0.28, 0))
            return blend({120, 170, 225}, {225, 236, 245}, y / 0.36);
        if (y < ridge(x, 0.38, 3))
            return blend({122, 150, 160}, {150, 175, 170}, y);
        if (y < 0.5)
            return blend({62, 104, 66}, {88, 128, 70}, m_season + 0.1 * grain);
        const double depth = (y - 0.5) / 0.5;
        const double axis = 0.5 + m_bend * (1 - depth) * (1 - depth);
        const double half = 0.015 + 0.24 * depth;
        const double aside = std::fabs(x - axis);
        if (aside < half)
            return road(aside / half, depth, grain);
        if (aside < half + 0.02 + 0.03 * depth)
            return blend({120, 110, 80}, {90, 110, 60}, 0.5 + 0.4 * grain);
        return field(x - axis, depth, grain);
    }

private:
    double ridge(double x, double base, std::size_t first) const
    {
        return base - 0.06 * std::sin(5 * x + m_phase[first]) - 0.035 * std::sin(11 * x + m_phase[first + 1]) -
               0.012 * std::sin(29 * x + m_phase[first + 2]);
    }
    Colour road(double aside, double depth, double grain) const
    {
        const bool cement = m_surface <= Surface::Cement;
        if (cement && std::fmod(2.0 / (depth + 0.06), 1.0) < 0.05)
            return {150, 149, 143}; // a joint between two slabs
        const Colour base = cement                         ? Colour{196, 194, 186}
                            : m_surface == Surface::Gravel ? Colour{176, 156, 122}
                                                           : Colour{150, 106, 70};
        const double rut = !cement && std::fabs(aside - 0.45) < 0.16 ? -16.0 : 0.0;
        const double rough = (cement ? 5.0 : 17.0) * grain + rut;
        return {base.red + rough, base.green + rough, base.blue + rough};
    }
    Colour field(double aside, double depth, double grain) const
    {
        const bool bank = std::fmod(std::fabs(aside) / (0.1 + depth) * 3.1, 1.0) < 0.08;
        const Colour rice = blend({112, 158, 62}, {196, 172, 74}, m_season);
        return bank ? Colour{92, 112, 58} : Colour{rice.red + 9 * grain, rice.green + 9 * grain, rice.blue + 6 * grain};
    }

    Surface m_surface;
    std::array<double, 6> m_phase{};
    double m_bend = 0;
    double m_season = 0;
};

void paint(const Scene &scene, std::uint64_t seed, const Path &path)
{
    GDALAllRegister();
    GDALDriverManager *drivers = GetGDALDriverManager();
    const std::unique_ptr<GDALDataset> picture(
        drivers->GetDriverByName("MEM")->Create("", photoWidth, photoHeight, 3, GDT_Byte, nullptr));
    std::array<std::vector<unsigned char>, 3> bands;
    Random random(mix(seed + 1));
    for (int y = 0; y < photoHeight; ++y)
        for (int x = 0; x < photoWidth; ++x) {
            const double grain = random.uniform(-1.0, 1.0);
            const Colour c = scene.at(x / static_cast<double>(photoWidth), y / static_cast<double>(photoHeight), grain);
            const std::array<double, 3> parts{c.red, c.green, c.blue};
            for (std::size_t b = 0; b < 3; ++b)
                bands[b].push_back(static_cast<unsigned char>(std::clamp(parts[b], 0.0, 255.0)));
        }
    for (std::size_t b = 0; b < 3; ++b)
        if (picture->GetRasterBand(static_cast<int>(b) + 1)
                ->RasterIO(GF_Write, 0, 0, photoWidth, photoHeight, bands[b].data(), photoWidth, photoHeight, GDT_Byte,
                           0, 0) != CE_None)
            throw std::runtime_error("cannot paint a picture");
    const char *options[] = {"QUALITY=78", nullptr};
    GDALDataset *jpeg = drivers->GetDriverByName("JPEG")->CreateCopy(path.c_str(), picture.get(), FALSE,
                                                                     const_cast<char **>(options), nullptr, nullptr);
    if (!jpeg)
        throw std::runtime_error("cannot write " + path.string());
    GDALClose(jpeg);
    VSIUnlink((path.string() + ".aux.xml").c_str());
}

/// Degrees, minutes and hundredths of a second as EXIF writes them.
std::string exifAngle(double degrees)
{
    const auto hundredths = static_cast<long>(std::lround(degrees * 360000));
    return std::to_string(hundredths / 360000) + "/1 " + std::to_string(hundredths / 6000 % 60) + "/1 " +
           std::to_string(hundredths % 6000) + "/100";
}

void tag(const Path &path, const std::string &moment, const LonLat *position)
{
    const auto image = Exiv2::ImageFactory::open(path.string());
    Exiv2::ExifData exif;
    exif["Exif.Image.Make"] = "Cuntu";
    exif["Exif.Image.Model"] = "Sample";
    exif["Exif.Image.DateTime"] = moment;
    exif["Exif.Photo.DateTimeOriginal"] = moment;
    if (position) {
        exif["Exif.GPSInfo.GPSVersionID"] = "2 2 0 0";
        exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
        exif["Exif.GPSInfo.GPSLatitude"] = exifAngle(position->lat);
        exif["Exif.GPSInfo.GPSLongitudeRef"] = "E";
        exif["Exif.GPSInfo.GPSLongitude"] = exifAngle(position->lon);
        exif["Exif.GPSInfo.GPSMapDatum"] = "WGS-84";
    }
    image->setExifData(exif);
    image->writeMetadata();
}

/// Roads worth a picture: built, being built, broken, not begun.
std::vector<const Road *> subjects(const County &county, std::size_t count)
{
    static constexpr std::array<WorkState, 6> wanted{WorkState::Accepted,  WorkState::Constructing,
                                                     WorkState::Defective, WorkState::Completed,
                                                     WorkState::InService, WorkState::Planned};
    std::vector<const Road *> result;
    for (std::size_t i = 0; i < count; ++i) {
        const auto start = county.roads.size() * (i + 2) / (count + 3);
        const Road *found = &county.roads[start];
        for (std::size_t k = start; k < county.roads.size(); ++k)
            if (county.roads[k].registered && county.roads[k].history.back().state == wanted[i % wanted.size()]) {
                found = &county.roads[k];
                break;
            }
        result.push_back(found);
    }
    return result;
}

} // namespace

void writePhotos(const County &county, const Path &folder, Truth &truth)
{
    std::filesystem::create_directories(folder);
    constexpr std::size_t count = 6;
    const auto roads = subjects(county, count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto number = static_cast<int>(i);
        const Date day =
            std::min(handOver(), std::max(roads[i]->history.back().date, Date::of(2019, 3, 1)).plus(2 + number));
        const std::string clock = padded(9 + number, 2) + padded(7 * number + 4, 2) + padded(11 * number % 60, 2);
        const std::string date = padded(day.year(), 4) + padded(day.month(), 2) + padded(day.day(), 2);
        const Path path = folder / ("IMG_" + date + "_" + clock + ".jpg");
        const std::uint64_t seed = county.request.seed * 64 + i;
        paint(Scene(roads[i]->surface, seed), seed, path);
        const LonLat position = roads[i]->line[roads[i]->line.size() / 2];
        const std::string moment = padded(day.year(), 4) + ":" + padded(day.month(), 2) + ":" + padded(day.day(), 2) +
                                   " " + clock.substr(0, 2) + ":" + clock.substr(2, 2) + ":" + clock.substr(4, 2);
        tag(path, moment, i + 1 < count ? &position : nullptr);
    }
    truth.counts[folder.filename().string()] = static_cast<int>(count);
}

} // namespace cuntu::sample
