# SPDX-License-Identifier: GPL-3.0-or-later
"""Water of a made county, made up from its settlements and households: works with lists and status, samples, outages, what households
say, and targets that count by households. The same for the same county."""
import csv
import datetime
import random

FIRST = datetime.date(2015, 6, 1)
MODES = ['URBAN_EXT', 'CENTRAL_LARGE', 'CENTRAL_SMALL', 'DISPERSED']
VERDICTS = ['PASS', 'PASS', 'BASIC', 'FAIL', 'UNTESTED']


def people(settlements):
    """Adds the persons to rows of settlements."""
    chance = random.Random(5)
    for row in settlements:
        row['pop_registered'] = int(row['household_count']) * 3 + chance.randrange(9)
        row['pop_resident'] = int(row['household_count']) * 3 + chance.randrange(-8, 9)


def tables(settlements, households):
    """By name: the role of a table and its rows."""
    chance = random.Random(6)
    persons = {}
    for row in settlements:
        village = row['village_code']
        persons[village] = persons.get(village, 0) + max(row['pop_registered'], row['pop_resident'])
    works = [_works(chance, number, sorted(persons), persons) for number in range(1, 161)]
    codes = [row['code'] for row in works]
    return {'works': ('water_sources', works),
            'works_progress': ('progress:water_sources', _progress(chance, codes)),
            'samples': ('water_samples', _samples(chance, codes, sorted(persons), settlements)),
            'outages': ('water_outages', _outages(chance, codes)),
            'households': ('households', _households(chance, households)),
            'targets': ('targets', _targets(settlements[0]['village_code'][:6]))}


def _day(chance, days):
    return FIRST + datetime.timedelta(chance.randrange(days))


def _works(chance, number, villages, persons):
    served = chance.sample(villages, chance.choice([1, 1, 1, 2, 3]))
    mode = chance.choice(MODES)
    count = round(sum(persons[code] for code in served) * chance.uniform(0.2, 1.1))
    return {'code': f'W{number:03}', 'name': f'W{number:03}', 'supply_mode': mode, 'delivery': chance.choice(['TAP_HOUSE', 'TAP_YARD', 'STANDPIPE']),
            'served': ';'.join(served), 'village_code': served[0], 'served_pop': max(1, count), 'design_m3d': round(count * 0.12 + 1),
            'actual_m3d': chance.choice([0, *[round(max(1, count) * chance.uniform(0.02, 0.1), 2)] * 9]),
            'quality': chance.choice(VERDICTS), 'outage_days': chance.randrange(60)}


def _progress(chance, codes):
    rows = []
    for code in codes:
        day = _day(chance, 1500)
        for status in ('PLANNED', 'CONSTRUCTING', 'ACCEPTED', 'IN_SERVICE', 'DEFECTIVE')[:chance.choice([1, 3, 4, 4, 4, 5])]:
            rows.append({'code': code, 'status': status, 'date': day})
            day += datetime.timedelta(chance.randrange(20, 250))
    return rows


def _samples(chance, codes, villages, settlements):
    """A fifth of them of a settlement, the others of a whole village; beside that of works or not."""
    rows = []
    for number in range(1, 901):
        settlement = chance.choice(settlements) if chance.random() < 0.2 else None
        rows.append({'code': f'P{number:04}', 'works_code': chance.choice(codes) if chance.random() < 0.6 else '',
                     'village_code': settlement['village_code'] if settlement else chance.choice(villages),
                     'settlement_code': settlement['code'] if settlement else '',
                     'taken_on': _day(chance, 2300), 'result': chance.choice(VERDICTS)})
    return rows


def _outages(chance, codes):
    rows = []
    for number, code in enumerate(codes):
        day = _day(chance, 200)
        for spell in range(chance.randrange(12)):  # one after the other
            end = day + datetime.timedelta(chance.randrange(1, 40))
            rows.append({'code': f'O{number:03}-{spell}', 'works_code': code, 'began_on': day, 'ended_on': end})
            day = end + datetime.timedelta(chance.randrange(1, 200))
    return rows


def _households(chance, file):
    rows = []
    for number, row in enumerate(csv.DictReader(open(file, encoding='utf-8'))):
        if number % 12:
            continue
        made = {'hh_id': row['id'], 'settlement_code': row['settlement_code'], 'members': row['members'], 'supply_mode': '', 'delivery': '',
                'quality': '', 'tested_on': '', 'lpcd': '', 'outage_days': ''}
        if chance.random() < 0.4:
            made.update(supply_mode=chance.choice(MODES), delivery=chance.choice(['TAP_HOUSE', 'TAP_YARD', 'STANDPIPE']),
                        lpcd=chance.choice([0, 20, 45, 80]), outage_days=chance.randrange(60), quality=chance.choice(VERDICTS), tested_on=_day(chance, 2300))
        rows.append(made)
    return rows


def _targets(county):
    return [{'编号': f'H{number}', '项目': 'water', '指标': indicator, '区域代码': county, 'per': 'households', '目标值': 90, '单位': '%',
             '开始日期': '2016-01-01', '期限': '2020年底', '力度': '确保', '牵头单位': '县水利局', '责任人': '周', '原文': indicator}
            for number, indicator in enumerate(('tap_rate', 'safe_rate', 'three_checks_rate'))]
