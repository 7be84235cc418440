package dev.monkeywrench.evaluation;

import dev.monkeywrench.instance.InstanceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Which instances of a suite are meant. Those that every stated condition holds of are taken, then shuffled, then
 * sliced, then limited.
 *
 * @param instances by id; empty: all
 * @param pattern that the id holds a match of
 * @param repositories as {@code owner/name} or {@code name}, whatever the case; empty: all
 * @param languages as in {@code python}; empty: all
 * @param shuffleSeed orders the instances by a hash of seed and id: the same seed gives the same order on every
 *     machine, and the order of two instances does not depend on which others are there; empty: the suite's order
 * @param limit the first so many; at least 1
 */
public record SuiteFilter(
        List<String> instances,
        Optional<IdPattern> pattern,
        Set<String> repositories,
        Set<String> languages,
        OptionalLong shuffleSeed,
        Optional<Slice> slice,
        OptionalInt limit) {

    public SuiteFilter {
        instances = List.copyOf(instances);
        repositories = Set.copyOf(repositories);
        languages = Set.copyOf(languages);
        if (limit.orElse(1) < 1) {
            throw new IllegalArgumentException("a limit begins at 1");
        }
    }

    /** Every instance, in the suite's order. */
    public static SuiteFilter all() {
        return new SuiteFilter(
                List.of(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    /**
     * The chosen instances. An id that is asked for by name and is no instance of the suite is told as a problem beside
     * the suite's own.
     */
    public Suite of(Suite suite) {
        List<Suite.Row> rows =
                new ArrayList<>(suite.rows().stream().filter(this::holds).toList());
        shuffleSeed.ifPresent(seed -> rows.sort(Comparator.comparing(row -> rank(seed, row.id()))));
        List<Suite.Row> part = slice.map(wanted -> wanted.of(rows)).orElse(rows);
        List<FileProblem> problems = new ArrayList<>(suite.problems());
        problems.addAll(unknown(suite));
        return new Suite(
                suite.name(),
                part.stream().limit(limit.orElse(Integer.MAX_VALUE)).toList(),
                problems);
    }

    private boolean holds(Suite.Row row) {
        String id = row.id().value();
        if (!instances.isEmpty() && !instances.contains(id)) {
            return false;
        }
        if (pattern.isPresent() && !pattern.get().finds(id)) {
            return false;
        }
        if (repositories.isEmpty() && languages.isEmpty()) {
            return true;
        }
        RowTraits traits = RowTraits.of(row.row());
        return (repositories.isEmpty()
                        || repositories.stream().anyMatch(wanted -> isNamed(traits.repository(), wanted)))
                && (languages.isEmpty()
                        || languages.stream().map(RowTraits::languageNamed).anyMatch(traits.language()::equals));
    }

    private static boolean isNamed(String repository, String wanted) {
        String full = repository.toLowerCase(Locale.ROOT);
        String name = wanted.strip().toLowerCase(Locale.ROOT);
        return !name.isEmpty() && (full.equals(name) || full.endsWith("/" + name));
    }

    private List<FileProblem> unknown(Suite suite) {
        Set<String> known =
                Set.copyOf(suite.rows().stream().map(row -> row.id().value()).toList());
        return instances.stream()
                .distinct()
                .filter(id -> !known.contains(id))
                .map(id -> FileProblem.ofField(
                        suite.name(),
                        "instance_id",
                        "'" + shortened(id) + "' stands in no usable row",
                        "Name an instance of the suite; ids are compared letter by letter"))
                .toList();
    }

    private static String shortened(String id) {
        return id.length() <= 200 ? id : id.substring(0, 200) + "…";
    }

    private static String rank(long seed, InstanceId id) {
        try {
            byte[] text = (seed + "\n" + id.value()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
