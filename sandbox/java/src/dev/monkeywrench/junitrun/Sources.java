package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sources of a project in the order in which they are compiled, each with a digest of its content. */
record Sources(List<Path> paths, List<String> digests) {

    static Sources read(List<Path> paths) throws IOException {
        List<String> digests = new ArrayList<>();
        for (Path path : paths) {
            digests.add(digest(Files.readAllBytes(path)));
        }
        return new Sources(List.copyOf(paths), List.copyOf(digests));
    }

    /** The sources whose content is another than in these; empty where there are others, or in another order. */
    Optional<List<Path>> changedFrom(Sources before) {
        if (!paths.equals(before.paths)) {
            return Optional.empty();
        }
        List<Path> changed = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            if (!digests.get(i).equals(before.digests.get(i))) {
                changed.add(paths.get(i));
            }
        }
        return Optional.of(changed);
    }

    private static String digest(byte[] content) {
        try {
            return new java.math.BigInteger(1, MessageDigest.getInstance("SHA-256").digest(content)).toString(16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
