package dev.monkeywrench.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void waitsLongerAfterEachTryUpToALimit() {
        Patience patience = new Patience(8, Duration.ofSeconds(2), Duration.ofMinutes(1));
        assertThat(IntStream.range(1, 8)
                        .mapToLong(made -> patience.pauseAfter(made).toSeconds()))
                .containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }
}
