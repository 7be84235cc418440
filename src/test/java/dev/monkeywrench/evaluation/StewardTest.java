package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.run.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The thread that keeps evaluations going outlives whatever a step throws. */
@Timeout(60)
class StewardTest {

    private static final EvaluationId FIRST = new EvaluationId("%024x".formatted(1));
    private static final EvaluationId SECOND = new EvaluationId("%024x".formatted(2));
    private static final Duration NEVER = Duration.ofDays(1);

    static Stream<Throwable> whateverIsThrown() {
        return Stream.of(
                new IllegalStateException("a bug"), new StackOverflowError("a bug"), new NoClassDefFoundError("a bug"));
    }

    @ParameterizedTest
    @MethodSource("whateverIsThrown")
    void looksAtAllAgainWhenTheStoreThrewOnce(Throwable thrown) throws InterruptedException {
        ThrowingOnce duties = new ThrowingOnce(thrown, "open", List.of(FIRST));

        assertThat(duties.trailOf(new Steward(duties, Duration.ofMillis(1), () -> {}), 3))
                .containsExactly("open", "open", "look " + FIRST);
    }

    @ParameterizedTest
    @MethodSource("whateverIsThrown")
    void looksAtTheOthersWhenOneEvaluationBreaks(Throwable thrown) throws InterruptedException {
        ThrowingOnce duties = new ThrowingOnce(thrown, "look " + FIRST, List.of(FIRST, SECOND));

        assertThat(duties.trailOf(new Steward(duties, NEVER, () -> {}), 3))
                .containsExactly("open", "look " + FIRST, "look " + SECOND);
    }

    @ParameterizedTest
    @MethodSource("whateverIsThrown")
    void actsOnTheNextSignalWhenOneBroke(Throwable thrown) throws InterruptedException {
        ThrowingOnce duties = new ThrowingOnce(thrown, "look " + FIRST, List.of());
        Steward steward = new Steward(duties, NEVER, () -> {});
        steward.look(FIRST);
        steward.look(SECOND);

        assertThat(duties.trailOf(steward, 3)).containsExactly("open", "look " + FIRST, "look " + SECOND);
    }

    @Test
    void tellsWheneverSomethingMayHaveMoved() throws InterruptedException {
        ThrowingOnce duties = new ThrowingOnce(new IllegalStateException("never"), "no step", List.of());
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        Steward steward = new Steward(duties, NEVER, () -> told.add("moved"));
        steward.look(FIRST);

        steward.start();
        try {
            assertThat(told.poll(10, TimeUnit.SECONDS)).as("the look at all").isNotNull();
            assertThat(told.poll(10, TimeUnit.SECONDS)).as("the signal").isNotNull();
        } finally {
            steward.stop();
        }
    }

    /** Throws at one step, the first time, and writes all of them down. */
    private static final class ThrowingOnce implements Steward.Duties {

        private final Throwable thrown;
        private final String step;
        private final List<EvaluationId> open;
        private final AtomicInteger taken = new AtomicInteger();
        private final BlockingQueue<String> trail = new LinkedBlockingQueue<>();

        ThrowingOnce(Throwable thrown, String step, List<EvaluationId> open) {
            this.thrown = thrown;
            this.step = step;
            this.open = open;
        }

        /** The first so many steps, fewer where no more come. */
        List<String> trailOf(Steward steward, int steps) throws InterruptedException {
            steward.start();
            try {
                List<String> seen = new ArrayList<>();
                for (int i = 0; i < steps; i++) {
                    @Nullable String next = trail.poll(10, TimeUnit.SECONDS);
                    if (next == null) {
                        return seen;
                    }
                    seen.add(next);
                }
                return seen;
            } finally {
                steward.stop();
            }
        }

        private void take(String each) {
            trail.add(each);
            if (!each.equals(step) || taken.getAndIncrement() > 0) {
                return;
            }
            switch (thrown) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                default -> throw new AssertionError(thrown);
            }
        }

        @Override
        public List<EvaluationId> open() {
            take("open");
            return open;
        }

        @Override
        public void look(EvaluationId evaluation) {
            take("look " + evaluation);
        }

        @Override
        public void ended(RunId run) {
            take("ended " + run);
        }
    }
}
