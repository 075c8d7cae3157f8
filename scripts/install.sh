#!/usr/bin/env bash
# Builds tally and puts it in place, on a machine of a CI service: scripts/install.sh [PREFIX], /usr/local where none is
# named.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/lib.sh
. "$ROOT/scripts/lib.sh"

install_packages build
configure release -DTALLY_TESTS=OFF
build release
as_root cmake --install "$ROOT/build/release" --prefix "${1:-/usr/local}" >&2
