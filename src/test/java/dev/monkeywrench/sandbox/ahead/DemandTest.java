package dev.monkeywrench.sandbox.ahead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemandTest {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration OPENING = Duration.ofMillis(400);

    /** Two a second, each takes four tenths of a second: one; eight a second: four, were there no bound. */
    @Test
    void opensAsManyAsAreAskedForWhileOneOpens() {
        Demand demand = new Demand(IDLE);
        demand.opened(OPENING);
        for (int i = 0; i < 50; i++) {
            demand.asked(Instant.EPOCH.plusMillis(500L * i));
        }
        assertThat(demand.wanted(9)).isEqualTo(1);
        for (int i = 0; i < 50; i++) {
            demand.asked(Instant.EPOCH.plusMillis(25_000 + 125L * i));
        }
        assertThat(demand.wanted(9)).isEqualTo(4);
        assertThat(demand.wanted(2)).isEqualTo(2);
        demand.asked(Instant.EPOCH.plus(Duration.ofHours(1)));
        assertThat(demand.wanted(9)).isZero();
    }
}
