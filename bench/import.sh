#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Import of a generated region's households, Cuntu and ogr2ogr in turn.
#   bench/import.sh PEERS [SCALE] [RUNS]      PEERS: folder with make_region.py and peers/
set -euo pipefail
peers=$1
scale=${2:-prefecture}
runs=${3:-3}
region=/tmp/region/$scale
cuntu=${CUNTU_BIN:-${TMPDIR:-/tmp}/cuntu/prefix/bin/cuntu}
[ -f "$region/households.csv" ] || /usr/bin/python3 "$peers/make_region.py" --scale "$scale" --formats csv --out "$region"
seconds() { local t; t=$(date +%s.%N); "$@" >/dev/null; echo "$(date +%s.%N) $t" | awk '{printf "%.2f", $1 - $2}'; }
for _ in $(seq "$runs"); do
    rm -f "$region"/cuntu_import.cuntu* "$region/ogr_import.sqlite"
    "$cuntu" new "$region/cuntu_import.cuntu" --crs EPSG:4526 >/dev/null
    mine=$(seconds "$cuntu" import "$region/cuntu_import.cuntu" "$region/households.csv" --as households)
    theirs=$(seconds ogr2ogr -f SQLite "$region/ogr_import.sqlite" "$region/households.csv" -nln households -a_srs EPSG:4490 \
        -oo KEEP_GEOM_COLUMNS=NO -dsco SPATIALITE=YES -dsco INIT_WITH_EPSG=NO -gt unlimited \
        --config OGR_SQLITE_SYNCHRONOUS OFF --config OGR_SQLITE_JOURNAL OFF --config OGR_SQLITE_CACHE 2000)
    echo "import $scale: cuntu $mine s (checked, transformed, indexed), ogr2ogr $theirs s"
done
