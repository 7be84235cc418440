package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BellTest {

    private static final Duration FOREVER = Duration.ofDays(1);

    private final Bell bell = new Bell();

    @Test
    void wakesWhoWaits() throws InterruptedException {
        Thread waiting = waiting(bell.rings());
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(5);
        }
        bell.ring();
        waiting.join();
    }

    @Test
    void isHeardByWhoLookedBeforeItRang() throws InterruptedException {
        long heard = bell.rings();
        bell.ring();
        waiting(heard).join();
    }

    @Test
    void isWaitedForNoLongerThanAsked() throws InterruptedException {
        long heard = bell.rings();
        bell.await(heard, Duration.ofMillis(1));
        assertThat(bell.rings()).isEqualTo(heard);
    }

    private Thread waiting(long heard) {
        return Thread.startVirtualThread(() -> {
            try {
                bell.await(heard, FOREVER);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
