package dev.monkeywrench.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GatedSandboxesTest {

    private static final Owner OWNER = new Owner("test", "gate");

    private final CountingSandboxes inner = new CountingSandboxes();
    private final GatedSandboxes gated = new GatedSandboxes(inner, 2);

    @Test
    void letsOneMoreWaitUntilOneIsClosed() throws Exception {
        Sandbox first = open();
        open();
        FutureTask<Sandbox> third = new FutureTask<>(this::open);
        Thread waiting = Thread.startVirtualThread(third);
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(inner.open).hasValue(2);
        first.close();
        third.get(10, TimeUnit.SECONDS);
        assertThat(inner.open).hasValue(2);
        assertThat(inner.most).hasValue(2);
    }

    @Test
    void countsAClosedSandboxOnce() throws Exception {
        Sandbox first = open();
        Sandbox second = open();
        first.close();
        first.close();
        open();
        FutureTask<Sandbox> fourth = new FutureTask<>(this::open);
        Thread waiting = Thread.startVirtualThread(fourth);
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(fourth.isDone()).isFalse();
        second.close();
        fourth.get(10, TimeUnit.SECONDS);
    }

    @Test
    void freesThePlaceOfOneThatCouldNotBeOpened() throws Exception {
        inner.broken = true;
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(this::open).isInstanceOf(SandboxUnavailable.class);
        }
        inner.broken = false;
        open();
        open();
        assertThat(inner.open).hasValue(2);
    }

    /** One run with sixty-four candidates waiting, another with its first. */
    @Test
    void letsRunsTakeTurns() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        GatedSandboxes single = new GatedSandboxes(inner, 1);
        Sandbox first = single.open(() -> "digest", CountingSandboxes.LIMITS, new Owner("large", ""));
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            waiting.add(waitAndClose(single, "large", order));
        }
        waiting.add(waitAndClose(single, "small", order));
        waiting.add(waitAndClose(single, "small", order));
        first.close();
        for (Thread each : waiting) {
            each.join();
        }
        assertThat(order.subList(0, 5)).containsExactly("large", "small", "large", "small", "large");
        assertThat(order).hasSize(66);
    }

    /** The places of a run whose tests are slow are not added to while another run waits. */
    @Test
    void givesAFreePlaceToTheRunThatHoldsTheFewest() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        Sandbox slow = gated.open(() -> "digest", CountingSandboxes.LIMITS, new Owner("slow", ""));
        Sandbox quick = gated.open(() -> "digest", CountingSandboxes.LIMITS, new Owner("quick", ""));
        Thread another = waitAndClose(gated, "slow", order);
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            waiting.add(waitAndClose(gated, "quick", order));
        }
        quick.close();
        for (Thread each : waiting) {
            each.join();
        }
        assertThat(order).startsWith("quick", "quick", "quick", "quick", "quick");
        slow.close();
        another.join();
        assertThat(order).endsWith("slow");
    }

    /** Waiting when this returns. */
    private static Thread waitAndClose(GatedSandboxes sandboxes, String run, List<String> order) {
        Thread waiting = Thread.startVirtualThread(() -> {
            try (Sandbox sandbox = sandboxes.open(() -> "digest", CountingSandboxes.LIMITS, new Owner(run, ""))) {
                order.add(run);
            } catch (SandboxUnavailable | InterruptedException unexpected) {
                throw new AssertionError(unexpected);
            }
        });
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return waiting;
    }

    @Test
    void endsTheWaitWhenInterrupted() throws Exception {
        open();
        open();
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread waiting = Thread.startVirtualThread(() -> {
            try {
                open();
            } catch (InterruptedException expected) {
                interrupted.countDown();
            } catch (SandboxUnavailable unexpected) {
                throw new AssertionError(unexpected);
            }
        });
        waiting.interrupt();
        interrupted.await();
        assertThat(inner.open).hasValue(2);
    }

    @Test
    void refusesAGateThatLetsNobodyIn() {
        assertThatThrownBy(() -> new GatedSandboxes(inner, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Sandbox open() throws SandboxUnavailable, InterruptedException {
        return gated.open(gated.prepare(CountingSandboxes.SPEC), CountingSandboxes.LIMITS, OWNER);
    }

    /** Counts what is open. */
    private static final class CountingSandboxes implements Sandboxes {

        private static final TemplateSpec SPEC = new TemplateSpec(
                new dev.monkeywrench.instance.Environment.Recipe("python"), java.util.Optional.empty());
        private static final Limits LIMITS = new Limits(1, 1, 1, 1, 1, java.time.Duration.ofSeconds(1));

        private final AtomicInteger open = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private volatile boolean broken;

        @Override
        public SandboxKind kind() {
            return SandboxKind.DOCKER;
        }

        @Override
        public Template prepare(TemplateSpec spec) {
            return () -> "digest";
        }

        @Override
        public Sandbox open(Template template, Limits limits, Owner owner) throws SandboxUnavailable {
            if (broken) {
                throw new SandboxUnavailable("broken", true);
            }
            most.accumulateAndGet(open.incrementAndGet(), Math::max);
            return new Counted();
        }

        private final class Counted implements Sandbox {

            private boolean closed;

            @Override
            public ExecOutcome exec(ExecRequest request) {
                throw new UnsupportedOperationException("Only opened and closed here");
            }

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    open.decrementAndGet();
                }
            }
        }
    }
}
