// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tile_fetcher.h"

#include "maps/basemap/map_rasters.h"
#include "maps/basemap/raster.h"
#include "ui/content/tile_access.h"

#include <algorithm>
#include <utility>

namespace cuntu::ui {
namespace {

constexpr int k_settle_ms = 250; ///< while the map moves nothing is asked for
constexpr qint64 k_firstRest_ms = 30'000;
constexpr qint64 k_longestRest_ms = 10 * 60'000;

/// What was fetched.
struct Fetched {
    std::map<QString, QString> failures; ///< why, by address
    bool isNew = false;                  ///< there is more to see than before
};

RasterQuery queryOf(const RenderRequest &request, const QString &source)
{
    return {source, false, request.extent.box(), request.extent.size, request.crs};
}

/// A few pixels in the middle: whether the server answers at all, before many tiles are asked for.
RasterQuery middleOf(RasterQuery query)
{
    constexpr int k_side = 4;
    const double half = query.unitsPerPixel() * k_side / 2;
    const Point centre = query.box.centre();
    query.box = {centre.x - half, centre.y - half, centre.x + half, centre.y + half};
    query.size = {k_side, k_side};
    return query;
}

Result<Fetched> fetchAll(const RenderRequest &request, const std::vector<TileService> &services, const JobContext &job)
{
    Fetched fetched;
    for (const TileService &service : services) {
        const RasterQuery stored = queryOf(request, tileSource(service, tileAccess(false)));
        const RasterQuery online = queryOf(request, tileSource(service, tileAccess(true)));
        const auto before = readRaster(stored, job);
        const auto probe = readRaster(middleOf(online), job);
        auto now = probe ? readRaster(online, job) : probe;
        if (!now) {
            const QStringList details = now.error().details;
            fetched.failures[tileAddress(service)] = details.isEmpty() ? now.error().sentence : details.front();
            now = readRaster(stored, job); // what came before the failure counts too
        }
        if (job.isCancelled()) {
            return cancelledError();
        }
        fetched.isNew = fetched.isNew || (before && now && *before != *now);
    }
    return fetched;
}

} // namespace

TileFetcher::TileFetcher(Workbench &bench, MapView &map) : m_bench(bench), m_map(map), m_fetching(bench.jobs)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(k_settle_ms);
    connect(&m_settle, &QTimer::timeout, this, &TileFetcher::fetch);
    connect(&map, &MapView::rendered, this, [this] { m_settle.start(); });
    connect(&bench.session, &Session::closed, this, [this] {
        m_settle.stop();
        m_fetching.stop();
        m_isFetching = false;
        m_doneOf.clear();
    });
}

/// The services that are shown and not left alone just now.
std::vector<TileService> TileFetcher::due()
{
    std::vector<TileService> services;
    const Immutable<ProjectState> state = m_bench.session.state();
    if (!state) {
        return services;
    }
    for (const MapRaster &raster :
         rastersFromSetting(state->snapshot->setting(QString::fromUtf16(k_rastersSetting)), state->path)) {
        const auto service = raster.isShown ? tileServiceFrom(raster.file) : std::nullopt;
        const Standing &standing = m_standing[raster.file];
        if (service && (standing.rest_ms == 0 || standing.since.hasExpired(standing.rest_ms))) {
            services.push_back(*service);
        }
    }
    return services;
}

void TileFetcher::fetch()
{
    const std::vector<TileService> services = due();
    QStringList addresses;
    for (const TileService &service : services) {
        addresses << tileAddress(service);
    }
    const RenderRequest &shown = m_map.request();
    if (services.empty() || !shown.crs.isValid() || (shown.extent == m_done && addresses == m_doneOf)) {
        return;
    }
    RenderRequest place; // without the layers
    place.extent = shown.extent;
    place.crs = shown.crs;
    // What a fetch that is dropped now has got is in the cache before the next one looks, but not on the map.
    m_hasUnseen = m_hasUnseen || m_isFetching;
    m_isFetching = true;
    m_fetching.run(
        tr("Fetching map tiles"), this,
        [place, services](const JobContext &job) { return fetchAll(place, services, job); },
        [this, extent = place.extent, addresses](const Result<Fetched> &fetched) {
            m_isFetching = false;
            if (!fetched) {
                return;
            }
            if (fetched->failures.empty()) {
                m_done = extent;
                m_doneOf = addresses;
            }
            take(fetched->failures, addresses, std::exchange(m_hasUnseen, false) || fetched->isNew);
        });
}

void TileFetcher::take(const std::map<QString, QString> &failures, const QStringList &asked, bool isNew)
{
    for (const QString &address : asked) {
        Standing &standing = m_standing[address];
        const auto failure = failures.find(address);
        if (failure == failures.end()) {
            standing.rest_ms = 0;
            continue;
        }
        if (standing.rest_ms == 0) {
            m_bench.log.warn(tr("%1 cannot be fetched: %2. What was seen before is shown; it is tried again by itself.")
                                 .arg(tileServiceFrom(address)->name, failure->second));
        }
        standing.rest_ms = std::clamp(standing.rest_ms * 2, k_firstRest_ms, k_longestRest_ms);
        standing.since.start();
    }
    if (isNew) {
        m_map.refresh();
    }
}

} // namespace cuntu::ui
