# Bash completion for tally: commands, options, and the words that options take.
# Install as /usr/share/bash-completion/completions/tally, or source it.

_tally_options() {
  local all="--db --rules --threads --color --quiet --help --version"
  local reading="--input-format --field --encoding --exclude --no-ignore --path --max-bytes"
  case $1 in
    extract) echo "$all $reading --all --format" ;;
    ingest) echo "$all $reading --since --keep-missing" ;;
    report) echo "$all $reading --format --output --fail-level --lang" ;;
    check) echo "$all $reading --against --format --fail-level --all --lang" ;;
    query) echo "$all --subject --predicate --object --text --unit --dimension --modality --doc --from --to --all --all-versions --limit --format" ;;
    history) echo "$all --format" ;;
    explain) echo "$all $reading --published --in --lang" ;;
    coverage) echo "$all $reading --format --list --min-coverage" ;;
    db) echo "$all --format --output --content" ;;
    rules) echo "$all $reading --coverage --strict --format" ;;
    *) echo "$all" ;;
  esac
}

_tally() {
  local cur prev command="" word i
  local commands="extract ingest report check query history explain coverage db rules version help"
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
    --db | --rules | --against | --in | --output | -o | --path | --doc)
      mapfile -t COMPREPLY < <(compgen -f -- "$cur")
      compopt -o filenames 2>/dev/null
      return
      ;;
    --color) mapfile -t COMPREPLY < <(compgen -W "auto always never" -- "$cur") && return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W "en zh-Hans zh-Hant" -- "$cur") && return ;;
    --fail-level) mapfile -t COMPREPLY < <(compgen -W "none low medium high" -- "$cur") && return ;;
    --list) mapfile -t COMPREPLY < <(compgen -W "none unread unclaimed all" -- "$cur") && return ;;
    --input-format) mapfile -t COMPREPLY < <(compgen -W "auto text jsonl json" -- "$cur") && return ;;
    --field) mapfile -t COMPREPLY < <(compgen -W "id= text= published= title= source= author= url=" -- "$cur") && return ;;
    --encoding)
      mapfile -t COMPREPLY < <(compgen -W "utf-8 utf-16le utf-16be gb18030 big5 shift_jis euc-jp euc-kr windows-1252" -- "$cur")
      return
      ;;
    --dimension) mapfile -t COMPREPLY < <(compgen -W "number money percent ratio count duration date rate" -- "$cur") && return ;;
    --modality) mapfile -t COMPREPLY < <(compgen -W "asserted planned forecast reported quoted_opinion negated" -- "$cur") && return ;;
    --format)
      case $command in
        report) mapfile -t COMPREPLY < <(compgen -W "html md json" -- "$cur") ;;
        check) mapfile -t COMPREPLY < <(compgen -W "text json github" -- "$cur") ;;
        coverage) mapfile -t COMPREPLY < <(compgen -W "table jsonl csv" -- "$cur") ;;
        db) mapfile -t COMPREPLY < <(compgen -W "jsonl csv table json" -- "$cur") ;;
        rules) mapfile -t COMPREPLY < <(compgen -W "table jsonl" -- "$cur") ;;
        *) mapfile -t COMPREPLY < <(compgen -W "table jsonl csv markdown" -- "$cur") ;;
      esac
      return
      ;;
    --threads | --max-bytes | --exclude | --since | --limit | --from | --to | --published | --subject | --predicate | --object | --text | --unit | --min-coverage) return ;;
  esac

  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(_tally_options "$command")" -- "$cur")
  elif [[ -z $command ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$cur")
  elif [[ $command == help ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$cur")
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
