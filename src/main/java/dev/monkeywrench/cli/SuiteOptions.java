package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.Suite;
import dev.monkeywrench.evaluation.SuiteFilter;
import dev.monkeywrench.evaluation.SuiteReader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The suite and which of its instances, for commands that do something with a suite. */
final class SuiteOptions {

    private static final int MOST_NAME = 200;

    @Option(
            names = "--suite",
            required = true,
            paramLabel = "FILE|DIR|starter",
            description = "Rows in JSON, JSONL or Parquet, a folder of tasks or instances, or 'starter'.")
    private String suite = "";

    @Mixin
    private FilterOptions filter = new FilterOptions();

    long seed() {
        return filter.seed();
    }

    /** The suite as the user named it. */
    String name() {
        return suite;
    }

    /** A suite's name as a request carries it: one line, not too long. */
    static String shown(String name) {
        String line = Inert.line(name, MOST_NAME);
        return line.isBlank() ? "suite" : line;
    }

    /** The whole suite. */
    Suite read(Session session) {
        return new SuiteReader(session.suites(), session.home()).read(suite);
    }

    /** Which of the suite's instances are meant; what cannot be is a fault of usage. */
    SuiteFilter filter() {
        return filter.filter();
    }

    /** The chosen instances; what is wrong with the suite is told to the user. */
    Suite chosen(Session session) {
        return chosen(session, suite, filter());
    }

    /** The chosen instances of a suite; that none is left is an illegal argument. */
    static Suite chosen(Session session, String suite, SuiteFilter filter) {
        Suite all = new SuiteReader(session.suites(), session.home()).read(suite);
        Suite chosen = filter.of(all);
        chosen.problems().forEach(problem -> session.terminal().note(problem.sentence()));
        if (chosen.rows().isEmpty()) {
            throw new IllegalArgumentException("No instance of " + suite + " is left; it holds "
                    + all.rows().size() + " usable ones before -i, --filter, --repo, --language, --slice and --limit");
        }
        return chosen;
    }
}
