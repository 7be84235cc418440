# Runs inside the sandbox: applies a candidate, applies the tests, runs them and reports.
# The report goes to standard output in frames which begin with a key that the tests are never given; everything the
# tests print goes to standard error. Arguments: the globs of the report files. bash reads this file wholly before it
# runs any of it, so that it cannot be changed under way.

git() {
  GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0='*' command git "$@"
}

frame() {
  printf '%s %s ' "$key" "$1"
  base64 -w0
  printf '\n'
}

# A short line as it is, for which no process is needed.
say() {
  printf '%s %s =%s\n' "$key" "$1" "$2"
}

# The order of the official harness, a pristine tree between two tries.
apply_candidate() {
  local diff=$1 tried='' way
  for way in 'git apply --verbose' 'git apply --verbose --3way' 'git apply --verbose --reject' \
    'patch --batch --forward --fuzz=5 -p1 -i'; do
    if [ -n "$tried" ]; then
      git checkout -q -- . >/dev/null 2>&1
      git clean -fdq >/dev/null 2>&1
    fi
    if tried=$($way "$diff" 2>&1 </dev/null); then
      say applied "$way"
      return 0
    fi
    tried=${tried:-$way failed}
  done
  if git apply --check --reverse "$diff" >/dev/null 2>&1; then
    say applied 'already applied'
    return 0
  fi
  printf '%s' "$tried" | head -c 4000 | frame refused
  return 1
}

# No pristine tree in between: the candidate is in the tree already, and each try is all or nothing.
apply_tests() {
  local diff=$1 said
  if said=$(git apply --verbose "$diff" 2>&1 </dev/null); then
    return 0
  fi
  if patch --dry-run --batch --forward --fuzz=5 -p1 -i "$diff" >/dev/null 2>&1 </dev/null; then
    patch --batch --forward --fuzz=5 -p1 -i "$diff" >/dev/null 2>&1 </dev/null
    return
  fi
  printf '%s' "$said" | head -c 4000 | frame tests-refused
  return 1
}

report_files() {
  local glob file
  shopt -s globstar nullglob dotglob
  local IFS=
  for glob in "$@"; do
    for file in $glob; do
      if [ -f "$file" ] && [ ! -L "$file" ]; then
        printf '%s\0' "$file"
      fi
    done
  done
}

collect() {
  local count=0 file
  while IFS= read -r -d '' file; do
    count=$((count + 1))
    if [ "$count" -gt 2000 ] || [ "$(wc -c <"$file")" -gt 8388608 ]; then
      say excess "$count"
      return
    fi
    frame document <"$file"
  done
}

# What the tests left running would write reports after they were judged. Only what began after this script did ends.
end_what_is_left() {
  local round began=$1 place state fields ended
  for round in {1..100}; do
    ended=''
    for place in /proc/[0-9]*; do
      state='' # wholly: a program may give itself a name of several lines
      IFS= read -r -d '' state 2>/dev/null <"$place/stat"
      [ -n "$state" ] || continue
      read -r -a fields <<<"${state##*) }"
      if [ "${place#/proc/}" != "$BASHPID" ] && [ "${fields[19]}" -gt "$began" ] && [ "${fields[0]}" != Z ]; then
        kill -KILL "${place#/proc/}" 2>/dev/null && ended=1
      fi
    done
    [ -n "$ended" ] || return 0
  done
  return 1
}

main() {
  local key=$1 witness_key=$2 witness_module=$3 place status began fields
  shift 3
  IFS= read -r status <"/proc/$$/stat"
  read -r -a fields <<<"${status##*) }"
  began=${fields[19]}
  cd /testbed || return 70
  if [ -f /mw/candidate.diff ] && ! apply_candidate /mw/candidate.diff; then
    return 0
  fi
  if [ -f /mw/tests.diff ] && ! apply_tests /mw/tests.diff; then
    return 0
  fi
  place=/tmp/mw.$BASHPID.$RANDOM$RANDOM$RANDOM # not there yet, or mkdir refuses it
  mkdir -m 700 "$place" "$place/junit" || return 71
  [ $# -eq 0 ] || report_files "$@" | xargs -0 -r rm -f --

  # Given to the tests as open files without a name: where the witness writes, and its key.
  : >"$place/witness"
  printf '%s' "$witness_key" >"$place/key"
  exec 7<"$place/witness" 8>>"$place/witness" 9<"$place/key"
  rm -f "$place/witness" "$place/key"

  say started ''
  (
    exec 7<&-
    export MW_JUNIT_XML="$place/junit/report.xml"
    if [ -n "$MW_ADD_JUNIT_XML" ]; then
      export PYTEST_ADDOPTS="--junitxml=$MW_JUNIT_XML${PYTEST_ADDOPTS:+ $PYTEST_ADDOPTS}"
    fi
    if [ -f "/mw/$witness_module.py" ]; then
      export PYTHONPATH="/mw${PYTHONPATH:+:$PYTHONPATH}"
      export PYTEST_PLUGINS="$witness_module${PYTEST_PLUGINS:+,$PYTEST_PLUGINS}"
    else
      exec 8>&- 9<&-
    fi
    if [ -f /mw/order ]; then
      export MW_TEST_ORDER=/mw/order
    fi
    case $witness_key in *:observe) export MW_COVERAGE="$place/coverage" ;; esac
    if [ -n "${MW_KEPT:-}" ]; then
      export PATH="/mw:$PATH"
    fi
    unset MW_ADD_JUNIT_XML MW_KEPT
    exec bash /mw/procedure.sh
  ) </dev/null >&2
  status=$?
  exec 8>&- 9<&-
  end_what_is_left "$began" 2>/dev/null || return 75

  say exit "$status"
  head -c 33554432 <&7 | frame witness
  exec 7<&-
  if [ -f "$place/coverage" ] && [ ! -L "$place/coverage" ]; then
    head -c 33554432 <"$place/coverage" | frame coverage
  fi
  if [ $# -gt 0 ] || compgen -G "$place/junit/*.xml" >/dev/null; then
    report_files "$place/junit/*.xml" "$@" | collect
  fi
  say end ''
}

if [ -n "${MW_KEYS:-}" ]; then
  keys=$MW_KEYS
  unset MW_KEYS
  # A new program image: the keys are in no environment that could be read under /proc. Where there is a shell that may
  # be run but not read, the kernel keeps its memory and its open files from every other program of the same user.
  shell=/opt/monkeywrench/bin/bash-shut
  [ -x "$shell" ] || shell=bash
  exec "$shell" "$0" "$@" 9<<<"$keys"
fi
read -r key witness_key witness_module <&9
exec 9<&-
main "$key" "$witness_key" "$witness_module" "$@"
exit
