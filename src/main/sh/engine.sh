# Chooses where untrusted code runs. There is no third way: without a sandbox nothing starts. Sourced by mw.
# shellcheck shell=bash

bubblewrap_works() { have bwrap && bwrap --unshare-all --die-with-parent --ro-bind / / true > /dev/null 2>&1; }

ensure_bubblewrap() {
    have bwrap || install_packages bubblewrap || return 1
    bubblewrap_works
}

bubblewrap_remedy() {
    if ! have bwrap; then
        echo "install bubblewrap (Debian: 'apt-get install bubblewrap')"
        return
    fi
    echo "bubblewrap is installed but may not make namespaces: as root run 'sysctl -w kernel.unprivileged_userns_clone=1'"
}

use_engine() {
    MONKEYWRENCH_SANDBOX_ENGINE=$1
    export MONKEYWRENCH_SANDBOX_ENGINE
    say "sandbox: $1, because $2"
}

docker_address() { echo "${DOCKER_HOST:-/var/run/docker.sock}"; }

choose_engine() {
    case "${MONKEYWRENCH_SANDBOX:-}" in
        docker)
            docker_answers || die "MONKEYWRENCH_SANDBOX=docker, but no engine answers at $(docker_address): start it or point DOCKER_HOST at one"
            use_engine docker "MONKEYWRENCH_SANDBOX says so"
            ;;
        bubblewrap)
            ensure_bubblewrap || die "MONKEYWRENCH_SANDBOX=bubblewrap, but it does not run here: $(bubblewrap_remedy)"
            use_engine bubblewrap "MONKEYWRENCH_SANDBOX says so"
            ;;
        '')
            if docker_answers; then
                use_engine docker "a Docker engine answers at $(docker_address)"
            elif ensure_bubblewrap; then
                use_engine bubblewrap "no Docker engine answers at $(docker_address)"
            else
                die "no sandbox: no Docker engine answers at $(docker_address) and bubblewrap does not run. \
Start Docker, or $(bubblewrap_remedy)"
            fi
            ;;
        *)
            say "MONKEYWRENCH_SANDBOX is docker or bubblewrap, not '$MONKEYWRENCH_SANDBOX'"
            exit 2
            ;;
    esac
}
