package dev.monkeywrench.sandbox.bubblewrap;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A process and all below it, as the kernel shows them at one moment. Nothing leaves a process namespace, so below its
 * first process lies all that runs in a sandbox, whoever its parent was.
 *
 * @param cpu of all that live and of all that they have waited for
 * @param residentBytes of all that live
 */
record ProcessTree(int processes, Duration cpu, long residentBytes) {

    private static final Path PROC = Path.of("/proc");
    private static final int PAGE = 4096;
    private static final int TICK_MILLIS = 10;
    private static final int PARENT = 1;
    private static final int FIRST_TIME = 11;
    private static final int LAST_TIME = 14;
    private static final int THREADS = 17;
    private static final int RESIDENT = 21;

    static ProcessTree below(long root) {
        Map<Long, List<String[]>> children = new HashMap<>();
        List<String[]> roots = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : all) {
                read(process, root, roots, children);
            }
        } catch (IOException unseen) {
            return new ProcessTree(0, Duration.ZERO, 0);
        }
        return sum(roots, children);
    }

    private static void read(Path process, long root, List<String[]> roots, Map<Long, List<String[]>> children) {
        try {
            String stat = Files.readString(process.resolve("stat"), java.nio.charset.StandardCharsets.ISO_8859_1);
            String[] fields = (process.getFileName() + " " + stat.substring(stat.lastIndexOf(')') + 2)).split(" ", -1);
            if (Long.parseLong(fields[0]) == root) {
                roots.add(fields);
            } else {
                children.computeIfAbsent(Long.parseLong(fields[PARENT + 1]), parent -> new ArrayList<>())
                        .add(fields);
            }
        } catch (IOException | RuntimeException gone) {
            // it ended while we looked
        }
    }

    private static ProcessTree sum(List<String[]> roots, Map<Long, List<String[]>> children) {
        int processes = 0;
        long ticks = 0;
        long pages = 0;
        Deque<String[]> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            String[] fields = open.pop();
            processes += Integer.parseInt(fields[THREADS + 1]);
            for (int field = FIRST_TIME; field <= LAST_TIME; field++) {
                ticks += Long.parseLong(fields[field + 1]);
            }
            pages += Long.parseLong(fields[RESIDENT + 1]);
            children.getOrDefault(Long.parseLong(fields[0]), List.of()).forEach(open::push);
        }
        return new ProcessTree(processes, Duration.ofMillis(ticks * TICK_MILLIS), pages * PAGE);
    }
}
