package dev.monkeywrench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;

/**
 * A small repository to submit runs about.
 *
 * @param commit its only one
 */
public record GitProject(Path path, String commit) {

    public static GitProject in(Path folder) {
        try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
            Files.writeString(folder.resolve("app.txt"), ScriptedSampler.BEFORE);
            git.add().addFilepattern(".").call();
            String commit = git.commit()
                    .setMessage("Begin")
                    .setAuthor("t", "t@example.org")
                    .setCommitter("t", "t@example.org")
                    .setSign(false)
                    .call()
                    .name();
            return new GitProject(folder, commit);
        } catch (GitAPIException | IOException e) {
            throw new AssertionError("The repository at " + folder + " cannot be made", e);
        }
    }

    /** A request for a run about it. */
    public String request(String problemStatement, String plan) {
        return """
                {"instance": {"instance_id": "example__app-1", "repository": "%s", "base_commit": "%s",
                 "problem_statement": "%s", "test_command": "true", "report": "junit"}, "plan": %s}""".formatted(path, commit, problemStatement, plan);
    }
}
