# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of water worked out in SQL from the project file alone, for projects whose settlements say nothing of their own
water: works, their lists, status and outages, samples, and what households say. The rule is plugins/water/README.md's.
"""
from figures_sql import DIGITS, _run

# What is known on a day: works in service with whom they serve, tests, outages, and every settlement's parts, rated.
TABLES = '''
CREATE TEMP TABLE listed AS
    SELECT w.*, s.id AS settlement, s.code AS settlement_code, s.village_code AS village, max(coalesce(s.pop_registered, 0), coalesce(s.pop_resident, 0)) AS persons
    FROM water_sources w JOIN settlements s ON ';' || replace(replace(w.served, '、', ';'), ',', ';') || ';' LIKE '%;' || s.village_code || ';%'
    WHERE (SELECT e.status FROM cuntu_entry e WHERE e.programme = 'water' AND e.layer = 'water_sources' AND e.feature_id = w.id
            AND e.measure = '' AND e.effective_date <= '{day}' ORDER BY e.effective_date DESC, e.id DESC LIMIT 1)
        IN ('ACCEPTED', 'IN_SERVICE');
CREATE TEMP TABLE test AS
    SELECT *, CASE result WHEN 'FAIL' THEN 3 WHEN 'BASIC' THEN 2 ELSE 1 END AS badness FROM {samples}
    WHERE taken_on <= '{day}' AND result IN ('PASS', 'BASIC', 'FAIL');
CREATE TEMP TABLE out AS
    SELECT works_code, sum(julianday(min(coalesce(ended_on, '9999-12-31'), date('{day}', '+1 day'))) - julianday(max(began_on, date('{day}', '-364 days')))) AS days
    FROM water_outages WHERE began_on <= '{day}' AND coalesce(ended_on, '9999-12-31') > date('{day}', '-364 days') GROUP BY works_code;
CREATE TEMP TABLE part AS
    SELECT l.id AS works, l.code AS works_code, settlement, supply_mode, delivery,
        coalesce((SELECT CASE WHEN julianday('{day}') - julianday(t.taken_on) > 365 THEN 'UNTESTED' ELSE t.result END FROM test t
            WHERE t.works_code = l.code OR t.village_code = l.village OR t.settlement_code = l.settlement_code ORDER BY t.taken_on DESC, t.badness DESC LIMIT 1), l.quality) AS quality,
        l.quality AS stated, max(l.outage_days, coalesce(o.days, 0)) AS outage_days, 1000.0 * actual_m3d / served_pop AS lpcd,
        min(1.0, 1.0 * served_pop / (SELECT sum(o.persons) FROM listed o WHERE o.id = l.id)) AS share
    FROM listed l LEFT JOIN out o ON o.works_code = l.code;
CREATE TEMP TABLE rated AS
    SELECT settlement, share / max(1.0, (SELECT sum(o.share) FROM part o WHERE o.settlement = p.settlement)) AS share, supply_mode,
        supply_mode <> 'DISPERSED' AND delivery IN ('TAP_HOUSE', 'TAP_YARD') AND lpcd > 0 AS tap,
        supply_mode <> 'DISPERSED' AND delivery <> 'CARRY' AND lpcd > 0 AS central,
        lpcd >= 35 AND delivery IN ('TAP_HOUSE', 'TAP_YARD') AND outage_days <= 36
            AND (quality = 'PASS' OR quality = 'BASIC' AND supply_mode IN ('CENTRAL_SMALL', 'DISPERSED')) AS safe,
        quality = 'PASS' OR quality = 'BASIC' AND supply_mode IN ('CENTRAL_SMALL', 'DISPERSED') AS good,
        coalesce(quality, 'UNTESTED') <> 'UNTESTED' AS tested, quality = 'PASS' AND outage_days <= 18.25 AS managed,
        quality = 'PASS' AND lpcd >= 35 AS enough, lpcd > 0 AS wet, outage_days FROM part p;
'''

BY_AREA = '''
SELECT substr(s.village_code, 1, {digits}), total(s.persons), total(s.persons * r.tap), total(s.persons * r.central),
    total(s.persons * r.safe), total(s.persons * r.urban), total(s.persons * r.large), total(s.persons * r.small),
    total(s.persons * r.dispersed), total(s.persons * r.reliable), total(s.persons * r.share), total(s.persons * r.wet), total(s.persons * r.good),
    total(s.persons * r.tested), total(s.persons * r.managed), total(s.persons * r.enough),
    (SELECT count(*) FROM villages v WHERE v.code LIKE substr(s.village_code, 1, {digits}) || '%' AND EXISTS (SELECT 1 FROM settlements o
        JOIN rated t ON t.settlement = o.id WHERE o.village_code = v.code AND t.tap AND t.share > 0
        AND max(coalesce(o.pop_registered, 0), coalesce(o.pop_resident, 0)) > 0)),
    (SELECT count(*) FROM villages v WHERE v.code LIKE substr(s.village_code, 1, {digits}) || '%')
    FROM (SELECT id, village_code, max(coalesce(pop_registered, 0), coalesce(pop_resident, 0)) AS persons FROM settlements) s
    LEFT JOIN (SELECT settlement, sum(share) AS share, sum(share * wet) AS wet, sum(share * tap) AS tap, sum(share * central) AS central, sum(share * safe) AS safe,
        sum(share * (supply_mode = 'URBAN_EXT' AND wet)) AS urban, sum(share * (supply_mode = 'CENTRAL_LARGE' AND wet)) AS large,
        sum(share * (supply_mode = 'CENTRAL_SMALL' AND wet)) AS small, sum(share * (supply_mode = 'DISPERSED' AND wet)) AS dispersed,
        sum(share * (1 - outage_days / 365.0)) AS reliable, sum(share * good) AS good, sum(share * tested) AS tested,
        sum(share * (tap AND managed)) AS managed, sum(share * (tap AND enough)) AS enough FROM rated GROUP BY settlement) r ON r.settlement = s.id
    GROUP BY 1;
'''

DROP = 'DROP TABLE temp.rated; DROP TABLE temp.part; DROP TABLE temp.test; DROP TABLE temp.out; DROP TABLE temp.listed;'

# Samples of the year before with a verdict, by the village they were taken in.
SAMPLES = '''
SELECT substr(p.village_code, 1, {digits}),
    sum(p.result = 'PASS' OR p.result = 'BASIC' AND coalesce(w.supply_mode, '') NOT IN ('URBAN_EXT', 'CENTRAL_LARGE')), count(*)
    FROM water_samples p LEFT JOIN water_sources w ON w.code = p.works_code
    WHERE p.taken_on <= '{day}' AND p.taken_on > date('{day}', '-365 days') AND p.result IN ('PASS', 'BASIC', 'FAIL') GROUP BY 1;
'''

# Projects by their newest status: all kinds by number, farmland by size. None of them is cancelled here.
PROJECTS = '''
WITH stood AS (SELECT p.*, (SELECT e.status FROM cuntu_entry e WHERE e.programme = 'water' AND e.layer = 'water_projects' AND e.feature_id = p.id
        AND e.measure = '' AND e.effective_date <= '{day}' ORDER BY e.effective_date DESC, e.id DESC LIMIT 1)
    IN ('ACCEPTED', 'IN_SERVICE') AS done FROM water_projects p)
SELECT substr(village_code, 1, {digits}), total(coalesce(done, 0)), count(*), total(coalesce(done, 0) * quantity * (project_kind = 'FARMLAND')),
    total(quantity * (project_kind = 'FARMLAND')) FROM stood GROUP BY 1;
'''

# Household by household: those that say nothing have what their settlement has; the others what they say, judged by the newest
# of their own test and those of the works that most of their settlement has, of the settlement and of its village.
HOUSEHOLDS = '''
CREATE TEMP TABLE own AS
    SELECT h.*, max(coalesce(h.members, 0), coalesce(h.members_resident, 0)) AS persons, s.id AS settlement,
        (SELECT works FROM part p WHERE p.settlement = s.id ORDER BY share DESC, works LIMIT 1) AS works, s.village_code AS village
    FROM households h LEFT JOIN settlements s ON s.code = h.settlement_code;
CREATE TEMP TABLE said AS
    SELECT o.persons, o.supply_mode, o.delivery, o.lpcd, o.outage_days, coalesce((
        SELECT CASE WHEN julianday('{day}') - julianday(day) > 365 THEN 'UNTESTED' ELSE result END FROM (
            SELECT taken_on AS day, result, badness FROM test t JOIN part p ON p.works_code = t.works_code
                WHERE p.works = o.works AND p.settlement = o.settlement
            UNION ALL SELECT taken_on, result, badness FROM test t WHERE t.village_code = o.village OR t.settlement_code = o.settlement_code
            UNION ALL SELECT o.tested_on, o.quality, CASE o.quality WHEN 'FAIL' THEN 3 WHEN 'BASIC' THEN 2 ELSE 1 END
                WHERE o.tested_on <= '{day}' AND o.quality IN ('PASS', 'BASIC', 'FAIL'))
        ORDER BY day DESC, badness DESC LIMIT 1), (SELECT stated FROM part p WHERE p.works = o.works AND p.settlement = o.settlement)) AS quality
    FROM own o WHERE o.supply_mode IS NOT NULL;
SELECT total(persons), total(persons * tap), total(persons * safe), total(persons * enough) FROM (
    SELECT persons, supply_mode <> 'DISPERSED' AND delivery IN ('TAP_HOUSE', 'TAP_YARD') AND lpcd > 0 AS tap,
        lpcd >= 35 AND delivery IN ('TAP_HOUSE', 'TAP_YARD') AND outage_days <= 36
            AND (quality = 'PASS' OR quality = 'BASIC' AND supply_mode IN ('CENTRAL_SMALL', 'DISPERSED')) AS safe,
        supply_mode <> 'DISPERSED' AND delivery IN ('TAP_HOUSE', 'TAP_YARD') AND lpcd >= 35 AND quality = 'PASS' AS enough FROM said
    UNION ALL SELECT o.persons, (SELECT sum(share * tap) FROM rated r WHERE r.settlement = o.settlement),
        (SELECT sum(share * safe) FROM rated r WHERE r.settlement = o.settlement),
        (SELECT sum(share * (tap AND enough)) FROM rated r WHERE r.settlement = o.settlement) FROM own o WHERE o.supply_mode IS NULL);
DROP TABLE temp.said; DROP TABLE temp.own;
'''
OF_HOUSEHOLDS = 'tap_rate', 'safe_rate', 'three_checks_rate'


def figures(copy, day, level):
    """By area code: {indicator: (numerator, denominator)}."""
    by_area = {}
    asked = TABLES.format(day=day, samples=_samples(copy)) + BY_AREA.format(digits=DIGITS[level]) + DROP
    for line in _run(copy, asked).splitlines():
        area, *numbers = line.split('|')
        persons, tap, central, safe, urban, large, small, dispersed, reliable, known, supplied, good, tested, managed, enough, villages, of_villages = map(
            float, numbers)
        by_area[area] = {'tap_rate': (tap, persons), 'central_rate': (central, persons), 'safe_rate': (safe, persons),
                         'urban_ext_pop': (urban, persons), 'central_large_pop': (large, persons),
                         'central_small_pop': (small, persons), 'dispersed_pop': (dispersed, persons),
                         'unsupplied_pop': (persons - supplied, persons), 'reliability': (reliable, known),
                         'three_checks_rate': (enough, persons), 'quality_rate_pop': (good, tested),
                         'village_tap_rate': (villages, of_villages), 'jmp_safely_managed': (managed, persons),
                         'jmp_basic': (tap - managed, persons), 'jmp_limited': (0.0, persons), 'jmp_unimproved': (0.0, persons),
                         'jmp_surface': (0.0, persons), 'jmp_unknown': (persons - tap, persons)}
    return by_area


def samples(copy, day, level):
    """By area code: samples that pass, and all."""
    found = {}
    for line in _run(copy, SAMPLES.format(day=day, digits=DIGITS[level])).splitlines():
        area, good, tested = line.split('|')
        found[area] = float(good), float(tested)
    return found


def projects(copy, day, level):
    """By area code: {indicator: (numerator, denominator)}."""
    found = {}
    for line in _run(copy, PROJECTS.format(day=day, digits=DIGITS[level])).splitlines():
        area, done, count, done_size, size = line.split('|')
        found[area] = {'water_projects_rate': (float(done), float(count)), 'water_projects_size_rate': (float(done_size), float(size))}
    return found


def by_households(copy, day):
    """Of the county, household by household: {indicator: (numerator, denominator)}."""
    asked = TABLES.format(day=day, samples=_samples(copy)) + HOUSEHOLDS.format(day=day) + DROP
    persons, *parts = map(float, _run(copy, asked).split('|'))
    return {indicator: (part, persons) for indicator, part in zip(OF_HOUSEHOLDS, parts, strict=True)}


def _samples(copy):
    """The table of samples, or one without any where nobody took one."""
    there = _run(copy, "SELECT name FROM sqlite_master WHERE name = 'water_samples';").strip()
    return there or "(SELECT '' AS works_code, '' AS village_code, '' AS settlement_code, '' AS taken_on, '' AS result)"
