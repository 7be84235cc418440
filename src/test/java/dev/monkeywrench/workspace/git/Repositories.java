package dev.monkeywrench.workspace.git;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.instance.VisibleTests;
import dev.monkeywrench.workspace.WorkspaceLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;

/** Makes repositories for tests, object by object: Git itself would refuse to make the hostile ones. */
final class Repositories {

    static final WorkspaceLimits LIMITS =
            new WorkspaceLimits(1_000, 50, 1 << 20, 1_000, 100, 1 << 20, Duration.ofSeconds(20), Duration.ofSeconds(2));

    private static final PersonIdent SOMEBODY =
            new PersonIdent("Somebody", "somebody@example.com", Instant.parse("2020-02-02T00:00:00Z"), ZoneOffset.UTC);

    private Repositories() {}

    /** One entry of a tree, with its mode in octal and its name as it is to be written. */
    record Entry(String mode, String name, ObjectId id) {}

    static Repository bare(Path folder) throws IOException {
        Repository repository =
                new RepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
        repository.create(true);
        return repository;
    }

    static ObjectId blob(Repository repository, String content) throws IOException {
        return insert(repository, Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Entries are written in the order given. */
    static ObjectId tree(Repository repository, Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            bytes.write((entry.mode() + " ").getBytes(StandardCharsets.US_ASCII));
            bytes.write(entry.name().getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
            entry.id().copyRawTo(bytes);
        }
        return insert(repository, Constants.OBJ_TREE, bytes.toByteArray());
    }

    static ObjectId insert(Repository repository, int type, byte[] content) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(type, content);
            inserter.flush();
            return id;
        }
    }

    static ObjectId commit(Repository repository, ObjectId tree, String message, ObjectId... parents)
            throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(SOMEBODY);
        commit.setCommitter(SOMEBODY);
        commit.setMessage(message);
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    static void point(Repository repository, String reference, ObjectId target) throws IOException {
        RefUpdate update = repository.updateRef(reference);
        update.setNewObjectId(target);
        update.forceUpdate();
    }

    static Instance instance(RepositoryRef repository, ObjectId commit) {
        return new Instance(
                new InstanceId("one"),
                repository,
                new CommitId(commit.name()),
                new ProblemStatement(""),
                new Environment.Unstated(),
                VisibleTests.none());
    }

    /** Runs a program that must end well and gives what it printed. */
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("run", ".txt");
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            String printed = Files.readString(output);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " failed: " + printed);
            }
            return printed;
        } finally {
            Files.delete(output);
        }
    }
}
