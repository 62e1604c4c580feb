# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of photovoltaics worked out in SQL from the project file alone. The rule is plugins/photovoltaic/README.md's, with the
defaults of all parameters: readings of months, days, moments and meters, prices by period, money.
"""
import datetime

from figures_sql import DIGITS, _run

DAY = '''
CREATE TEMP TABLE stand AS
    SELECT s.*, coalesce(s.approved_kw, s.capacity_kw) AS plan_kw, coalesce(
        (SELECT e.status FROM cuntu_entry e WHERE e.programme = 'photovoltaic' AND e.layer = 'pv_stations' AND e.feature_id = s.id
            AND e.measure = '' AND e.effective_date <= '{day}' ORDER BY e.effective_date DESC, e.id DESC LIMIT 1),
        CASE WHEN s.grid_on <= '{day}' THEN 'GRID_CONNECTED' ELSE 'PLANNED' END) AS status FROM pv_stations s;
CREATE TEMP TABLE now AS
    SELECT s.*, status IN ('GRID_CONNECTED', 'IN_CATALOG', 'OPERATING', 'LOW_YIELD', 'FAULT') AS connected,
        status IN ('GRID_CONNECTED', 'IN_CATALOG', 'OPERATING') AND NOT EXISTS (SELECT 1 FROM pv_faults f WHERE f.station_code = s.code
            AND f.began_on <= '{day}' AND (f.ended_on IS NULL OR f.ended_on > '{day}')) AS running FROM stand s;
CREATE TEMP TABLE part AS
    SELECT n.*, coalesce(h.village_code, n.village_code) AS village, coalesce(h.share, 1) AS share
    FROM now n LEFT JOIN pv_shares h ON h.station_code = n.code AND h.share > 0;
CREATE TEMP TABLE reading AS
    SELECT r.*, n.id AS station, n.capacity_kw AS kw, CASE WHEN r.period LIKE '%:%' THEN 3 WHEN length(r.period) = 10 THEN 2 ELSE 1 END AS kind,
        CASE WHEN r.period LIKE '%:%Z' THEN datetime(substr(r.period, 1, 10) || ' ' || substr(r.period, 12, 5), '+8 hours')
            WHEN r.period LIKE '%:%' THEN substr(r.period, 1, 10) || ' ' || substr(r.period, 12, 5) || ':00' ELSE r.period END AS began
    FROM pv_readings r JOIN now n ON n.code = r.station_code;
CREATE INDEX temp.of_reading ON reading(station, began);
CREATE TEMP TABLE meter AS
    WITH m AS (SELECT *, CASE kind WHEN 1 THEN date(began || '-01', '+1 month', '-1 day') ELSE began END AS ended FROM reading
            WHERE kwh IS NULL AND meter_kwh IS NOT NULL),
        last AS (SELECT * FROM m WHERE NOT EXISTS (SELECT 1 FROM m o WHERE o.station = m.station AND o.ended = m.ended AND o.id > m.id))
    SELECT station, kw, ended, date(lag(ended) OVER w, '+1 day') AS first, CASE WHEN new_meter_kwh IS NOT NULL
        THEN coalesce(old_meter_kwh, lag(meter_kwh) OVER w) - lag(meter_kwh) OVER w + meter_kwh - new_meter_kwh
        ELSE meter_kwh - lag(meter_kwh) OVER w END AS kwh FROM last WINDOW w AS (PARTITION BY station ORDER BY ended);
CREATE TEMP TABLE calendar AS
    WITH RECURSIVE d(on_day) AS (SELECT '2015-01-01' UNION ALL SELECT date(on_day, '+1 day') FROM d WHERE on_day < '2021-12-31')
    SELECT on_day FROM d;
CREATE TEMP TABLE month AS
    WITH sums AS (SELECT station, kw, substr(began, 1, 7) AS period, kind, sum(kwh) AS kwh, sum(poa_kwh_m2) AS poa_kwh_m2 FROM reading r
            WHERE kwh IS NOT NULL AND kwh <= kw * 24 * CASE kind WHEN 1 THEN strftime('%d', began || '-01', '+1 month', '-1 day') ELSE 1 END
            AND NOT EXISTS (SELECT 1 FROM reading o WHERE o.station = r.station AND o.kind = r.kind AND o.began = r.began
                AND o.kwh IS NOT NULL AND o.id > r.id) GROUP BY 1, 2, 3, 4
        UNION ALL SELECT station, kw, substr(on_day, 1, 7), 4, sum(kwh / (julianday(ended) - julianday(first) + 1)), NULL
            FROM meter JOIN calendar ON on_day BETWEEN first AND ended
            WHERE kwh >= 0 AND kwh <= kw * 24 * (julianday(ended) - julianday(first) + 1) GROUP BY 1, 2, 3)
    SELECT * FROM sums s WHERE NOT EXISTS (SELECT 1 FROM sums o WHERE o.station = s.station AND o.period = s.period AND o.kind < s.kind);
CREATE INDEX temp.of_month ON month(station, period);
CREATE TEMP TABLE year AS
    SELECT station, total(kwh) AS kwh, total(CASE WHEN poa_kwh_m2 IS NOT NULL THEN kwh END) AS measured, total(poa_kwh_m2) AS poa
    FROM month WHERE period BETWEEN '{first_month}' AND '{last_month}' GROUP BY station;
CREATE TEMP TABLE day AS
    WITH RECURSIVE d(on_day) AS (SELECT '{last_year}-01-01' UNION ALL SELECT date(on_day, '+1 day') FROM d WHERE on_day < '{year}-12-31')
    SELECT on_day, substr(on_day, 1, 7) AS period FROM d;
CREATE TEMP TABLE price AS
    SELECT c.station, c.period, avg(coalesce(p.price_base, c.price_base)) AS base,
        avg(coalesce(p.price_subsidy, c.price_subsidy, 0)) AS subsidy
    FROM (SELECT n.id AS station, n.price_base, n.price_subsidy, d.period, (SELECT p.id FROM pv_prices p
            WHERE (p.station_code = n.code OR (p.station_code IS NULL AND coalesce(p.station_type, n.station_type) = n.station_type))
                AND coalesce(p.from_on, '') <= d.on_day AND coalesce(p.to_on, '9999') >= d.on_day
            ORDER BY p.station_code IS NOT NULL DESC, p.station_type IS NOT NULL DESC, coalesce(p.from_on, '') DESC, p.id LIMIT 1) AS row
        FROM now n JOIN day d) c LEFT JOIN pv_prices p ON p.id = c.row GROUP BY 1, 2;
CREATE TEMP TABLE worth AS
    SELECT m.station, m.period, m.kwh * p.base AS base, m.kwh * p.subsidy AS subsidy FROM month m JOIN price p USING (station, period);
CREATE TEMP TABLE gross AS
    SELECT station, sum(base + subsidy) AS yuan FROM worth WHERE period BETWEEN '{first_month}' AND '{last_month}' GROUP BY 1;
CREATE TEMP TABLE due AS
    SELECT station, sum(base + subsidy) AS yuan FROM worth WHERE period BETWEEN '{last_year}-01' AND min('{last_year}-12', '{last_month}')
    GROUP BY 1;
CREATE TEMP TABLE settled AS
    SELECT station_code, total(amount) AS yuan FROM pv_received WHERE coalesce(receipt_kind, '') <> 'OTHER' AND received_on <= '{day}'
    AND coalesce(earned_year, substr(received_on, 1, 4)) + 0 = {last_year} GROUP BY 1;
CREATE TEMP TABLE hours AS
    SELECT m.station, n.station_type, m.kwh / m.kw AS h FROM month m JOIN now n ON n.id = m.station
    WHERE period = '{last_month}' AND n.connected AND NOT coalesce(n.grid_on > '{last_month}-01', 0);
CREATE TEMP TABLE middle AS
    SELECT station_type, avg(h) AS h FROM (SELECT *, row_number() OVER (PARTITION BY station_type ORDER BY h) AS place,
        count(*) OVER (PARTITION BY station_type) AS n FROM hours)
    WHERE n >= 3 AND place IN ((n + 1) / 2, (n + 2) / 2) GROUP BY station_type;
CREATE TEMP TABLE out AS
    SELECT station_code, total(CASE WHEN use_kind <> 'RESERVE' THEN amount END) AS paid,
        total(CASE WHEN use_kind IN ('POST_WAGE', 'PUBLIC_WORK') THEN amount END) AS wages
    FROM pv_paid WHERE paid_on BETWEEN '{year}-01-01' AND '{day}' GROUP BY 1;
CREATE TEMP TABLE costs AS
    SELECT station_code, total(amount) AS yuan FROM pv_paid WHERE use_kind IN ('OM', 'RENT', 'LOAN', 'TAX')
    AND substr(paid_on, 1, 7) BETWEEN '{first_month}' AND '{last_month}' GROUP BY 1;
CREATE TEMP TABLE inflow AS
    SELECT station_code, total(amount) AS yuan FROM pv_received WHERE received_on BETWEEN '{year}-01-01' AND '{day}' GROUP BY 1;
CREATE TEMP TABLE income AS
    SELECT h.hh_id, h.village_code, coalesce(h.poor_attr, 'ORDINARY') <> 'ORDINARY' AS poor, p.yuan,
        p.yuan IS NOT NULL OR h.hh_id IN (SELECT b.hh_id FROM pv_beneficiaries b JOIN now n ON n.code = b.station_code
            WHERE b.link_year = {year} AND n.status <> 'RETIRED') AS benefits
    FROM households h LEFT JOIN (SELECT hh_id, total(amount) AS yuan FROM pv_paid
        WHERE paid_on BETWEEN '{year}-01-01' AND '{day}' AND station_code IN (SELECT code FROM pv_stations) GROUP BY 1) p
        ON p.hh_id = h.hh_id;
CREATE TEMP TABLE links AS
    SELECT station_code, count(DISTINCT hh_id) AS n FROM pv_beneficiaries
    WHERE link_year = {year} AND hh_id IN (SELECT hh_id FROM households) GROUP BY 1;
SELECT 'pv_grid_mw', substr(village_code, 1, {digits}), total(connected * capacity_kw / 1000), total(plan_kw / 1000)
    FROM now WHERE status <> 'RETIRED' GROUP BY 2
UNION ALL SELECT 'pv_grid_rate', substr(village_code, 1, {digits}), total(connected * capacity_kw), total(plan_kw)
    FROM now WHERE status <> 'RETIRED' GROUP BY 2
UNION ALL SELECT 'pv_station_rate', substr(village_code, 1, {digits}), total(connected), count(*)
    FROM now WHERE status <> 'RETIRED' GROUP BY 2
UNION ALL SELECT 'pv_running_rate', substr(village_code, 1, {digits}), total(running), count(*) FROM now WHERE connected GROUP BY 2
UNION ALL SELECT 'pv_shared_rate', substr(village_code, 1, {digits}), total(coalesce(shared_on <= '{day}', 0)), count(*)
    FROM now WHERE connected GROUP BY 2
UNION ALL SELECT 'pv_village_rate', substr(village, 1, {digits}), total(c), count(*)
    FROM (SELECT village, max(connected) AS c FROM part WHERE status <> 'RETIRED' GROUP BY 1) GROUP BY 2
UNION ALL SELECT 'pv_villages', substr(village, 1, {digits}), total(c), count(*)
    FROM (SELECT village, max(connected) AS c FROM part WHERE status <> 'RETIRED' GROUP BY 1) GROUP BY 2
UNION ALL SELECT 'pv_village_kw', substr(village, 1, {digits}), total(kw), count(*)
    FROM (SELECT village, total(connected * capacity_kw * share) AS kw FROM part WHERE status <> 'RETIRED' GROUP BY 1) GROUP BY 2
UNION ALL SELECT 'pv_collective_rate', substr(village, 1, {digits}), total(c), count(*)
    FROM (SELECT village, max(coalesce(i.yuan > 0, 0)) AS c FROM part p LEFT JOIN inflow i ON i.station_code = p.code
        WHERE connected GROUP BY 1) GROUP BY 2
UNION ALL SELECT 'kw_per_hh', substr(village_code, 1, {digits}), total(capacity_kw), total(coalesce(l.n, hh_count))
    FROM now n LEFT JOIN links l ON l.station_code = n.code WHERE connected GROUP BY 2
UNION ALL SELECT 'eq_hours', substr(village_code, 1, {digits}), total(kwh), total(capacity_kw)
    FROM year y JOIN now n ON n.id = y.station GROUP BY 2
UNION ALL SELECT 'pv_pr', substr(village_code, 1, {digits}), total(measured), total(capacity_kw * poa)
    FROM year y JOIN now n ON n.id = y.station GROUP BY 2
UNION ALL SELECT 'pv_gross', substr(village_code, 1, {digits}), total(g.yuan), 0
    FROM gross g JOIN now n ON n.id = g.station GROUP BY 2
UNION ALL SELECT 'pv_net', substr(village_code, 1, {digits}), total(g.yuan - coalesce(c.yuan, 0)), total(g.yuan)
    FROM gross g JOIN now n ON n.id = g.station LEFT JOIN costs c ON c.station_code = n.code GROUP BY 2
UNION ALL SELECT 'pv_settled_rate', substr(village_code, 1, {digits}), total(s.yuan), total(d.yuan)
    FROM due d JOIN now n ON n.id = d.station LEFT JOIN settled s ON s.station_code = n.code GROUP BY 2
UNION ALL SELECT 'pv_low_flag', substr(village_code, 1, {digits}), total(t.h < 0.7 * m.h), count(*)
    FROM hours t JOIN middle m USING (station_type) JOIN now n ON n.id = t.station GROUP BY 2
UNION ALL SELECT 'pv_dist_rate', substr(village_code, 1, {digits}), total(o.paid), total(i.yuan)
    FROM now n LEFT JOIN out o ON o.station_code = n.code LEFT JOIN inflow i ON i.station_code = n.code GROUP BY 2
UNION ALL SELECT 'pv_wage_share', substr(village_code, 1, {digits}), total(o.wages), total(o.paid)
    FROM now n LEFT JOIN out o ON o.station_code = n.code GROUP BY 2
UNION ALL SELECT 'pv_received', substr(village_code, 1, {digits}), total(i.yuan), 0
    FROM now n LEFT JOIN inflow i ON i.station_code = n.code GROUP BY 2
UNION ALL SELECT 'pv_cover_rate', substr(village_code, 1, {digits}), total(benefits), count(*) FROM income WHERE poor GROUP BY 2
UNION ALL SELECT 'pv_income_avg', substr(village_code, 1, {digits}), total(yuan), count(*) FROM income WHERE poor AND benefits GROUP BY 2
UNION ALL SELECT 'pv_income_ok_rate', substr(village_code, 1, {digits}), total(coalesce(yuan, 0) >= 1500), count(*)
    FROM income WHERE poor AND benefits GROUP BY 2;
DROP TABLE temp.reading; DROP TABLE temp.meter; DROP TABLE temp.calendar; DROP TABLE temp.stand; DROP TABLE temp.now; DROP TABLE temp.part; DROP TABLE temp.month; DROP TABLE temp.year; DROP TABLE temp.hours;
DROP TABLE temp.middle; DROP TABLE temp.out; DROP TABLE temp.costs; DROP TABLE temp.inflow; DROP TABLE temp.income; DROP TABLE temp.links;
DROP TABLE temp.day; DROP TABLE temp.price; DROP TABLE temp.worth; DROP TABLE temp.gross; DROP TABLE temp.due; DROP TABLE temp.settled;
'''
INDICATORS = 22


def figures(copy, day, level):
    """By area code and indicator: (numerator, denominator). What is not there is 0 of 0."""
    date = datetime.date.fromisoformat(day)
    after = date + datetime.timedelta(1)
    last = after.year * 12 + after.month - 2  # the last month that is over
    month = lambda number: f'{number // 12}-{number % 12 + 1:02}'
    found = {}
    for line in _run(copy, DAY.format(day=day, digits=DIGITS[level], year=date.year, last_year=date.year - 1, last_month=month(last),
                                      first_month=month(last - 11))).splitlines():
        indicator, area, numerator, denominator = line.split('|')
        found[area, indicator] = float(numerator), float(denominator)
    return found
