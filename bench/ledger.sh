#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Figures over a province's ledger: 120 counties, 1,920 townships, 15,720 villages, 180,000 settlements, 10 million entries.
#   bench/ledger.sh [ENTRIES]
# Prints how long one indicator takes for all areas of a level on a day, warm, and for 60 months; how long the project takes to be read,
# and the memory it needs. Needs python3, sqlite3 and time. The project is kept in /tmp/region for the next run.
set -euo pipefail
entries=${1:-10000000}
cuntu=${CUNTU_BIN:-${TMPDIR:-/tmp}/cuntu/prefix/bin/cuntu}
folder=/tmp/region/ledger-$entries
project=$folder/province.cuntu
if [ ! -f "$folder/ready" ]; then
    rm -rf "$folder"
    mkdir -p "$folder"
    python3 - "$folder" <<'PY'
import csv, random, sys
chance, folder = random.Random(1), sys.argv[1]
def table(name, head):
    writer = csv.writer(open(f'{folder}/{name}.csv', 'w', newline='', encoding='utf-8'))
    writer.writerow(head)
    return writer
townships, villages = table('townships', ['code', 'name']), table('villages', ['code', 'name'])
settlements = table('settlements', ['code', 'name', 'village_code', 'hh_registered', 'pop_registered', 'lon', 'lat'])
codes = []
for county in range(120):
    for place in range(131):
        township = f'36{county + 101:04d}{100 + place % 16:03d}'
        if place < 16:
            townships.writerow([township, f'镇{township}'])
        codes.append(f'{township}{200 + place // 16:03d}')
        villages.writerow([codes[-1], f'村{codes[-1]}'])
for n in range(180000):
    village = codes[n % len(codes)]
    households = chance.randrange(5, 120)
    settlements.writerow([f'{village}{n // len(codes):03d}', f'湾{n}', village, households, households * 4,
                          f'{113.6 + chance.random() * 1.5:.6f}', f'{24.5 + chance.random() * 5:.6f}'])
PY
    "$cuntu" new "$project" --crs EPSG:4526 >/dev/null
    for role in townships villages settlements; do
        "$cuntu" import "$project" "$folder/$role.csv" --as $role >/dev/null
    done
    sqlite3 "$project" "
        WITH RECURSIVE n(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k < $entries - 1)
        INSERT INTO cuntu_entry (uuid, action_id, programme, layer, feature_id, status, effective_date, recorded_at, who)
        SELECT randomblob(16), 1, 'roads', 'settlements', k % 180000 + 1,
            CASE k * 40503 % 7 WHEN 0 THEN 'PLANNED' WHEN 1 THEN 'CONSTRUCTING' WHEN 2 THEN 'COMPLETED' WHEN 3 THEN 'DEFECTIVE' ELSE 'ACCEPTED' END,
            date('2016-01-01', (k / 180000 * 1800 * 180000 / $entries + k * 7919 % 31) || ' days'), '2021-01-01T00:00:00.000Z', 'bench' FROM n;
        UPDATE cuntu_meta SET value = value + 1 WHERE key = 'revision'"
    touch "$folder/ready"
fi
seconds() { # the repetitions after the first, in milliseconds
    python3 -c 'import json, sys; s = sorted(json.load(sys.stdin)["seconds"][1:]); print(f"median {s[len(s) // 2] * 1000:.1f} ms, {s[0] * 1000:.1f}-{s[-1] * 1000:.1f}")'
}
for level in county township village; do
    printf 'one indicator, all areas by %s, warm: ' $level
    "$cuntu" indicators "$project" --programme roads --indicator road_nv_rate --as-of 2018-06-30 --by $level --repeat 11 --format json | seconds
done
printf '60 months, all areas by township, warm: '
"$cuntu" indicators "$project" --programme roads --indicator road_nv_rate --from 2016-01-31 --as-of 2020-12-31 --every month --by township --repeat 4 --format json | seconds
/usr/bin/time -f 'read and asked once: %e s, %M KB' "$cuntu" indicators "$project" --programme roads --indicator road_nv_rate --as-of 2018-06-30 --format json >/dev/null
