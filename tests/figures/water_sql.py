# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of water worked out in SQL from the project file alone, for projects whose settlements and households say nothing
of their own water: works, their lists and their status. The rule is plugins/water/README.md's.
"""
from figures_sql import DIGITS, _run

DAY = '''
CREATE TEMP TABLE listed AS
    SELECT w.*, s.id AS settlement, s.village_code AS village, max(coalesce(s.pop_registered, 0), coalesce(s.pop_resident, 0)) AS persons
    FROM water_sources w JOIN settlements s ON ';' || replace(replace(w.served, '、', ';'), ',', ';') || ';' LIKE '%;' || s.village_code || ';%'
    WHERE (SELECT e.status FROM cuntu_entry e WHERE e.programme = 'water' AND e.layer = 'water_sources' AND e.feature_id = w.id
            AND e.measure = '' AND e.effective_date <= '{day}' ORDER BY e.effective_date DESC, e.id DESC LIMIT 1)
        IN ('ACCEPTED', 'IN_SERVICE');
CREATE TEMP TABLE part AS
    SELECT settlement, supply_mode, delivery, quality, outage_days, 1000.0 * actual_m3d / served_pop AS lpcd,
        min(1.0, 1.0 * served_pop / (SELECT sum(o.persons) FROM listed o WHERE o.id = l.id)) AS share FROM listed l;
CREATE TEMP TABLE rated AS
    SELECT settlement, share / max(1.0, (SELECT sum(o.share) FROM part o WHERE o.settlement = p.settlement)) AS share, supply_mode,
        supply_mode <> 'DISPERSED' AND delivery IN ('TAP_HOUSE', 'TAP_YARD') AND lpcd > 0 AS tap,
        supply_mode <> 'DISPERSED' AND delivery <> 'CARRY' AND lpcd > 0 AS central,
        lpcd >= 35 AND delivery IN ('TAP_HOUSE', 'TAP_YARD') AND outage_days <= 36
            AND (quality = 'PASS' OR quality = 'BASIC' AND supply_mode IN ('CENTRAL_SMALL', 'DISPERSED')) AS safe,
        quality = 'PASS' OR quality = 'BASIC' AND supply_mode IN ('CENTRAL_SMALL', 'DISPERSED') AS good,
        coalesce(quality, 'UNTESTED') <> 'UNTESTED' AS tested, quality = 'PASS' AND outage_days <= 18.25 AS managed,
        quality = 'PASS' AND lpcd >= 35 AS enough, outage_days FROM part p;
SELECT substr(s.village_code, 1, {digits}), total(s.persons), total(s.persons * r.tap), total(s.persons * r.central),
    total(s.persons * r.safe), total(s.persons * r.urban), total(s.persons * r.large), total(s.persons * r.small),
    total(s.persons * r.dispersed), total(s.persons * r.reliable), total(s.persons * r.share), total(s.persons * r.good),
    total(s.persons * r.tested), total(s.persons * r.managed), total(s.persons * r.enough),
    (SELECT count(*) FROM villages v WHERE v.code LIKE substr(s.village_code, 1, {digits}) || '%' AND EXISTS (SELECT 1 FROM settlements o
        JOIN rated t ON t.settlement = o.id WHERE o.village_code = v.code AND t.tap AND t.share > 0
        AND max(coalesce(o.pop_registered, 0), coalesce(o.pop_resident, 0)) > 0)),
    (SELECT count(*) FROM villages v WHERE v.code LIKE substr(s.village_code, 1, {digits}) || '%')
    FROM (SELECT id, village_code, max(coalesce(pop_registered, 0), coalesce(pop_resident, 0)) AS persons FROM settlements) s
    LEFT JOIN (SELECT settlement, sum(share) AS share, sum(share * tap) AS tap, sum(share * central) AS central, sum(share * safe) AS safe,
        sum(share * (supply_mode = 'URBAN_EXT')) AS urban, sum(share * (supply_mode = 'CENTRAL_LARGE')) AS large,
        sum(share * (supply_mode = 'CENTRAL_SMALL')) AS small, sum(share * (supply_mode = 'DISPERSED')) AS dispersed,
        sum(share * (1 - outage_days / 365.0)) AS reliable, sum(share * good) AS good, sum(share * tested) AS tested,
        sum(share * (tap AND managed)) AS managed, sum(share * (tap AND enough)) AS enough FROM rated GROUP BY settlement) r ON r.settlement = s.id
    GROUP BY 1;
DROP TABLE temp.rated; DROP TABLE temp.part; DROP TABLE temp.listed;
'''


def figures(copy, day, level):
    """By area code: {indicator: (numerator, denominator)}."""
    by_area = {}
    for line in _run(copy, DAY.format(day=day, digits=DIGITS[level])).splitlines():
        area, *numbers = line.split('|')
        persons, tap, central, safe, urban, large, small, dispersed, reliable, known, good, tested, managed, enough, villages, of_villages = map(
            float, numbers)
        by_area[area] = {'tap_rate': (tap, persons), 'central_rate': (central, persons), 'safe_rate': (safe, persons),
                         'urban_ext_pop': (urban, persons), 'central_large_pop': (large, persons),
                         'central_small_pop': (small, persons), 'dispersed_pop': (dispersed, persons),
                         'unsupplied_pop': (persons - known, persons), 'reliability': (reliable, known),
                         'three_checks_rate': (enough, persons), 'quality_rate_pop': (good, tested),
                         'village_tap_rate': (villages, of_villages), 'jmp_safely_managed': (managed, persons),
                         'jmp_basic': (tap - managed, persons), 'jmp_limited': (0.0, persons), 'jmp_unimproved': (0.0, persons),
                         'jmp_surface': (0.0, persons), 'jmp_unknown': (persons - tap, persons)}
    return by_area
