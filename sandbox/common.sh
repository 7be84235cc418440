# Functions shared by mw and the recipes' builder; sourced, never run.
# shellcheck shell=bash

say() { printf 'mw: %s\n' "$*" >&2; }

die() {
    say "$*"
    exit 1
}

have() { command -v "$1" > /dev/null 2>&1; }

home_directory() { printf '%s\n' "${MONKEYWRENCH_HOME:-$HOME/.cache/monkeywrench}"; }

can_install() { [ "$(id -u)" -eq 0 ] && have apt-get; }

# Installs Debian packages when that is possible; the caller says what to do when it is not.
install_packages() {
    can_install || return 1
    say "installing the Debian packages $*"
    local log
    log=$(mktemp)
    if ! { apt_get install "$@" || { apt_get update && apt_get install "$@"; }; } > "$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        return 1
    fi
    rm -f "$log"
}

apt_get() {
    local verb=$1
    shift
    if [ "$verb" = update ]; then
        timeout 300 apt-get -q -o Acquire::Retries=3 update < /dev/null
        return
    fi
    DEBIAN_FRONTEND=noninteractive timeout 900 apt-get -q -y -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 \
        --no-install-recommends "$verb" "$@" < /dev/null
}

# The Docker engine is spoken to by its command where that is installed, and else over its socket.
docker_socket() {
    case "${DOCKER_HOST:-unix:///var/run/docker.sock}" in
        unix://*) printf '%s\n' "${DOCKER_HOST:-unix:///var/run/docker.sock}" | sed 's|^unix://||' ;;
        *) return 1 ;;
    esac
}

docker_api() {
    local path=$1 socket
    shift
    socket=$(docker_socket) || return 1
    curl -fsS --unix-socket "$socket" "$@" "http://docker/v1.32$path"
}

docker_answers() {
    local socket
    if socket=$(docker_socket); then
        [ -S "$socket" ] && have curl && docker_api /_ping --max-time 5 > /dev/null 2>&1 && return 0
        [ -S "$socket" ] || return 1
    fi
    have docker && timeout 10 docker version --format '{{.Server.Version}}' > /dev/null 2>&1
}

docker_has_image() {
    if have docker; then
        timeout 20 docker image inspect "$1" > /dev/null 2>&1
        return
    fi
    docker_api "/images/$1/json" --max-time 20 > /dev/null 2>&1
}

# Reads a tar of a root file system from standard input.
docker_import() {
    local name=$1 version=$2
    if have docker; then
        docker import --change 'USER 1000:1000' --change 'WORKDIR /testbed' \
            --change 'ENV LANG=C.UTF-8' - "$name:$version" > /dev/null
        return
    fi
    docker_api "/images/create?fromSrc=-&repo=$name&tag=$version&changes=USER%201000:1000&changes=WORKDIR%20/testbed" \
        -X POST -H 'Content-Type: application/x-tar' -H 'Expect:' -T - > /dev/null
}

docker_tag() {
    if have docker; then
        docker tag "$1:$2" "$1:$3"
        return
    fi
    docker_api "/images/$1:$2/tag?repo=$1&tag=$3" -X POST > /dev/null
}
