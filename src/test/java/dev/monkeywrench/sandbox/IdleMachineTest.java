package dev.monkeywrench.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdleMachineTest {

    private static final long GIB = 1L << 30;
    private static final Limits LIMITS = new Limits(2 * GIB, 1, 1, 1, 1, Duration.ofHours(1));

    private final AtomicInteger looks = new AtomicInteger();
    private Instant now = Instant.EPOCH;
    private Room room = new Room(2, 8 * GIB);
    private double load = 0.5;
    private final IdleMachine machine = new IdleMachine(() -> room, this::look, () -> now);

    private double look() {
        looks.incrementAndGet();
        return load;
    }

    @Test
    void hasRoomWhereACoreIdles() {
        assertThat(machine.hasRoomFor(LIMITS)).isTrue();
    }

    @Test
    void hasNoneWhereTestsKeepTheCoresBusy() {
        load = 0.7;
        assertThat(machine.hasRoomFor(LIMITS)).isFalse();
    }

    @Test
    void hasNoneWhereTheLoadIsUnknown() {
        load = -1;
        assertThat(machine.hasRoomFor(LIMITS)).isFalse();
    }

    @Test
    void hasNoneWithoutMemoryForOneMore() {
        room = new Room(2, 2 * GIB - 1);
        assertThat(machine.hasRoomFor(LIMITS)).isFalse();
    }

    /** Two that ask at once would make the second one's time too short for any load. */
    @Test
    void keepsWhatItSawForAMoment() {
        machine.hasRoomFor(LIMITS);
        load = 1;
        now = now.plusMillis(199);
        assertThat(machine.hasRoomFor(LIMITS)).isTrue();
        now = now.plusMillis(1);
        assertThat(machine.hasRoomFor(LIMITS)).isFalse();
        assertThat(looks).hasValue(2);
    }
}
