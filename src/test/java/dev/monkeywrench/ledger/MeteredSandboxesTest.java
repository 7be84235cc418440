package dev.monkeywrench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.KeptProgram;
import dev.monkeywrench.sandbox.KeptSandbox;
import dev.monkeywrench.sandbox.Lease;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Output;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.sandbox.SandboxUsage;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeteredSandboxesTest {

    private static final Template TEMPLATE = () -> "digest";
    private static final Limits LIMITS = new Limits(1, 1, 1, 1, 1, Duration.ofMinutes(1));
    private static final Owner OWNER = new Owner("run-1", "verify-a");
    private static final Duration WAIT = Duration.ofSeconds(100);
    private static final Duration WORK = Duration.ofSeconds(7);
    private static final Duration CPU = Duration.ofSeconds(3);

    private Instant now = Instant.parse("2026-11-21T03:00:00Z");
    private final InstantSource clock = () -> now;
    private final Meter meter = new Meter(clock, new Tariff(List.of()), Budget.unlimited(), List.of());
    private final MeteredSandboxes metered = new MeteredSandboxes(new Slow(), meter, clock);

    @Test
    void chargesALeaseFromWhenItIsGranted() throws Exception {
        KeptSandbox sandbox = lease();
        sandbox.run(new KeptProgram("", "", WORK));
        sandbox.close();

        assertThat(meter.take("verify-a")).extracting(Entry::charge).containsExactly(use(WORK, CPU));
    }

    @Test
    void chargesASandboxFromWhenItIsOpen() throws Exception {
        Sandbox sandbox = metered.open(TEMPLATE, LIMITS, OWNER);
        sandbox.exec(new ExecRequest(List.of("true"), Map.of(), List.of(), WORK));
        sandbox.close();

        assertThat(meter.take("verify-a")).extracting(Entry::charge).containsExactly(use(WORK, CPU));
    }

    @Test
    void addsUpWhatProgramsAndCommandsUseAndChargesOnce() throws Exception {
        KeptSandbox sandbox = lease();
        sandbox.run(new KeptProgram("", "", WORK));
        sandbox.exec(new ExecRequest(List.of("true"), Map.of(), List.of(), WORK));
        sandbox.close();
        pass(WAIT);
        sandbox.close();

        assertThat(meter.takeRest())
                .extracting(Entry::charge)
                .containsExactly(use(WORK.multipliedBy(2), CPU.multipliedBy(2)));
    }

    private KeptSandbox lease() throws Exception {
        Lease lease = metered.lease(TEMPLATE, LIMITS, OWNER);
        assertThat(lease).isInstanceOf(Lease.Granted.class);
        return ((Lease.Granted) lease).sandbox();
    }

    private static Charge use(Duration wall, Duration cpu) {
        return new Charge.SandboxUse(SandboxKind.BUBBLEWRAP, wall, cpu, Optional.of(WAIT));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    /** Whoever asks waits, and all that is run takes time. */
    private final class Slow implements Sandboxes {

        @Override
        public SandboxKind kind() {
            return SandboxKind.BUBBLEWRAP;
        }

        @Override
        public Template prepare(TemplateSpec spec) {
            return TEMPLATE;
        }

        @Override
        public Sandbox open(Template template, Limits limits, Owner owner) {
            pass(WAIT);
            return new SlowSandbox();
        }

        @Override
        public Lease lease(Template template, Limits limits, Owner owner) {
            pass(WAIT);
            return new Lease.Granted(new SlowSandbox());
        }
    }

    private final class SlowSandbox implements KeptSandbox {

        @Override
        public ExecOutcome run(KeptProgram program) {
            return worked();
        }

        @Override
        public ExecOutcome exec(ExecRequest request) {
            return worked();
        }

        private ExecOutcome worked() {
            pass(WORK);
            return new ExecOutcome.Exited(0, Output.empty(), Output.empty(), new SandboxUsage(WORK, CPU));
        }

        @Override
        public void close() {}
    }
}
