#!/usr/bin/env bash
# install_test.sh BUILD: installs the build into an empty folder, and looks at what is there.
set -euo pipefail
build=$1
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

DESTDIR=$root cmake --install "$build" --prefix /usr >/dev/null

diff -u - <(cd "$root/usr" && find . -type f | grep -v '^./share/tally/rules/' | LC_ALL=C sort) <<'LIST'
./bin/tally
./share/bash-completion/completions/tally
./share/doc/tally/README.md
./share/doc/tally/changelog.gz
./share/doc/tally/copyright
./share/doc/tally/docs/check.md
./share/doc/tally/docs/findings/corroboration.md
./share/doc/tally/docs/findings/currency_conflict.md
./share/doc/tally/docs/findings/currency_unstated.md
./share/doc/tally/docs/findings/date_conflict.md
./share/doc/tally/docs/findings/derived_conflict.md
./share/doc/tally/docs/findings/magnitude_conflict.md
./share/doc/tally/docs/findings/party_conflict.md
./share/doc/tally/docs/findings/revised.md
./share/doc/tally/docs/findings/status_conflict.md
./share/doc/tally/docs/findings/superseded.md
./share/doc/tally/docs/findings/suppression_expired.md
./share/doc/tally/docs/findings/suppression_malformed.md
./share/doc/tally/docs/findings/suppression_unused.md
./share/doc/tally/docs/findings/value_conflict.md
./share/man/man1/tally.1.gz
./share/tally/schemas/tally.toml.schema.json
LIST
diff -r "$source/rules" "$root/usr/share/tally/rules"

# The installed program stands alone: nothing of the source folder is needed.
cd "$root"
printf 'In 2023, Microsoft invested 10 billion dollars in OpenAI.\n' >article.md
usr/bin/tally extract article.md | grep -q '10 billion dollars'
gzip -dc usr/share/man/man1/tally.1.gz | grep -q '^\.TH TALLY 1'
bash -n usr/share/bash-completion/completions/tally
