#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Time from the program's start to the first complete map of the county in the window, under Xvfb. Run the peers' start_qgis.py beside it.
#   bench/start.sh PROJECT [RUNS]
set -euo pipefail
project=$1
runs=${2:-5}
cuntu=${CUNTU_BIN:-${TMPDIR:-/tmp}/cuntu/prefix/bin/cuntu}
Xvfb :96 -screen 0 1920x1080x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb' EXIT
sleep 1
for i in $(seq 0 "$runs"); do
    stamp=$(mktemp)
    begin=$(date +%s.%N)
    # The program writes the time of its first complete map into the file named here, and goes on.
    DISPLAY=:96 CUNTU_FIRST_MAP_STAMP=$stamp "$cuntu" "$project" >/dev/null 2>&1 &
    program=$!
    until [ -s "$stamp" ]; do sleep 0.01; done
    end=$(cat "$stamp")
    kill "$program"
    wait "$program" 2>/dev/null || true
    [ "$i" = 0 ] || echo "start: $(awk "BEGIN {printf \"%.3f\", $end - $begin}") s to the first complete map"
    rm -f "$stamp"
done
