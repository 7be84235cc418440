package dev.monkeywrench.disk;

/**
 * Bounds on the disk.
 *
 * @param ceilingBytes of all that owners hold
 * @param floorBytes that stay free on the file system, whoever fills it
 */
public record DiskTerms(long ceilingBytes, long floorBytes) {

    public DiskTerms {
        if (ceilingBytes < 1 || floorBytes < 0) {
            throw new IllegalArgumentException("The disk's ceiling is positive and its floor is not negative");
        }
    }
}
