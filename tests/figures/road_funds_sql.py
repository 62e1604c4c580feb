# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of the roads' money worked out in SQL from the project file alone. The copy has figures_sql's tables."""
import figures_sql

FUNDS = '''
CREATE TEMP TABLE money AS SELECT r.id, coalesce(r.length_km, 0) AS km,
    coalesce(fund_province, 0) + coalesce(fund_city, 0) + coalesce(fund_county, 0) + coalesce(fund_town, 0)
        + coalesce(fund_village, 0) + coalesce(fund_social, 0) AS budget,
    (SELECT total(amount) FROM road_payments p WHERE p.route_code = r.route_code AND payment_kind = 'ISSUED' AND paid_on <= '{day}') AS issued,
    (SELECT total(amount) FROM road_payments p WHERE p.route_code = r.route_code AND payment_kind = 'PAID' AND paid_on <= '{day}') AS paid,
    CASE WHEN s.status IS NULL AND m.value IS NULL THEN coalesce(r.accepted_on <= '{day}', 0)
        WHEN s.status IS NULL THEN m.value / 100.0
        WHEN s.status IN ('IDENTIFIED', 'PLANNED', 'CANCELLED') THEN 0
        WHEN s.status = 'APPROVED' THEN 0.05
        WHEN s.status = 'CONTRACTED' THEN 0.10
        WHEN s.status IN ('CONSTRUCTING', 'REWORK') THEN max(0.10, min(0.90, coalesce(m.value, 0) / 100.0))
        WHEN s.status IN ('DEFECTIVE', 'SUSPENDED') THEN min(0.90, coalesce(m.value, 0) / 100.0)
        WHEN s.status = 'COMPLETED' THEN 0.95
        ELSE 1 END AS built
    FROM roads r
    LEFT JOIN (SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY feature_id ORDER BY effective_date DESC, id DESC) AS place
        FROM held WHERE layer = 'roads' AND effective_date <= '{day}') WHERE place = 1) s ON s.feature_id = r.id
    LEFT JOIN (SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY feature_id ORDER BY effective_date DESC, id DESC) AS place
        FROM measured WHERE effective_date <= '{day}') WHERE place = 1) m ON m.feature_id = r.id;
SELECT '{day}', total(paid), total(issued), total(budget), total(paid / budget - built > 0.2), count(*), total(km)
    FROM money WHERE budget > 0;
SELECT '{day}', total(paid), total(issued) FROM money WHERE issued > 0;
DROP TABLE temp.money;
'''


def prepare(copy):
    figures_sql._run(copy, 'CREATE INDEX payments_route ON road_payments (route_code);')


def figures(copy, day):
    """{indicator: (numerator, denominator)} of the county; costs only where every road with a budget has a length."""
    whole, rate = figures_sql._run(copy, FUNDS.format(day=day)).splitlines()
    _, paid, issued, budget, ahead, roads, km = whole.split('|')
    _, paid_of, issued_of = rate.split('|')
    return {'road_fund_rate': (float(paid), float(budget)), 'road_issued_rate': (float(issued), float(budget)),
            'road_payment_rate': (float(paid_of), float(issued_of)), 'road_paid_ahead': (float(ahead), float(roads)),
            'road_cost_per_km': (float(budget), float(km))}
