# Bash completion for tally: commands, options, and the words that options take.
# Install as /usr/share/bash-completion/completions/tally, or source it.

_tally_options() {
  local all="--db --rules --threads --color --quiet --help --version"
  local reading="--input-format --field --encoding --exclude --no-ignore --path --max-bytes"
  case $1 in
    extract) echo "$all $reading --all --format" ;;
    ingest) echo "$all $reading --since --keep-missing" ;;
    report) echo "$all $reading --format --output --fail-level --all-decisions --lang" ;;
    check) echo "$all $reading --since --staged --against --config --no-config --baseline --cache --lang --no-baseline --format --fail-level --fail-exposed --all --all-decisions" ;;
    config) echo "$all $reading --since --staged --against --config --no-config --baseline --cache --lang --no-baseline --format --fail-level --fail-exposed --all --all-decisions" ;;
    baseline) echo "$all $reading --against --config --no-config --baseline --cache --lang --accept-new" ;;
    query) echo "$all --subject --predicate --object --speaker --text --value --min --max --unit --dimension --modality --doc --source --from --to --held-from --held-to --at --all --all-versions --sort --reverse --limit --sql --timeout --format" ;;
    history) echo "$all --at --since --until --format --chart" ;;
    repeats) echo "$all --exact --all-versions --format" ;;
    diff) echo "$all --from --to --format" ;;
    decide) echo "$all --reason --until --by --list --format" ;;
    provenance) echo "$all --format" ;;
    explain) echo "$all $reading --published --in --lang" ;;
    coverage) echo "$all $reading --format --list --min-coverage" ;;
    db) echo "$all --format --output --content" ;;
    rules) echo "$all $reading --coverage --strict --format" ;;
    *) echo "$all" ;;
  esac
}

_tally() {
  local cur prev command="" word i
  local commands="extract ingest report check baseline config query history repeats diff decide provenance explain coverage db rules version help"
  cur=${COMP_WORDS[COMP_CWORD]}
  prev=${COMP_WORDS[COMP_CWORD - 1]}
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
      --db | --rules | --threads | --color) ((i++)) ;;
      -*) ;;
      *) command=$word && break ;;
    esac
  done

  case $prev in
    --db | --rules | --against | --config | --baseline | --cache | --in | --output | -o | --path | --doc)
      mapfile -t COMPREPLY < <(compgen -f -- "$cur")
      compopt -o filenames 2>/dev/null
      return
      ;;
    --color) mapfile -t COMPREPLY < <(compgen -W "auto always never" -- "$cur") && return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W "en zh-Hans zh-Hant" -- "$cur") && return ;;
    --fail-level | --fail-exposed) mapfile -t COMPREPLY < <(compgen -W "none low medium high" -- "$cur") && return ;;
    --list) mapfile -t COMPREPLY < <(compgen -W "none unread unclaimed all" -- "$cur") && return ;;
    --input-format) mapfile -t COMPREPLY < <(compgen -W "auto text jsonl json" -- "$cur") && return ;;
    --field) mapfile -t COMPREPLY < <(compgen -W "id= text= published= title= source= author= url=" -- "$cur") && return ;;
    --encoding)
      mapfile -t COMPREPLY < <(compgen -W "utf-8 utf-16le utf-16be gb18030 big5 shift_jis euc-jp euc-kr windows-1252" -- "$cur")
      return
      ;;
    --dimension) mapfile -t COMPREPLY < <(compgen -W "number money percent ratio count duration date rate" -- "$cur") && return ;;
    --modality) mapfile -t COMPREPLY < <(compgen -W "asserted planned forecast reported quoted_opinion negated" -- "$cur") && return ;;
    --sort) mapfile -t COMPREPLY < <(compgen -W "published held value confidence doc" -- "$cur") && return ;;
    --format)
      case $command in
        report) mapfile -t COMPREPLY < <(compgen -W "html md json" -- "$cur") ;;
        check | config)
          # A list with commas between: the last of it.
          mapfile -t COMPREPLY < <(compgen -P "${cur%"${cur##*,}"}" \
            -W "text json sarif github gitlab junit rdjson markdown" -- "${cur##*,}")
          compopt -o nospace 2>/dev/null
          ;;
        coverage) mapfile -t COMPREPLY < <(compgen -W "table jsonl csv" -- "$cur") ;;
        history) mapfile -t COMPREPLY < <(compgen -W "table chart svg jsonl csv markdown" -- "$cur") ;;
        provenance) mapfile -t COMPREPLY < <(compgen -W "prov-json json-ld" -- "$cur") ;;
        db) mapfile -t COMPREPLY < <(compgen -W "jsonl csv table json" -- "$cur") ;;
        rules) mapfile -t COMPREPLY < <(compgen -W "table jsonl" -- "$cur") ;;
        *) mapfile -t COMPREPLY < <(compgen -W "table jsonl csv markdown" -- "$cur") ;;
      esac
      return
      ;;
    --since)
      # Of history a day, which nobody can know.
      [[ $command == history ]] || mapfile -t COMPREPLY < <(compgen -W "$(git for-each-ref --format='%(refname:short)' 2>/dev/null)" -- "$cur")
      return
      ;;
    --threads | --max-bytes | --exclude | --limit | --from | --to | --published | --subject | --predicate | --object | --text | --unit | --min-coverage | --speaker | --value | --min | --max | --source | --held-from | --held-to | --at | --until | --sql | --timeout | --reason | --by) return ;;
  esac

  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_tally_options "$command")" -- "$cur")
  elif [[ -z $command ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$cur")
  elif [[ $command == help ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$cur")
  elif [[ $command == baseline && $prev == baseline ]]; then
    mapfile -t COMPREPLY < <(compgen -W "create update prune" -- "$cur")
  elif [[ $command == config && $prev == config ]]; then
    mapfile -t COMPREPLY < <(compgen -W "show" -- "$cur")
  elif [[ $command == decide && $COMP_CWORD -gt 2 ]]; then
    mapfile -t COMPREPLY < <(compgen -W "accept reject wait" -- "$cur")
  elif [[ $command == db && $prev == db ]]; then
    mapfile -t COMPREPLY < <(compgen -W "check backup export import merge stats vacuum" -- "$cur")
  elif [[ $command == rules && $prev == rules ]]; then
    mapfile -t COMPREPLY < <(compgen -W "test lint show new diff" -- "$cur")
  elif [[ $command == rules && $prev == new ]]; then
    mapfile -t COMPREPLY < <(compgen -W "predicate" -- "$cur")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$cur")
    compopt -o filenames 2>/dev/null
  fi
}

complete -F _tally tally
