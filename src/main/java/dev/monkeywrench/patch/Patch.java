package dev.monkeywrench.patch;

/**
 * A normalised unified diff, and its digest.
 *
 * <p>Made by a reader from a diff, or by an editor from edits: both give the same text for the same
 * change.
 */
public final class Patch {

    private final String unifiedDiff;
    private final PatchDigest digest;

    Patch(String unifiedDiff) {
        this.unifiedDiff = unifiedDiff;
        this.digest = PatchDigest.of(unifiedDiff);
    }

    /** As {@code git diff} prints it, files in order of path; empty when nothing changes. */
    public String unifiedDiff() {
        return unifiedDiff;
    }

    public PatchDigest digest() {
        return digest;
    }

    public boolean isEmpty() {
        return unifiedDiff.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Patch patch && patch.digest.equals(digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    @Override
    public String toString() {
        return "Patch " + digest.value().substring(0, 12);
    }
}
