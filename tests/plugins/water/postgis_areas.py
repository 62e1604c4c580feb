#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Service areas of water.areas and who is inside against PostGIS on the same made data: ground around mains, as drawn, and by head.

postgis_areas.py PROGRAM    needs the programs of PostgreSQL 15 with PostGIS; says so and ends with 77 where they are not there

A server of its own runs in a temporary folder and is stopped again. PostgreSQL does not run as root: then as user postgres.
"""
import csv
import json
import math
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
BIN = pathlib.Path('/usr/lib/postgresql/15/bin')
SKIPPED = 77
ASIDE, RESIDUAL, FRICTION, CRS = 700, 12, 5, 4526  # metres, metres, metres a kilometre, a plane of metres


def run(*command, **more):
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, timeout=300, **more)
    if done.returncode:
        sys.exit(f'status {done.returncode}: {" ".join(map(str, command))}\n{done.stdout}{done.stderr}')
    return done.stdout


def write(path, rows):
    with open(path, 'w', newline='', encoding='utf-8') as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def made(chance):
    """Settlements, works with a winding main each, and drawn areas, in metres; settlements near a border are left out, see clear()."""
    east, north = 38500000, 3050000
    settlements = [{'code': f'P{i}', 'name': f'P{i}', 'hh_registered': 10, 'village_code': '361199100200', 'pop_registered': chance.randrange(5, 400),
                    'elevation_m': chance.randrange(80, 260), 'x': east + chance.uniform(0, 40000), 'y': north + chance.uniform(0, 40000)}
                   for i in range(3000)]
    works, mains, areas = [], [], []
    for number in range(40):
        x, y = east + chance.uniform(3000, 37000), north + chance.uniform(3000, 37000)
        works.append({'code': f'W{number}', 'name': f'W{number}', 'elevation_m': chance.randrange(120, 320), 'accepted_on': '2018-01-01', 'x': x, 'y': y})
        points, heading = [(x, y)], chance.uniform(0, 2 * math.pi)
        for _ in range(chance.randrange(3, 9)):
            heading += chance.uniform(-0.7, 0.7)
            points.append((points[-1][0] + 900 * math.cos(heading), points[-1][1] + 900 * math.sin(heading)))
        mains.append({'code': f'M{number}', 'works_code': f'W{number}', 'geom': 'LINESTRING(' + ','.join(f'{a:.3f} {b:.3f}' for a, b in points) + ')'})
        ring = [(x + r * math.cos(k), y + r * math.sin(k)) for k, r in ((k / 3, chance.uniform(500, 3000)) for k in range(18))]
        areas.append({'code': f'A{number}', 'name': f'A{number}', 'works_code': f'W{number}',
                      'geom': 'POLYGON((' + ','.join(f'{a:.3f} {b:.3f}' for a, b in [*ring, ring[0]]) + '))'})
    return [each for each in settlements if clear(each, mains)], works, mains, areas


def clear(settlement, mains):
    """False near the border of the ground around a main: round ends are drawn with chords, here and there."""
    for main in mains:
        points = [tuple(map(float, pair.split())) for pair in main['geom'][11:-1].split(',')]
        least = min(distance((settlement['x'], settlement['y']), a, b) for a, b in zip(points, points[1:]))
        if 0.99 * ASIDE < least < 1.001 * ASIDE:
            return False
    return True


def distance(place, a, b):
    """From a place to a straight piece."""
    along = ((place[0] - a[0]) * (b[0] - a[0]) + (place[1] - a[1]) * (b[1] - a[1])) / ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2)
    along = min(1, max(0, along))
    return math.hypot(a[0] + along * (b[0] - a[0]) - place[0], a[1] + along * (b[1] - a[1]) - place[1])


def project_of(folder, tables):
    project = folder / 'areas.cuntu'
    run(PROGRAM, 'new', project, '--crs', f'EPSG:{CRS}')
    for name, role, rows in tables:
        write(folder / f'{name}.csv', rows)
        run(PROGRAM, 'import', project, folder / f'{name}.csv', '--as', role, '--source-crs', f'EPSG:{CRS}')
    return project


class Server:
    """A PostGIS server on a socket in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.user = ['runuser', '-u', 'postgres', '--'] if os.geteuid() == 0 else []
        folder.mkdir()
        if self.user:
            shutil.chown(folder, 'postgres')
        run(*self.user, BIN / 'initdb', '-D', folder / 'data', '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', cwd='/')
        subprocess.run([*self.user, BIN / 'pg_ctl', '-D', folder / 'data', '-l', folder / 'log', '-w', '-o', f"-c listen_addresses='' -k {folder}", 'start'],
                       check=True, stdout=subprocess.DEVNULL, cwd='/')
        self.sql('CREATE EXTENSION postgis;')

    def sql(self, text):
        return run('psql', '-qAtX', '-v', 'ON_ERROR_STOP=1', '-h', self.folder, '-U', 'postgres', input=text)

    def stop(self):
        run(*self.user, BIN / 'pg_ctl', '-D', self.folder / 'data', '-m', 'fast', '-w', 'stop', cwd='/')


