package dev.monkeywrench.evaluation.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.evaluation.statistics.PassAtK.CoveragePoint;
import dev.monkeywrench.evaluation.statistics.SuccessDistribution.Beta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every number of the worked example in docs/statistics.md comes from here. */
class StatisticsPageTest {

    private static final RecordedOutcomes OUTCOMES = RecordedOutcomes.read();
    private static final List<String> REPEATED = List.of("AutoCodeRover gpt-4-0125", "SWE-agent cost 2");
    private static final List<String> FIRST_ATTEMPTS =
            OUTCOMES.runs().stream().filter(run -> run.endsWith("#1")).toList();

    private static void assertPageHolds(String part) throws IOException {
        assertThat(Files.readString(Path.of("docs/statistics.md"))).contains(part);
    }

    private static Bootstrap bootstrap() {
        return new Bootstrap(1000, 0.95, new Random(1));
    }

    @Test
    void showsWhatEachRunResolved() throws IOException {
        assertPageHolds(OUTCOMES.runs().stream()
                .map(OUTCOMES::resolved)
                .map(run -> String.format(
                        Locale.ROOT,
                        "| %s | %d | %.1f %% |",
                        run.label(),
                        run.resolved().size(),
                        100 * run.share()))
                .collect(Collectors.joining("\n")));
    }

    @Test
    void showsTheUnionOfAll() throws IOException {
        Resolved union = Resolved.union(
                "all", OUTCOMES.runs().stream().map(OUTCOMES::resolved).toList());
        assertPageHolds(String.format(
                Locale.ROOT,
                "All ten runs together: %d of 300, %.1f %%.",
                union.resolved().size(),
                100 * union.share()));
    }

    @Test
    void showsPairsOfSystems() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < FIRST_ATTEMPTS.size(); i++) {
            for (int j = i + 1; j < FIRST_ATTEMPTS.size(); j++) {
                Resolved first = OUTCOMES.resolved(FIRST_ATTEMPTS.get(i));
                Resolved second = OUTCOMES.resolved(FIRST_ATTEMPTS.get(j));
                McNemar test = McNemar.of(first, second);
                rows.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %d | %d | %d | %.2g | %.2g |%n",
                        name(first),
                        name(second),
                        together(first, second),
                        test.onlyFirst(),
                        test.onlySecond(),
                        test.exact(),
                        test.midP()));
            }
        }
        assertPageHolds(rows.toString());
    }

    @Test
    void showsPassAtKOfTheRepeatedSystems() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String system : REPEATED) {
            FixedCounts counts = Suites.counts(OUTCOMES.sequences(system));
            for (CoveragePoint point : new PassAtK(counts).curve(List.of(1, 2, 3), bootstrap())) {
                rows.append(String.format(
                        Locale.ROOT,
                        "| %s | %d | %.1f %% | %.1f to %.1f %% |%n",
                        system,
                        point.k(),
                        100 * point.coverage(),
                        100 * point.interval().low(),
                        100 * point.interval().high()));
            }
        }
        assertPageHolds(rows.toString());
    }

    @Test
    void showsTheForecastOfTheThirdAttempt() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String system : REPEATED) {
            List<SampleSequence> sequences = OUTCOMES.sequences(system);
            BackTest.Point third = BackTest.of(sequences, 2).last();
            rows.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f %% | %.1f %% (%+.1f) | %.1f %% (%+.1f) | %.1f %% (%+.1f) |%n",
                    system,
                    100 * third.observed(),
                    100 * third.powerLaw(),
                    100 * third.powerLawError(),
                    100 * third.betaBinomial(),
                    100 * third.betaBinomialError(),
                    100 * third.extended(),
                    100 * third.extendedError()));
        }
        assertPageHolds(rows.toString());
    }

    @Test
    void showsWhyTheForecastsAreTooHigh() throws IOException {
        List<Resolved> attempts = OUTCOMES.runs().stream()
                .filter(run -> run.startsWith(REPEATED.getFirst()))
                .map(OUTCOMES::resolved)
                .toList();
        assertPageHolds(String.format(
                Locale.ROOT,
                "first two cover %d instances, the other pairs %d and %d",
                together(attempts.get(0), attempts.get(1)),
                together(attempts.get(0), attempts.get(2)),
                together(attempts.get(1), attempts.get(2))));
    }

    private static int together(Resolved first, Resolved second) {
        return Resolved.union("both", List.of(first, second)).resolved().size();
    }

    @Test
    void showsTheForecastFromAllThreeAttempts() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String system : REPEATED) {
            FixedCounts counts = Suites.counts(OUTCOMES.sequences(system));
            CoverageForecast forecast = CoverageForecast.of(counts, List.of(10, 100), bootstrap());
            for (CoverageForecast.Point point : forecast.points()) {
                rows.append(String.format(
                        Locale.ROOT,
                        "| %s | %d | %s | %s | %s |%n",
                        system,
                        point.k(),
                        estimate(point.powerLaw()),
                        estimate(point.betaBinomial()),
                        estimate(point.extended())));
            }
        }
        assertPageHolds(rows.toString());
    }

    @Test
    void showsTheFittedParameters() throws IOException {
        for (String system : REPEATED) {
            FixedCounts counts = Suites.counts(OUTCOMES.sequences(system));
            CoverageLaw law = CoverageLaw.fit(counts);
            Beta beta = (Beta) BetaBinomial.fit(counts);
            assertPageHolds(String.format(
                    Locale.ROOT,
                    "%s: `exp(%.3f k^%.3f)` and Beta(%.4f, %.4f)",
                    system,
                    law.a(),
                    law.b(),
                    beta.a(),
                    beta.b()));
        }
    }

    @Test
    void showsHowManyPatchesWereDistinct() throws IOException {
        for (String system : REPEATED) {
            Scorecard card = OUTCOMES.scorecard(system);
            assertPageHolds(String.format(
                    Locale.ROOT,
                    "%s %d of %d (%.1f %%)",
                    system,
                    card.distinctPatches(),
                    card.patches(),
                    100 * card.uniquePatchRate().getAsDouble()));
        }
    }

    private static String estimate(CoverageForecast.Estimate estimate) {
        return String.format(
                Locale.ROOT,
                "%.1f %% (%.1f to %.1f)",
                100 * estimate.value(),
                100 * estimate.interval().low(),
                100 * estimate.interval().high());
    }

    private static String name(Resolved run) {
        return run.label().replace(" #1", "");
    }
}
