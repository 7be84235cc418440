package dev.monkeywrench.sandbox.ahead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AheadSandboxesTest {

    private static final Limits LIMITS = new Limits(1, 1, 1, 1, 1, Duration.ofHours(1));
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration OPENING = Duration.ofMillis(400);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final ScriptedEngine inner = new ScriptedEngine();
    private volatile boolean room = true;

    @Test
    void opensNothingAheadForTheFirst() throws Exception {
        try (SandboxEngine ahead = ahead(2)) {
            open(ahead, "a");
            assertThat(inner.openings).containsExactly("a run");
        }
    }

    @Test
    void handsOutWhatWasOpenedAheadAndOpensTheNext() throws Exception {
        try (AheadSandboxes ahead = ahead(1)) {
            askTwice(ahead, "a");
            ScriptedSandbox next = inner.awaitAhead();
            awaitWaiting(ahead);
            assertThat(inner.openings).containsExactly("a run", "a run", "a ahead");
            pass(Duration.ofSeconds(1));
            ahead.open(() -> "a", LIMITS, new Owner("run", "")).exec(command());
            assertThat(next.used).isTrue();
            inner.awaitAhead();
            assertThat(inner.openings).containsExactly("a run", "a run", "a ahead", "a ahead");
        }
    }

    @Test
    void neverHoldsMoreThanItMayOfAllTemplatesTogether() throws Exception {
        try (SandboxEngine ahead = ahead(1)) {
            askTwice(ahead, "a");
            inner.awaitAhead();
            askTwice(ahead, "b");
            assertThat(inner.openings)
                    .filteredOn(opening -> opening.endsWith("ahead"))
                    .containsExactly("a ahead");
        }
    }

    @Test
    void opensNothingAheadWhereTheMachineIsBusy() throws Exception {
        try (SandboxEngine ahead = ahead(1)) {
            room = false;
            askTwice(ahead, "a");
            pass(Duration.ofSeconds(1));
            room = true;
            open(ahead, "a").close();
            inner.awaitAhead();
            assertThat(inner.openings).containsExactly("a run", "a run", "a run", "a ahead");
        }
    }

    @Test
    void closesWhatNobodyComesFor() throws Exception {
        try (AheadSandboxes ahead = ahead(1)) {
            askTwice(ahead, "a");
            ScriptedSandbox next = inner.awaitAhead();
            awaitWaiting(ahead);
            ahead.sweep();
            assertThat(next.closed.getCount()).isEqualTo(1);
            pass(IDLE);
            ahead.sweep();
            assertThat(next.closed.getCount()).isZero();
        }
    }

    @Test
    void isNotHeldUpByARemoval() throws Exception {
        try (SandboxEngine ahead = ahead(1)) {
            CountDownLatch removal = new CountDownLatch(1);
            inner.removal = removal;
            Sandbox sandbox = open(ahead, "a");
            sandbox.close();
            assertThatThrownBy(() -> sandbox.exec(command())).isInstanceOf(SandboxUnavailable.class);
            removal.countDown();
        }
        assertThat(inner.opened)
                .allSatisfy(each -> assertThat(each.closed.getCount()).isZero());
    }

    @Test
    void leavesNothingOpenWhenItIsClosed() throws Exception {
        SandboxEngine ahead = ahead(1);
        askTwice(ahead, "a");
        inner.awaitAhead();
        ahead.close();
        assertThat(inner.closed).isTrue();
        assertThat(inner.opened)
                .last()
                .satisfies(each ->
                        assertThat(each.closed.await(10, TimeUnit.SECONDS)).isTrue());
    }

    @Test
    void isTheEngineItselfWhereNothingIsOpenedAhead() {
        assertThat(Ahead.of(inner, new AheadTerms(0, IDLE), limits -> true, now::get))
                .isSameAs(inner);
    }

    private AheadSandboxes ahead(int most) {
        return new AheadSandboxes(inner, new AheadTerms(most, IDLE), limits -> room, now::get);
    }

    private void askTwice(SandboxEngine ahead, String environment) throws Exception {
        open(ahead, environment).close();
        pass(Duration.ofSeconds(1));
        open(ahead, environment).close();
    }

    /** It is put on the shelf a moment after the engine has opened it. */
    private static void awaitWaiting(AheadSandboxes ahead) {
        while (ahead.waiting() == 0) {
            Thread.onSpinWait();
        }
    }

    private static Sandbox open(SandboxEngine engine, String environment) throws Exception {
        return engine.open(() -> environment, LIMITS, new Owner("run", ""));
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    private static ExecRequest command() {
        return new ExecRequest(List.of("true"), java.util.Map.of(), List.of(), Duration.ofSeconds(1));
    }

    /** Opening one takes a time of the scripted clock. */
    private final class ScriptedEngine implements SandboxEngine {

        private final List<String> openings = new CopyOnWriteArrayList<>();
        private final List<ScriptedSandbox> opened = new CopyOnWriteArrayList<>();
        private final LinkedBlockingQueue<ScriptedSandbox> aheadOnes = new LinkedBlockingQueue<>();
        private volatile CountDownLatch removal = new CountDownLatch(0);
        private volatile boolean closed;

        ScriptedSandbox awaitAhead() throws InterruptedException {
            return aheadOnes.take();
        }

        @Override
        public SandboxKind kind() {
            return SandboxKind.DOCKER;
        }

        @Override
        public Template prepare(TemplateSpec spec) {
            return () -> "digest";
        }

        @Override
        public Sandbox open(Template template, Limits limits, Owner owner) {
            openings.add(template.environmentDigest() + " " + owner.run());
            pass(OPENING);
            ScriptedSandbox sandbox = new ScriptedSandbox(removal);
            opened.add(sandbox);
            if (owner.run().equals(AheadSandboxes.RUN)) {
                aheadOnes.add(sandbox);
            }
            return sandbox;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class ScriptedSandbox implements Sandbox {

        private final CountDownLatch removal;
        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile boolean used;

        ScriptedSandbox(CountDownLatch removal) {
            this.removal = removal;
        }

        @Override
        public ExecOutcome exec(ExecRequest request) {
            used = true;
            return new ExecOutcome.Exited(
                    0,
                    dev.monkeywrench.sandbox.Output.empty(),
                    dev.monkeywrench.sandbox.Output.empty(),
                    new dev.monkeywrench.sandbox.SandboxUsage(Duration.ZERO, Duration.ZERO));
        }

        @Override
        public void close() {
            try {
                removal.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            closed.countDown();
        }
    }
}
