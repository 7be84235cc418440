package dev.monkeywrench.sandbox.bubblewrap;

import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.engine.Cell;
import dev.monkeywrench.sandbox.engine.Ear;
import dev.monkeywrench.sandbox.engine.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** A process tree in namespaces of its own, spoken to over its pipes. */
final class BubblewrapCell implements Cell {

    private static final Duration WATCH = Duration.ofMillis(100);
    private static final Duration DYING = Duration.ofSeconds(10);
    private static final int PIECE = 65_536;

    private final Process process;
    private final Optional<ControlledGroup> group;
    private final Runnable traces;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean removed = new AtomicBoolean();
    private volatile boolean memoryUsedUp;

    BubblewrapCell(Process process, Optional<ControlledGroup> group, Runnable traces) {
        this.process = process;
        this.group = group;
        this.traces = traces;
    }

    /** Starts to listen; what the streams bring goes to the ears until they end. */
    void listen(Ear stdout, Ear stderr) {
        pump("stdout", process.getInputStream(), stdout);
        pump("stderr", process.getErrorStream(), stderr);
    }

    /** Where no control group holds the limits, looks at the tree now and then and kills what is too large. */
    void watch(Limits limits) {
        Thread.ofVirtual().name("watch-of-" + process.pid()).start(() -> {
            try {
                while (!over.await(WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
                    ProcessTree tree = ProcessTree.below(process.pid());
                    memoryUsedUp = tree.residentBytes() > limits.memoryBytes();
                    if (memoryUsedUp || tree.processes() > limits.processes() + Lockup.OUR_PROCESSES) {
                        kill();
                        return;
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public Optional<Reading> reading() {
        if (group.isPresent()) {
            return group.get().reading();
        }
        return process.isAlive()
                ? Optional.of(new Reading(ProcessTree.below(process.pid()).cpu(), memoryUsedUp ? 1 : 0))
                : Optional.empty();
    }

    /** The kernel ends the first process inside only after it has ended all the others. */
    @Override
    public void kill() {
        Optional<ProcessHandle> first = process.children().findFirst();
        first.ifPresent(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        long deadline = System.nanoTime() + DYING.toNanos();
        while (first.isPresent() && isRunning(first.get()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    @Override
    public Ending ending() {
        boolean killed = memoryUsedUp
                || group.flatMap(ControlledGroup::reading)
                                .map(Reading::memoryKills)
                                .orElse(0L)
                        > 0;
        return killed ? Ending.MEMORY : Ending.ITS_OWN_DOING;
    }

    /** Neither bubblewrap outside nor the first process inside can be stopped by a signal from within. */
    @Override
    public Optional<String> standstill() {
        boolean stopped = isStopped(process.toHandle()) || process.children().anyMatch(BubblewrapCell::isStopped);
        return stopped ? Optional.of("its processes were stopped by a signal from outside") : Optional.empty();
    }

    @Override
    public void remove() {
        if (removed.compareAndSet(false, true)) {
            over.countDown();
            kill();
            traces.run();
        }
    }

    /** Dead is also what nobody has asked about yet. */
    private static boolean isRunning(ProcessHandle handle) {
        return handle.isAlive() && state(handle) != 'Z';
    }

    private static boolean isStopped(ProcessHandle handle) {
        return state(handle) == 'T';
    }

    /** The letter the kernel shows; Z where there is no such process. */
    private static char state(ProcessHandle handle) {
        try {
            String stat = Files.readString(
                    Path.of("/proc/" + handle.pid() + "/stat"), java.nio.charset.StandardCharsets.ISO_8859_1);
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return 'Z';
        }
    }

    /** A platform thread: a pipe that says nothing would hold a virtual thread's carrier. */
    private void pump(String name, InputStream stream, Ear ear) {
        Thread.ofPlatform().daemon().name(name + "-of-" + process.pid()).start(() -> {
            byte[] piece = new byte[PIECE];
            try (stream) {
                for (int size = stream.read(piece); size >= 0; size = stream.read(piece)) {
                    ear.hear(piece, 0, size);
                }
            } catch (IOException ended) {
                // closed under us: it is over
            } finally {
                ear.end();
            }
        });
    }
}
