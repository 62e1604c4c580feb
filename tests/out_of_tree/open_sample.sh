#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Starts the program with its sample, without a display, and waits until the first whole map of it is drawn.
#   open_sample.sh PROGRAM
set -euo pipefail
work=$(mktemp -d)
finish() {
    kill "$program" 2>/dev/null || true
    wait "$program" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
QT_QPA_PLATFORM=offscreen CUNTU_SETTINGS_DIR=$work/settings HOME=$work XDG_DATA_HOME=$work/data \
    CUNTU_FIRST_MAP_STAMP=$work/stamp "$1" --sample >"$work/log" 2>&1 &
program=$!
for _ in $(seq 1200); do
    if [ -s "$work/stamp" ]; then
        exit 0
    fi
    if ! kill -0 "$program" 2>/dev/null; then
        break
    fi
    sleep 0.2
done
echo "no map of the sample was drawn:"
cat "$work/log"
exit 1
