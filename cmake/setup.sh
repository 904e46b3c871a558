# What the scripts share: the Debian packages Proviso needs, installing those that are missing, and building.

build_packages=(
  g++                 # the compiler
  cmake ninja-build   # the build
  tao-pegtl-dev       # PEGTL: the grammar of the language, as types
  libgmp-dev          # GMP: exact numbers of any size
  libfmt-dev          # fmt: text from values
  libtomlplusplus-dev # toml++: plans and configuration, with the place of every value
  nlohmann-json3-dev  # the JSON report
  libcli11-dev        # CLI11: commands and options
  zlib1g-dev          # zlib: exports packed by gzip
  libzstd-dev         # zstd: exports packed by it
  unixodbc-dev        # unixODBC: usage counted in a warehouse, by proviso-odbc
  libsodium-dev       # libsodium: keyed hashes of user ids
  tzdata              # the days of time zones, read when Proviso runs
)

test_packages=(
  libgtest-dev        # GoogleTest
  librapidcheck-dev   # RapidCheck: what holds for every input, tried on random ones
  libpugixml-dev      # pugixml: another reader of XML, to agree with and to be measured against
  libyaml-cpp-dev     # yaml-cpp: what pipelines are described by
  coinor-cbc          # CBC: a solver of another kind, to agree with on what is cheapest
  git                 # what changed in a project, as pipelines ask it
  libvalijson-dev     # valijson: holds the JSON report against its schema
  libsqliteodbc sqlite3 # SQLite through ODBC: the small engine that statements are tried on
  postgresql odbc-postgresql # and the large one: a server of its own for each test
  clang libclang-rt-dev # what tests and fuzzers are built with
  lld                 # links them in a third of the time
  clang-format        # one layout of the code
  clang-tidy          # mistakes a compiler does not see
)

say() { echo "${0##*/}: $*" >&2; }

# The packages among the arguments that are not installed.
missing_packages() {
  local package
  for package in "$@"; do
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || echo "$package"
  done
}

# Installs what is missing of the packages named; ends with status 2 and the one command to run where it may not.
# Without dpkg the packages are the user's to provide, and CMake names the first that is not there.
install_packages() {
  command -v dpkg-query >/dev/null || return 0
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0

  local as_root=()
  if ((EUID != 0)); then
    if ! sudo -n true 2>/dev/null; then
      say "these packages are missing, and installing them needs root; run"
      echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
      exit 2
    fi
    as_root=(sudo -n)
  fi
  say "installing ${missing[*]}"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600)
  local log
  log=$(mktemp)
  if ! { "${apt[@]}" update && "${apt[@]}" install -y --no-install-recommends "${missing[@]}"; } &>"$log" </dev/null
  then
    cat "$log" >&2
    say "the packages could not be installed"
    rm -f "$log"
    exit 2
  fi
  rm -f "$log"
}

build_error='^(FAILED|CMake Error|ninja: error)' # where the log of a build begins to matter

# build ROOT PRESET [TARGET…]: configures and builds; shows how far it is on a terminal, and what went wrong.
build() {
  local root=$1 preset=$2
  shift 2
  local log=$root/build/$preset.log cache=$root/build/$preset/CMakeCache.txt
  mkdir -p "$root/build"
  if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
    rm -rf "$root/build/$preset" # the project was moved or copied
  fi
  (
    cd "$root" && cmake --preset "$preset" &&
      cmake --build "build/$preset" --target "${@:-all}" --parallel "$(nproc)"
  ) 2>&1 | show_progress "$log"
  local status=${PIPESTATUS[0]}
  if ((status != 0)); then
    grep -qE "$build_error" "$log" && sed -nE "/$build_error/,\$p" "$log" >&2 || cat "$log" >&2
    say "the build failed"
  fi
  return "$status"
}

show_progress() {
  local log=$1 line
  : >"$log"
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$log"
    if [[ -t 2 && $line =~ ^\[([0-9]+/[0-9]+)\] ]]; then
      printf '\r\e[K%s: building %s' "${0##*/}" "${BASH_REMATCH[1]}" >&2
    fi
  done
  [[ ! -t 2 ]] || printf '\r\e[K' >&2
}

# alone ROOT NAME COMMAND…: the command, while no other does what has this name.
alone() {
  local lock=$1/build/$2.lock status=0
  mkdir -p "$1/build"
  shift 2
  exec {held}>"$lock"
  flock "$held"
  "$@" || status=$?
  exec {held}>&-
  return "$status"
}
