#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A project for measuring the network: a generated region's villages, settlements, roads and households with works.

    bench/network_project.py REGION CUNTU OUT.cuntu

REGION is a folder that make_region.py filled. A hardened road is built and accepted at some time from 2014 to 2021, one
in twenty is damaged later; the others are planned. One settlement in thirty has a status of its own access road. Figures
of a day rest on two to three entries a road."""
import csv
import os
import random
import sqlite3
import subprocess
import sys

region, cuntu, out = sys.argv[1:4]
csv.field_size_limit(10**9)
chance = random.Random(5)


def table(name, rename):
    """A copy of a region's table with Cuntu's names of fields."""
    path = f"{os.path.splitext(out)[0]}_{name}.csv"
    with open(f"{region}/{name}.csv", encoding="utf-8") as source, open(path, "w", encoding="utf-8", newline="") as file:
        reader, writer = csv.reader(source), csv.writer(file)
        writer.writerow(rename.get(field, field) for field in next(reader))
        writer.writerows(reader)
    return path


def day(year, number):
    return f"{year + number // 336}-{number // 28 % 12 + 1:02d}-{number % 28 + 1:02d}"


def works(hardened):
    """Statuses of one road with their days."""
    begin = chance.randrange(0, 7 * 336)
    if not hardened:
        return [("PLANNED", day(2014, begin))]
    made = [("CONSTRUCTING", day(2014, begin)), ("ACCEPTED", day(2014, begin + 120))]
    return made + ([("DEFECTIVE", day(2014, begin + 400))] if chance.random() < 0.05 else [])


subprocess.run([cuntu, "new", out, "--crs", "EPSG:4526"], check=True, stdout=subprocess.DEVNULL)
renamed = {"settlements": {"household_count": "hh_registered"},
           "roads": {"id": "route_code", "class": "admin_class", "hardened": "is_hardened", "width_m": "surface_width_m"},
           "villages": {}, "households": {"id": "hh_id"}}
for role in ("villages", "settlements", "roads", "households"):
    path = table(role, renamed[role])
    subprocess.run([cuntu, "import", out, path, "--as", role], check=True, stdout=subprocess.DEVNULL)
    os.remove(path)
database = sqlite3.connect(out)
action = database.execute("INSERT INTO cuntu_action (recorded_at, who, kind, name) VALUES "
                          "('2016-01-01T00:00:00.000Z', 'bench', 'mark', 'bench')").lastrowid
entries = [("roads", feature, status, on)
           for feature, hardened in database.execute("SELECT id, is_hardened FROM roads ORDER BY id").fetchall()
           for status, on in works(hardened)]
entries += [("settlements", feature, chance.choice(["ACCEPTED", "CONSTRUCTING"]), day(2014, chance.randrange(7 * 336)))
            for feature, in database.execute("SELECT id FROM settlements WHERE id % 30 = 0").fetchall()]
entries.sort(key=lambda entry: entry[3])
database.executemany(
    "INSERT INTO cuntu_entry (uuid, action_id, programme, layer, feature_id, status, effective_date, recorded_at, who) "
    f"VALUES (randomblob(16), {action}, 'roads', ?, ?, ?, ?, '2022-01-01T00:00:00.000Z', 'bench')", entries)
database.execute("UPDATE cuntu_meta SET value = value + 1 WHERE key = 'revision'")
database.commit()
print(f"{len(entries):,} entries")
