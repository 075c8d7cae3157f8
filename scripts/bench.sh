#!/usr/bin/env bash
# Installs what is missing, builds the benchmarks, and prints what SPEED.md keeps. Arguments go to the benchmark:
# scripts/bench.sh --benchmark_filter=Quantities. TALLY_BENCH_TEXT names the files to read, else seeds/ is read.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/lib.sh
. "$ROOT/scripts/lib.sh"

install_packages build bench
configure release -DTALLY_BENCH=ON
build release quantities_bench documents_bench
cd "$ROOT"
for bench in documents quantities; do
  echo "== $bench"
  "build/release/${bench}_bench" "$@"
done
