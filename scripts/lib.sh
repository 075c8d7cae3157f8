# shellcheck shell=bash
# Functions that the scripts share: find what is missing, install it, configure, build, test. Sourced, not run; the
# caller has set -euo pipefail, and ROOT is the top of the repository.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "error: $*"
  exit 1
}

# The packages of the named groups of packages.txt.
packages_of() {
  local groups=" $* " group="" line
  while IFS= read -r line; do
    case $line in
      '' | '#'*) ;;
      '['*']') group=${line:1:-1} ;;
      *) if [[ $groups == *" $group "* ]]; then printf '%s\n' "$line"; fi ;;
    esac
  done <"$ROOT/scripts/packages.txt"
}

is_installed() { [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]; }

# Debian, Ubuntu, or one of their children.
need_apt() {
  local name="this system" like=""
  if [[ -r /etc/os-release ]]; then
    # shellcheck disable=SC1091
    name=$(. /etc/os-release && printf '%s' "${PRETTY_NAME:-${NAME:-this system}}")
    # shellcheck disable=SC1091
    like=$(. /etc/os-release && printf '%s' "${ID:-} ${ID_LIKE:-}")
  fi
  if [[ " $like " != *" debian "* && " $like " != *" ubuntu "* ]] ||
    ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    fail "$name is not Debian or Ubuntu with apt-get, and no other system's packages are known here." \
      "Install what scripts/packages.txt names, then run: cmake --preset release && cmake --build --preset release"
  fi
}

as_root() {
  if [[ $EUID -eq 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "installing packages needs root: run as root, or install sudo. The command was: $*"
  fi
}

apt() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"; }

# Installs what is missing of the named groups; touches neither apt nor the network where nothing is.
install_packages() {
  need_apt
  local package missing=()
  for package in $(packages_of "$@"); do
    is_installed "$package" || missing+=("$package")
  done
  [[ ${#missing[@]} -gt 0 ]] || return 0
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  # A new machine has no package lists yet.
  apt-cache show "${missing[@]}" >/dev/null 2>&1 || apt update >&2 || true
  apt install -y --no-install-recommends "${missing[@]}" >&2 && return 0
  say "That failed; once more after apt-get update."
  apt update >&2 || say "apt-get update failed; trying with the lists that are here."
  apt install -y --no-install-recommends "${missing[@]}" >&2 ||
    fail "apt-get could not install: ${missing[*]}. Is the network there, and does the system's apt list know them?"
}

# configure PRESET [OPTION...]: quiet where all is well.
configure() {
  local log
  say "Configuring build/$1"
  log=$(cd "$ROOT" && cmake --preset "$@" 2>&1) || {
    say "$log"
    fail "cmake could not configure the preset $1; its message is above."
  }
}

# build PRESET [TARGET...]
build() {
  local preset=$1
  shift
  say "Building build/$preset"
  (cd "$ROOT" && cmake --build --preset "$preset" ${1+--target "$@"}) >&2 || fail "the build of the preset $preset failed."
}

# Runs all tests of a preset, then prints "N passed, N failed" alone on a line. The status is ctest's.
run_tests() {
  local results=$ROOT/build/$1/tests.xml status=0 passed failed
  rm -f "$results"
  (cd "$ROOT" && ctest --preset "$1" -j "$(nproc)" --output-junit "$results") || status=$?
  [[ -s $results ]] || fail "ctest ran no test."
  passed=$(grep -c '<testcase .*status="run"' "$results" || true)
  failed=$(grep -c '<testcase .*status="[^r]' "$results" || true)
  printf '\n%s passed, %s failed\n' "$passed" "$failed"
  return "$status"
}
