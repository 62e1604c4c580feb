#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole choice of sites on the land and roads of Andorra, against figures worked out here.

check_siting.py PROGRAM SHARED_DATA

OpenStreetMap's roads and places, SRTM heights -> suitability -> patches with capacity -> p-median along the roads,
capacitated in minutes over the terrain, groups split at a price -> minutes before and after -> alternatives side by side -> one adopted.
"""
import csv
import heapq
import itertools
import json
import math
import pathlib
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time
import zipfile

PROGRAM, SHARED = sys.argv[1], pathlib.Path(sys.argv[2])
OSM, HEIGHTS = SHARED / 'osm/andorra.osm.pbf', SHARED / 'terrain/N42E001.hgt.zip'
TERRAIN = f'/vsizip/{HEIGHTS}/N42E001.hgt'
SKIPPED = 77  # ctest's SKIP_RETURN_CODE
UTM = 'EPSG:32631'
SITES = 3
mistakes = []


def cuntu(*arguments):
    begin = time.monotonic()
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=900)
    if done.returncode:
        sys.exit(f'status {done.returncode}: {" ".join(map(str, arguments))}\n{done.stderr}')
    what = ' '.join(map(str, arguments[:1] + arguments[2:3]))
    print(f'{time.monotonic() - begin:6.2f} s  {what}', flush=True)
    return done.stdout


def asked(*arguments):
    return json.loads(cuntu(*arguments, '--format', 'json'))


def expect(truth, what):
    if not truth:
        mistakes.append(what)
        print('  WRONG:', what)


def expect_near(value, expected, tolerance, what):
    expect(value is not None and abs(value - expected) <= tolerance, f'{what}: {value}, expected {expected} +- {tolerance}')


def positions_of(wkb, at):
    """Parts of a geometry in little-endian WKB from @p at on, and where it ends; a polygon's rings are its parts."""
    kind = struct.unpack_from('<I', wkb, at + 1)[0] % 1000
    at += 5
    if kind == 1:
        return [[struct.unpack_from('<2d', wkb, at)]], at + 16
    count = struct.unpack_from('<I', wkb, at)[0]
    at += 4
    parts = []
    for _ in range(count if kind != 2 else 1):
        if kind >= 4:
            more, at = positions_of(wkb, at)
            parts += more
            continue
        points = count
        if kind == 3:
            points = struct.unpack_from('<I', wkb, at)[0]
            at += 4
        parts.append([struct.unpack_from('<2d', wkb, at + 16 * k) for k in range(points)])
        at += 16 * points
    return parts, at


def exported(project, layer, folder):
    """Features of a layer in the plane of UTM: (fields, parts)."""
    file = folder / f'{layer}.gpkg'
    cuntu('export', project, layer, '-o', file, '--target-crs', UTM)
    base = sqlite3.connect(file)
    base.row_factory = sqlite3.Row
    table, = base.execute('SELECT table_name FROM gpkg_contents').fetchone()
    column, = base.execute('SELECT column_name FROM gpkg_geometry_columns').fetchone() or ('',)  # people's positions are left out
    features = []
    for row in base.execute(f'SELECT * FROM "{table}"'):
        blob = row[column] if column else None
        envelope = (0, 32, 48, 48, 64)[blob[3] >> 1 & 7] if blob else 0
        parts = positions_of(blob, 8 + envelope)[0] if blob else []
        features.append(({key: row[key] for key in row.keys() if key != column}, parts))
    base.close()
    return features


def split_at_shared(roads):
    """Lines cut where OpenStreetMap has one node in several of them; GeoJSON in degrees."""
    lines = [line for road in roads['features'] for line in
             (road['geometry']['coordinates'] if road['geometry']['type'] == 'MultiLineString' else [road['geometry']['coordinates']])]
    used = {}
    for line in lines:
        for place in set(map(tuple, line)):
            used[place] = used.get(place, 0) + 1
    for line in lines:
        begun = 0
        for k in range(1, len(line)):
            if k == len(line) - 1 or used[tuple(line[k])] > 1:
                yield line[begun:k + 1]
                begun = k


def feature(kind, coordinates, fields):
    return {'type': 'Feature', 'properties': fields, 'geometry': {'type': kind, 'coordinates': coordinates}}


