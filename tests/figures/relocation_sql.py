# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of relocation worked out in SQL from the project file alone, for projects in which nobody gave up by a document
and no building is listed. The rule is plugins/relocation/README.md's.
"""
from figures_sql import DIGITS, _run

STANDS = '''
CREATE TEMP TABLE stands AS SELECT layer, feature_id, status FROM (
    SELECT *, row_number() OVER (PARTITION BY layer, feature_id ORDER BY effective_date DESC, id DESC) AS place
    FROM cuntu_entry WHERE programme = 'relocation' AND measure = '' AND effective_date <= '{day}') WHERE place = 1;
CREATE UNIQUE INDEX temp.stands_feature ON stands (layer, feature_id);
'''

MOVERS = '''
SELECT substr(village_code, 1, {digits}), count(*), total(persons), total(there), total(there * persons), total(allotted), total(stable), total(utilities),
    total(there * persons * (gradient = 'COUNTY_SEAT')), total(there * persons * (gradient = 'MARKET_TOWN')),
    total(there * persons * (gradient = 'CENTRAL_VILLAGE')), total(there * (labour_count >= 1)),
    total(there * (labour_count >= 1) * (employed_count >= 1)), total(known_area), total(known_area * (floor_area_m2 <= 25 * persons_at_signing))
    FROM (SELECT h.*, coalesce(h.persons_at_signing, h.members, 0) AS persons, coalesce(s.status, '') IN ('MOVED_IN', 'STABLE', 'OUT_OF_POVERTY') AS there,
        coalesce(s.status, '') IN ('ALLOTTED', 'KEYED', 'MOVED_IN', 'STABLE', 'OUT_OF_POVERTY') AS allotted,
        coalesce(s.status, '') IN ('STABLE', 'OUT_OF_POVERTY') AS stable, coalesce(p.gradient, '') AS gradient,
        coalesce(p.has_water + p.has_power + p.has_access + p.has_gas + p.has_heating + p.has_telecom, 0) = 6 AS utilities,
        h.mover_type = 'REGISTERED' AND h.floor_area_m2 IS NOT NULL AND h.persons_at_signing >= 1 AS known_area
        FROM households h LEFT JOIN stands s ON s.layer = 'households' AND s.feature_id = h.id
        LEFT JOIN relocation_sites p ON p.code = h.reloc_site
        WHERE h.mover_type IS NOT NULL OR s.status IS NOT NULL)
    GROUP BY 1;
'''

SITES = '''
SELECT substr(village_code, 1, {digits}), count(*), total(planned_dwellings), total(stage >= 3), total((stage >= 3) * planned_dwellings),
    total((stage >= 5) * planned_dwellings), total(utilities), total(stage = 9)
    FROM (SELECT p.village_code, p.planned_dwellings, CASE s.status WHEN 'SELECTED' THEN 1 WHEN 'PRELIM_DONE' THEN 2 WHEN 'STARTED' THEN 3
            WHEN 'TOPPED_OUT' THEN 4 WHEN 'COMPLETED' THEN 5 WHEN 'UTILITIES_DONE' THEN 6 WHEN 'ALLOCATED' THEN 7 WHEN 'OCCUPIED' THEN 8
            WHEN 'COMMUNITY_RUN' THEN 9 ELSE CASE WHEN p.completed_on <= '{day}' THEN 5 WHEN p.started_on <= '{day}' THEN 3 ELSE 0 END END AS stage,
        coalesce(p.has_water + p.has_power + p.has_access + p.has_gas + p.has_heating + p.has_telecom, 0) = 6 AS utilities
        FROM relocation_sites p LEFT JOIN stands s ON s.layer = 'relocation_sites' AND s.feature_id = p.id)
    GROUP BY 1;
'''

HOMESTEADS = '''
SELECT substr(village_code, 1, {digits}), count(*), total(stage >= 3), total(stage >= 4), total(reclaim_mu), total((stage >= 5) * reclaim_mu), total((stage >= 6) * reclaim_mu)
    FROM (SELECT o.village_code, o.reclaim_mu, CASE s.status WHEN 'AGREED' THEN 2 WHEN 'VACATED' THEN 3 WHEN 'DEMOLISHED' THEN 4
            WHEN 'RECLAIMED' THEN 5 WHEN 'QUOTA_TRADED' THEN 6 ELSE 1 END AS stage
        FROM old_homesteads o LEFT JOIN stands s ON s.layer = 'old_homesteads' AND s.feature_id = o.id
        WHERE coalesce(o.must_vacate, 1) <> 0 AND coalesce(s.status, '') NOT IN ('SHARED_WALL', 'HERITAGE', 'TRANSITION'))
    GROUP BY 1;
'''

FOLLOW_UPS = '''
CREATE TABLE IF NOT EXISTS relocation_follow_ups (hh_id TEXT, follow_kind TEXT, since TEXT, until TEXT);
SELECT substr(village_code, 1, {digits}), count(*), total(EXISTS (SELECT 1 FROM relocation_follow_ups f WHERE f.hh_id = h.hh_id
        AND f.follow_kind IN ('JOB', 'PUBLIC_POST', 'BUSINESS') AND f.since <= '{day}' AND coalesce(f.until, '9999-12-31') >= '{day}'))
    FROM households h JOIN stands s ON s.layer = 'households' AND s.feature_id = h.id
    WHERE s.status IN ('MOVED_IN', 'STABLE', 'OUT_OF_POVERTY')
    GROUP BY 1;
'''


def _movers(numbers):
    all_, persons, there, there_p, allotted, stable, utilities, seat, town, village, able, at_work, known, within = numbers
    return {'reloc_movein_rate': (there, all_), 'reloc_movein_pop_rate': (there_p, persons), 'reloc_allot_rate': (allotted, all_),
            'reloc_stable_rate': (stable, all_), 'reloc_utility_rate': (utilities, all_), 'job_rate': (at_work, able),
            'gradient_share_county_seat': (seat, there_p), 'gradient_share_market_town': (town, there_p),
            'gradient_share_central_village': (village, there_p), 'gradient_share_industrial_park': (0.0, there_p),
            'area_ok_rate': (within, known), 'reloc_moved_households': (there, all_), 'reloc_moved_persons': (there_p, persons)}


def _sites(numbers):
    all_, planned, begun, begun_dwellings, done, utilities, community = numbers
    return {'reloc_start_rate': (begun_dwellings, planned), 'reloc_finish_rate': (done, planned), 'reloc_dwellings': (done, planned),
            'reloc_site_start_rate': (begun, all_), 'reloc_site_utility_rate': (utilities, all_), 'reloc_community_rate': (community, all_)}


def _homesteads(numbers):
    all_, vacated, demolished, to_reclaim, reclaimed, traded = numbers
    return {'old_vacate_rate': (vacated, all_), 'old_demolish_rate': (demolished, all_), 'reclaim_rate': (reclaimed, to_reclaim),
            'quota_rate': (traded, to_reclaim)}


def _follow_ups(numbers):
    there, working = numbers
    return {'follow_up_work_rate': (working, there)}


def figures(copy, day, level):
    """By indicator: {area code: (numerator, denominator)}; an area that is not there has nothing."""
    by_indicator = {name: {} for each, count in ((_movers, 14), (_sites, 7), (_homesteads, 6), (_follow_ups, 2)) for name in each([0.0] * count)}
    for query, figures_of in ((MOVERS, _movers), (SITES, _sites), (HOMESTEADS, _homesteads), (FOLLOW_UPS, _follow_ups)):
        for line in _run(copy, (STANDS + query).format(day=day, digits=DIGITS[level])).splitlines():
            area, *numbers = line.split('|')
            for name, figure in figures_of(list(map(float, numbers))).items():
                by_indicator[name][area] = figure
    return by_indicator
