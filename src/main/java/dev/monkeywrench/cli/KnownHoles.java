package dev.monkeywrench.cli;

/** Versions through which untrusted code got out of its sandbox, or a patch out of its tree. */
final class KnownHoles {

    private KnownHoles() {}

    /** Masked paths and console mounts could be raced until 1.2.8, 1.3.3 and 1.4.0 (CVE-2025-31133, -52565, -52881). */
    static boolean inRunc(Version runc) {
        if (runc.major() != 1) {
            return runc.major() < 1;
        }
        return switch (runc.minor()) {
            case 0, 1 -> true;
            case 2 -> runc.patch() < 8;
            case 3 -> runc.patch() < 3;
            default -> false;
        };
    }

    /** Cloning could write outside the tree until 2.43.7 (CVE-2025-48384). */
    static boolean inGit(Version git) {
        return git.isBefore(2, 43, 7);
    }
}
