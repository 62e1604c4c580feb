#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Connectivity, routes, kilometres and the rural access index of the program against pgRouting and PostGIS.

check_network.py PROGRAM county MAKE_REGION     a county made by make_region.py
check_network.py PROGRAM osm FILE.osm.pbf       roads and places of an extract of OpenStreetMap
"""
import csv
import importlib.util
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

import postgres

PROGRAM, CASE, SOURCE = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
SKIPPED = 77  # ctest's SKIP_RETURN_CODE
HERE = pathlib.Path(__file__).parent


def skip(what):
    print(f'skipped: {what} is not here')
    sys.exit(SKIPPED)


def cuntu(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=900)
    if done.returncode:
        sys.exit(f'status {done.returncode}: {" ".join(map(str, arguments))}\n{done.stderr}')
    return done.stdout


def county(folder):
    """Roads are hardened or not; no works are recorded. One household in five stands for its persons."""
    for module in ('numpy', 'scipy'):
        if importlib.util.find_spec(module) is None:
            skip(f'python module {module}')
    raw = folder / 'raw'
    subprocess.run([sys.executable, SOURCE, '--scale', 'county', '--formats', 'csv', '--out', raw], check=True, capture_output=True)
    households = list(csv.DictReader(open(raw / 'households.csv', encoding='utf-8')))[::5]
    with open(folder / 'households.csv', 'w', newline='', encoding='utf-8') as file:
        writer = csv.DictWriter(file, households[0])
        writer.writeheader()
        writer.writerows(households)
    project = folder / 'county.cuntu'
    cuntu('new', project, '--crs', 'EPSG:4526')
    for file, role in ((raw / 'villages.csv', 'villages'), (raw / 'settlements.csv', 'settlements'), (raw / 'roads.csv', 'roads'),
                       (folder / 'households.csv', 'households')):
        cuntu('import', project, file, '--as', role)
    return project


def osm(folder):
    """Roads of the extract; its places as settlements of 30 households and 100 persons each."""
    places = folder / 'places.csv'
    done = subprocess.run(['ogr2ogr', '-f', 'CSV', places, SOURCE, '-dialect', 'SQLite', '-sql',
                           "SELECT osm_id AS code, coalesce(name, osm_id) AS name, '361199001001' AS village_code, 30 AS hh_registered, "
                           "100 AS pop_registered, ST_X(geometry) AS lon, ST_Y(geometry) AS lat FROM points WHERE place IS NOT NULL "
                           "OR highway IN ('bus_stop', 'crossing')"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    project = folder / 'osm.cuntu'
    cuntu('new', project, '--crs', 'EPSG:32632')
    cuntu('import', project, places, '--as', 'settlements', '--source-crs', 'EPSG:4326')
    cuntu('import', project, SOURCE, '--as', 'roads', '--profile', 'roads_osm')
    return project


def table(project, sql):
    done = subprocess.run(['spatialite', '-silent', '-batch', '-bail', project], input=f'.mode tabs\n{sql};', capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


def load(server, project):
    """The project's own features: the same coordinates to the last bit."""
    hard = ("CASE WHEN surface_type IS NOT NULL THEN surface_type NOT IN ('GRAVEL', 'STABILISED', 'EARTH', 'NONE') "
            "ELSE coalesce(is_hardened, 0) = 1 END")
    server.run('''CREATE TABLE roads (id bigint, geom geometry, usable boolean, classified boolean);
        CREATE TABLE settlements (id bigint, geom geometry); CREATE TABLE people (id bigint, geom geometry, persons float8)''')
    server.run('COPY roads FROM STDIN', table(project, f"""SELECT id, hex(AsBinary(geom)), {hard},
        coalesce(admin_class IN ('NATIONAL', 'PROVINCIAL', 'COUNTY', 'TOWNSHIP'), 0) FROM roads WHERE geom IS NOT NULL"""))
    server.run('COPY settlements FROM STDIN', table(project, 'SELECT id, hex(AsBinary(geom)) FROM settlements WHERE geom IS NOT NULL'))
    who = 'households' if CASE == 'county' else 'settlements'
    persons = 'members' if CASE == 'county' else 'pop_registered'
    server.run('COPY people FROM STDIN', table(project, f'SELECT id, hex(AsBinary(geom)), {persons} FROM {who} WHERE geom IS NOT NULL'))
    server.run('CREATE INDEX ON roads USING gist (geom); CREATE INDEX ON people USING gist (geom); ANALYZE')


