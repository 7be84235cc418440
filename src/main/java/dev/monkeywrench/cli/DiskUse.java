package dev.monkeywrench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.util.unit.DataSize;

/**
 * What services hold on the disk that can be evicted, as they leave it in the home directory.
 *
 * @param mirrors bytes of mirrors
 * @param templates bytes of trees of running services
 * @param images bytes of images that services pulled, by what the daemon said then
 */
record DiskUse(long mirrors, long templates, long images) {

    private static final long MEGA = 1L << 20;
    private static final int SIZE_LINE = 2;
    private static final String CEILING = "monkeywrench.disk";
    private static final DataSize USUAL = DataSize.ofGigabytes(20);

    static DiskUse in(Path home) throws IOException {
        Path sandboxes = home.resolve("sandboxes");
        long templates = 0;
        for (Path trees : children(sandboxes, "trees-*")) {
            templates += size(trees);
        }
        long images = 0;
        for (Path image : children(sandboxes.resolve("pulled"), "*.image")) {
            List<String> lines = Files.readAllLines(image);
            images += lines.size() > SIZE_LINE ? Long.parseLong(lines.get(SIZE_LINE)) : 0;
        }
        return new DiskUse(size(home.resolve("mirrors")), templates, images);
    }

    Finding finding() {
        long ceiling = ceiling();
        long used = mirrors + templates + images;
        String text = used / MEGA + " MB of " + ceiling / MEGA + " MB: mirrors " + mirrors / MEGA + ", templates "
                + templates / MEGA + ", pulled images " + images / MEGA;
        return used <= ceiling
                ? Finding.ok("disk budget", text)
                : Finding.warn("disk budget", text, "The next run evicts what is not in use; else raise " + CEILING);
    }

    private static long ceiling() {
        Optional<String> set = Settings.load().stream()
                .filter(setting -> setting.name().equals(CEILING))
                .map(Setting::value)
                .findFirst();
        return set.map(DataSize::parse).orElse(USUAL).toBytes();
    }

    private static List<Path> children(Path folder, String names) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
            return StreamSupport.stream(found.spliterator(), false).toList();
        }
    }

    /** A service may evict while we count. */
    private static long size(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (UncheckedIOException changing) {
            throw changing.getCause();
        }
    }
}
