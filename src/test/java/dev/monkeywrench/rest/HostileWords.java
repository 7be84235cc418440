package dev.monkeywrench.rest;

import java.util.List;

/** Names of repositories and texts of patches that no request may bring. */
final class HostileWords {

    static final List<String> REPOSITORIES = List.of(
            "file:///etc",
            "ext::sh -c id",
            "--upload-pack=touch /tmp/x",
            "-oProxyCommand=id",
            "ssh://git@example.org/x",
            "git://example.org/x",
            "http://example.org/x",
            "https://",
            "https:///x",
            "https://user:token@example.org/x",
            "https://127.0.0.1/x",
            "https://localhost/x",
            "https://169.254.169.254/latest/meta-data",
            "https://0x7f000001/x",
            "https://2130706433/x",
            "https://017700000001/x",
            "https://[::1]/x",
            "https://[::ffff:10.0.0.1]/x",
            "https://10.0.0.1/x",
            "https://no-such-host.invalid/x",
            "/etc",
            "/",
            "/proc/self/root",
            "../../etc",
            "..",
            "",
            " ",
            "\\\\server\\share",
            "C:\\repo",
            "data:text/plain,x",
            "jar:file:/x!/y",
            "https://exa mple.org/x",
            "/tmp/\0/x",
            "https://example.org/\u202e/x");

    static final List<String> PATCHES = List.of(
            "--- a/../../x\n+++ b/../../x\n@@ -1 +1 @@\n-a\n+b\n",
            "--- /etc/passwd\n+++ /etc/passwd\n@@ -1 +1 @@\n-a\n+b\n",
            """
            diff --git a/.git/hooks/x b/.git/hooks/x
            new file mode 100755
            --- /dev/null
            +++ b/.git/hooks/x
            @@ -0,0 +1 @@
            +id
            """,
            "diff --git a/l b/l\nnew file mode 120000\n--- /dev/null\n+++ b/l\n@@ -0,0 +1 @@\n+/etc\n",
            """
            diff --git a/m b/m
            new file mode 160000
            --- /dev/null
            +++ b/m
            @@ -0,0 +1 @@
            +Subproject commit 0123456789012345678901234567890123456789
            """,
            "just prose",
            "@@ -1 +1 @@\n-a\n+b\n",
            "--- a/x\n+++ b/x\n");

    private HostileWords() {}
}
