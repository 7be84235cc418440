package dev.monkeywrench.evaluation.submission;

import dev.monkeywrench.evaluation.Suite;
import dev.monkeywrench.evaluation.SuitePart;
import dev.monkeywrench.evaluation.SuiteReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The suites that predictions may be submitted for: the bundled one, and what lies under a root as
 * {@code <subset>/<split>}, a folder or a file. The latest few are kept in memory. Thread-safe.
 */
public final class Parts {

    private static final SuitePart STARTER = new SuitePart(SuiteReader.STARTER, "test");
    private static final List<String> ENDINGS = List.of("", ".jsonl", ".json", ".parquet");
    private static final int MOST_KEPT = 2;

    private final Optional<Path> root;
    private final SuiteReader reader;
    private final Map<Place, Suite> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Suite> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /**
     * @param root with a folder a subset; empty for the bundled suite alone
     */
    public Parts(Optional<Path> root, SuiteReader reader) {
        this.root = root;
        this.reader = reader;
    }

    /** A suite as it was at a time: one that changed is read again. */
    private record Place(String name, FileTime changed) {}

    /** Empty where there is none of that name. */
    public synchronized Optional<Suite> find(SuitePart part) {
        return place(part).map(place -> kept.computeIfAbsent(place, found -> reader.read(found.name())));
    }

    private Optional<Place> place(SuitePart part) {
        if (part.equals(STARTER)) {
            return Optional.of(new Place(SuiteReader.STARTER, FileTime.fromMillis(0)));
        }
        return root.stream()
                .flatMap(folder -> ENDINGS.stream()
                        .map(ending -> folder.resolve(part.subset()).resolve(part.split() + ending)))
                .filter(Files::exists)
                .findFirst()
                .map(path -> new Place(path.toString(), changed(path)));
    }

    private static FileTime changed(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The suite " + path + " went away", e);
        }
    }

    /** Every part there is, in order. */
    public List<SuitePart> all() {
        List<SuitePart> all = new ArrayList<>(List.of(STARTER));
        for (Path subset : root.map(Parts::entries).orElse(List.of())) {
            for (Path split : Files.isDirectory(subset) ? entries(subset) : List.<Path>of()) {
                part(subset, split).ifPresent(all::add);
            }
        }
        return all;
    }

    /** Empty where no request could name it. */
    private static Optional<SuitePart> part(Path subset, Path split) {
        try {
            String name = name(split).replaceFirst("\\.(jsonl|json|parquet)$", "");
            return Optional.of(new SuitePart(name(subset), name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The suites under " + folder + " cannot be listed; set"
                            + " monkeywrench.submissions.suites to a folder that can be read",
                    e);
        }
    }
}
