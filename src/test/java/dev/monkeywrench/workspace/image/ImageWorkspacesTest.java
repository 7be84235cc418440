package dev.monkeywrench.workspace.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.instance.VisibleTests;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.Workspace;
import dev.monkeywrench.workspace.WorkspaceLimits;
import dev.monkeywrench.workspace.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageWorkspacesTest {

    /** So little output that every file comes in several pieces. */
    private static final Limits SANDBOX = new Limits(1 << 20, 1, 10, 1 << 20, 100, Duration.ofMinutes(1));

    private static final WorkspaceLimits LIMITS =
            new WorkspaceLimits(10, 10, 1 << 20, 1_000, 10, 1 << 20, Duration.ofMinutes(1), Duration.ofMinutes(1));
    private static final String SOURCE = "def f():\n    return 'ünï'\n".repeat(20);

    @TempDir
    Path home;

    private Path testbed;
    private LocalShell shell;

    @BeforeEach
    void make() throws IOException, InterruptedException {
        testbed = Files.createDirectories(home.resolve("testbed"));
        Path scratch = Files.createDirectories(home.resolve("scratch"));
        shell = new LocalShell(testbed, scratch);
        git("init", "-q");
        Files.createDirectories(testbed.resolve("src"));
        Files.writeString(testbed.resolve("src/app.py"), SOURCE);
        Files.write(testbed.resolve("data.bin"), new byte[] {0, 1, (byte) 0xff, 10, 0});
        Files.writeString(testbed.resolve("large.txt"), "x".repeat(2_000));
        Files.writeString(testbed.resolve("run.sh"), "#!/bin/sh\n");
        assertThat(testbed.resolve("run.sh").toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(testbed.resolve("link"), Path.of("run.sh"));
        commit("Base");
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-C", testbed.toString(), "-c", "user.name=Somebody", "-c", "user.email=s@example.com"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return printed.strip();
    }

    private void commit(String message) throws IOException, InterruptedException {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", message);
    }

    private Opening open(String commit) throws InterruptedException {
        return workspaces().open(instance(commit));
    }

    private Workspaces workspaces() {
        return ImageWorkspaces.create(shell, SANDBOX, LIMITS, DiskBudget.unbounded());
    }

    private static Instance instance(String commit) {
        return new Instance(
                new InstanceId("one"),
                new RepositoryRef.InImage(),
                new CommitId(commit),
                new ProblemStatement(""),
                new Environment.Image("example:1"),
                VisibleTests.none());
    }

    @Test
    void readsTheFilesOfTheBaseCommit() throws IOException, InterruptedException {
        Workspace workspace = ((Opening.Opened) open(git("rev-parse", "HEAD"))).workspace();

        assertThat(workspace.files())
                .extracting(file -> file.path().value())
                .containsExactly("data.bin", "large.txt", "run.sh", "src/app.py");
        assertThat(workspace.files()).filteredOn(file -> file.executable()).hasSize(1);
        assertThat(workspace.read(new RepositoryPath("src/app.py"))).hasValue(SOURCE.getBytes(StandardCharsets.UTF_8));
        assertThat(workspace.read(new RepositoryPath("data.bin"))).hasValue(new byte[] {0, 1, (byte) 0xff, 10, 0});
        assertThat(workspace.read(new RepositoryPath("large.txt"))).isEmpty();
        assertThat(workspace.read(new RepositoryPath("link"))).isEmpty();
        assertThat(shell.closed()).containsExactly("read-one");
    }

    @Test
    void takesNoSandboxWhereNobodyReads() throws IOException, InterruptedException {
        String base = git("rev-parse", "HEAD");
        Workspace unread = ((Opening.Opened) workspaces().openUnread(instance(base))).workspace();

        assertThat(shell.closed()).isEmpty();
        assertThat(unread.files()).isEmpty();
        assertThat(unread.digest())
                .isEqualTo(((Opening.Opened) open(base)).workspace().digest());
    }

    @Test
    void readsTheBaseCommitBelowTheImagesOwn() throws IOException, InterruptedException {
        String base = git("rev-parse", "HEAD");
        Files.writeString(testbed.resolve("src/app.py"), "changed by the image\n");
        commit("Set up");

        Workspace workspace = ((Opening.Opened) open(base)).workspace();

        assertThat(workspace.read(new RepositoryPath("src/app.py"))).hasValue(SOURCE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAnImageAtAnotherCommit() throws IOException, InterruptedException {
        String base = git("rev-parse", "HEAD");
        commit("One");
        commit("Two");

        assertThat(open(base)).isInstanceOf(Opening.Refused.class);
        assertThat(open("1".repeat(40))).isInstanceOf(Opening.Refused.class);
    }

    @Test
    void refusesMoreFilesThanTheLimit() throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            Files.writeString(testbed.resolve("f" + i), "");
        }
        commit("Many");

        assertThat(open(git("rev-parse", "HEAD"))).isInstanceOf(Opening.Refused.class);
        assertThat(shell.closed()).hasSize(1);
    }
}
