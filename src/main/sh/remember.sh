# Unpacks the jar, has Spring decide once what a service consists of, and the JVM keep what it gets to know of its classes;
# sourced by mw.
# shellcheck shell=bash
# The jar, unpacked, and what the JVM remembers of its classes, once as a service and once as a command.
unpacked=$top/target/app/monkeywrench.jar
as_service=$top/target/app/service.aot
as_command=$top/target/app/command.aot

unpack() {
    local app=$top/target/app library
    rm -rf "$app" "$app.new"
    "$JAVA25_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$app.new" || return 1
    for library in "$app.new"/lib/*.jar; do
        ! is_signed "$library" || without_signature "$library" || return 1
    done
    mv "$app.new" "$app"
}

# The JVM remembers no class of a signed jar, and checks each again at every start. Maven has checked the whole jar.
is_signed() { grep -qaE 'META-INF/[A-Za-z0-9_-]+\.(SF|RSA|DSA|EC)' "$1"; }

without_signature() (
    local folder
    folder=$(mktemp -d "$1.XXXXXX") && cd "${folder:?}" || return 1 # 'cd ""' stays where it is, and says that all is well
    "$JAVA25_HOME/bin/jar" xf "$1" && rm -f META-INF/*.SF META-INF/*.RSA META-INF/*.DSA META-INF/*.EC &&
        "$JAVA25_HOME/bin/jar" cfM "$1" . && rm -rf --one-file-system "${folder:?}"
)

# A service of a command's own always has the same parts. Spring writes down which, as classes that go into the jar; such a
# service then need not find it out at each start. One that 'serve' starts may be asked for others, and does. No setting of
# this moment, in the environment or the folder, may be part of what is written down.
wire() (
    local app=$top/target/app work=$top/target/wiring library libraries=$unpacked
    for library in "$app"/lib/*.jar; do libraries=$libraries:$library; done
    rm -rf "$work"
    mkdir -p "$work/classes" && cd "$work" || return 1
    env -i "PATH=$PATH" "HOME=$HOME" timeout 180 "$JAVA25_HOME/bin/java" -XX:TieredStopAtLevel=1 -cp "$libraries" \
        org.springframework.boot.SpringApplicationAotProcessor dev.monkeywrench.Monkeywrench \
        "$work/sources" "$work/resources" "$work/classes" dev.monkeywrench monkeywrench &&
        find sources -name '*.java' > files &&
        timeout 180 "$JAVA25_HOME/bin/javac" -nowarn -proc:none -parameters -cp "$libraries:$work/classes" -d classes @files &&
        cp "$unpacked" "$unpacked.new" && "$JAVA25_HOME/bin/jar" uf "$unpacked.new" -C classes . &&
        mv "$unpacked.new" "$unpacked" && touch "$app/wired"
)

is_unpacked() { [ -f "$unpacked" ] && [ ! "$jar" -nt "$unpacked" ]; }

# Once after a build, before the first command that needs a sandbox: what is remembered is what a prediction's way through
# command, service and sandbox takes. It holds for these files, this JVM and its garbage collector; with others the JVM
# leaves it aside.
remember() (
    local home=$top/target/training
    is_unpacked && [ ! -f "$as_command" ] && [ ! -f "$top/target/app/forgets" ] || return 0
    exec 9> "$top/target/.lock"
    ! have flock || flock -w 1200 9 || return 0
    [ ! -f "$as_command" ] || return 0
    say "letting the JVM get to know its classes (some 30 s, once)"
    wire > "$top/target/wire.log" 2>&1 < /dev/null || say "services start a second later until the next build: see $top/target/wire.log"
    rm -rf "$home"
    mkdir -p "$home"
    ln -s "$MONKEYWRENCH_HOME/rootfs" "$home/rootfs"
    first_prediction > "$home/predictions.jsonl"
    if ! MONKEYWRENCH_HOME=$home MONKEYWRENCH_SUITES=$top/suites MONKEYWRENCH_SERVER='' timeout 300 "$JAVA25_HOME/bin/java" \
        --enable-native-access=ALL-UNNAMED "${small[@]}" "${one_compiler[@]}" "-XX:ErrorFile=$top/target/remember-%p.log" \
        "-XX:AOTCacheOutput=$as_command.new" "-Dmonkeywrench.remember=$as_service.new" -jar "$unpacked" verify --suite starter \
        --predictions "$home/predictions.jsonl" --output "$home/output" > "$top/target/remember.log" 2>&1 < /dev/null ||
        ! keep "$as_service" || ! keep "$as_command"; then
        touch "$top/target/app/forgets"
        say "it starts slowly until the next build: see $top/target/remember.log"
    fi
    rm -rf "$home"
)

# A JVM that cannot write one leaves an empty file.
keep() { [ -s "$1.new" ] && mv "$1.new" "$1"; }

# The right patch of a small bundled task, as a line of predictions.
first_prediction() {
    local task=$top/suites/starter/tasks/starter__tidytable-14
    printf '{"instance_id": "%s", "model_name_or_path": "gold", "model_patch": "%s"}\n' "${task##*/}" \
        "$(sed 's/[\\"]/\\&/g; s/\t/\\t/g; s/$/\\n/' "$task/gold.patch" | tr -d '\n')"
}
