#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of areas of three counties over the years: the program's comparison against sets of codes and names.

check_area_lists.py PROGRAM FOLDER
"""
import csv
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

PROGRAM, FOLDER = sys.argv[1:3]
YEARS = ['2019', '2021', '2023']
COUNTIES = ['yiyang', 'lichuan', 'jishui']
ENDINGS = ['社区居民委员会', '村民委员会', '居民委员会', '社区居委会', '村委会', '居委会', '社区', '村', '街道', '镇', '乡']

# Counted by hand in the lists: renamed, recoded, new, gone; townships and villages together.
BY_HAND = {('yiyang', '2021'): (0, 11, 0, 0),   # 南岩镇 became 南岩街道, and its ten villages have its new code
           ('yiyang', '2023'): (2, 15, 4, 0),   # fifteen villages became communities; four communities are new
           ('lichuan', '2021'): (0, 0, 0, 0),
           ('lichuan', '2023'): (0, 0, 0, 0),
           ('jishui', '2021'): (1, 0, 3, 1),    # 朱山村 is gone, three communities are new, 虚拟社区 has a longer name
           ('jishui', '2023'): (0, 0, 0, 0)}


def fail(message):
    print(message)
    sys.exit(1)


def cuntu(*arguments):
    done = subprocess.run([PROGRAM, *arguments, '--lang', 'en'], capture_output=True, text=True, timeout=300)
    if done.returncode:
        fail(f'status {done.returncode}: {" ".join(arguments)}\n{done.stderr}')
    return done.stdout


def path(county, level, year):
    return os.path.join(FOLDER, f'{county}_{level}{"" if year == "2023" else "_" + year}.csv')


def read(county, year):
    areas = {}
    for level in ('townships', 'villages'):
        with open(path(county, level, year), encoding='utf-8-sig') as file:
            areas.update({row['code']: row['name'] for row in csv.DictReader(file)})
    return areas


def bare(name):
    for ending in ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name[:-len(ending)]
    return name


def expected(old, new):
    """Sets of changes: (kind, old code, new code), from codes and names alone."""
    gone = {code for code in old if code not in new}
    came = {code for code in new if code not in old}
    changes = {('renamed', code, code) for code in old if code in new and old[code] != new[code]}
    moved = {}  # townships with another code
    for level in (9, 12):
        for key in (lambda name: name, bare):
            before = {}
            after = {}
            for code in sorted(gone):
                if len(code) == level:
                    home = moved.get(code[:-3], code[:-3]) if level == 12 else code[:6]
                    before.setdefault((home, key(old[code])), []).append(code)
            for code in sorted(came):
                if len(code) == level:
                    after.setdefault((code[:-3] if level == 12 else code[:6], key(new[code])), []).append(code)
            for name, codes in before.items():
                if len(codes) == 1 and len(after.get(name, [])) == 1:
                    changes.add(('recoded', codes[0], after[name][0]))
                    gone.discard(codes[0])
                    came.discard(after[name][0])
                    if level == 9:
                        moved[codes[0]] = after[name][0]
    return changes | {('gone', code, '') for code in gone} | {('new', '', code) for code in came}


def compare(project, county, year, *more, on=None):
    return json.loads(cuntu('areas', project, 'compare', path(county, 'townships', year), path(county, 'villages', year),
                            '--on', on or f'{year}-06-30', '--format', 'json', *more))


def check_step(project, county, year, old, new):
    said = compare(project, county, year)
    found = {(row['change'], row['from'], row['to']) for row in said['changes']}
    wanted = expected(old, new)
    if found != wanted or len(found) != len(said['changes']):
        fail(f'{county} {year}: not found {sorted(wanted - found)}, found instead {sorted(found - wanted)}')
    counts = tuple(sum(change[0] == kind for change in found) for kind in ('renamed', 'recoded', 'new', 'gone'))
    if counts != BY_HAND[county, year] or sum(counts) != len(found):
        fail(f'{county} {year}: {counts}, by hand {BY_HAND[county, year]}')
    if any(change[0] == 'gone' for change in found) != bool(said['notes']):
        fail(f'{county} {year}: what cannot be told is not said: {said["notes"]}')
    for row in said['changes']:
        if row['from_name'] != old.get(row['from'], '') or row['to_name'] != new.get(row['to'], '') or not row['reason']:
            fail(f'{county} {year}: wrong names or no reason: {row}')
    return found


def dump(project):
    with sqlite3.connect(f'file:{project}?mode=ro', uri=True) as base:
        return sorted(base.execute('SELECT code, name, coalesce(valid_from, ""), coalesce(valid_until, "") FROM cuntu_area '
                                   'WHERE length(code) > 6'))


def check_stored(project, year, old, new, changes):
    """The tree holds both lists, each for its own time."""
    before = {(code, name) for code, name, since, until in dump(project) if since < f'{year}-06-30'
              and (not until or until >= f'{int(year) - 2}-06-30')}
    after = {(code, name) for code, name, since, until in dump(project) if since <= f'{year}-06-30' and not until}
    if after != set(new.items()):
        fail(f'{year}: the newer list is not what holds: {sorted(after ^ set(new.items()))}')
    if not set(old.items()) <= before:
        fail(f'{year}: the older list is lost: {sorted(set(old.items()) - before)}')
    with sqlite3.connect(f'file:{project}?mode=ro', uri=True) as base:
        events = set(base.execute('SELECT kind, from_code, to_code FROM cuntu_area_event WHERE event_date = ?',
                                  [f'{year}-06-30']))
    wanted = {change for change in changes if change[0] not in ('new', 'gone')}
    if events != wanted:
        fail(f'{year}: events {sorted(events ^ wanted)}')


def check_county(county, folder):
    project = os.path.join(folder, f'{county}.cuntu')
    cuntu('new', project)
    for level in ('townships', 'villages'):
        cuntu('import', project, path(county, level, YEARS[0]), '--as', level)
    for earlier, year in zip(YEARS, YEARS[1:]):
        old, new = read(county, earlier), read(county, year)
        with open(project, 'rb') as file:
            untouched = file.read()
        found = check_step(project, county, year, old, new)
        with open(project, 'rb') as file:
            if file.read() != untouched:
                fail(f'{county} {year}: a proposal has changed the project')
        said = compare(project, county, year, '--apply', '--by', '李工')
        if said['applied'] != bool(found):
            fail(f'{county} {year}: applied {said["applied"]}')
        check_stored(project, year, old, new, found)
        if compare(project, county, year, on=f'{int(year) + 1}-01-01')['changes']:
            fail(f'{county} {year}: the list that was taken over still differs')
    print(f'{county}: {", ".join(str(BY_HAND[county, year]) for year in YEARS[1:])} as by hand and by sets')


if not os.path.exists(path('yiyang', 'villages', '2019')):
    print(f'no lists of areas in {FOLDER}')
    sys.exit(77)
with tempfile.TemporaryDirectory(prefix='cuntu 名单 ') as scratch:
    for each in COUNTIES:
        check_county(each, scratch)
