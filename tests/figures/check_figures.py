#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures and milestones of the program against SQL: 20 dates, three levels, all indicators, every area, exactly.

check_figures.py PROGRAM sample SAMPLE_FOLDER     the sample county
check_figures.py PROGRAM region MAKE_REGION       a county made by bench/make_region.py, with marks and corrections made up here
"""
import csv
import datetime
import importlib.util
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import figures_sql
import levels_sql
import milestones_again
import photovoltaic_sql
import relocation_sql
import road_funds_sql
import water_made
import water_sql

PROGRAM, CASE, SOURCE = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
SKIPPED = 77  # ctest's SKIP_RETURN_CODE
LEVELS = ['county', 'township', 'village']
MONEY = ['road_fund_rate', 'road_issued_rate', 'road_payment_rate', 'road_paid_ahead', 'road_cost_per_km']


def cuntu(*arguments, lines=None):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=900)
    if done.returncode:
        sys.exit(f'status {done.returncode}: {" ".join(map(str, arguments))}\n{done.stderr}')
    return done.stdout


def asked(*arguments):
    return json.loads(cuntu(*arguments, '--format', 'json'))


def sample(folder):
    """The sample county, imported as ./run does."""
    project = folder / '样例 county.cuntu'
    cuntu('new', project)
    for name, role, *more in (('乡镇.csv', 'townships'), ('行政村.shp', 'villages'), ('自然村.xlsx', 'settlements'),
                              ('道路.kml', 'roads', '--source-crs', 'gcj02'), ('道路进度.csv', 'progress:roads'),
                              ('道路资金.csv', 'roads'), ('道路资金拨付.csv', 'road_payments'), ('水源工程.csv', 'water_sources'), ('停水记录.csv', 'water_outages'), ('水利项目.csv', 'water_projects'),
                              ('农户.csv', 'households'), ('客运.csv', 'villages'), ('入户路.csv', 'households'), ('光伏电站.csv', 'pv_stations'),
                              ('光伏份额.csv', 'pv_shares'), ('光伏到账.csv', 'pv_received'),
                              ('光伏分配.csv', 'pv_paid'), ('光伏受益户.csv', 'pv_beneficiaries'), ('光伏故障.csv', 'pv_faults'),
                              ('安置点.xlsx', 'relocation_sites'), ('搬迁户.csv', 'households'), ('搬迁进度.csv', 'progress:households'),
                              ('旧宅基地.csv', 'old_homesteads'), ('旧宅进度.csv', 'progress:old_homesteads'), ('目标.csv', 'targets')):
        cuntu('import', project, SOURCE / name, '--as', role, *more)
    prices(folder)
    cuntu('import', project, folder / '光伏电价.csv', '--as', 'pv_prices')
    readings(folder)
    cuntu('import', project, folder / '光伏发电量.csv', '--as', 'pv_readings')
    for rule in ('photovoltaic.unit', 'photovoltaic.cumulated'):  # what somebody asked to be put right
        cuntu('check', project, '--fix', rule)
    follow_ups(folder, project)
    return project


def prices(folder):
    """Prices that change within months, of all stations, of a kind and of some stations, one of them open in one part."""
    codes = [row['电站编号'] for row in csv.DictReader(open(SOURCE / '光伏电站.csv', encoding='gb18030'))]
    rows = [dict(zip(('电站编号', '电站类型', '起始日期', '截止日期', '标杆电价', '补贴电价'), row)) for row in (
        ('', '', '', '2018-07-09', 0.41, 0.44), ('', '村级', '2018-03-10', '2019-11-20', 0.39, 0.42), ('', '村级', '2019-06-01', '', 0.38, ''),
        (codes[0], '', '2019-02-15', '2019-08-15', 0.5, 0), (codes[1], '', '2018-01-01', '', '', 0.25))]
    write(folder / '光伏电价.csv', rows)


def readings(folder):
    """The sample's months, of which some stations have days, hours or a meter instead: with a change of the meter, one that fell back, what
    was read twice, what cannot be; a month in Wh and a year that was summed up, which are put right afterwards."""
    chance = random.Random(41)
    rows = list(csv.DictReader(open(SOURCE / '光伏发电量.csv', encoding='gb18030')))
    codes = sorted({row['电站编号'] for row in rows})
    metered, daily, hourly, summed = codes[4:7], codes[7:10], codes[10], codes[11]
    columns = ['电站编号', '月份', '上网电量(kWh)', '斜面辐照量(kWh/m2)', '电表示数', '旧表止码', '新表起码']
    made = []

    def add(code, period, kwh='', **more):
        made.append({**dict.fromkeys(columns, ''), '电站编号': code, '月份': period, '上网电量(kWh)': kwh, **more})

    def days_of(month):
        first = datetime.date.fromisoformat(month + '-01')
        return [first + datetime.timedelta(i) for i in range((first.replace(day=28) + datetime.timedelta(4)).replace(day=1).toordinal() - first.toordinal())]

    shown = dict.fromkeys(metered, 5000.0)
    sum_of_year = 0.0
    for number, row in enumerate(rows):
        code, month, kwh = row['电站编号'], row['月份'], float(row['上网电量(kWh)'])
        if code in metered:
            shown[code] += kwh
            if chance.random() < 0.2:
                continue  # nobody read it: the next reading is spread over both
            day = str(chance.choice(days_of(month)[-9:]))
            more = {'电表示数': round(shown[code], 2)}
            if chance.random() < 0.1:
                more.update({'旧表止码': round(shown[code] + kwh / 3, 2), '新表起码': 12.5, '电表示数': round(12.5 + kwh / 5, 2)})
                shown[code] = 12.5 + kwh / 5
            elif chance.random() < 0.05:
                more['电表示数'] = 3.0  # it fell, and nobody says why
            add(code, day, **more)
            if chance.random() < 0.1:
                add(code, day, **more | {'电表示数': round(more['电表示数'] + 10, 2)})
        elif code in daily:
            days = days_of(month)
            for day in days:
                add(code, day, round(kwh / len(days) * chance.uniform(0.5, 1.5), 2))
            if chance.random() < 0.2:
                add(code, days[3], round(kwh / 40, 2))
            if chance.random() < 0.2:
                add(code, days[5], 10 ** 6)
            if chance.random() < 0.1:
                add(code, month, kwh)
        elif code == hourly and month >= '2019-01':
            for day in days_of(month):
                for hour in range(6, 18):  # some written in the zone of London, whose evening is Beijing's next day
                    at = f'{day} {hour:02}:00' if day.day % 2 else f'{day}T{hour + 10:02}:00Z' if hour < 14 else f'{day} {hour:02}:30'
                    add(code, at, round(kwh / 400 * chance.uniform(0.5, 1.5), 3))
        elif code == summed and month[:4] == '2019':
            sum_of_year += kwh
            add(code, month, round(sum_of_year, 2))
        else:
            add(code, month, kwh * 1000 if number % 97 == 5 else kwh, **{'斜面辐照量(kWh/m2)': row['斜面辐照量(kWh/m2)']})
    write(folder / '光伏发电量.csv', made)


def follow_ups(folder, project):
    """Support after the move, made up: some households have none, some several, some of them over."""
    chance = random.Random(29)
    rows = []
    for household in figures_sql._run(project, 'SELECT hh_id FROM households WHERE mover_type IS NOT NULL;').split():
        for _ in range(chance.choice([0, 1, 1, 2])):
            since = datetime.date(2017, 1, 1) + datetime.timedelta(chance.randrange(1300))
            until = since + datetime.timedelta(chance.randrange(0, 900)) if chance.random() < 0.4 else ''
            rows.append({'户编号': household, '扶持类别': chance.choice(['就业', '公益岗位', '产业', '培训']), '开始日期': since, '结束日期': until,
                         '年收入': chance.randrange(3000, 40000)})
    write(folder / '后续扶持.csv', rows)
    cuntu('import', project, folder / '后续扶持.csv', '--as', 'relocation_follow_ups')


def region(folder):
    """A made county whose roads and settlements went through random, partly corrected works."""
    for module in ('numpy', 'scipy'):
        if importlib.util.find_spec(module) is None:
            print(f'skipped: python has no {module}')
            sys.exit(SKIPPED)
    raw = folder / 'raw'
    subprocess.run([sys.executable, SOURCE, '--scale', 'county', '--formats', 'csv', '--out', raw], check=True, capture_output=True)
    project = folder / 'region.cuntu'
    cuntu('new', project)
    chance = random.Random(11)
    rows = list(csv.DictReader(open(raw / 'settlements.csv', encoding='utf-8-sig')))
    water_made.people(rows)
    for row in rows:  # every one with kilometres of its own, so that these can be compared, too
        row['needed_km'] = round(chance.uniform(0.1, 6), 3)
        row['hardened_km'] = round(chance.uniform(0, 7), 3)
    write(folder / 'settlements.csv', rows)
    roads = list(csv.DictReader(open(raw / 'roads.csv', encoding='utf-8-sig')))
    for row in roads:
        row['length_km'] = round(float(row['length_m']) / 1000, 4)
    write(folder / 'roads.csv', roads)
    for file, role in ((raw / 'townships.csv', 'townships'), (raw / 'villages.csv', 'villages'),
                       (folder / 'settlements.csv', 'settlements'), (folder / 'roads.csv', 'roads')):
        cuntu('import', project, file, '--as', role)
    for layer, key, share in (('roads', 'id', 1.0), ('settlements', 'code', 0.3)):
        keys = [line.split('|') for line in figures_sql._run(project, f'SELECT {key} FROM {layer};').split()]
        write(folder / f'{layer}.progress.csv', works(chance, [k[0] for k in keys if chance.random() < share]))
        cuntu('import', project, folder / f'{layer}.progress.csv', '--as', f'progress:{layer}')
    correct(project, chance)
    measure(folder, project, chance)
    for name, (role, made) in water_made.tables(rows, raw / 'households.csv').items():
        write(folder / f'{name}.csv', made)
        cuntu('import', project, folder / f'{name}.csv', '--as', role)
    return project


def works(chance, keys):
    """A life for each key: planned, under construction, accepted, some damaged later."""
    rows = []
    for key in keys:
        day = datetime.date(2016, 1, 1) + datetime.timedelta(chance.randrange(1500))
        for state in ('PLANNED', 'CONSTRUCTING', 'COMPLETED', 'ACCEPTED', 'DEFECTIVE')[:chance.choice([1, 2, 3, 4, 4, 4, 4, 5])]:
            rows.append({'编号': key, '状态': state, '日期': day.isoformat()})
            day += datetime.timedelta(chance.randrange(20, 300))
    return rows


def correct(project, chance):
    """Corrects the day of some entries by hand, as an office does."""
    entries = figures_sql._run(project, "SELECT id, feature_id, status, effective_date FROM cuntu_entry WHERE layer = 'roads';").split()
    for line in chance.sample(entries, 12):
        entry, feature, status, day = line.split('|')
        earlier = datetime.date.fromisoformat(day) - datetime.timedelta(chance.randrange(1, 200))
        cuntu('mark', project, 'roads', feature, status, '--on', earlier, '--by', 'office', '--corrects', entry)


def write(path, rows):
    with open(path, 'w', newline='', encoding='utf-8') as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def check_figures(project, copy, days):
    compared = 0
    for level in LEVELS:
        expected = figures_sql.figures(copy, days, level)
        for day in days:
            for row in asked('indicators', project, '--programme', 'roads', '--as-of', day, '--by', level)['rows']:
                if row['indicator'] == 'road_physical_rate' or row['indicator'] in (*MONEY, *levels_sql.INDICATORS):
                    continue  # segments belong to no area; see check_physical, check_funds and check_levels
                wanted = expected[day].get(row['area'], {}).get(row['indicator'])
                got = row['numerator'], row['denominator']
                if wanted is None and row['area'] in expected[day]:
                    continue  # kilometres along the map: tests/plugins/roads has those
                wanted = wanted or (0.0, 0.0)
                exact = row['unit'] == '%'
                if got != wanted if exact else any(abs(a - b) > 1e-9 * max(1, abs(b)) for a, b in zip(got, wanted)):
                    sys.exit(f'{day} {level} {row["area"]} {row["indicator"]}: {got}, SQL says {wanted}')
                compared += 1
    return compared


def check_levels(project, copy, days):
    """Inner and entry roads, groups, buses, the rural access index."""
    levels_sql.prepare(copy)
    compared = 0
    seen = set()
    for day in days:
        expected = levels_sql.figures(copy, day)
        for level in LEVELS:
            by_area = {indicator: levels_sql.summed(villages, level) for indicator, villages in expected.items()}
            for row in asked('indicators', project, '--programme', 'roads', '--as-of', day, '--by', level)['rows']:
                if row['indicator'] not in levels_sql.INDICATORS:
                    continue
                wanted = by_area[row['indicator']].get(row['area'], (0.0, 0.0))
                if (row['numerator'], row['denominator']) != wanted:
                    sys.exit(f'{day} {level} {row["area"]} {row["indicator"]}: {row["numerator"]}, {row["denominator"]}, SQL says {wanted}')
                compared += 1
                if wanted[0]:
                    seen.add(row['indicator'])
    if seen != set(levels_sql.INDICATORS):
        sys.exit(f'only of {sorted(seen)} was there anything to compare')
    return compared


def check_physical(project, copy, days):
    """Physical progress of road works over the county; sums of shares, so that the last digits may differ."""
    compared = 0
    for day, wanted in figures_sql.physical(copy, days).items():
        row, = (row for row in asked('indicators', project, '--programme', 'roads', '--as-of', day, '--by', 'county')['rows']
                if row['indicator'] == 'road_physical_rate' and row['area'])
        got = row['numerator'], row['denominator']
        if wanted is None or any(abs(a - b) > 1e-9 * max(1, abs(b)) for a, b in zip(got, wanted)):
            sys.exit(f'{day} road_physical_rate: {got}, SQL says {wanted}')
        compared += wanted[1] > 0
    return compared


def check_funds(project, copy, days):
    """Money of the roads over the county."""
    compared = 0
    road_funds_sql.prepare(copy)
    for day in days:
        expected = road_funds_sql.figures(copy, day)
        for row in asked('indicators', project, '--programme', 'roads', '--as-of', day, '--by', 'county')['rows']:
            if row['indicator'] in MONEY and row['area']:
                compare(day, 'county', row, expected[row['indicator']])
                compared += row['numerator'] != 0
    if compared < 4 * len(days) // 2:
        sys.exit(f'of only {compared} figures of money there was anything to compare')
    return compared


def measure(folder, project, chance):
    """Measures the progress of works under construction, rising; some fall again, with a reason."""
    keys = figures_sql._run(project, "SELECT r.id, min(effective_date) FROM roads r JOIN cuntu_entry e ON e.layer = 'roads' AND "
                                     "e.feature_id = r.id AND e.status = 'CONSTRUCTING' GROUP BY 1;").split()
    rows = []
    for key, start in (line.split('|') for line in keys):
        day, value = datetime.date.fromisoformat(start), 0
        for _ in range(chance.randrange(4)):
            day += datetime.timedelta(chance.randrange(1, 90))
            value = min(100, value + chance.randrange(1, 60))
            falls = chance.random() < 0.1
            value = value // 2 if falls else value
            if day <= datetime.date.today():
                rows.append({'编号': key, '日期': day.isoformat(), '形象进度': value, '备注': '核减' if falls else ''})
    write(folder / 'measured.csv', rows)
    cuntu('mark', project, 'roads', '--from', folder / 'measured.csv', '--by', 'office')


def compare(day, level, row, wanted):
    got = row['numerator'], row['denominator']
    if any(abs(a - b) > 1e-9 * max(1, abs(a), abs(b)) for a, b in zip(got, wanted)):
        sys.exit(f'{day} {level} {row["area"]} {row["indicator"]}: {got}, SQL says {wanted}')


def check_water(project, copy, days):
    compared = 0
    seen = set()
    for level in LEVELS:
        for day in days:
            expected = water_sql.figures(copy, day, level)
            samples = water_sql.samples(copy, day, level) if CASE == 'region' else {}
            projects = water_sql.projects(copy, day, level) if CASE == 'sample' else {}
            for row in asked('indicators', project, '--programme', 'water', '--as-of', day, '--by', level)['rows']:
                wanted = expected.get(row['area'], {}).get(row['indicator'])
                if row['indicator'] == 'quality_rate_sample' and CASE == 'region':
                    wanted = samples.get(row['area'], (0.0, 0.0))
                if row['indicator'].startswith('water_projects') and CASE == 'sample':
                    wanted = projects.get(row['area'], {}).get(row['indicator'], (0.0, 0.0))
                if wanted is not None:  # samples of the one case and projects of the other
                    compare(day, level, row, wanted)
                    compared += 1
                    seen.update([row['indicator']] if wanted[0] else [])
    if CASE == 'sample' and not seen >= {'water_projects_rate', 'water_projects_size_rate'}:
        sys.exit('of no water project was there anything to compare')
    if CASE == 'region' and not seen >= {'tap_rate', 'safe_rate', 'quality_rate_sample', 'quality_rate_pop', 'reliability', 'village_tap_rate'}:
        sys.exit(f'only of {sorted(seen)} was there anything to compare')
    return compared


def check_water_households(project, copy, days):
    """Of the county, household by household, as targets that count so have it."""
    compared = 0
    seen = set()
    for day in days:
        expected = water_sql.by_households(copy, day)
        for row in asked('milestones', project, '--programme', 'water', '--as-of', day)['rows']:
            compare(day, 'county', {**row, 'area': row['id']}, expected[row['indicator']])
            compared += 1
            seen.update([row['indicator']] if expected[row['indicator']][0] else [])
    if compared != len(days) * len(water_sql.OF_HOUSEHOLDS) or seen != set(water_sql.OF_HOUSEHOLDS):
        sys.exit(f'{compared} figures by households, and only of {sorted(seen)} was there anything to compare')
    return compared


def check_relocation(project, copy, days):
    compared = 0
    for level in LEVELS:
        for day in days:
            expected = relocation_sql.figures(copy, day, level)
            for row in asked('indicators', project, '--programme', 'relocation', '--as-of', day, '--by', level)['rows']:
                if row['indicator'] in expected:  # of buildings and withdrawn settlements: tests/plugins/relocation has those
                    compare(day, level, row, expected[row['indicator']].get(row['area'], (0.0, 0.0)))
                    compared += 1
    return compared


def check_photovoltaic(project, copy, days):
    compared = 0
    seen = set()
    for level in LEVELS:
        for day in days:
            expected = photovoltaic_sql.figures(copy, day, level)
            for row in asked('indicators', project, '--programme', 'photovoltaic', '--as-of', day, '--by', level)['rows']:
                wanted = expected.get((row['area'], row['indicator']), (0.0, 0.0))
                compare(day, level, row, wanted)
                compared += 1
                if wanted[0]:
                    seen.add(row['indicator'])
    if len(seen) != photovoltaic_sql.INDICATORS:
        sys.exit(f'only of {sorted(seen)} was there anything to compare')
    return compared


def check_milestones(project, copy, days):
    compared = 0
    targets = {row['id']: row for row in asked('targets', project)['rows']}
    for day in days:
        for row in asked('milestones', project, '--as-of', day)['rows']:
            target = targets[row['id']]
            given = target['parameters']
            date = datetime.date.fromisoformat(day)
            start, due = (datetime.date.fromisoformat(target[key]) for key in ('start', 'due'))
            seen = milestones_again.observation_days(start, date)
            by_day = figures_sql.figures(copy, [d.isoformat() for d in seen], 'county', min_hh=int(given.get('min_hh', 25)),
                                         livable_only=given.get('livable_only') == 'true', poor_only=given.get('poor_only') == 'true')
            points = [(d, *by_day[d.isoformat()][target['area']]['road_nv_rate']) for d in seen]
            state, required, observed = milestones_again.judge(points, start, due, target['target'], target['commitment'] == 'ensure', date)
            if row['state'] != state:
                sys.exit(f'{day} {row["id"]}: {row["state"]}, worked out again {state}: {row["reason"]}')
            for name, wanted in (('required_rate', required), ('observed_rate', observed)):
                if (row[name] is None) != (wanted is None) or wanted is not None and abs(row[name] - wanted) > 1e-9 * max(1, abs(wanted)):
                    sys.exit(f'{day} {row["id"]} {name}: {row[name]}, worked out again {wanted}')
            compared += 1
    return compared


if not SOURCE.exists():
    print(f'skipped: {SOURCE} is not here')
    sys.exit(SKIPPED)
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    made = sample(folder) if CASE == 'sample' else region(folder)
    copied = folder / 'copy.sqlite'
    figures_sql.prepare(made, copied)
    dates = [(datetime.date(2016, 3, 31) + datetime.timedelta(91 * i)).isoformat() for i in range(20)]
    print(check_figures(made, copied, dates), 'figures are those of SQL')
    if CASE == 'region':
        print(check_physical(made, copied, dates), 'of physical progress too')
        print(check_water(made, copied, dates), 'figures of water are those of SQL')
        print(check_water_households(made, copied, dates), 'figures of water by households too')
    if CASE == 'sample':
        print(check_levels(made, copied, dates), 'figures of inner and entry roads, groups, buses and rural access too')
        print(check_funds(made, copied, dates), "figures of the roads' money are those of SQL")
        print(check_water(made, copied, dates), 'figures of water are those of SQL')
        print(check_relocation(made, copied, dates), 'figures of relocation are those of SQL')
        print(check_photovoltaic(made, copied, dates), 'figures of photovoltaics are those of SQL')
        print(check_milestones(made, copied, dates), 'milestones are those worked out again')
