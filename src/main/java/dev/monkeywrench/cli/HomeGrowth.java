package dev.monkeywrench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * By how many bytes the mirrors, the templates and the pulled images of a home directory grew since this was made; nothing
 * is known of the home of a service that somebody else runs.
 */
final class HomeGrowth {

    private final Optional<Path> home;
    private final long before;

    private HomeGrowth(Optional<Path> home) {
        this.home = home;
        this.before = home.map(HomeGrowth::used).orElse(0L);
    }

    static HomeGrowth of(Path home) {
        return new HomeGrowth(Optional.of(home));
    }

    static HomeGrowth unknown() {
        return new HomeGrowth(Optional.empty());
    }

    /** What was evicted meanwhile makes it less, but never less than nothing. */
    OptionalLong bytes() {
        return home.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Math.max(0, used(home.get()) - before));
    }

    private static long used(Path home) {
        try {
            DiskUse use = DiskUse.in(home);
            return use.mirrors() + use.templates() + use.images();
        } catch (IOException e) {
            throw new UncheckedIOException("The disk use of " + home + " cannot be read", e);
        }
    }
}
