package dev.monkeywrench.verification.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.patch.PatchReader;
import dev.monkeywrench.patch.ReadPatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Diffs that are refused whole, before anything of them reaches a sandbox; row D of the catalogue. */
@Timeout(60)
class HostilePatchTest {

    private static final String GOOD = change("pkg/sums.py");

    /** A diff beside a good one. */
    record Hostile(String name, String diff) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> refused() {
        return Stream.of(
                new Hostile("leaves the tree", change("../../etc/cron.d/x")),
                new Hostile("leaves the tree later", change("pkg/../../x")),
                new Hostile("is absolute", change("/etc/passwd")),
                new Hostile("writes hooks", change(".git/hooks/post-checkout")),
                new Hostile("writes Git's settings in capitals", change("pkg/.GIT/config")),
                new Hostile("names a short name of Windows", change("git~1/config")),
                new Hostile("renames out of the tree", renamed("pkg/sums.py", "../sums.py")),
                new Hostile(
                        "copies into the tree",
                        renamed("/etc/passwd", "pkg/passwd").replace("rename", "copy")),
                new Hostile("makes a link", added("pkg/link", "120000", "/etc")),
                new Hostile("makes a submodule", added("sub", "160000", "Subproject commit 1")),
                new Hostile("makes a setuid file", added("pkg/tool", "104755", "x")),
                new Hostile("turns a file into a link", "diff --git a/p b/p\nold mode 100644\nnew mode 120000\n"),
                new Hostile("renames in a ring", renamed("a", "b") + renamed("b", "a")),
                new Hostile("holds a NUL byte", change("pkg/a\0b.py")),
                new Hostile("holds half a character", change("pkg/a.py").replace("+b", "+\ud800")),
                new Hostile(
                        "claims a binary without its bytes", "diff --git a/x b/x\nBinary files a/x and b/x differ\n"),
                new Hostile(
                        "has a hundred thousand files",
                        IntStream.range(0, 100_000)
                                .mapToObj(number -> change("f" + number))
                                .collect(Collectors.joining())),
                new Hostile(
                        "has too many hunks", change("x") + "@@ -1 +1 @@\n-a\n+b\n".repeat(PatchReader.MOST_HUNKS + 1)),
                new Hostile("is too large", change("x").replace("+b", "+" + "b".repeat(PatchReader.MOST_BYTES))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWhole(Hostile hostile) {
        assertThat(PatchReader.read(GOOD + hostile.diff())).isInstanceOf(ReadPatch.Unreadable.class);
        assertThat(PatchReader.read(hostile.diff() + GOOD)).isInstanceOf(ReadPatch.Unreadable.class);
    }

    private static String change(String path) {
        return "diff --git a/%1$s b/%1$s\n--- a/%1$s\n+++ b/%1$s\n@@ -1 +1 @@\n-a\n+b\n".formatted(path);
    }

    private static String added(String path, String mode, String text) {
        return "diff --git a/%1$s b/%1$s\nnew file mode %2$s\n--- /dev/null\n+++ b/%1$s\n@@ -0,0 +1 @@\n+%3$s\n"
                .formatted(path, mode, text);
    }

    private static String renamed(String from, String to) {
        return "diff --git a/%1$s b/%2$s\nsimilarity index 100%%\nrename from %1$s\nrename to %2$s\n"
                .formatted(from, to);
    }
}
