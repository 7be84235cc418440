package dev.monkeywrench.patch;

import java.util.Optional;

/** The modes of files a patch may hold; links and submodules are refused. */
public enum FileMode {
    REGULAR("100644"),
    EXECUTABLE("100755");

    private final String octal;

    FileMode(String octal) {
        this.octal = octal;
    }

    /** As Git writes it. */
    public String octal() {
        return octal;
    }

    /** Older Git versions wrote 100664 for a regular file. */
    static Optional<FileMode> of(String octal) {
        return switch (octal) {
            case "100644", "100664" -> Optional.of(REGULAR);
            case "100755" -> Optional.of(EXECUTABLE);
            default -> Optional.empty();
        };
    }
}
