package dev.monkeywrench.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchReaderTest {

    private static final RepositoryPath A = new RepositoryPath("src/a.py");

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void readsBackWhatIsPrinted(long seed) {
        Random random = new Random(seed);
        RandomTexts texts = new RandomTexts(random);
        for (int i = 0; i < 200; i++) {
            Map<RepositoryPath, String> before = new HashMap<>();
            Map<RepositoryPath, String> after = new HashMap<>();
            for (int file = 0; file < 3; file++) {
                RepositoryPath path = new RepositoryPath("f " + file + (random.nextBoolean() ? "\"" : "é"));
                String text = texts.text();
                before.put(path, text);
                after.put(path, texts.changed(text));
            }
            Patch patch = Patches.between(before, after);
            assertThat(read(patch.unifiedDiff()).repaired()).isFalse();
            assertThat(read(patch.unifiedDiff()).patch().unifiedDiff()).isEqualTo(patch.unifiedDiff());
        }
    }

    @Test
    void givesOneDigestToOneChangeWhateverItsDress() {
        Patch plain = Patches.between(A, "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n");
        String dressed = """
                Here is the fix:

                ```diff
                Index: src/a.py
                --- src/a.py\t2026-01-01 00:00:00
                +++ src/a.py\t2026-01-02 00:00:00
                @@ -1,2 +1,99 @@ def main():
                 1
                 2
                 3
                 4
                +five
                -5
                 6
                 7
                 8
                 9
                ```
                Done.
                """;
        assertThat(read(dressed).patch().digest()).isEqualTo(plain.digest());
        assertThat(read(dressed).repaired()).isTrue();
    }

    @Test
    void readsWhatGitWritesForEveryKindOfChange() {
        String diff = """
                diff --git a/empty b/empty
                new file mode 100755
                index 0000000..e69de29
                diff --git a/old name b/new name
                similarity index 100%
                rename from old name
                rename to new name
                diff --git a/run.sh b/run.sh
                old mode 100644
                new mode 100755
                diff --git "a/\\303\\244.txt" "b/\\303\\244.txt"
                deleted file mode 100644
                index 1..0
                --- "a/\\303\\244.txt"
                +++ /dev/null
                @@ -1 +0,0 @@
                -x
                diff --git a/i.png b/i.png
                index 9..0 100644
                GIT binary patch
                delta 3
                KcmZ?

                literal 0
                HcmV?d00001

                """;
        Patch patch = read(diff).patch();
        assertThat(patch.files())
                .extracting(file -> file.kind() + " " + file.path())
                .containsExactly(
                        "ADDED empty", "MODIFIED i.png", "RENAMED new name", "MODIFIED run.sh", "DELETED ä.txt");
        assertThat(patch.paths()).contains(new RepositoryPath("old name"));
        assertThat(patch.unifiedDiff()).contains("GIT binary patch\ndelta 3\nKcmZ?\n\nliteral 0\nHcmV?d00001\n\ndiff");
        assertThat(read(patch.unifiedDiff()).patch()).isEqualTo(patch);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x",
                "/etc/passwd",
                "a/../../x",
                ".git/hooks/post-commit",
                "sub/.GIT/config",
                "git~1/config",
                "a\u200bb",
                "a\\\\..\\\\b",
            })
    void refusesWholePatchThatLeavesTheTree(String path) {
        String good = Patches.between(A, "1\n", "2\n").unifiedDiff();
        for (String name : new String[] {path, "\"b/" + path + "\""}) {
            String diff = good + "--- /dev/null\n+++ " + (name.startsWith("\"") ? name : "b/" + name)
                    + "\n@@ -0,0 +1 @@\n+x\n";
            assertThat(PatchReader.read(diff)).isInstanceOf(ReadPatch.Unreadable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+/etc\n",
                "diff --git a/l b/l\nindex 1..2 120000\n--- a/l\n+++ b/l\n@@ -1 +1 @@\n-a\n+/etc\n",
                "diff --git a/m b/m\nnew file mode 160000\n--- /dev/null\n+++ b/m\n@@ -0,0 +1 @@\n+Subproject commit 1\n",
                "diff --git a/m b/m\nold mode 100644\nnew mode 160000\n",
                "diff --git a/b b/b\nindex 1..2 100644\nBinary files a/b and b/b differ\n",
                "diff --git a/a b/b\nrename from a\nrename to b\ndiff --git a/b b/a\nrename from b\nrename to a\n",
                "diff --git a/a b/b\nindex 1..2 100644\n",
                "--- /dev/null\n+++ /dev/null\n@@ -0,0 +1 @@\n+x\n",
                "--- /dev/null\n+++ b/x\n@@ -1,2 +1,3 @@\n old\n+x\n older\n",
                "--- a/\0\n+++ b/\0\n@@ -1 +1 @@\n-a\n+b\n",
                "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+\ud800\n",
                "I would rather not.",
            })
    void refusesWithReason(String diff) {
        assertThat(PatchReader.read(diff))
                .isInstanceOfSatisfying(
                        ReadPatch.Unreadable.class,
                        unreadable ->
                                assertThat(unreadable.reason()).isNotBlank().hasSizeLessThan(400));
    }

    @Test
    void takesABlankTextForNoChange() {
        assertThat(read("\n \n").patch().isEmpty()).isTrue();
    }

    @Test
    void dropsWhatComesTwiceAndJoinsFurtherHunks() {
        String one = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n";
        String two = "--- a/x\n+++ b/x\n@@ -9 +9 @@\n-c\n+d\n";
        assertThat(read(one + one).patch()).isEqualTo(read(one).patch());
        assertThat(read(two + one).patch().files().getFirst().hunks()).hasSize(2);
    }

    @Test
    void takesCarriageReturnsInHeadersForAnAccidentOfTransport() {
        String diff = Patches.between(A, "1\n2\n", "1\nB\n").unifiedDiff();
        assertThat(read(diff.replace("\n", "\r\n")).patch().unifiedDiff()).isEqualTo(diff);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n",
                "--- a/x\n+++ b/x\n",
                "@@ -1 +1 @@\n",
                "+\n",
                " ",
                "((((",
                "diff --git a/x b/x\n",
                "\\\n"
            })
    void readsHugeTextsInGoodTime(String unit) {
        ReadPatch read = PatchReader.read(unit.repeat(PatchReader.MOST_BYTES / unit.length()));
        assertThat(read).isNotNull();
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(PatchReader.read(" ".repeat(PatchReader.MOST_BYTES + 1))).isInstanceOf(ReadPatch.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void survivesDamage(long seed) {
        Random random = new Random(seed);
        RandomTexts texts = new RandomTexts(random);
        for (int i = 0; i < 500; i++) {
            String text = texts.text();
            StringBuilder diff = new StringBuilder(
                    Patches.between(A, text, texts.changed(text)).unifiedDiff());
            for (int bites = random.nextInt(4); bites > 0 && !diff.isEmpty(); bites--) {
                int at = random.nextInt(diff.length());
                diff.replace(at, Math.min(diff.length(), at + random.nextInt(9)), random.nextBoolean() ? "" : "\n@@ -");
            }
            ReadPatch damaged = PatchReader.read(diff.toString());
            if (damaged instanceof ReadPatch.Read read && !read.repaired()) {
                assertThat(read(read.patch().unifiedDiff()).patch()).isEqualTo(read.patch());
            }
        }
    }

    private static ReadPatch.Read read(String diff) {
        return switch (PatchReader.read(diff)) {
            case ReadPatch.Read read -> read;
            case ReadPatch.Unreadable unreadable -> throw new AssertionError(unreadable.reason() + "\n" + diff);
        };
    }
}
