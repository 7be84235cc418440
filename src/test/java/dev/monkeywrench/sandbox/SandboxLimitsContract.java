package dev.monkeywrench.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Code in a sandbox uses no more than its limits, and dies with them. */
public abstract class SandboxLimitsContract extends SandboxConfinementContract {
    @Test
    void tellsAKillForMemory() throws Exception {
        ExecOutcome outcome = run(sandbox(), "python3 -c \"import time; x = b'x' * (1 << 30); time.sleep(20)\"", LONG);
        assertThat(outcome).isInstanceOf(ExecOutcome.KilledForMemory.class);
        assertDead();
    }

    @Test
    void tellsAKillForMemoryOfAProcessBelow() throws Exception {
        assertThat(run(
                        sandbox(),
                        "python3 -c \"import time; x = b'x' * (1 << 30); time.sleep(20)\"; echo survived; exit 0",
                        LONG))
                .isInstanceOf(ExecOutcome.KilledForMemory.class);
    }

    private static final String BOMB = """
            import os, time
            n = 0
            try:
                while n < 500:
                    if os.fork() == 0:
                        time.sleep(60)
                        os._exit(0)
                    n += 1
            except OSError:
                print('stopped at', n)
            """;

    @Test
    void boundsAForkBomb() throws Exception {
        String text = python(BOMB).stdout().text();
        assertThat(text).startsWith("stopped at ");
        assertThat(Integer.parseInt(text.strip().substring("stopped at ".length())))
                .isLessThanOrEqualTo(64);
    }

    @Test
    void boundsTheDisk() throws Exception {
        ExecOutcome.Exited exited = exited("dd if=/dev/zero of=/testbed/big bs=1M count=100 2>&1; stat -c %s big");
        assertThat(exited.stdout().text()).contains("No space left on device");
        assertThat(said("rm big; echo fine > small; cat small")).isEqualTo("fine\n");
    }

    private static final String FILES = """
            import os
            try:
                for folder in range(1000):
                    os.mkdir(str(folder))
                    for file in range(1000):
                        os.close(os.open(f"{folder}/{file}", os.O_CREAT | os.O_WRONLY))
                print("a million files")
            except OSError:
                print("full")
            """;

    /** By the disk where the engine can say so, else by the memory that files take. */
    @Test
    protected void boundsTheCountOfFiles() throws Exception {
        assertThat(python(FILES))
                .satisfiesAnyOf(
                        full -> assertThat(full.stdout().text()).isEqualTo("full\n"),
                        killed -> assertThat(killed).isInstanceOf(ExecOutcome.KilledForMemory.class));
    }

    @Test
    void keepsTheBeginningAndTheEndOfALongOutputAndCountsIt() throws Exception {
        ExecOutcome.Exited exited = exited("echo first; yes 0123456789 | head -c 1073741824; echo last");
        assertThat(exited.stdout().total()).isEqualTo((1L << 30) + 11);
        assertThat(exited.stdout().kept()).isEqualTo(MIB);
        assertThat(exited.stdout().text()).startsWith("first\n").endsWith("last\n");
        assertThat(exited.stdout().text().length()).isLessThan((int) MIB + 100);
    }

    @Test
    void killsEverythingAtTheTimeLimit() throws Exception {
        String marker = "marker-" + UUID.randomUUID();
        String stubborn = "trap '' TERM INT HUP; echo begun; (setsid sh -c \"(sleep 301; : " + marker
                + ") & sleep 302; : " + marker + "\" &) ; while :; do sleep 303; done; : " + marker;
        ExecOutcome outcome = run(sandbox(), stubborn, Duration.ofSeconds(2));
        assertThat(outcome).isInstanceOf(ExecOutcome.TimedOut.class);
        assertThat(outcome.stdout().text()).isEqualTo("begun\n");
        assertThat(outcome.usage().wall()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
        assertThat(processesWith(marker)).isEmpty();
        assertDead();
    }

    @Test
    void blamesNoCommandForASandboxThatIsStoppedFromOutside() throws Exception {
        stopFromOutside();
        SandboxUnavailable stopped =
                catchThrowableOfType(SandboxUnavailable.class, () -> run(sandbox(), "true", Duration.ofSeconds(1)));
        assertThat(stopped).hasMessageContaining("stood still");
        assertThat(stopped.retryable()).isTrue();
        assertDead();
    }

    @Test
    void blamesACommandThatStopsItselfAndAllItCan() throws Exception {
        assertThat(run(sandbox(), "kill -STOP -1; kill -STOP $$", Duration.ofSeconds(1)))
                .isInstanceOf(ExecOutcome.TimedOut.class);
    }

    @Test
    void killsEverythingWhenInterrupted() throws Exception {
        String marker = "marker-" + UUID.randomUUID();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                run(sandbox(), "while :; do sleep 304; done; : " + marker, LONG);
            } catch (Throwable caught) {
                thrown.set(caught);
            }
        });
        while (processesWith(marker).isEmpty()) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        thread.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(processesWith(marker)).isEmpty();
        assertDead();
    }

    @Test
    void endsWithItsLifetime() throws Exception {
        Limits brief = new Limits(256 * MIB, 1.0, 64, 64 * MIB, MIB, Duration.ofSeconds(2));
        try (Sandbox mortal = open(brief)) {
            SandboxUnavailable dead =
                    catchThrowableOfType(SandboxUnavailable.class, () -> run(mortal, "sleep 305", LONG));
            assertThat(dead).hasMessageContaining("lifetime");
        }
    }

    @Test
    void measuresProcessorTime() throws Exception {
        ExecOutcome.Exited busy = exited("python3 -c \"import time\nwhile time.process_time() < 0.5: pass\"");
        assertThat(busy.usage().cpu()).isBetween(Duration.ofMillis(450), Duration.ofSeconds(3));
        assertThat(exited("true").usage().cpu()).isLessThan(Duration.ofMillis(300));
    }
}