# From node 0, the destination, to every stop: the tree is the same seen from either end.
ROUTES = '''SELECT t.settlement, d.agg_cost / 1000 FROM stops t JOIN lines l USING (line) JOIN pgr_dijkstraCost(
        'SELECT id, source, target, route AS cost FROM ways WHERE open', 0, (SELECT array_agg(DISTINCT node) FROM stops), false) d ON d.end_vid = t.node
    WHERE l.usable AND (t.settlement, d.agg_cost + t.distance) IN (SELECT t2.settlement, min(d2.agg_cost + t2.distance) FROM stops t2 JOIN lines l2 USING (line)
        JOIN pgr_dijkstraCost('SELECT id, source, target, route AS cost FROM ways WHERE open', 0, (SELECT array_agg(DISTINCT node) FROM stops), false) d2
        ON d2.end_vid = t2.node WHERE l2.usable GROUP BY 1)'''
PLANS = '''CREATE TABLE plan AS SELECT end_vid AS node, agg_cost AS cost FROM pgr_dijkstraCost(
        'SELECT id, source, target, plan AS cost FROM ways', 0, (SELECT array_agg(DISTINCT node) FROM stops), false);
    SELECT t.settlement, min(p.cost) / 1000 FROM stops t JOIN plan p USING (node) GROUP BY 1'''
COMPONENTS = '''CREATE TABLE part AS SELECT node, component FROM pgr_connectedComponents('SELECT id, source, target, route AS cost FROM ways WHERE open');
    SELECT DISTINCT t.settlement FROM stops t JOIN lines l USING (line) JOIN part p USING (node)
    WHERE l.usable AND p.component = (SELECT component FROM part WHERE node = 0)'''
INDEX = '''SELECT sum(persons) FILTER (WHERE EXISTS (SELECT 1 FROM roads r WHERE r.usable AND ST_DWithin(r.geom, p.geom, 2000))), sum(persons) FROM people p'''


def judged(project):
    """What the program says: by settlement id connected or not, route and kilometres to harden."""
    cuntu('run', project, 'roads.connection', '--accept-unmarked', 'true', '--min-hh', '1', '--destination', 'classified')
    database = sqlite3.connect(project)
    layer, = database.execute("SELECT id FROM cuntu_layer WHERE id LIKE '%roads_connection%'").fetchone()
    ids = [row[0] for row in database.execute('SELECT id FROM settlements ORDER BY id')]
    rows = database.execute(f'SELECT connected, route_km, to_harden_km FROM "{layer}" ORDER BY id').fetchall()
    return dict(zip(ids, rows, strict=True))


def compare(server, ours):
    reached = {int(row[0]) for row in server.run(COMPONENTS)}
    routes = {int(settlement): float(km) for settlement, km in server.run(ROUTES)}
    plans = {int(settlement): float(cost) for settlement, cost in server.run(PLANS)}
    worst = 0
    for settlement, (connected, route_km, harden_km) in ours.items():
        if bool(connected) != (settlement in reached) or bool(connected) != (settlement in routes):
            sys.exit(f'settlement {settlement}: connected {connected}, pgRouting {settlement in reached}')
        if connected:
            worst = max(worst, abs(route_km - routes[settlement]))
        elif harden_km is None:
            if settlement in plans:
                sys.exit(f'settlement {settlement}: no path, pgRouting has one')
        else:  # a way's metres cost a millionth more, its joints a thousandth
            wanted = plans[settlement]
            if not -1e-6 <= wanted - harden_km <= 1e-6 * 200 + 1e-3 * 0.03 * 40:
                sys.exit(f'settlement {settlement}: {harden_km} km to harden, pgRouting {wanted}')
    if worst > 1e-6:
        sys.exit(f'routes differ by up to {worst} km')
    print(f'{len(ours)} settlements: {len(reached)} connected, as pgRouting says; their routes differ by at most {worst * 1e6:.4f} mm; '
          f'{sum(1 for row in ours.values() if row[2])} have as many kilometres to harden')


def compare_index(server, project):
    done, whole = map(float, server.run(INDEX)[0])
    row, = (row for row in json.loads(cuntu('indicators', project, '--programme', 'roads', '--indicator', 'rai', '--by', 'county', '--format', 'json'))['rows']
            if row['numerator'] or row['denominator'])
    if (row['numerator'], row['denominator']) != (done, whole):
        sys.exit(f'rai: {row["numerator"]} of {row["denominator"]}, PostGIS says {done} of {whole}')
    print(f'rural access index: {done:.0f} of {whole:.0f} persons, as PostGIS says')


if not SOURCE.exists():
    skip(SOURCE)
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    try:
        server = postgres.Server(folder)
    except postgres.Missing as missing:
        skip(missing)
    try:
        print(*(row[0] for row in server.extensions()), sep=', ')
        made = county(folder) if CASE == 'county' else osm(folder)
        load(server, made)
        begun = time.monotonic()
        server.run((HERE / 'network.sql').read_text())
        print(f'network laid out in PostGIS in {time.monotonic() - begun:.1f} s:', *server.run('SELECT count(*) FROM edges')[0], 'edges')
        compare(server, judged(made))
        compare_index(server, made)
    except postgres.Missing as missing:
        skip(missing)
    finally:
        server.stop()
