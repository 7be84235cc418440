package dev.monkeywrench.sandbox.bubblewrap;

import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.engine.Inside;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words that lock a sandbox up. The one place where what it may do is said.
 *
 * @param program bubblewrap itself
 * @param filter the system call filter's program
 */
record Lockup(Path program, Privilege privilege, List<String> launcher, Optional<Path> filter) {

    /** Ours besides what runs inside: bubblewrap, the first process inside, and the shell that listens. */
    static final int OUR_PROCESSES = 4;

    private static final int OUR_PROCESSES_INSIDE = 2;

    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final String DEVICE_BYTES = Integer.toString(64 << 20);

    /** Joins the control groups, opens the filter, and becomes what follows. */
    private static final String START = "doors=$1; filter=$2; shift 2; ulimit -c 0;"
            + " while [ $doors -gt 0 ]; do echo 0 >\"$1\" || exit 70; shift; doors=$((doors - 1)); done;"
            + " [ -z \"$filter\" ] || exec 9<\"$filter\"; exec \"$@\"";

    /** The shell inside gives the tree's folder to the user who works in it, then listens. */
    private static final String LISTEN_AS_ROOT = "chown 1000:1000 /testbed; " + Inside.LISTEN;

    Inside inside() {
        return new Inside(privilege == Privilege.ROOT ? Inside.AS_USER_1000 : List.of(), Map.of(), "cpu=0; kills=0");
    }

    List<String> command(RootFileSystem root, Limits limits, List<String> doors) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", START, "start"));
        words.add(Integer.toString(doors.size()));
        words.add(filter.map(Path::toString).orElse(""));
        words.addAll(doors);
        words.addAll(launcher);
        words.add(program.toString());
        words.addAll(List.of("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"));
        words.addAll(List.of("--unshare-cgroup-try", "--die-with-parent", "--new-session", "--hostname", "sandbox"));
        words.addAll(identity());
        words.addAll(List.of("--clearenv", "--setenv", "PATH", PATH, "--setenv", "HOME", "/tmp"));
        words.addAll(List.of("--setenv", "LANG", "C.UTF-8"));
        words.addAll(root.words());
        words.addAll(mounts(limits));
        filter.ifPresent(file -> words.addAll(List.of("--seccomp", "9")));
        words.add("--");
        words.addAll(rlimits(limits));
        words.addAll(List.of("/bin/sh", "-c", privilege == Privilege.ROOT ? LISTEN_AS_ROOT : Inside.LISTEN));
        return words;
    }

    /**
     * Root needs no user namespace, and its shell inside keeps only what it takes to become user 1000. Anybody else
     * becomes user 1000 in a namespace of users where no further one can be made.
     */
    private List<String> identity() {
        return switch (privilege) {
            case ROOT ->
                List.of(
                        "--cap-drop", "ALL",
                        "--cap-add", "CAP_CHOWN",
                        "--cap-add", "CAP_SETUID",
                        "--cap-add", "CAP_SETGID",
                        "--cap-add", "CAP_SETPCAP");
            case ORDINARY -> List.of("--unshare-user", "--uid", "1000", "--gid", "1000", "--cap-drop", "ALL");
        };
    }

    /**
     * Set inside, where the kernel counts the processes of this namespace of users alone; set outside, it would count
     * all that the service's user runs. Root has no such namespace: its control groups count, or else the watch.
     */
    private List<String> rlimits(Limits limits) {
        return switch (privilege) {
            case ROOT -> List.of();
            case ORDINARY -> List.of("prlimit", "--nproc=" + (limits.processes() + OUR_PROCESSES_INSIDE), "--");
        };
    }

    private static List<String> mounts(Limits limits) {
        String disk = Long.toString(limits.diskBytes());
        return List.of(
                "--proc",
                "/proc",
                "--dev",
                "/dev",
                "--perms",
                "1777",
                "--size",
                DEVICE_BYTES,
                "--tmpfs",
                "/dev/shm",
                "--remount-ro",
                "/dev",
                "--perms",
                "1777",
                "--size",
                disk,
                "--tmpfs",
                "/tmp",
                "--perms",
                "1777",
                "--size",
                disk,
                "--tmpfs",
                "/mw",
                "--perms",
                "0755",
                "--size",
                disk,
                "--tmpfs",
                "/testbed",
                "--remount-ro",
                "/",
                "--chdir",
                "/");
    }
}
