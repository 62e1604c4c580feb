#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the pictures of this folder anew, from the sample county in the real window, without a display.
#   docs/images/make.sh BUILD_FOLDER      built with the targets take_screenshots and plugin_roads
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for language in zh en; do
    QT_QPA_PLATFORM=offscreen CUNTU_SETTINGS_DIR=$work/$language USER=${USER:-cuntu} "$build/tests/take_screenshots" "$work/shots" \
        "$here/../../sample-data/county" "$build/lib/cuntu/plugins" "$language" light >/dev/null 2>&1
    cp "$work/shots/$language-light-2-opened.png" "$here/window-$language.png"
    cp "$work/shots/$language-light-2-overview.png" "$here/overview-$language.png"
    cp "$work/shots/$language-light-4-card.png" "$here/card-$language.png"
    cp "$work/shots/$language-light-6-proposal-dialog.png" "$here/import-$language.png"
    cp "$work/shots/$language-light-10-curve.png" "$here/curve-$language.png"
    cp "$work/shots/$language-light-11-board.png" "$here/board-$language.png"
    cp "$work/shots/$language-light-17-change.png" "$here/figure-$language.png"
    cp "$work/shots/$language-light-27-cases.png" "$here/cases-$language.png"
done
