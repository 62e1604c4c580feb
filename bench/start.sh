#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From the program's start to the first complete map of the county in the window, Cuntu and QGIS in turn, under Xvfb.
#   bench/start.sh PEERS [TURNS]      PEERS: folder with make_region.py and peers/
# Both draw villages, roads and all households; Cuntu also the settlements, with labels. The files are in the page
# cache, the first start of each turn is not counted.
set -euo pipefail
peers=$1
turns=${2:-5}
region=/tmp/region/county
cuntu=${CUNTU_BIN:-${TMPDIR:-/tmp}/cuntu/prefix/bin/cuntu}
work=$(mktemp -d)
export CUNTU_SETTINGS_DIR=$work XDG_RUNTIME_DIR=$work
chmod 700 "$work"
[ -f "$region/region.gpkg" ] || /usr/bin/python3 "$peers/make_region.py" --scale county --formats csv,gpkg --out "$region"

project=$work/county.cuntu
"$cuntu" new "$project" --crs EPSG:4526 >/dev/null
for role in villages settlements households roads; do
    "$cuntu" import "$project" "$region/$role.csv" --as "$role" >/dev/null
done
# Households are hidden until somebody asks for them: shown here, as QGIS draws them. A look is kept by the file's path.
printf '[looks]\n%s\\overlay=\n' "$(printf '%s' "$project" | sha1sum | cut -c1-16)" >"$work/cuntu.ini"

Xvfb :96 -screen 0 1920x1080x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb; rm -rf "$work"' EXIT
sleep 1

# Prints the seconds of one start.
start_cuntu() {
    local stamp=$work/stamp begin program
    rm -f "$stamp"
    begin=$(date +%s.%N)
    DISPLAY=:96 CUNTU_FIRST_MAP_STAMP=$stamp "$cuntu" "$project" >/dev/null 2>&1 &
    program=$!
    until [ -s "$stamp" ]; do
        kill -0 "$program" 2>/dev/null || { echo "cuntu ended before its first map" >&2; return 1; }
        sleep 0.01
    done
    echo "$(cat "$stamp") $begin" | awk '{printf "%.3f\n", $1 - $2}'
    kill "$program"
    wait "$program" 2>/dev/null || true
}

start_qgis() {
    /usr/bin/python3 "$peers/peers/start_qgis.py" --scale county --runs 1 --plugins "$1" |
        /usr/bin/python3 -c 'import json, sys; print("%.3f" % json.load(sys.stdin)["median"])'
}

median() { sort -n | awk '{v[NR] = $1} END {printf "%.3f (%.3f to %.3f)", v[int((NR + 1) / 2)], v[1], v[NR]}'; }

for _ in $(seq "$turns"); do
    start_cuntu >/dev/null
    start_cuntu >>"$work/cuntu.txt"
    start_qgis 0 >>"$work/bare.txt" || echo "qgis --noplugins showed no map; this turn is left out" >&2
    start_qgis 1 >>"$work/whole.txt" || echo "qgis showed no map; this turn is left out" >&2
done
echo "start to the first map, seconds, median of $turns turns (least to most):"
echo "  cuntu                 $(median <"$work/cuntu.txt")"
echo "  qgis --noplugins      $(median <"$work/bare.txt")"
echo "  qgis as installed     $(median <"$work/whole.txt")"
