package dev.monkeywrench.sandbox.bubblewrap;

import java.nio.file.Path;
import java.util.Optional;

/** Where the recipes' root file systems of this machine are. */
final class Homes {

    private Homes() {}

    static Path rootfs() {
        String fallback = System.getProperty("user.home") + "/.cache/monkeywrench";
        return Path.of(Optional.ofNullable(System.getenv("MONKEYWRENCH_HOME")).orElse(fallback), "rootfs");
    }
}
