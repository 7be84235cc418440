package dev.monkeywrench.sandbox.bubblewrap;

import dev.monkeywrench.disk.DiskBudget;
import java.nio.file.Path;
import java.util.List;

/**
 * Where things are, and what may be used.
 *
 * @param home holds {@code rootfs/} with the recipes' root file systems and {@code sandboxes/} with the registry
 * @param privilege whether root's powers are used where the service has them
 * @param launcher words put before bubblewrap, as to become another user; mostly none
 * @param disk which trees take part in
 */
public record BubblewrapTerms(Path home, Privilege privilege, List<String> launcher, DiskBudget disk) {

    public BubblewrapTerms {
        launcher = List.copyOf(launcher);
    }

    public static BubblewrapTerms usual(Path home) {
        return usual(home, DiskBudget.unbounded());
    }

    public static BubblewrapTerms usual(Path home, DiskBudget disk) {
        return new BubblewrapTerms(home, Privilege.current(), List.of(), disk);
    }
}
