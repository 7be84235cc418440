package dev.monkeywrench.run.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes what was not used for the longest time. */
record LeastUsedFiles(Path folder) {

    /** How the names of files end that are not whole yet. */
    static final String BEGUN = ".begun";

    private record Used(Path file, Instant at) {}

    /**
     * Leaves so many files at most.
     *
     * @param limit what was not used since then goes in any case
     */
    void make(int most, Instant limit) throws IOException {
        List<Used> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder, 2)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                add(file, files);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        files.sort(
                Comparator.comparing(Used::at).thenComparing(used -> used.file().toString()));
        long whole = files.stream().filter(used -> isWhole(used.file())).count();
        for (Used used : files) {
            boolean late = used.at().isBefore(limit);
            boolean tooMany = whole > most && isWhole(used.file());
            if (late || tooMany) {
                Files.deleteIfExists(used.file());
                whole -= isWhole(used.file()) ? 1 : 0;
            }
        }
    }

    private static void add(Path file, List<Used> files) throws IOException {
        try {
            files.add(new Used(file, Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
            return; // another process was faster
        }
    }

    private static boolean isWhole(Path file) {
        return !String.valueOf(file.getFileName()).contains(".");
    }
}
