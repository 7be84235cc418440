package dev.monkeywrench.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditApplierTest {

    private static final RepositoryPath A = new RepositoryPath("src/a.py");
    private static final String TEXT = """
            def one():
                return 1


            def two():
                x = 1
                return x
            """;
    private static final InMemoryTree TREE =
            InMemoryTree.of("src/a.py", TEXT).with("src/b.py", "def three():\n    return 3\n");

    @Test
    void replacesLinesThatAreFoundOnce() {
        assertThat(changed(block("    return 1\n", "    return 2\n")))
                .isEqualTo(Patches.between(A, TEXT, TEXT.replace("return 1", "return 2")));
    }

    @Test
    void makesEditsOneAfterTheOther() {
        Edit first = block("    return 1\n", "    return 2\n");
        Edit second = block("    return 2\n", "    return 3\n");
        assertThat(changed(first, second)).isEqualTo(Patches.between(A, TEXT, TEXT.replace("return 1", "return 3")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"def two():\n  x = 1\" | none",
                "\"x = 1\nreturn x\" | \"x = 2\nreturn x\"",
                "\"        x = 1\n        return x\" | \"        x = 2\n        return x\"",
                "\"    x = 1   \n    return x\t\" | \"    x = 2\n    return x\"",
                "\"\n\n    x = 1\n    return x\n\n\" | \"\n\n    x = 2\n    return x\n\n\"",
            })
    void toleratesBlanksAndCommonIndentationOnly(String search, String replace) {
        Edited edited = EditApplier.apply(List.of(block(search + "\n", replace + "\n")), TREE);
        if (replace.equals("none")) {
            assertThat(edited).isInstanceOf(Edited.Unusable.class);
        } else {
            assertThat(edited).isEqualTo(new Edited.Changed(Patches.between(A, TEXT, TEXT.replace("x = 1", "x = 2"))));
        }
    }

    @Test
    void keepsTheFilesOwnLineEnds() {
        InMemoryTree windows = InMemoryTree.of("src/a.py", "a\r\nb\r\nc");
        assertThat(changed(windows, block("b\nc\n", "b\nB\n")))
                .isEqualTo(Patches.between(A, "a\r\nb\r\nc", "a\r\nb\r\nB"));
        assertThat(changed(windows, new Edit.WholeFile(A, "a\nx\n")))
                .isEqualTo(Patches.between(A, "a\r\nb\r\nc", "a\r\nx\r\n"));
    }

    @Test
    void leavesLinesAloneThatABlockOnlyRepeats() {
        InMemoryTree blanks = InMemoryTree.of("src/a.py", "a  \nb\nc\t\n");
        assertThat(changed(blanks, block("a\nb\nc\n", "a\nB\nc\n")))
                .isEqualTo(Patches.between(A, "a  \nb\nc\t\n", "a  \nB\nc\t\n"));
    }

    @Test
    void saysWhichLinesAreNearest() {
        assertThat(reason(block("def two():\n    x = 7\n    return x\n", "")))
                .contains("not found in src/a.py", "nearest lines, 5 to 7", "line 6 is `    x = 1`", "`    x = 7`");
    }

    @Test
    void saysThatLinesAreInAnotherFile() {
        assertThat(reason(block("def three():\n    return 3\n", ""))).contains("found in another file, src/b.py");
    }

    @Test
    void saysWhereLinesAreAmbiguous() {
        InMemoryTree twice = InMemoryTree.of("src/a.py", "x\ny\nx\n");
        assertThat(EditApplier.apply(List.of(block("x\n", "z\n")), twice))
                .isInstanceOfSatisfying(
                        Edited.Unusable.class,
                        unusable -> assertThat(unusable.reason()).contains("at lines 1, 3", "add lines"));
    }

    @Test
    void namesNearPaths() {
        assertThat(reason(new Edit.Deletion(new RepositoryPath("lib/a.py")))).contains("did you mean [src/a.py]");
        assertThat(reason(new Edit.Deletion(new RepositoryPath("src/aa.py")))).contains("src/a.py");
    }

    @Test
    void findsTheFileOfABlockWithoutPath() {
        Edit edit = new Edit.SearchReplace(Optional.empty(), "    return 3\n", "    return 4\n");
        assertThat(changed(edit).paths()).containsExactly(new RepositoryPath("src/b.py"));
        assertThat(reason(new Edit.SearchReplace(Optional.empty(), "nowhere\n", "")))
                .contains("names no file");
    }

    @Test
    void findsTheFileOfAShortenedPath() {
        Edit edit = new Edit.SearchReplace(Optional.of(new RepositoryPath("b.py")), "    return 3\n", "    return 4\n");
        assertThat(changed(edit).paths()).containsExactly(new RepositoryPath("src/b.py"));
    }

    @Test
    void makesNewFilesAndDeletesOld() {
        RepositoryPath fresh = new RepositoryPath("src/new/c.py");
        Patch patch = changed(
                new Edit.SearchReplace(Optional.of(fresh), "", "c = 1\n"),
                new Edit.Deletion(new RepositoryPath("src/b.py")));
        assertThat(patch)
                .isEqualTo(Patches.between(
                        Map.of(new RepositoryPath("src/b.py"), "def three():\n    return 3\n"),
                        Map.of(fresh, "c = 1\n")));
        assertThat(reason(block("", "x\n"))).contains("file exists");
        assertThat(reason(new Edit.WholeFile(new RepositoryPath("src/a.py/x"), "x\n")))
                .contains("in the way");
        assertThat(reason(new Edit.WholeFile(new RepositoryPath("src"), "x\n"))).contains("in the way");
    }

    @Test
    void refusesToWriteElisionsIntoFiles() {
        assertThat(reason(new Edit.WholeFile(A, "def one():\n    return 2\n# ... rest as before\n")))
                .contains("leaves code out");
    }

    @Test
    void tellsThatNothingChanges() {
        assertThat(EditApplier.apply(List.of(block("    return 1\n", "    return 1\n")), TREE))
                .isEqualTo(new Edited.Unchanged());
    }

    @Test
    void makesDiffsWhoseLineNumbersAreWrong() {
        String diff =
                "--- a/src/a.py\n+++ b/src/a.py\n@@ -90,3 +90,3 @@\n def two():\n-    x = 1\n+    x = 2\n     return x\n";
        assertThat(changed(new Edit.UnifiedDiff(((ReadPatch.Read) PatchReader.read(diff)).files())))
                .isEqualTo(Patches.between(A, TEXT, TEXT.replace("x = 1", "x = 2")));
        String wrong = diff.replace("x = 1", "x = 9");
        assertThat(reason(new Edit.UnifiedDiff(((ReadPatch.Read) PatchReader.read(wrong)).files())))
                .contains("does not fit src/a.py", "nearest lines");
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void makesOfADiffWhatItWasMadeFrom(long seed) {
        Random random = new Random(seed);
        RandomTexts texts = new RandomTexts(random);
        for (int i = 0; i < 400; i++) {
            String before = texts.text();
            Patch patch = Patches.between(A, before, texts.changed(before));
            Edited edited = EditApplier.apply(
                    List.of(new Edit.UnifiedDiff(patch.files())), InMemoryTree.of("src/a.py", before));
            assertThat(edited).isEqualTo(patch.isEmpty() ? new Edited.Unchanged() : new Edited.Changed(patch));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void neverFailsOnRandomReplies(long seed) {
        Random random = new Random(seed);
        RandomTexts texts = new RandomTexts(random);
        List<String> parts = List.of(
                "### src/a.py\n",
                "<<<<<<< SEARCH\n",
                "=======\n",
                ">>>>>>> REPLACE\n",
                "```\n",
                "```diff\n",
                "--- a/src/a.py\n+++ b/src/a.py\n",
                "@@ -1,3 +1,3 @@\n",
                "+",
                "-",
                " ",
                "<think>",
                "</think>");
        for (int i = 0; i < 1000; i++) {
            InMemoryTree tree = InMemoryTree.of("src/a.py", texts.text());
            StringBuilder reply = new StringBuilder();
            for (int part = random.nextInt(20); part > 0; part--) {
                reply.append(random.nextInt(3) == 0 ? texts.text() : parts.get(random.nextInt(parts.size())));
            }
            if (EditParser.parse(reply.toString()) instanceof ParsedEdits.Found found) {
                assertThat(EditApplier.apply(found.edits(), tree)).isNotNull();
            }
        }
    }

    @Test
    void looksForMisplacedLinesInGoodTime() {
        InMemoryTree large = InMemoryTree.of("src/a.py", "x\n".repeat(300_000));
        assertThat(EditApplier.apply(List.of(block("x\n".repeat(150_000) + "y\n", "")), large))
                .isInstanceOf(Edited.Unusable.class);
    }

    private static Edit block(String search, String replace) {
        return new Edit.SearchReplace(Optional.of(A), search, replace);
    }

    private static Patch changed(Edit... edits) {
        return changed(TREE, edits);
    }

    private static Patch changed(InMemoryTree tree, Edit... edits) {
        return switch (EditApplier.apply(List.of(edits), tree)) {
            case Edited.Changed changed -> changed.patch();
            case Edited.Unchanged unchanged -> throw new AssertionError("nothing changed");
            case Edited.Unusable unusable -> throw new AssertionError(unusable.reason());
        };
    }

    private static String reason(Edit edit) {
        return switch (EditApplier.apply(List.of(edit), TREE)) {
            case Edited.Unusable unusable -> unusable.reason();
            case Edited.Changed changed ->
                throw new AssertionError(changed.patch().unifiedDiff());
            case Edited.Unchanged unchanged -> throw new AssertionError("nothing changed");
        };
    }
}
