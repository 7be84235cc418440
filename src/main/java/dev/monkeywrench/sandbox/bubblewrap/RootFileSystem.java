package dev.monkeywrench.sandbox.bubblewrap;

import java.nio.file.Path;
import java.util.List;

/**
 * What lies at {@code /} in a sandbox, read-only.
 *
 * @param words of bubblewrap that lay it
 * @param digest of what it is
 */
record RootFileSystem(List<String> words, String digest) {

    private static final List<String> HOST = List.of(
            "--ro-bind",
            "/usr",
            "/usr",
            "--ro-bind-try",
            "/etc/alternatives",
            "/etc/alternatives",
            "--ro-bind-try",
            "/etc/ld.so.cache",
            "/etc/ld.so.cache",
            "--ro-bind-try",
            "/etc/java-17-openjdk",
            "/etc/java-17-openjdk",
            "--ro-bind-try",
            "/etc/passwd",
            "/etc/passwd",
            "--ro-bind-try",
            "/etc/group",
            "/etc/group",
            "--symlink",
            "usr/bin",
            "/bin",
            "--symlink",
            "usr/sbin",
            "/sbin",
            "--symlink",
            "usr/lib",
            "/lib",
            "--symlink",
            "usr/lib64",
            "/lib64",
            "--dir",
            "/testbed",
            "--dir",
            "/mw",
            "--dir",
            "/tmp");

    RootFileSystem {
        words = List.copyOf(words);
    }

    /** A recipe's own, built once and named by its version. */
    static RootFileSystem of(Path folder) {
        return new RootFileSystem(
                List.of("--ro-bind", folder.toString(), "/"),
                folder.getFileName().toString());
    }

    /** The machine's own programs, for an ordinary user without a recipe built. */
    static RootFileSystem ofThisMachine(String digest) {
        return new RootFileSystem(HOST, digest);
    }
}
