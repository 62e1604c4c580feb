#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Import of a generated region's households, Cuntu and ogr2ogr in turn: seconds, of the processor too, and peak memory.
#   bench/import.sh PEERS [SCALE] [RUNS]      PEERS: folder with make_region.py and peers/
# After each run the index is checked with rtreecheck(). Needs gdal-bin, sqlite3 and time.
set -euo pipefail
peers=$1
scale=${2:-prefecture}
runs=${3:-3}
region=/tmp/region/$scale
cuntu=${CUNTU_BIN:-${TMPDIR:-/tmp}/cuntu/prefix/bin/cuntu}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -f "$region/households.csv" ] || /usr/bin/python3 "$peers/make_region.py" --scale "$scale" --formats csv --out "$region"
measured() { # NAME COMMAND...
    local name=$1
    shift
    /usr/bin/time -f "$name %e s (processor %U + %S s), %M KB" -o "$work/time" "$@" >/dev/null
    tail -n 1 "$work/time"
}
for _ in $(seq "$runs"); do
    rm -f "$work"/*.cuntu* "$work/ogr.sqlite"
    "$cuntu" new "$work/cuntu.cuntu" --crs EPSG:4526 >/dev/null
    measured "import $scale: cuntu (checked, transformed, indexed)" \
        "$cuntu" import "$work/cuntu.cuntu" "$region/households.csv" --as households
    echo "    rtreecheck: $(sqlite3 "$work/cuntu.cuntu" "SELECT rtreecheck('idx_households_geom')")"
    measured "import $scale: ogr2ogr" \
        ogr2ogr -f SQLite "$work/ogr.sqlite" "$region/households.csv" -nln households -a_srs EPSG:4490 \
        -oo KEEP_GEOM_COLUMNS=NO -dsco SPATIALITE=YES -dsco INIT_WITH_EPSG=NO -gt unlimited \
        --config OGR_SQLITE_SYNCHRONOUS OFF --config OGR_SQLITE_JOURNAL OFF --config OGR_SQLITE_CACHE 2000
done
