#!/usr/bin/env bash
# How long `tally check` of one changed article takes in a repository of many: scripts/check_speed.sh [ARTICLES [RUNS]].
# Makes the repository in a folder of its own, and prints the seconds of each run, without and with a warm cache. The
# program is build/release/tally, or what TALLY names.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TALLY=${TALLY:-$ROOT/build/release/tally}
COUNT=${1:-10000}
RUNS=${2:-3}
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
cd "$FOLDER"
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org

# Articles of about 2 kB on 1,000 companies, with nine figures each.
mkdir content
awk -v count="$COUNT" 'BEGIN {
  split("Northwind Halden Brightwater Corvus Dunmore Eastgate Fenwick Garrick Harlow Ivywood", first, " ")
  split("Robotics Energy Biotech Logistics Foods Software Mining Textiles Motors Optics", second, " ")
  split("Works Group Labs Partners Systems Holdings Trading Supply House Union", third, " ")
  split("January February March April May June July August September October November December", months, " ")
  for (k = 0; k < 8; ++k)
    filler = filler "The company said that it would go on with its work as planned and that its customers had asked for nothing else. "
  for (i = 0; i < count; ++i) {
    name = first[i % 10 + 1] " " second[int(i / 10) % 10 + 1] " " third[int(i / 100) % 10 + 1]
    year = 2015 + int(i / 1000) % 10
    month = i % 12 + 1
    day = i % 28 + 1
    file = sprintf("content/%05d.md", i)
    printf "---\ntitle: %s, note %d\ndate: %d-%02d-%02d\nsource: Example Daily\n---\n", name, i, year, month, day > file
    printf "%s raised $%d million in a funding round on %d %s %d.\n\n%s\n\n", name, 10 + i % 977, day, months[month], year, filler > file
    printf "%s had %d employees at the end of %d, and its revenue was $%d million in %d.\n\n%s\n\n", name, 1000 + i % 8999, year - 1, 30 + i % 2931, year - 1, filler > file
    printf "%s is valued at $%d million, a person close to it said.\n", name, 110 + i % 10747 > file
    close(file)
  }
}'
git init -q -b main .
git add .
git commit -qm "all articles"
printf '\nNorthwind Robotics Works raised $999 million in a Series B round.\n' >>content/00000.md
git commit -qam "one article"

measure() {
  local i
  for ((i = 0; i < RUNS; ++i)); do
    TIMEFORMAT="$1 %R s, %U s of the processor"
    time "$TALLY" check --since HEAD~1 -q "${@:2}" >/dev/null || [[ $? -eq 1 ]]
  done
}
measure "no cache:"
"$TALLY" check --since HEAD~1 -q --cache cache >/dev/null || [[ $? -eq 1 ]]
measure "warm cache:" --cache cache
