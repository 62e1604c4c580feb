# SPDX-License-Identifier: GPL-3.0-or-later
# What ./run, ./test and .ci/run share. Sourced by bash from the project's root.
set -euo pipefail

root=$(pwd -P)
work=${TMPDIR:-/tmp}/cuntu
prefix=$work/prefix
builds=$root/build
jobs=$(nproc)
# Compiled files are shared between checkouts: paths count relative to the build folder.
# Precompiled headers are only kept with the two allowances; our sources use neither __DATE__ nor __TIME__.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros

say() { printf '== %s\n' "$*"; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else
        echo "Needs root to install packages: run as root or install sudo." >&2
        exit 1
    fi
}

# Installs what is missing of tools/packages.txt.
install_packages() {
    local wanted missing
    wanted=$(grep -v '^#' tools/packages.txt)
    # shellcheck disable=SC2086
    missing=$(comm -23 <(printf '%s\n' $wanted | sort) \
        <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' | sort -u))
    [ -z "$missing" ] && return
    say "installing packages:" $missing
    as_root apt-get update -qq
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

# build KIND [cmake option]...: configures and builds $builds/KIND.
build() {
    local kind=$1
    shift
    say "building ($kind) in $builds/$kind"
    cmake --preset "$kind" "$@" >"$work/configure-$kind.log" ||
        { cat "$work/configure-$kind.log"; exit 1; }
    cmake --build "$builds/$kind" -j "$jobs" -- --quiet
}

# Installs the release build; the program is then $prefix/bin/cuntu.
install_release() {
    rm -rf "$prefix"
    cmake --install "$builds/release" --prefix "$prefix" >"$work/install.log"
    say "installed: $prefix/bin/cuntu"
}

mkdir -p "$work"
