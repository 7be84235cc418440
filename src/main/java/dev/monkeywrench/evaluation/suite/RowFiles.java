package dev.monkeywrench.evaluation.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads files of objects, by what is in them: JSON in every form in use, YAML, or Parquet. */
public final class RowFiles {

    private static final List<String> ENDINGS = List.of(".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".parquet");
    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private RowFiles() {}

    /** The files of a folder that hold rows, by the endings of their names, in order of name. */
    public static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(RowFiles::isNamedLikeRows).sorted().toList();
        }
    }

    private static boolean isNamedLikeRows(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    /**
     * Tells what stands in a file, one after the other and in order: each object as soon as it is read, and what cannot be
     * read beside it. Neither a file's size nor what is wrong with it decides how much memory that takes.
     */
    public static void read(Path file, Consumer<Found> sink) {
        try {
            byte[] head = head(file);
            if (begins(head, PARQUET) || isNamed(file, ".parquet")) {
                ParquetRows.read(file, sink);
            } else if (begins(head, GZIP) || begins(head, ZSTD) || begins(head, ZIP)) {
                sink.accept(new Found.Unreadable(
                        Found.Place.none(),
                        "the file is compressed",
                        "Unpack it, as with gunzip, unzstd or unzip, and name what comes out"));
            } else if (isNamed(file, ".yaml") || isNamed(file, ".yml")) {
                YamlRows.read(file, sink);
            } else {
                JsonRows.read(file, sink);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(PARQUET.length);
        }
    }

    private static boolean begins(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static boolean isNamed(Path file, String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