def load(project, folder, layer, features):
    file = folder / f'{layer}.geojson'
    file.write_text(json.dumps({'type': 'FeatureCollection', 'features': features}, ensure_ascii=False))
    cuntu('import', project, file, '--as', f'layer:{layer}')


def foot(place, a, b):
    """The nearest place of a straight piece: distance, how far along it is, from 0 to 1."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    along = 0 if square == 0 else min(1, max(0, ((place[0] - a[0]) * dx + (place[1] - a[1]) * dy) / square))
    return math.hypot(place[0] - a[0] - along * dx, place[1] - a[1] - along * dy), along


class Network:
    """Lines that meet at their ends; places join the nearest one. Dijkstra's method, nothing else."""

    def __init__(self, lines):
        self.lines = lines
        self.lengths = [sum(math.dist(a, b) for a, b in itertools.pairwise(line)) for line in lines]
        self.edges = {}
        for number, line in enumerate(lines):
            for a, b in ((line[0], line[-1]), (line[-1], line[0])):
                self.edges.setdefault(self.node(a), []).append((self.node(b), self.lengths[number]))

    @staticmethod
    def node(place):
        return round(place[0], 2), round(place[1], 2)

    def join(self, place):
        """The line, how far along it in metres, and how far away it is."""
        best = (math.inf, None, 0)
        for number, line in enumerate(self.lines):
            passed = 0
            for a, b in itertools.pairwise(line):
                length = math.dist(a, b)
                if min(abs(place[0] - a[0]), abs(place[1] - a[1])) - length < best[0]:
                    off, along = foot(place, a, b)
                    if off < best[0]:
                        best = (off, number, passed + along * length)
                passed += length
        return best

    def ways(self, start, ends):
        """Metres from one joined place to others; infinite where there is no way."""
        _, line, along = start
        reached = {}
        queue = [(along, self.node(self.lines[line][0])), (self.lengths[line] - along, self.node(self.lines[line][-1]))]
        heapq.heapify(queue)
        while queue:
            metres, node = heapq.heappop(queue)
            if node in reached:
                continue
            reached[node] = metres
            for other, length in self.edges[node]:
                if other not in reached:
                    heapq.heappush(queue, (metres + length, other))
        found = []
        for _, number, there in ends:
            first = reached.get(self.node(self.lines[number][0]), math.inf) + there
            last = reached.get(self.node(self.lines[number][-1]), math.inf) + self.lengths[number] - there
            direct = abs(there - along) if number == line else math.inf
            found.append(min(first, last, direct))
        return found


def is_inside(place, rings):
    inside = False
    for ring in rings:
        for a, b in itertools.pairwise(ring):
            if (a[1] > place[1]) != (b[1] > place[1]) and place[0] < (b[0] - a[0]) * (place[1] - a[1]) / (b[1] - a[1]) + a[0]:
                inside = not inside
    return inside


def shoelace(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))) / 2


def plain_slopes():
    """Shares of cells above 15 and 25 degrees, and without a slope: Horn's method on the file's own cells, but for a rim."""
    size, rim = 1201, 12
    heights = struct.unpack(f'>{size * size}h', zipfile.ZipFile(HEIGHTS).read('N42E001.hgt'))
    south_m = 111080 / 1200
    cells, void, above = 0, 0, [0, 0]
    for row in range(rim, size - rim):
        east_m = 111468 * math.cos(math.radians(43 - row / 1200)) / 1200
        for at in range(row * size + rim, (row + 1) * size - rim):
            a, b, c = heights[at - size - 1:at - size + 2]
            d, e, f = heights[at - 1:at + 2]
            g, h, i = heights[at + size - 1:at + size + 2]
            cells += 1
            if min(a, b, c, d, e, f, g, h, i) < -1000:
                void += 1
                continue
            rise = math.hypot((c + 2 * f + i - a - 2 * d - g) / (8 * east_m), (g + 2 * h + i - a - 2 * b - c) / (8 * south_m))
            above[0] += rise > math.tan(math.radians(15))
            above[1] += rise > math.tan(math.radians(25))
    return above[0] / cells, above[1] / cells, void / cells


