package dev.monkeywrench.workspace.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Held by the one thread of the one process that may change a mirror. A file lock is a process's, not a thread's: so
 * there are two, the thread's first. The operating system frees the file's when the process dies.
 */
final class MirrorLock implements AutoCloseable {

    private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();
    private static final long POLL_MILLIS = 50;

    private final ReentrantLock thread;
    private final FileChannel channel;

    private MirrorLock(ReentrantLock thread, FileChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    static MirrorLock take(Path file, Duration most) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + most.toNanos();
        ReentrantLock thread = THREADS.computeIfAbsent(file.toAbsolutePath(), path -> new ReentrantLock());
        if (!thread.tryLock(most.toNanos(), TimeUnit.NANOSECONDS)) {
            throw busy(most);
        }
        boolean taken = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            awaitOtherProcess(channel, deadline, most);
            taken = true;
            return new MirrorLock(thread, channel);
        } finally {
            if (!taken) {
                if (channel != null) {
                    channel.close();
                }
                thread.unlock();
            }
        }
    }

    private static void awaitOtherProcess(FileChannel channel, long deadline, Duration most)
            throws IOException, InterruptedException {
        FileLock lock = channel.tryLock();
        while (lock == null) {
            if (System.nanoTime() > deadline) {
                throw busy(most);
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            lock = channel.tryLock();
        }
    }

    private static IOException busy(Duration most) {
        return new IOException("another fetch of it has not ended within " + most.toSeconds() + " seconds");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            thread.unlock();
        }
    }
}
