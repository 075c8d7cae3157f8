#!/usr/bin/env bash
# From a fresh clone to a discrepancy report: installs what is missing, builds the program, and lets it read the sample
# articles in seeds/. Leaves reports/discrepancies.html, .md and .json.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/lib.sh
. "$ROOT/scripts/lib.sh"

install_packages build
configure release -DTALLY_TESTS=OFF
build release tally

cd "$ROOT"
build/release/tally report seeds/
