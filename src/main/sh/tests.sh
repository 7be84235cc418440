# Runs every test, the Docker ones too, on an engine of its own where none runs. Sourced by mw.
# shellcheck shell=bash
engine_pid=''
engine_run=''

run_tests() {
    local without_docker=false
    if [ "${1:-}" = --without-docker ]; then
        without_docker=true
        shift
    fi
    use_jdk
    trap stop_engine EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    prepare_bubblewrap
    prepare_docker "$without_docker"
    verify_build "$@"
}

prepare_bubblewrap() {
    ensure_bubblewrap ||
        die "the bubblewrap tests cannot run: $(bubblewrap_remedy)"
    "$top/sandbox/build" --engine bubblewrap
}

prepare_docker() {
    local without_docker=$1
    if $without_docker; then
        say "WITHOUT DOCKER, as asked: every test tagged 'docker' is skipped"
        export DOCKER_HOST=unix:///nonexistent/docker.sock
        return
    fi
    docker_answers || start_engine ||
        die "the tests tagged 'docker' cannot run: no Docker engine answers at $(docker_address) and none could be \
started. Start Docker, or leave these tests out with './mw test --without-docker'"
    "$top/sandbox/build" --engine docker
}

# An engine of our own shares nothing with another one on this machine: data, runtime folder, socket, network. (In the
# same network one without a bridge removes the other's.)
start_engine() {
    local data=$MONKEYWRENCH_HOME/engine
    can_install || return 1
    have dockerd || install_packages docker.io || return 1
    mkdir -p "$data"
    exec 7> "$data/.lock"
    flock -w 1800 7 || { say "another ./mw test has held $data for half an hour"; return 1; }
    engine_run=$(mktemp -d /tmp/mw-engine-XXXXXX)
    say "starting a Docker engine for the tests (data in $data)"
    setsid unshare --net dockerd --data-root "$data/data" --exec-root "$engine_run/exec" --pidfile "$engine_run/pid" \
        --host "unix://$engine_run/docker.sock" --bridge=none --iptables=false --ip6tables=false \
        > "$engine_run/log" 2>&1 7>&- < /dev/null &
    engine_pid=$!
    export DOCKER_HOST=unix://$engine_run/docker.sock
    await_engine
}

await_engine() {
    local second
    for ((second = 0; second < 60; second++)); do
        docker_answers && return
        kill -0 "$engine_pid" 2> /dev/null || break
        sleep 1
    done
    say "the Docker engine did not start; the end of its log:"
    tail -n 15 "$engine_run/log" >&2
    return 1
}

stop_engine() {
    local status=$? second
    trap '' HUP INT TERM
    if [ -n "$engine_pid" ]; then
        kill -TERM "$engine_pid" 2> /dev/null || :
        for ((second = 0; second < 30; second++)); do
            kill -0 "$engine_pid" 2> /dev/null || break
            sleep 1
        done
        kill -KILL -- "-$engine_pid" 2> /dev/null || :
    fi
    [ -z "$engine_run" ] || rm -rf --one-file-system "$engine_run"
    exit "$status"
}

# The last line is Surefire's total, as a caller wants to read it.
verify_build() {
    local log=$top/target/mw-test.log status=0
    mkdir -p "$top/target"
    maven verify "$@" 2>&1 | tee "$log" || status=$?
    sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -E 'Tests run: .*, Skipped: [0-9]+$' | tail -n 1 | sed 's/^\[[A-Z]*\] *//' || :
    return "$status"
}