def load(server, settlements, works, mains, areas):
    values = ',\n'.join
    server.sql(f'''CREATE TABLE settlements (code text, persons int, z float, geom geometry(Point, {CRS}));
        INSERT INTO settlements VALUES {values(f"('{s['code']}', {s['pop_registered']}, {s['elevation_m']}, ST_SetSRID(ST_MakePoint({s['x']!r}, {s['y']!r}), {CRS}))" for s in settlements)};
        CREATE TABLE works (code text, z float); INSERT INTO works VALUES {values(f"('{w['code']}', {w['elevation_m']})" for w in works)};
        CREATE TABLE mains (works text, geom geometry); INSERT INTO mains VALUES {values(f"('{m['works_code']}', ST_GeomFromText('{m['geom']}', {CRS}))" for m in mains)};
        CREATE TABLE areas (code text, geom geometry); INSERT INTO areas VALUES {values(f"('{a['code']}', ST_GeomFromText('{a['geom']}', {CRS}))" for a in areas)};''')


AROUND = f'''SELECT m.works, ST_Area(ST_Buffer(m.geom, {ASIDE}, 16)), count(s.code), coalesce(sum(s.persons), 0)
    FROM mains m LEFT JOIN settlements s ON ST_Within(s.geom, ST_Buffer(m.geom, {ASIDE}, 16)) GROUP BY m.works, m.geom;'''
DRAWN = '''SELECT a.code, ST_Area(a.geom), count(s.code), coalesce(sum(s.persons), 0)
    FROM areas a LEFT JOIN settlements s ON ST_Intersects(s.geom, a.geom) GROUP BY a.code, a.geom;'''
# The head that is left: the works' height less the settlement's and the friction along the main to where it comes nearest, and on.
HEAD = f'''WITH near AS (SELECT m.works, s.code, s.persons, w.z - s.z - {FRICTION} / 1000.0 * (
        ST_Length(m.geom) * ST_LineLocatePoint(m.geom, s.geom) + ST_Distance(s.geom, m.geom)) AS head
    FROM mains m JOIN works w ON w.code = m.works JOIN settlements s ON ST_Within(s.geom, ST_Buffer(m.geom, {ASIDE}, 16)))
    SELECT m.works, ST_Area(ST_Buffer(m.geom, {ASIDE}, 16)), count(n.code), coalesce(sum(n.persons), 0)
    FROM mains m LEFT JOIN near n ON n.works = m.works AND n.head >= {RESIDUAL} GROUP BY m.works, m.geom;'''


def ours(folder, project, name, key, *parameters):
    """By works or name of the area: what the program counts, and the area of its outline."""
    run(PROGRAM, 'run', project, 'water.areas', '--as-of', '2020-06-30', *parameters)
    made = folder / f'{name}.geojson'
    run(PROGRAM, 'export', project, 'water_area_counts', '-o', made, '--target-crs', f'EPSG:{CRS}')
    found = {}
    for feature in json.loads(made.read_text())['features']:
        row = feature['properties']
        found[row[key]] = row['settlements'], row['persons'], feature['geometry']
    return found


def check(server, name, sql, found):
    counted = total = 0
    for line in server.sql(sql).splitlines():
        key, area, settlements, persons = line.split('|')
        if key not in found:
            sys.exit(f'{name} {key}: is not there')
        got = found[key]
        if got[:2] != (int(settlements), float(persons)):
            sys.exit(f'{name} {key}: {got[:2]}, PostGIS says {settlements} settlements, {persons} persons')
        drawn = float(server.sql(f"SELECT ST_Area(ST_SetSRID(ST_GeomFromGeoJSON('{json.dumps(got[2])}'), {CRS}));"))
        if abs(drawn - float(area)) > 0.005 * float(area):  # round ends are drawn with chords
            sys.exit(f'{name} {key}: {drawn:.0f} m2, PostGIS says {area}')
        counted += int(settlements)
        total += 1
    if not counted or total != len(found):
        sys.exit(f'{name}: {total} areas of PostGIS, {len(found)} of the program')
    print(f'{name}: {total} areas with {counted} settlements are those of PostGIS')


if not BIN.exists() or not (BIN.parent.parent.parent.parent / 'share/postgresql/15/extension/postgis.control').exists():
    print('skipped: PostgreSQL 15 with PostGIS is not here')
    sys.exit(SKIPPED)
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    folder.chmod(0o755)
    settlements, works, mains, areas = made(random.Random(3))
    project = project_of(folder, (('settlements', 'settlements', settlements), ('works', 'water_sources', works), ('mains', 'water_mains', mains),
                                  ('areas', 'water_service_areas', areas)))
    server = Server(folder / 'pg')
    try:
        load(server, settlements, works, mains, areas)
        common = ('--aside', ASIDE, '--residual', RESIDUAL, '--friction', FRICTION)
        check(server, 'around mains', AROUND, ours(folder, project, 'around', 'works', '--kind', 'mains', '--by_head', 'false', *common))
        check(server, 'by head', HEAD, ours(folder, project, 'head', 'works', '--kind', 'mains', '--by_head', 'true', *common))
        check(server, 'as drawn', DRAWN, ours(folder, project, 'drawn', 'area', '--kind', 'drawn'))
    finally:
        server.stop()
