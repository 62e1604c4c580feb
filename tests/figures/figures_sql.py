# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of roads worked out in SQL by SpatiaLite, from the project file alone: none of the program's code takes part.

The rule is plugins/roads/README.md's. Corrections may be one deep (no undo of an undo).
"""
import shutil
import subprocess

# Which segments join, and which settlements are at which segment: this does not depend on the day.
PLACES = '''
CREATE TABLE ends AS
    SELECT id, StartPoint(ST_GeometryN(geom, 1)) AS a, EndPoint(ST_GeometryN(geom, ST_NumGeometries(geom))) AS b, geom,
        ST_DissolvePoints(geom) AS vertices FROM roads WHERE geom IS NOT NULL;
CREATE UNIQUE INDEX ends_id ON ends (id);
CREATE TABLE joined AS
    SELECT a.id AS one, b.id AS other FROM ends a, ends b
    WHERE b.id > a.id AND b.id IN (SELECT rowid FROM SpatialIndex
        WHERE f_table_name = 'roads' AND search_frame = ST_Expand(a.geom, 31))
    AND (ST_Distance(a.a, b.geom) <= 30 OR ST_Distance(a.b, b.geom) <= 30 OR ST_Distance(b.a, a.geom) <= 30
        OR ST_Distance(b.b, a.geom) <= 30 OR ST_Intersects(a.vertices, b.vertices) = 1);
INSERT INTO joined SELECT other, one FROM joined;
CREATE INDEX joined_one ON joined (one);
CREATE TABLE near AS
    SELECT s.id AS settlement, r.id AS road FROM settlements s, ends r
    WHERE r.id IN (SELECT rowid FROM SpatialIndex WHERE f_table_name = 'roads' AND search_frame = ST_Expand(s.geom, 101))
    AND ST_Distance(s.geom, r.geom) <= 100;
CREATE INDEX near_settlement ON near (settlement);
CREATE TABLE held AS
    SELECT id, layer, feature_id, status, effective_date FROM cuntu_entry e
    WHERE programme = 'roads' AND measure = '' AND status <> ''
    AND NOT EXISTS (SELECT 1 FROM cuntu_entry r WHERE r.supersedes = e.id);
CREATE TABLE measured AS
    SELECT id, feature_id, value, effective_date FROM cuntu_entry e
    WHERE programme = 'roads' AND layer = 'roads' AND measure = 'physical_progress' AND value IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM cuntu_entry r WHERE r.supersedes = e.id);
CREATE TABLE lengths AS SELECT id, length_km AS km FROM roads;
'''

# What stands on a day, which segments carry, what they reach, and the sums.
DAY = '''
CREATE TEMP TABLE now AS SELECT layer, feature_id, status FROM (
    SELECT *, row_number() OVER (PARTITION BY layer, feature_id ORDER BY effective_date DESC, id DESC) AS place
    FROM held WHERE effective_date <= '{day}') WHERE place = 1;
CREATE UNIQUE INDEX temp.now_feature ON now (layer, feature_id);
CREATE TEMP TABLE usable AS SELECT r.id, r.admin_class FROM roads r
    LEFT JOIN now n ON n.layer = 'roads' AND n.feature_id = r.id
    WHERE CASE WHEN r.surface_type IS NOT NULL THEN r.surface_type IN ('ASPHALT_CONC', 'CEMENT_CONC', 'ASPHALT_MACADAM',
            'BLOCK_REGULAR', 'ASPHALT_PENETR', 'ASPHALT_MIX_ROAD', 'SURFACE_TREAT', 'BLOCK_SEMI', 'PAVER')
        ELSE coalesce(r.is_hardened, 0) = 1 END
    AND coalesce(r.passable, 1) <> 0
    AND CASE WHEN n.status IS NOT NULL THEN n.status IN ('ACCEPTED', 'IN_SERVICE')
        ELSE r.accepted_on IS NOT NULL AND r.accepted_on <= '{day}' END;
CREATE UNIQUE INDEX temp.usable_id ON usable (id);
CREATE TEMP TABLE reached AS
    WITH RECURSIVE way(id) AS (
        SELECT id FROM usable WHERE admin_class IN ('NATIONAL', 'PROVINCIAL', 'COUNTY', 'TOWNSHIP')
        UNION SELECT j.other FROM way w JOIN joined j ON j.one = w.id JOIN usable u ON u.id = j.other)
    SELECT id FROM way;
CREATE UNIQUE INDEX temp.reached_id ON reached (id);
CREATE TEMP TABLE access AS
    SELECT s.*, CASE WHEN n.status IS NOT NULL THEN n.status IN ('ACCEPTED', 'IN_SERVICE')
        ELSE EXISTS (SELECT 1 FROM near JOIN reached ON reached.id = near.road WHERE near.settlement = s.id) END AS ok
    FROM settlements s LEFT JOIN now n ON n.layer = 'settlements' AND n.feature_id = s.id
    WHERE coalesce(s.hh_baseline, s.hh_registered) >= {min_hh} AND coalesce(s.to_be_withdrawn, 0) <> 1 AND coalesce(n.status, '') <> 'CANCELLED'
    {livable} {poor};
'''
SUMS = '''
SELECT '{day}', substr(village_code, 1, {digits}), count(*), sum(ok), sum(hh_registered), sum(ok * hh_registered),
    sum(coalesce(pop_registered, 0)), sum(ok * coalesce(pop_registered, 0)), sum(needed_km IS NULL),
    total(CASE WHEN ok THEN 0 ELSE needed_km - min(coalesce(hardened_km, 0), needed_km) END),
    total(CASE WHEN ok THEN needed_km ELSE min(coalesce(hardened_km, 0), needed_km) END), total(needed_km)
    FROM access GROUP BY 2;
'''
DROP_DAY_TABLES = '''
DROP TABLE temp.access; DROP TABLE temp.reached; DROP TABLE temp.usable; DROP TABLE temp.now;
'''

# Physical progress of the works on segments: shares by status (DOMAIN E.2), under construction and the like as last measured.
PHYSICAL = '''
SELECT '{day}', count(*), sum(l.km IS NULL OR l.km <= 0), total(l.km * CASE
        WHEN s.status IS NULL AND m.value IS NULL THEN 1
        WHEN s.status IS NULL THEN m.value / 100
        WHEN s.status IN ('IDENTIFIED', 'PLANNED', 'CANCELLED') THEN 0
        WHEN s.status = 'APPROVED' THEN 0.05
        WHEN s.status = 'CONTRACTED' THEN 0.10
        WHEN s.status IN ('CONSTRUCTING', 'REWORK') THEN max(0.10, min(0.90, coalesce(m.value, 0) / 100))
        WHEN s.status IN ('DEFECTIVE', 'SUSPENDED') THEN min(0.90, coalesce(m.value, 0) / 100)
        WHEN s.status = 'COMPLETED' THEN 0.95
        ELSE 1 END), total(l.km)
    FROM lengths l JOIN roads r ON r.id = l.id
    LEFT JOIN (SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY feature_id ORDER BY effective_date DESC, id DESC) AS place
        FROM held WHERE layer = 'roads' AND effective_date <= '{day}') WHERE place = 1) s ON s.feature_id = l.id
    LEFT JOIN (SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY feature_id ORDER BY effective_date DESC, id DESC) AS place
        FROM measured WHERE effective_date <= '{day}') WHERE place = 1) m ON m.feature_id = l.id
    WHERE s.status IS NOT NULL OR m.value IS NOT NULL OR r.accepted_on <= '{day}';
'''

DIGITS = {'county': 6, 'township': 9, 'village': 12}


def prepare(project, copy):
    """A copy of the project with the tables that do not depend on the day."""
    shutil.copyfile(project, copy)
    _run(copy, PLACES)


def day_tables(day, min_hh=25, livable_only=False, poor_only=False):
    """SQL that makes the temporary tables now, usable, reached and access of a day."""
    return DAY.format(day=day, min_hh=min_hh, livable='AND s.is_livable = 1' if livable_only else '',
                      poor='AND s.village_code IN (SELECT code FROM villages WHERE poor_village = 1)' if poor_only else '')


def figures(copy, days, level, min_hh=25, livable_only=False, poor_only=False):
    """By day and area code: {indicator: (numerator, denominator)}; the kilometres only where every settlement's table has them."""
    sql = ''.join(day_tables(day, min_hh, livable_only, poor_only) + SUMS.format(day=day, digits=DIGITS[level]) + DROP_DAY_TABLES
                  for day in days)
    by_day = {day: {} for day in days}
    for line in _run(copy, sql).splitlines():
        day, area, *numbers = line.split('|')
        n, ok, hh, hh_ok, pop, pop_ok, unmeasured, left, done, whole = map(float, numbers)
        row = {'road_nv_rate': (ok, n), 'road_hh_rate': (hh_ok, hh), 'road_pop_rate': (pop_ok, pop)}
        if not unmeasured:
            row['road_km_left'] = (left, whole)
            row['road_km_done'] = (done, whole)
        by_day[day][area] = row
    return by_day


def physical(copy, days):
    """By day: kilometres done and kilometres of the works; nothing where a segment's table does not give its length."""
    found = {}
    for line in _run(copy, ''.join(PHYSICAL.format(day=day) for day in days)).splitlines():
        day, count, unmeasured, done, whole = line.split('|')
        found[day] = None if int(float(unmeasured or 0)) else (float(done), float(whole))
    return found


def _run(database, sql):
    done = subprocess.run(['spatialite', '-silent', '-batch', '-bail', database], input=sql, capture_output=True, text=True, timeout=1200)
    if done.returncode or 'rror' in done.stderr:
        raise SystemExit(f'spatialite: {done.stderr}')
    return done.stdout
