package dev.monkeywrench.workspace.git;

import dev.monkeywrench.disk.Holding;
import dev.monkeywrench.disk.Holdings;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mirrors as part of the disk's budget. One that is read or being fetched stays.
 *
 * @param folder of all mirrors
 */
record MirrorHoldings(Path folder) implements Holdings {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    @Override
    public String kind() {
        return "mirrors";
    }

    @Override
    public List<Holding> list() throws IOException {
        List<Holding> found = new ArrayList<>();
        try (DirectoryStream<Path> mirrors = Files.newDirectoryStream(
                folder, path -> NAME.matcher(path.getFileName().toString()).matches())) {
            for (Path mirror : mirrors) {
                found.add(new Holding(mirror.getFileName().toString(), size(mirror), MirrorUse.last(mirror)));
            }
        }
        return found;
    }

    /** Renamed first: a mirror has its name only while it is whole. */
    @Override
    public boolean evict(Holding holding) throws IOException, InterruptedException {
        Path mirror = folder.resolve(holding.name());
        return MirrorUse.whenUnread(mirror, () -> {
            Path leaving = folder.resolve(holding.name() + ".unfinished");
            Folders.remove(leaving);
            Files.move(mirror, leaving, StandardCopyOption.ATOMIC_MOVE);
            Folders.remove(leaving);
        });
    }

    private static long size(Path mirror) throws IOException {
        try (Stream<Path> files = Files.walk(mirror)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
