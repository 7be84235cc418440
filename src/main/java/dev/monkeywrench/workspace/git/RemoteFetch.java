package dev.monkeywrench.workspace.git;

import dev.monkeywrench.workspace.WorkspaceLimits;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** One fetch of a remote repository's branches and tags, or of one commit, into a bare repository of ours. */
final class RemoteFetch {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final List<RefSpec> BRANCHES_AND_TAGS =
            List.of(new RefSpec("+refs/heads/*:refs/heads/*"), new RefSpec("+refs/tags/*:refs/tags/*"));

    private final URI address;
    private final PinnedHost host;
    private final RemotePolicy policy;
    private final WorkspaceLimits limits;
    private final FetchGuard guard;

    RemoteFetch(URI address, PinnedHost host, RemotePolicy policy, WorkspaceLimits limits, FetchGuard guard) {
        this.address = address;
        this.host = host;
        this.policy = policy;
        this.limits = limits;
        this.guard = guard;
    }

    /** Everything that has a name there. */
    void branchesAndTags(Path bareRepository) throws IOException, Refusal {
        try (Repository repository = repository(bareRepository)) {
            countReferences(repository);
            fetch(repository, BRANCHES_AND_TAGS);
        }
    }

    /** A commit without a name, from a server that gives it out. */
    void commit(Path bareRepository, String commit) throws IOException {
        try (Repository repository = repository(bareRepository)) {
            fetch(repository, List.of(new RefSpec(commit + ":refs/monkeywrench/" + commit)));
        }
    }

    private void countReferences(Repository repository) throws IOException, Refusal {
        try (Transport transport = transport(repository);
                FetchConnection connection = transport.openFetch(BRANCHES_AND_TAGS)) {
            long references = connection.getRefs().stream()
                    .map(Ref::getName)
                    .filter(name -> name.startsWith(Constants.R_HEADS) || name.startsWith(Constants.R_TAGS))
                    .count();
            if (references > limits.references()) {
                throw new Refusal("The repository has " + references + " branches and tags, at most "
                        + limits.references()
                        + " are read; raise monkeywrench.workspace.references if it is to be trusted");
            }
        }
    }

    private void fetch(Repository repository, List<RefSpec> what) throws IOException {
        try (Transport transport = transport(repository)) {
            transport.fetch(guard, what);
        } catch (TransportException e) {
            // "Nothing to fetch" is how JGit says that everything is here already.
            if (!String.valueOf(e.getMessage()).contains("Nothing to fetch")) {
                throw e;
            }
        }
    }

    private Transport transport(Repository repository) throws IOException {
        guard.beginListing();
        Transport transport = Transport.open(repository, uri());
        transport.setTagOpt(TagOpt.NO_TAGS);
        transport.setTimeout((int) Math.min(
                LONGEST_SILENCE.toSeconds(), Math.max(1, limits.fetchTime().toSeconds())));
        if (!(transport instanceof TransportHttp http)) {
            transport.close();
            throw new IOException("Only https:// repositories are fetched");
        }
        http.setHttpConnectionFactory(new PinnedConnections(host, policy, guard));
        transport.setCredentialsProvider(credentials());
        return transport;
    }

    private CredentialsProvider credentials() {
        String secret = policy.credentialsFor(host.name()).orElse("");
        int colon = secret.indexOf(':');
        String user = colon > 0 ? secret.substring(0, colon) : "x-access-token";
        return secret.isEmpty()
                ? new NoCredentials()
                : new UsernamePasswordCredentialsProvider(user, secret.substring(colon + 1));
    }

    private URIish uri() throws IOException {
        try {
            return new URIish(address.toString());
        } catch (URISyntaxException e) {
            throw new IOException("The address is not one Git can read: " + e.getReason(), e);
        }
    }

    private static Repository repository(Path folder) throws IOException {
        return new RepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    }
}
