package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchProjectTest {

    @TempDir
    private Path parent;

    @ParameterizedTest
    @EnumSource(BenchCase.class)
    void makesARepositoryThatEveryCandidateAppliesTo(BenchCase made) throws Exception {
        try (BenchProject project = BenchProject.make(made, parent)) {
            assertThat(project.patches(3)).hasSize(3).doesNotHaveDuplicates();
            assertThat(project.commit()).matches("[0-9a-f]{40}");
            for (String patch : project.patches(3)) {
                Path diff = Files.writeString(parent.resolve("c.diff"), patch);
                Process check = new ProcessBuilder("git", "apply", "--check", diff.toString())
                        .directory(project.folder().toFile())
                        .redirectErrorStream(true)
                        .start();
                String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(check.waitFor()).as(said).isZero();
            }
        }
    }

    @Test
    void leavesNothingBehind() throws Exception {
        Path folder;
        try (BenchProject project = BenchProject.make(BenchCase.SMALL_PYTEST, parent)) {
            folder = project.folder();
        }
        assertThat(folder).doesNotExist();
    }
}
