#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A province's settlements with a long ledger, made the same every time.

    ledger_project.py PEERS CUNTU OUT [ENTRIES]     PEERS: folder with make_region.py; CUNTU: the program; OUT: the project

Areas and settlements come in through the program; the ledger (10,000,000 entries unless said otherwise, five years of
them, in the order of recording, 2 % corrections, 1 % retractions) is written into its table directly.
Needs python3-numpy and python3-scipy.
"""
import os
import sqlite3
import subprocess
import sys

import numpy as np

STATUSES = np.array(["IDENTIFIED", "PLANNED", "APPROVED", "CONTRACTED", "CONSTRUCTING", "COMPLETED", "ACCEPTED",
                     "IN_SERVICE", "DEFECTIVE", "REWORK"])
RUNGS = np.array(["reported", "checked", "certified"])
FIRST, DAYS = np.datetime64("2016-01-01"), 5 * 365
BLOCK = 500_000


def region_tables(peers, folder):
    """Writes the areas and settlements of a province; its ten million households are not needed."""
    sys.path.insert(0, peers)
    import make_region
    wanted = {"villages", "townships", "settlements"}
    for name, _, header, rows in make_region.Region("province", 1).layers():
        if name in wanted:
            with open(f"{folder}/{name}.csv", "w", encoding="utf-8") as file:
                file.write(header + "\n")
                file.writelines(row + "\n" for row in rows)
            wanted.remove(name)
        if not wanted:
            return


def entries(rng, first, count, features):
    """Rows of entries number `first` and on. The status moves on with the settlement's own pace, with setbacks."""
    number = np.arange(first, first + count)
    feature = rng.integers(1, features + 1, count)
    effective = number * DAYS // TOTAL
    pace = 1 + feature * 7919 % 5
    step = np.clip(effective * pace // (DAYS // 2) + rng.integers(-1, 2, count), 0, len(STATUSES) - 1)
    recorded = effective + rng.integers(0, 3, count)
    status = STATUSES[step]
    rung = RUNGS[rng.choice(3, count, p=[.7, .2, .1])]
    fate = rng.random(count)
    for i in range(count):
        old = 0
        if fate[i] < .03 and number[i] > 1000:  # a correction; below one percent a retraction
            old = int(number[i]) - int(rng.integers(1, 1000))
        day = str(FIRST + effective[i])
        yield [int(number[i]), int(feature[i]), status[i], day, f"{FIRST + recorded[i]}T08:{i // 1000 % 60:02}:{i % 60:02}.{i % 1000:03}Z",
               str(rung[i]), "县交〔2018〕%d号" % (i % 97) if i % 3 == 0 else "", old, fate[i] < .01]


def write_ledger(path, total):
    rng = np.random.default_rng(3)
    database = sqlite3.connect(path)
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    features = database.execute("SELECT max(id) FROM settlements").fetchone()[0]
    action = database.execute("INSERT INTO cuntu_action (recorded_at, who, kind, name) VALUES "
                              "('2016-01-01T00:00:00.000Z', 'bench', 'mark', 'bench')").lastrowid
    indexes = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'cuntu_entry' "
                               "AND sql IS NOT NULL").fetchall()
    for name, _ in indexes:
        database.execute(f"DROP INDEX {name}")
    about = {}  # what a correction needs to know of the entries before it
    for first in range(1, total + 1, BLOCK):
        rows = []
        for number, feature, status, day, recorded, rung, document, old, retracted in entries(
                rng, first, min(BLOCK, total + 1 - first), features):
            if old in about:
                feature, day = about[old]
                status = "" if retracted else status
            about[number] = (feature, day)
            about.pop(number - 2000, None)
            rows.append((number, action, feature, status, day, recorded, document, rung, old if old in about else None))
        database.executemany(
            "INSERT INTO cuntu_entry (id, uuid, action_id, programme, layer, feature_id, status, effective_date, "
            "recorded_at, who, document, rung, supersedes) "
            "VALUES (?, randomblob(16), ?, 'roads', 'settlements', ?, ?, ?, ?, '张工', ?, ?, ?)", rows)
        print(f"{first + len(rows) - 1:>12,} entries", flush=True)
    for _, sql in indexes:
        database.execute(sql)
    database.commit()


if __name__ == "__main__":
    peers, cuntu, out = sys.argv[1:4]
    TOTAL = int(sys.argv[4]) if len(sys.argv) > 4 else 10_000_000
    folder = os.path.dirname(os.path.abspath(out))
    if not os.path.exists(f"{folder}/settlements.csv"):
        region_tables(peers, folder)
    subprocess.run([cuntu, "new", out, "--crs", "EPSG:4526"], check=True)
    for role in ("townships", "villages", "settlements"):
        subprocess.run([cuntu, "import", out, f"{folder}/{role}.csv", "--as", role], check=True)
    write_ledger(out, TOTAL)
