package dev.monkeywrench.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.WorkspaceLimits;
import dev.monkeywrench.workspace.Workspaces;
import dev.monkeywrench.workspace.git.Repositories.Entry;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A scripted server with one repository of one commit, and workspaces that may read it. */
abstract class RemoteRepository {

    static final HostNames LOOPBACK = host -> List.of(InetAddress.getLoopbackAddress());

    @TempDir
    Path home;

    Repository repository;
    ObjectId base;
    ScriptedGitServer server;

    @BeforeEach
    void start() throws IOException {
        repository = Repositories.bare(home.resolve("origin.git"));
        base = commit("one\n");
        Repositories.point(repository, "refs/heads/main", base);
        server = new ScriptedGitServer(repository);
    }

    @AfterEach
    void stop() {
        server.close();
        repository.close();
    }

    ObjectId commit(String content, ObjectId... parents) throws IOException {
        ObjectId blob = Repositories.blob(repository, content);
        return Repositories.commit(
                repository, Repositories.tree(repository, new Entry("100644", "a", blob)), "Change", parents);
    }

    Path mirrors() {
        return home.resolve("mirrors");
    }

    Workspaces workspaces(RemotePolicy policy, WorkspaceLimits limits) {
        return GitWorkspaces.create(mirrors(), List.of(), policy, limits, InstantSource.system(), LOOPBACK, disk());
    }

    /** Which mirrors take part in. */
    DiskBudget disk() {
        return DiskBudget.unbounded();
    }

    Workspaces workspaces() {
        return workspaces(server.policy(Map.of()), Repositories.LIMITS);
    }

    Opening open(Workspaces workspaces, ObjectId commit) throws InterruptedException {
        Opening opening = openAndKeep(workspaces, commit);
        if (opening instanceof Opening.Opened opened) {
            opened.workspace().close();
        }
        return opening;
    }

    Opening openAndKeep(Workspaces workspaces, ObjectId commit) throws InterruptedException {
        return workspaces.open(Repositories.instance(new RepositoryRef.Remote(server.address()), commit));
    }

    long fetches() {
        return server.asked().stream().filter("want"::equals).count();
    }

    void assertNothingIsKept() throws IOException {
        try (var left = Files.list(mirrors())) {
            assertThat(left.map(path -> path.getFileName().toString())).allMatch(name -> name.endsWith(".lock"));
        }
    }
}
