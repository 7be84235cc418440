package dev.monkeywrench.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a verdict cache promises, wherever it keeps things. */
public abstract class VerdictCacheContract {

    protected static final Instant BEGIN = Instant.parse("2026-11-21T03:00:00.123456Z");
    protected static final TestId TEST = new TestId("a::b[\0 \ud83d\ude00]");
    private static final Duration DAY = Duration.ofDays(1);

    private Instant now = BEGIN;
    private VerdictCache cache;

    /** An empty one. */
    protected abstract VerdictCache cache(InstantSource clock, int mostEntries, Duration longestUnused);

    @BeforeEach
    void begin() {
        cache = cache(() -> now, 3, DAY);
    }

    @Test
    void givesBackWhatWasKept() {
        VerdictCache.Kept verdict = kept("one", failed(TEST));
        VerdictCache.Kept baseline = kept("one", measured(TestStatus.FAILED));
        cache.keep(key("1"), verdict);
        cache.keep(key("2"), baseline);
        assertThat(cache.find(key("1"))).contains(verdict);
        assertThat(cache.find(key("2"))).contains(baseline);
        assertThat(cache.find(key("3"))).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoThatAgree() {
        cache.keep(key("1"), kept("one", failed(TEST)));
        now = now.plusSeconds(1);
        cache.keep(key("1"), kept("two", failed(TEST)));
        assertThat(cache.find(key("1"))).map(VerdictCache.Kept::run).contains("one");
    }

    @Test
    void givesNeitherOfTwoThatDisagree() {
        cache.keep(key("1"), kept("one", passed()));
        cache.keep(key("1"), kept("two", failed(TEST)));
        assertThat(cache.find(key("1"))).isEmpty();
        cache.keep(key("1"), kept("three", passed()));
        assertThat(cache.find(key("1"))).isEmpty();

        cache.keep(key("2"), kept("one", failed(TEST)));
        cache.keep(key("2"), kept("two", failed(new TestId("another"))));
        assertThat(cache.find(key("2"))).isEmpty();

        cache.keep(key("3"), kept("one", measured(TestStatus.FAILED)));
        cache.keep(key("3"), kept("two", measured(TestStatus.ERROR)));
        assertThat(cache.find(key("3"))).isEmpty();
    }

    @Test
    void forgetsWhatWasNotUsedForTheLongestTime() {
        for (String name : List.of("1", "2", "3")) {
            cache.keep(key(name), kept("one", passed()));
            now = now.plusSeconds(1);
        }
        assertThat(cache.find(key("1"))).isPresent();
        now = now.plusSeconds(1);
        cache.keep(key("4"), kept("one", passed()));
        assertThat(cache.find(key("2"))).isEmpty();
        assertThat(cache.find(key("1"))).isPresent();
        assertThat(cache.find(key("3"))).isPresent();
        assertThat(cache.find(key("4"))).isPresent();
    }

    @Test
    void forgetsWhatWasNotUsedForLong() {
        cache.keep(key("used"), kept("one", passed()));
        cache.keep(key("unused"), kept("one", passed()));
        now = now.plus(DAY);
        assertThat(cache.find(key("used"))).isPresent();
        now = now.plusSeconds(1);
        assertThat(cache.find(key("unused"))).isEmpty();
        assertThat(cache.find(key("used"))).isPresent();
        cache.keep(key("unused"), kept("two", failed(TEST)));
        assertThat(cache.find(key("unused"))).map(VerdictCache.Kept::run).contains("two");
    }

    @Test
    void keepsNothingWhereNothingIsAllowed() {
        VerdictCache none = cache(() -> now, 0, DAY);
        none.keep(key("1"), kept("one", passed()));
        assertThat(none.find(key("1"))).isEmpty();
    }

    @Test
    void isUsedByManyAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                VerdictKey key = key("" + i % 5);
                VerdictCache.Kept kept = kept("run" + i, passed());
                calls.add(threads.submit(() -> cache.keep(key, kept)));
                calls.add(threads.submit(() -> cache.find(key)));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
        cache.keep(key("last"), kept("one", passed()));
        assertThat(List.of("0", "1", "2", "3", "4", "last").stream()
                        .filter(name -> cache.find(key(name)).isPresent()))
                .hasSize(3);
    }

    @Test
    void keepsWholeWhatAnInterruptedThreadKeeps() {
        Thread.currentThread().interrupt();
        cache.keep(key("1"), kept("one", passed()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(cache.find(key("1"))).isPresent();
    }

    protected static VerdictKey key(String name) {
        return new VerdictKey(new TreeMap<>(Map.of("name", name)));
    }

    protected VerdictCache.Kept kept(String run, VerdictCache.Finding finding) {
        return new VerdictCache.Kept(run, now, finding);
    }

    protected static VerdictCache.Finding passed() {
        return judged(new Verdict.Passed());
    }

    protected static VerdictCache.Finding failed(TestId test) {
        return judged(new Verdict.Failed(List.of(test), List.of(), "reason"));
    }

    private static VerdictCache.Finding judged(Verdict verdict) {
        return new VerdictCache.Judged(new Verification(
                verdict, report(TestStatus.FAILED), List.of("e"), "log \0 \ud800".repeat(1_000), Duration.ofMillis(9)));
    }

    private static VerdictCache.Finding measured(TestStatus status) {
        return new VerdictCache.Measured(new Baseline(
                new ExpectedTests(List.of(TEST), List.of()), List.of("c"), report(status), Duration.ofMillis(7)));
    }

    private static TestReport report(TestStatus status) {
        return new TestReport(Map.of(TEST, status), true, OptionalInt.of(1));
    }
}
