package dev.monkeywrench.sandbox.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How commands run in a cell.
 *
 * @param before words put before every command, which give up the shell's own privileges; empty where it has none
 * @param environment of every command, over what the engine gives it
 * @param gauge shell text that sets {@code cpu} (microseconds) and {@code kills} (memory kills)
 */
public record Inside(List<String> before, Map<String, String> environment, String gauge) {

    /**
     * Evaluates what it is sent: a line with the length of the text, then the text; or, for which no process is needed, a
     * line with a colon, then the text. Ends with its input.
     */
    public static final String LISTEN = "while IFS= read -r line; do case $line in"
            + " :*) eval \"${line#:}\";; *) eval \"$(head -c \"$line\")\";; esac; done";

    /** Gives up everything root has; what runs after it is user 1000 and stays so. */
    public static final List<String> AS_USER_1000 = List.of(
            "setpriv",
            "--reuid=1000",
            "--regid=1000",
            "--clear-groups",
            "--inh-caps=-all",
            "--bounding-set=-all",
            "--no-new-privs",
            "--");

    /** Reads the control group the kernel shows inside, by builtins alone: it works when no process can be forked. */
    public static final String GAUGE_CGROUP = """
            cpu=0; kills=0
            if read -r n 2>/dev/null </sys/fs/cgroup/cpuacct/cpuacct.usage; then cpu=$((n / 1000))
            elif [ -r /sys/fs/cgroup/cpu.stat ]; then
              while read -r k n; do [ "$k" = usage_usec ] && cpu=$n; done </sys/fs/cgroup/cpu.stat
            fi
            if [ -r /sys/fs/cgroup/memory/memory.oom_control ]; then
              while read -r k n; do [ "$k" = oom_kill ] && kills=$n; done </sys/fs/cgroup/memory/memory.oom_control
            elif [ -r /sys/fs/cgroup/memory.events ]; then
              while read -r k n; do [ "$k" = oom_kill ] && kills=$n; done </sys/fs/cgroup/memory.events
            fi
            """;

    public Inside {
        before = List.copyOf(before);
        environment = Map.copyOf(environment);
    }

    /**
     * A shell that listens and, should its service be gone, ends by itself after the lifetime; not when somebody ends its clock,
     * as our driver does with all that began after it, and a clock may begin late.
     */
    public static String listenFor(Duration lifetime) {
        return "( exec >/dev/null 2>&1 </dev/null; sleep " + Math.max(1, lifetime.toSeconds())
                + " && kill -KILL $$ ) & " + LISTEN;
    }
}
