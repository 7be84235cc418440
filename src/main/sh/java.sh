# Finds a JDK, builds the jar when its sources are newer, and runs it; sourced by mw.
# shellcheck shell=bash
JAVA_NEEDED=25
jar=$top/target/monkeywrench.jar
# Memory goes to the sandboxes: a heap that follows what is in use, which is tens of megabytes. Who lets larger
# requests in sets MONKEYWRENCH_HEAP, as in 2g.
small=(-XX:+UseSerialGC -Xms32m "-Xmx${MONKEYWRENCH_HEAP:-320m}" -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -Xss512k)
one_compiler=(-XX:TieredStopAtLevel=1)
# Most methods of a short command are called too seldom to be worth compiling.
brief=("${one_compiler[@]}" -XX:CompileThresholdScaling=4)

jdk_candidates() {
    printf '%s\n' "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home
    if have java; then
        dirname "$(dirname "$(readlink -f "$(command -v java)")")"
    fi
}

jdk_version() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2> /dev/null; }

find_jdk() {
    local candidate version found=''
    while read -r candidate; do
        [ -x "$candidate/bin/javac" ] || continue
        version=$(jdk_version "$candidate")
        if [ "${version:-0}" -ge "$JAVA_NEEDED" ]; then
            printf '%s\n' "$candidate"
            return
        fi
        found="$found $candidate (${version:-unknown version})"
    done < <(jdk_candidates)
    die "a JDK $JAVA_NEEDED or newer is needed; found:${found:- none}. Install one (Debian: Temurin from \
https://adoptium.net/installation/linux, package temurin-25-jdk) or point JAVA_HOME at it"
}

# Maven runs on whatever JDK it finds and picks this one for compiling and testing (its toolchains plugin looks here too).
use_jdk() {
    JAVA25_HOME=$(find_jdk)
    export JAVA25_HOME
}

maven() {
    have mvn || install_packages maven || die "Maven is needed: install it (Debian: 'apt-get install maven')"
    mvn -B --no-transfer-progress -f "$top/pom.xml" "$@" < /dev/null
}

jar_is_stale() {
    [ ! -f "$jar" ] || [ -n "$(find "$top/pom.xml" "$top/src/main" -newer "$jar" -print -quit)" ]
}

# Two commands started together build once: the second waits and finds the jar fresh. Tests leave one that is not unpacked.
build_jar() (
    jar_is_stale || ! is_unpacked || return 0
    mkdir -p "$top/target"
    exec 9> "$top/target/.lock"
    ! have flock || flock -w 1200 9 || die "another mw has been building for 20 minutes: see $top/target"
    if jar_is_stale; then
        say "building (the first time fetches libraries and takes some minutes)"
        maven -q -Dmaven.test.skip=true package >&2 || die "the build failed; its messages are above"
        touch "$jar" # Maven leaves it as it is where only files changed that are not in it
    fi
    is_unpacked || unpack > "$top/target/unpack.log" 2>&1 || say "it will start slowly: see $top/target/unpack.log"
)

run_java() {
    local program=$jar known=$as_command
    use_jdk
    build_jar
    # A service that waits for models and tests is not worth the memory of the second compiler, and a short command not its
    # time. A service without memory ends: threads die at random places of it, and what is durable goes on after the
    # next start.
    case $1 in
        serve)
            small+=("${one_compiler[@]}" -XX:+ExitOnOutOfMemoryError)
            known=$as_service
            ;;
        bench | demo | evaluate | plan | price | report) ;;
        *) small+=("${brief[@]}") ;;
    esac
    case $1 in bench | demo | evaluate | serve | suite | verify) [ -z "${MONKEYWRENCH_SANDBOX_ENGINE:-}" ] || remember ;; esac
    if is_unpacked; then
        program=$unpacked
        # What it says of a memory that does not fit would be read as results.
        [ ! -f "$known" ] || small+=("-XX:AOTCache=$known" -Xlog:disable -Xlog:all=error:stderr)
    fi
    MONKEYWRENCH_SUITES=${MONKEYWRENCH_SUITES:-$top/suites} \
        exec "$JAVA25_HOME/bin/java" --enable-native-access=ALL-UNNAMED "${small[@]}" -jar "$program" "$@"
}
