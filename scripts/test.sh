#!/usr/bin/env bash
# Installs what is missing, builds the program and its tests, and runs all of them. The last line says how many passed.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/lib.sh
. "$ROOT/scripts/lib.sh"

install_packages build test
configure release -DTALLY_TESTS=ON
build release
run_tests release
