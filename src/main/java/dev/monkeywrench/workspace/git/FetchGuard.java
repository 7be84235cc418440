package dev.monkeywrench.workspace.git;

import dev.monkeywrench.workspace.WorkspaceLimits;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/**
 * Ends a fetch that takes too long, sends too much, or sends so slowly that it only holds us up. Asked at every read,
 * and by JGit between its steps.
 */
final class FetchGuard extends EmptyProgressMonitor {

    /** Slower than any server that reports its progress, faster than one that drips. */
    private static final long LEAST_BYTES_A_SECOND = 16;
    /** For each reference that is allowed: its name, its id and the protocol around them. */
    private static final long MOST_BYTES_A_REFERENCE = 512;

    private static final long MOST_GREETING_BYTES = 1 << 20;

    private final WorkspaceLimits limits;
    private final InstantSource time;
    private final Instant deadline;
    private final long mostListedBytes;
    private boolean listing = true;
    private long listed;
    private long received;
    private Duration waited = Duration.ZERO;
    private long receivedMeanwhile;

    FetchGuard(WorkspaceLimits limits, InstantSource time) {
        this.limits = limits;
        this.time = time;
        this.deadline = time.instant().plus(limits.fetchTime());
        this.mostListedBytes = limits.references() * MOST_BYTES_A_REFERENCE + MOST_GREETING_BYTES;
    }

    /** A server begins by listing its references, which JGit keeps in memory, all of them. */
    synchronized void beginListing() {
        listing = true;
        listed = 0;
    }

    /** JGit tells when the objects begin; what the server itself tells bears another title. */
    @Override
    public synchronized void beginTask(String title, int totalWork) {
        if (title.equals(JGitText.get().receivingObjects)) {
            listing = false;
        }
    }

    Instant now() {
        return time.instant();
    }

    /** Counts what a read brought that began at the given time; what lies between reads is our own time. */
    synchronized void received(int bytes, Instant readBegan) throws IOException {
        check();
        received += bytes;
        if (received > limits.fetchedBytes()) {
            throw new IOException("it sent more than " + limits.fetchedBytes()
                    + " bytes; raise monkeywrench.workspace.fetch-size if it is to be trusted");
        }
        listed += listing ? bytes : 0;
        if (listed > mostListedBytes) {
            throw new IOException("it lists references in more than " + mostListedBytes
                    + " bytes; raise monkeywrench.workspace.references if it is to be trusted");
        }
        waited = waited.plus(Duration.between(readBegan, now()));
        receivedMeanwhile += bytes;
        if (waited.compareTo(limits.stallTime()) < 0) {
            return;
        }
        if (receivedMeanwhile < LEAST_BYTES_A_SECOND * Math.max(1, waited.toSeconds())) {
            throw new IOException("it sent " + receivedMeanwhile + " bytes in " + waited.toSeconds()
                    + " seconds; at least " + LEAST_BYTES_A_SECOND + " a second are asked for");
        }
        waited = Duration.ZERO;
        receivedMeanwhile = 0;
    }

    void check() throws IOException {
        if (isCancelled()) {
            throw new IOException("it took longer than " + limits.fetchTime().toSeconds()
                    + " seconds, or was cancelled; monkeywrench.workspace.fetch-time is the limit");
        }
    }

    @Override
    public boolean isCancelled() {
        return now().isAfter(deadline) || Thread.currentThread().isInterrupted();
    }
}
