package dev.monkeywrench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PulseTest {

    @Test
    void doesSomeThingsAtEveryBeatAndOthersSeldom() throws Exception {
        CountDownLatch often = new CountDownLatch(9);
        AtomicInteger seldom = new AtomicInteger();
        try (Pulse pulse = new Pulse();
                Pulse.Beat rare = pulse.seldom(seldom::incrementAndGet);
                Pulse.Beat beat = pulse.beat(often::countDown)) {
            pulse.start();
            assertThat(often.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(seldom.get()).isBetween(2, 3);
    }

    @Test
    void goesOnAfterABeatThatFailed() throws Exception {
        CountDownLatch tries = new CountDownLatch(2);
        try (Pulse pulse = new Pulse();
                Pulse.Beat beat = pulse.beat(() -> {
                    tries.countDown();
                    throw new IllegalStateException("no database");
                })) {
            pulse.start();
            assertThat(tries.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