def check_slopes(project, folder):
    """As much of the tile is above 15 and 25 degrees as the file's own cells and hgt_figures.csv have it."""
    with open(SHARED / 'terrain/hgt_figures.csv') as file:
        figures = next(row for row in csv.DictReader(file) if row['tile'] == 'N42E001')
    ring = [[1.01, 42.01], [1.99, 42.01], [1.99, 42.99], [1.01, 42.99], [1.01, 42.01]]
    load(project, folder, 'tile', [feature('Polygon', [ring], {'name': 'tile'})])
    table = folder / 'slopes.csv'
    table.write_text('id,name,role,measure,curve,weight,limit\nflat,Flat,criterion,slope,linear 0=1 30=0,1,\n'
                     'hilly,Above 15,exclusion,slope,,,> 15\nsteep,Above 25,exclusion,slope,,,> 25\n')
    above15, above25, void = plain_slopes()
    # The file's cells are 68 by 93 m, those of the table about 90 m; land without heights is taken out, too.
    for cell_m, tolerance, plain in ((60, 0.01, (above15 + void, above25 + void)),
                                     (90, 0.02, [float(figures[f'slope_gt{limit}_share']) * (1 - void) + void for limit in (15, 25)])):
        result = asked('run', project, 'relocation.suitability', '--terrain-file', TERRAIN, '--area', 'tile', '--criteria-file', table,
                       '--cell-m', cell_m)['result']
        for name, share in zip(('hilly', 'steep'), plain):
            expect_near(result['excluded_km2'][name] / result['land_km2'], share, tolerance, f'share of {name} land in cells of {cell_m} m')


