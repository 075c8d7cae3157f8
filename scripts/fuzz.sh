#!/usr/bin/env bash
# Builds the fuzz target with clang and looks for inputs that break the program, for SECONDS (600). What it learns stays in
# build/fuzz-corpus; what breaks it goes to build/fuzz-artifacts, and the status is 1 where there is any. Arguments after the
# seconds go to libFuzzer. A fault that is fixed leaves its input, made small with -minimize_crash=1, in tests/fuzz_corpus/.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=scripts/lib.sh
. "$ROOT/scripts/lib.sh"
SECONDS_TO_RUN=${1:-600}
[[ $SECONDS_TO_RUN =~ ^[0-9]+$ ]] || fail "usage: scripts/fuzz.sh [SECONDS [LIBFUZZER_OPTION...]]"
[[ $# -eq 0 ]] || shift

install_packages build check
configure fuzz
build fuzz pipeline_fuzz

cd "$ROOT/build"
mkdir -p fuzz-corpus fuzz-artifacts
# A fault does not end the run: one that is known must not hide the others. 4096 bytes hold several short articles; ten
# seconds are a thousand times what so little takes. What libraries keep for the life of a process is no fault of an input.
ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0} fuzz/pipeline_fuzz fuzz-corpus "$ROOT/tests/fuzz_corpus" \
  -dict="$ROOT/fuzz/tokens.dict" -max_total_time="$SECONDS_TO_RUN" -max_len=4096 -timeout=10 -rss_limit_mb=2000 \
  -fork=1 -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 -artifact_prefix=fuzz-artifacts/ "$@"
found=$(find fuzz-artifacts -type f | wc -l)
say "$found inputs in build/fuzz-artifacts"
[[ $found -eq 0 ]]
