package dev.monkeywrench.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.RepositoryPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchesTest {

    private static final RepositoryPath A = new RepositoryPath("src/a.py");
    private static final RepositoryPath B = new RepositoryPath("b.py");

    @Test
    void printsAsGitDoes() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n";
        String after = "1\n2\n3\n4\nfive\n6\n7\n8\n";
        assertThat(Patches.between(A, before, after).unifiedDiff()).isEqualTo("""
                        diff --git a/src/a.py b/src/a.py
                        --- a/src/a.py
                        +++ b/src/a.py
                        @@ -2,7 +2,7 @@
                         2
                         3
                         4
                        -5
                        +five
                         6
                         7
                         8
                        """);
    }

    @Test
    void ordersFilesByPathAndTellsNewFromDeleted() {
        Patch patch = Patches.between(Map.of(A, "old\n"), Map.of(B, "new"));
        assertThat(patch.unifiedDiff()).isEqualTo("""
                        diff --git a/b.py b/b.py
                        new file mode 100644
                        --- /dev/null
                        +++ b/b.py
                        @@ -0,0 +1 @@
                        +new
                        \\ No newline at end of file
                        diff --git a/src/a.py b/src/a.py
                        deleted file mode 100644
                        --- a/src/a.py
                        +++ /dev/null
                        @@ -1 +0,0 @@
                        -old
                        """);
        assertThat(patch.paths()).containsExactly(B, A);
    }

    @Test
    void isEmptyWhereNothingChanges() {
        assertThat(Patches.between(A, "same\n", "same\n").isEmpty()).isTrue();
        assertThat(Patches.between(A, "same\n", "same\n")).isEqualTo(Patches.none());
    }

    @Test
    void keepsCarriageReturns() {
        assertThat(Patches.between(A, "a\r\nb\r\n", "a\r\nc\r\n").unifiedDiff()).contains("-b\r\n+c\r\n");
    }

    @Test
    void putsAnInsertionAmongEqualLinesAtItsLastPlace() {
        assertThat(Patches.between(A, "x\nx\ny\n", "x\nx\nx\ny\n").unifiedDiff())
                .contains("@@\n x\n x\n+x\n y\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void turnsOneTextIntoTheOtherInGitsOwnHands(long seed, @TempDir Path folder)
            throws IOException, InterruptedException {
        Random random = new Random(seed);
        RandomTexts texts = new RandomTexts(random);
        Map<RepositoryPath, String> before = new TreeMap<>();
        Map<RepositoryPath, String> after = new TreeMap<>();
        for (int i = 0; i < 300; i++) {
            RepositoryPath path = new RepositoryPath("folder/with blank " + i + (i % 5 == 0 ? "\"q\"" : ""));
            String text = texts.text();
            if (random.nextInt(6) > 0) {
                before.put(path, text);
            }
            if (random.nextInt(6) > 0) {
                after.put(path, texts.changed(text));
            }
        }
        assertThat(GitTree.apply(folder, before, Patches.between(before, after)))
                .isEqualTo(after);
    }

    @Test
    void comparesLargeTextsInGoodTime() {
        StringBuilder before = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            before.append("common ").append(i).append("\nold ").append(i).append('\n');
            after.append("common ").append(i).append("\nnew ").append(i % 3).append('\n');
        }
        assertThat(Patches.between(A, before.toString(), after.toString()).files())
                .hasSize(1);
        assertThat(Patches.between(A, "x\n".repeat(200_000), "x\ny\n".repeat(100_000))
                        .files())
                .hasSize(1);
    }
}
