package dev.monkeywrench.workspace.git;

import dev.monkeywrench.disk.DiskFull;
import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.WorkspaceLimits;
import dev.monkeywrench.workspace.Workspaces;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/** Opens workspaces of Git repositories, remote ones by their mirrors and local ones where they are. */
final class GitSource implements Workspaces {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final LocalRepositories localRepositories;
    private final Mirrors mirrors;
    private final GitOpener opener;
    private final WorkspaceLimits limits;

    GitSource(LocalRepositories localRepositories, Mirrors mirrors, GitOpener opener, WorkspaceLimits limits) {
        this.localRepositories = localRepositories;
        this.mirrors = mirrors;
        this.opener = opener;
        this.limits = limits;
    }

    @Override
    public Opening open(Instance instance) throws InterruptedException {
        CommitId commit = instance.baseCommit();
        return switch (instance.repository()) {
            case RepositoryRef.Remote remote -> openRemote(remote.address(), commit);
            case RepositoryRef.Local local -> openLocal(local.path(), commit);
            case RepositoryRef.InImage image ->
                new Opening.Refused("repository", "The repository lies in an image; it is read out of a sandbox");
        };
    }

    private Opening openRemote(URI address, CommitId commit) throws InterruptedException {
        String name = shown(address);
        return opened(name, () -> openHeld(address, commit, name));
    }

    /** What is opened holds its mirror until it is closed. */
    private Opening openHeld(URI address, CommitId commit, String name) throws Exception {
        MirrorUse.Hold hold = mirrors.hold(address);
        boolean opened = false;
        try {
            Opening opening = opener.open(mirrors.holding(address, commit), commit, name);
            if (opening instanceof Opening.Opened found) {
                opened = true;
                return new Opening.Opened(new HeldWorkspace(found.workspace(), () -> {
                    hold.close();
                    mirrors.trim();
                }));
            }
            return opening;
        } finally {
            if (!opened) {
                hold.close();
            }
        }
    }

    private Opening openLocal(Path path, CommitId commit) throws InterruptedException {
        String name = path.toString();
        return opened(name, () -> opener.open(localRepositories.gitFolder(path), commit, name));
    }

    /**
     * In a virtual thread of its own, because interrupting one ends whatever it waits for, a socket too. Waiting for
     * the lock of a mirror and fetching it each have the whole time of a fetch.
     */
    private Opening opened(String name, Callable<Opening> work) throws InterruptedException {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Opening> opening = executor.submit(work);
            try {
                long most = limits.fetchTime().multipliedBy(2).plus(GRACE).toMillis();
                return opening.get(most, TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                return failed(name, e.getCause() == null ? e : e.getCause());
            } catch (TimeoutException e) {
                return new Opening.Unreachable(
                        "The repository " + name + " could not be read: it took longer than the limit of "
                                + limits.fetchTime().toSeconds() + " seconds; try again, or raise"
                                + " monkeywrench.workspace.fetch-time",
                        true);
            } finally {
                opening.cancel(true);
            }
        }
    }

    private static Opening failed(String name, Throwable cause) throws InterruptedException {
        return switch (cause) {
            case Refusal refusal -> GitOpener.refused(refusal.getMessage());
            case DiskFull full -> new Opening.Unreachable(full.getMessage(), true);
            case InterruptedException interruption -> throw interruption;
            case UnknownHostException unknown ->
                new Opening.Unreachable("The host of " + name + " has no address; check its name", true);
            case NoRemoteRepositoryException missing ->
                unreachable(name, "there is none, or none without credentials", false);
            case IOException broken -> unreachable(name, message(broken), !isRefusedByServer(broken));
            case RuntimeException corrupt -> unreachable(name, "its objects are corrupt, " + message(corrupt), false);
            default -> throw new IllegalStateException("Opening " + name + " failed", cause);
        };
    }

    private static Opening unreachable(String name, String why, boolean retryable) {
        String remedy = retryable ? "; try again" : "; check the address and monkeywrench.workspace.credentials";
        return new Opening.Unreachable("The repository " + name + " could not be read: " + why + remedy, retryable);
    }

    private static boolean isRefusedByServer(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("not authorized")
                || message.contains("Authentication is required")
                || message.contains("not permitted")
                || message.contains("is not followed");
    }

    /** The innermost reason; a server's words are hostile text. */
    private static String message(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String text = innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
        return TreeReader.harmless(text);
    }

    private static String shown(URI address) {
        return address.getHost() + (address.getRawPath() == null ? "" : address.getRawPath());
    }
}
