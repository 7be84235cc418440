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

# The Docker engine is spoken to over its socket where it has one here, in a tenth of the time that its command takes, and else
# by its command.
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
    curl -fsS --unix-socket "$socket" "$@" "http://docker$path" # of whatever version it speaks
}

has_docker_socket() { have curl && [ -S "$(docker_socket)" ]; }

docker_answers() {
    local socket
    if socket=$(docker_socket); then
        [ -S "$socket" ] && have curl && docker_api /_ping --max-time 5 > /dev/null 2>&1 && return 0
        [ -S "$socket" ] || return 1
    fi
    have docker && timeout 10 docker version --format '{{.Server.Version}}' > /dev/null 2>&1
}

docker_has_image() {
    if has_docker_socket; then
        docker_api "/images/$1/json" --max-time 20 > /dev/null 2>&1
        return
    fi
    timeout 20 docker image inspect "$1" > /dev/null 2>&1
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
    if has_docker_socket; then
        docker_api "/images/$1:$2/tag?repo=$1&tag=$3" -X POST --max-time 20 > /dev/null
        return
    fi
    docker tag "$1:$2" "$1:$3"
}
