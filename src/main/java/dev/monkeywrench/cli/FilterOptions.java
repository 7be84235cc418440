package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.IdPattern;
import dev.monkeywrench.evaluation.Slice;
import dev.monkeywrench.evaluation.SuiteFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Which instances of a suite are meant, for every command that takes one. */
final class FilterOptions {

    @Option(
            names = {"-i", "--instance"},
            paramLabel = "ID",
            description = "This instance; may be repeated.")
    private List<String> instances = List.of();

    @Option(
            names = {"--filter", "--only"},
            paramLabel = "REGEX",
            description = "Instances whose id holds a match, in RE2 syntax.")
    private Optional<String> pattern = Optional.empty();

    @Option(
            names = "--repo",
            paramLabel = "NAME",
            description = "Instances of this repository, as owner/name or name; may be repeated.")
    private List<String> repositories = List.of();

    @Option(
            names = "--language",
            paramLabel = "NAME",
            description = "Instances in this language, as python or java; may be repeated.")
    private List<String> languages = List.of();

    @Option(names = "--shuffle", description = "In an order that --seed decides, before --slice and --limit.")
    private boolean shuffle;

    @Option(names = "--seed", description = "The same seed shuffles the same way and draws the same candidates (1).")
    private long seed = 1;

    @Option(names = "--slice", paramLabel = "A:B", description = "This part, as in 0:5, 5: or -5:.")
    private Optional<String> slice = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "The first so many.")
    private Optional<Integer> limit = Optional.empty();

    long seed() {
        return seed;
    }

    /** Which of the suite's instances are meant; what cannot be is a fault of usage. */
    SuiteFilter filter() {
        try {
            return new SuiteFilter(
                    instances,
                    pattern.map(IdPattern::of),
                    new HashSet<>(repositories),
                    new HashSet<>(languages),
                    shuffle ? OptionalLong.of(seed) : OptionalLong.empty(),
                    slice.map(Slice::of),
                    limit.map(OptionalInt::of).orElse(OptionalInt.empty()));
        } catch (IllegalArgumentException e) {
            throw new UsageFault(String.valueOf(e.getMessage()));
        }
    }
}
