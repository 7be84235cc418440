package dev.monkeywrench.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.monkeywrench.workspace.WorkspaceLimits;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FetchGuardTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final FetchGuard guard = new FetchGuard(
            new WorkspaceLimits(1, 1, 1, 1, 1, 1_000_000, Duration.ofMinutes(10), Duration.ofSeconds(60)), () -> now);

    private void read(int bytes, Duration took) throws IOException {
        Instant began = now;
        now = now.plus(took);
        guard.received(bytes, began);
    }

    @Test
    void endsAFetchAtOneByteASecond() throws IOException {
        for (int second = 0; second < 59; second++) {
            read(1, Duration.ofSeconds(1));
        }

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(1, Duration.ofSeconds(1)))
                .withMessageContaining("60 bytes in 60 seconds");
    }

    @Test
    void bearsOurOwnSlowness() throws IOException {
        for (int packet = 0; packet < 100; packet++) {
            read(1, Duration.ZERO);
            now = now.plusSeconds(5);
        }
        assertThat(guard.isCancelled()).isFalse();
    }

    @Test
    void endsAFetchThatSendsTooMuch() throws IOException {
        read(1_000_000, Duration.ZERO);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> read(1, Duration.ZERO))
                .withMessageContaining("1000000 bytes");
    }

    @Test
    void endsAnEndlessListOfReferencesButNotALongPack() throws IOException {
        FetchGuard few = new FetchGuard(
                new WorkspaceLimits(1, 1, 1, 1, 1, 10 << 20, Duration.ofMinutes(10), Duration.ofSeconds(60)),
                () -> now);
        few.beginTask("remote: Receiving objects", 1);
        few.received(1 << 20, now);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> few.received(1_000, now))
                .withMessageContaining("references");

        few.beginListing();
        few.beginTask("Receiving objects", 1);
        few.received(5 << 20, now);
    }

    @Test
    void endsAFetchThatTakesTooLong() {
        now = now.plus(Duration.ofMinutes(11));

        assertThat(guard.isCancelled()).isTrue();
        assertThatExceptionOfType(IOException.class).isThrownBy(guard::check).withMessageContaining("600 seconds");
    }
}