def patches(project, folder):
    """Land that is fit: what the patches say of themselves follows from their shapes."""
    table = folder / 'criteria.csv'
    table.write_text('id,name,role,measure,layer,curve,weight,limit\nslope,Slope,criterion,slope,,linear 0=1 15=0.5 25=0,3,\n'
                     'road,To a road,criterion,walk,roads,linear 5=1 30=0.5 90=0,2,\nhigh,Height,criterion,elevation,,linear 800=1 2500=0,1,\n'
                     'steep,Too steep,exclusion,slope,,,,> 20\nalpine,Too high,exclusion,elevation,,,,> 1900\n')
    answer = asked('run', project, 'relocation.suitability', '--terrain-file', TERRAIN, '--criteria-file', table, '--cell-m', 60,
                   '--most-patches', 12, '--least-score', 0.6, '--keep', 'land')
    result, layer = answer['result'], answer['layers'][0]
    expect(result['feasible'] and result['patches'] == 12, 'twelve patches')
    expect(result['open_km2'] < result['land_km2'], 'some land is taken out')
    found = exported(project, layer, folder)
    for fields, rings in found:
        area = shoelace(rings[0]) - sum(map(shoelace, rings[1:]))
        expect_near(fields['area_m2'], area, 0.002 * area, f'area of patch {fields["rank"]}')
        expect(fields['persons'] == math.floor(fields['area_m2'] / 100 + 1e-9), f'a person takes 100 m2: patch {fields["rank"]}')
        expect(fields['households'] == fields['persons'] // 4, f'4 persons a household: patch {fields["rank"]}')
        expect(10000 <= fields['area_m2'] <= 100000, f'least and largest area: patch {fields["rank"]}')
    expect(result['capacity_households'] == sum(fields['households'] for fields, _ in found), 'capacity in sum')
    return layer, found


def check_network(project, folder, common, people, found):
    """Distances along the roads and the best three sites, by Dijkstra and by looking at all choices."""
    network = Network([parts[0] for _, parts in exported(project, 'ways', folder)])
    answer = asked('run', project, 'relocation.p_median', *common, '--network', 'ways', '--snap-m', 5000, '--sites', SITES, '--keep', 'road')
    result = answer['result']
    sites = [parts[0][0] for _, parts in sites_of(project, folder, answer)]
    expect(all(any(is_inside(site, rings) for _, rings in found) for site in sites), 'ways begin inside the patches')
    # Where each patch is entered: sites of a run that takes all of them.
    everywhere = asked('run', project, 'relocation.p_median', *common, '--network', 'ways', '--snap-m', 5000, '--sites', len(found), '--keep', 'all')
    doors = {fields['site']: parts[0][0] for fields, parts in sites_of(project, folder, everywhere)}
    ranks = sorted(doors, key=int)
    joined = [network.join(place) for _, place, _ in people]
    metres = {rank: network.ways(network.join(doors[rank]), joined) for rank in ranks}
    best, best_of_households = (
        min((sum(each[column] * min(metres[rank][k] for rank in chosen) for k, each in enumerate(people)), chosen)
            for chosen in itertools.combinations(ranks, SITES)) for column in (0, 2))
    expect_near(result['objective'], best[0], 1e-5 * best[0], 'persons x metres along the roads')
    expect(result['optimal'] and abs(result['bound'] - result['objective']) <= 1e-6 * best[0], 'p-median is proven')
    expect(sorted(result['sites']) == sorted(best[1]), f'sites {result["sites"]}, the best three are {best[1]}')
    # Group members that go apart pay; so dear that none does, it is the p-median of whole groups.
    split = ['--together', 'region', '--split-cost']
    whole = asked('run', project, 'relocation.p_median', *common, '--network', 'ways', '--snap-m', 5000, '--sites', SITES, '--together', 'region')['result']
    dear = asked('run', project, 'relocation.p_median', *common, '--network', 'ways', '--snap-m', 5000, '--sites', SITES, *split, 1e12)['result']
    free = asked('run', project, 'relocation.p_median', *common, '--network', 'ways', '--snap-m', 5000, '--sites', SITES, *split, 0)['result']
    expect_near(dear['objective'], whole['objective'], 1e-6 * best[0], 'a price that nobody pays')
    expect_near(free['objective'], best[0], 1e-5 * best[0], 'a price of nothing')
    return best_of_households


def sites_of(project, folder, answer):
    return exported(project, next(layer for layer in answer['layers'] if layer.startswith('relocation_sites')), folder)


def check_minutes(project, folder, common, people, capacities):
    """Over the terrain: no site above its capacity, nobody faster than a car on a straight road."""
    answer = asked('run', project, 'relocation.capacitated', *common, '--network', 'ways', '--distance', 'terrain', '--terrain', TERRAIN,
                   '--ride-km-h', 30, '--capacity', 'persons', '--size', 'persons', '--sites', 4, '--keep', 'minutes')
    result = answer['result']
    expect(result['feasible'] and result['optimal'] and result['proven_by'], 'capacitated is proven, and by whom is said')
    taken, total, minutes_in_all = {}, 0, 0
    lines = exported(project, next(layer for layer in answer['layers'] if layer.startswith('relocation_allocation')), folder)
    for fields, parts in lines:
        taken[fields['site']] = taken.get(fields['site'], 0) + fields['weight']
        total += fields['weight']
        minutes_in_all += fields['weight'] * fields['distance']
        straight = math.dist(parts[0][0], parts[0][-1]) if parts else 0
        expect(fields['distance'] >= straight / 500 * 0.97 - 1, f'{fields["demand"]} would be faster than 30 km/h')
    for site, persons in taken.items():
        expect(persons <= capacities[site], f'site {site} takes {persons}, it holds {capacities[site]}')
    expect(total == sum(persons for persons, _, _ in people), 'everybody goes somewhere')
    expect_near(result['objective'], minutes_in_all, 0.005 * total, 'persons x minutes, which the table rounds')
    expect_near(result['capacity_left'], sum(capacities[site] for site in result['sites']) - total, 1e-6, 'capacity that is left')
    return answer


def check_alternatives(project, folder, layer, best):
    """Side by side the figures are those of the results; what is adopted is what the result says."""
    kept = {name: asked('runs', project, 'show', name)['result'] for name in ('road', 'minutes')}
    table = folder / 'alternatives.csv'
    cuntu('runs', project, 'compare', 'road', 'minutes', '-o', table)
    with open(table, encoding='utf-8-sig', newline='') as file:
        rows = {row['Figure']: row for row in csv.DictReader(file)}
    for figure, name in (('Number of sites', 'site_count'), ('Objective', 'objective'), ('Mean distance', 'mean_distance'),
                         ('Weight more than 5 km from the old land', 'beyond_5km')):
        for run, figures in kept.items():
            expect_near(float(rows[figure][run]), figures[name], 1e-6 * abs(figures[name]), f'{figure} of {run} in the table')
    answer = asked('run', project, 'relocation.p_median', '--demand', 'households', '--weight', 'members', '--candidates', layer,
                   '--candidate-key', 'rank', '--network', 'ways', '--snap-m', 5000, '--sites', SITES, '--keep', 'chosen')
    expect_near(answer['result']['objective'], best[0], 1e-5 * best[0], 'members of households x metres along the roads')
    expect(sorted(answer['result']['sites']) == sorted(best[1]), f'sites {answer["result"]["sites"]}, the best three are {best[1]}')
    cuntu('runs', project, 'adopt', 'chosen', '--by', 'planner')
    lines = exported(project, next(name for name in answer['layers'] if name.startswith('relocation_allocation')), folder)
    site_of = {str(fields['demand']): str(fields['site']) for fields, _ in lines}
    for fields, _ in exported(project, 'households', folder):
        expect(str(fields['reloc_site']) == site_of[str(fields['hh_id'])], f'site of household {fields["hh_id"]}: {fields["reloc_site"]}')
    far = sum(fields['weight'] for fields, parts in lines if parts and math.dist(parts[0][0], parts[0][-1]) > 5000)
    return answer['result'], far


def check_before_and_after(project, folder, layer, chosen, far):
    """To the old land and to the capital, from the old home and from the new one: about the way along the roads, and walks to them."""
    load(project, folder, 'markets', [feature('Point', [1.5211, 42.5063], {'name': 'Andorra la Vella'})])
    result = asked('run', project, 'relocation.minutes', '--demand', 'households', '--weight', 'members', '--site-field', 'reloc_site', '--sites', layer,
                   '--network', 'ways', '--speed-kmh', 30, '--terrain', TERRAIN, '--market', 'markets')['result']
    expect(result['unknown_site'] == 0 and result['without_site'] == 0, 'everybody has a site that is known')
    expect_near(result['beyond_5km'], far, 0, 'persons more than 5 km from their land')
    expect_near(result['beyond_5km'], chosen['beyond_5km'], 0, 'the same of the choice')
    riding = chosen['mean_distance'] / 500  # minutes at 30 km/h
    expect(result['market_cut_off'] == 0 and 0 < result['market_new'] and 0 < result['market_old'], 'everybody has a way to the market')
    expect(0.8 * riding <= result['fields_new'] <= riding + 20, f'{result["fields_new"]} minutes to the land, {riding} of them on the road')


def main(folder):
    project = folder / 'andorra.cuntu'
    cuntu('new', project)
    for profile in ('roads_osm', 'settlements_osm'):
        cuntu('import', project, OSM, '--profile', profile)
    cuntu('export', project, 'roads', '-o', folder / 'roads.geojson')
    cuntu('export', project, 'settlements', '-o', folder / 'settlements.geojson')
    ways = split_at_shared(json.loads((folder / 'roads.geojson').read_text()))
    load(project, folder, 'ways', [feature('LineString', line, {'number': k}) for k, line in enumerate(ways)])
    settlements = json.loads((folder / 'settlements.geojson').read_text())['features']
    rows = []
    for k, each in enumerate(settlements):
        lon, lat = each['geometry']['coordinates']
        rows.append([k + 1, f'H{k + 1}', each['properties']['code'], 2 + k % 9, 'REGISTERED', lon, lat])
    with open(folder / 'households.csv', 'w', newline='') as file:
        csv.writer(file).writerows([['hh_id', 'head_name', 'settlement_code', 'members', 'mover_type', 'lon', 'lat'], *rows])
    cuntu('import', project, folder / 'households.csv', '--as', 'households')
    load(project, folder, 'people', [feature('Point', row[5:], {'code': row[2], 'persons': 20 + 7 * (row[3] - 2), 'members': row[3], 'region': 'north' if row[6] > 42.55 else 'south'})
                                     for row in rows])
    check_slopes(project, folder)
    layer, found = patches(project, folder)
    common = ['--demand', 'people', '--demand-key', 'code', '--weight', 'persons', '--candidates', layer, '--candidate-key', 'rank']
    people = [(fields['persons'], parts[0][0], fields['members']) for fields, parts in exported(project, 'people', folder)]
    best = check_network(project, folder, common, people, found)
    check_minutes(project, folder, common, people, {str(fields['rank']): fields['persons'] for fields, _ in found})
    chosen, far = check_alternatives(project, folder, layer, best)
    check_before_and_after(project, folder, layer, chosen, far)


if not OSM.exists() or not HEIGHTS.exists():
    print('the extract of Andorra and its terrain are not beside the source')
    sys.exit(SKIPPED)
with tempfile.TemporaryDirectory() as scratch:
    main(pathlib.Path(scratch))
if mistakes:
    sys.exit(f'{len(mistakes)} figures are wrong:\n' + '\n'.join(mistakes))
print('all figures agree')
