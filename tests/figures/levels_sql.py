# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures beside access - inner and entry roads, villager groups, buses, the rural access index - in SQL by SpatiaLite, with
the tables that figures_sql.prepare() made. The rules are those of the indicators' help in plugins/roads."""
import figures_sql

INDICATORS = ('road_inner_rate', 'road_entry_rate', 'road_group_rate', 'bus_av_rate', 'rai')

# Distances do not depend on the day but by which roads count: each person's place with the roads within the limit.
PLACES = '''
CREATE TABLE reach AS
    SELECT h.id AS household, r.id AS road FROM households h, ends r
    WHERE r.id IN (SELECT rowid FROM SpatialIndex WHERE f_table_name = 'roads' AND search_frame = ST_Expand(h.geom, 2001))
    AND ST_Distance(h.geom, r.geom) <= 2000;
CREATE INDEX reach_household ON reach (household);
'''

FIGURES = '''
SELECT 'road_inner_rate', village_code, sum(coalesce(inner_hardened, 0) = 1), count(*) FROM access GROUP BY 2;
SELECT 'road_group_rate', village_code,
    total(coalesce(min(groups_connected, groups), CASE WHEN ok THEN groups ELSE 0 END)), total(groups)
    FROM access WHERE groups > 0 GROUP BY 2;
SELECT 'bus_av_rate', code, sum(CASE
        WHEN bus_since IS NOT NULL AND coalesce(has_bus, 1) <> 0 THEN bus_since <= '{day}'
        WHEN has_bus IS NOT NULL THEN has_bus = 1
        ELSE EXISTS (SELECT 1 FROM settlements s WHERE s.village_code = villages.code AND s.has_bus = 1 AND s.has_committee = 1)
    END), count(*) FROM villages GROUP BY 2;
'''

HOUSEHOLDS = '''
SELECT 'road_entry_rate', village_code, sum(entry_hardened = 1), count(*)
    FROM households WHERE entry_hardened IS NOT NULL GROUP BY 2;
'''

# All-season roads: hardened and accepted, or hardened with no word of works; gravel in good condition.
INDEX = '''
CREATE TEMP TABLE season AS SELECT id FROM usable UNION
    SELECT r.id FROM roads r LEFT JOIN now n ON n.layer = 'roads' AND n.feature_id = r.id
    WHERE coalesce(r.passable, 1) <> 0 AND (r.surface_type = 'GRAVEL' AND r.condition = 'GOOD'
        OR n.status IS NULL AND r.accepted_on IS NULL AND CASE WHEN r.surface_type IS NOT NULL
            THEN r.surface_type NOT IN ('GRAVEL', 'STABILISED', 'EARTH', 'NONE') ELSE coalesce(r.is_hardened, 0) = 1 END);
CREATE UNIQUE INDEX temp.season_id ON season (id);
CREATE TEMP TABLE near_season AS SELECT DISTINCT household FROM reach JOIN season ON season.id = reach.road;
CREATE UNIQUE INDEX temp.near_household ON near_season (household);
SELECT 'rai', village_code, total(CASE WHEN n.household IS NOT NULL THEN members END), total(members)
    FROM households h LEFT JOIN near_season n ON n.household = h.id WHERE members > 0 AND geom IS NOT NULL GROUP BY 2;
DROP TABLE temp.near_season; DROP TABLE temp.season;
'''


def prepare(copy):
    """Adds to the copy which roads each household is near to."""
    figures_sql._run(copy, PLACES)


def figures(copy, day):
    """By indicator and village: (numerator, denominator)."""
    sql = figures_sql.day_tables(day) + (FIGURES + HOUSEHOLDS + INDEX).format(day=day) + figures_sql.DROP_DAY_TABLES
    found = {indicator: {} for indicator in INDICATORS}
    for line in figures_sql._run(copy, sql).splitlines():
        indicator, area, done, whole = line.split('|')
        found[indicator][area] = float(done or 0), float(whole)
    return found


def summed(villages, level):
    """The figures of one indicator by area of a level."""
    areas = {}
    for village, (done, whole) in villages.items():
        area = village[:figures_sql.DIGITS[level]]
        before = areas.get(area, (0.0, 0.0))
        areas[area] = before[0] + done, before[1] + whole
    return areas
