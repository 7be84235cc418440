package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.ledger.Charge;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.TokenUsage;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.PatchReader;
import dev.monkeywrench.patch.ReadPatch;
import dev.monkeywrench.run.Lease;
import dev.monkeywrench.run.NewRun;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunBond;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunQueue;
import dev.monkeywrench.run.RunStore;
import dev.monkeywrench.run.ScriptedSampler;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.Candidate;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.solver.Journal;
import dev.monkeywrench.verification.TestReport;
import dev.monkeywrench.verification.TestStatus;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The journal of a run in a database, and what can be written into it. */
abstract class JournalFixture {

    static final Instant NOW = Instant.parse("2026-11-21T03:00:00.123456Z");
    private static final Arm ARM = new Arm("a", "scripted", Optional.of(new ModelId("m/1")), 1, 1);
    private static int runs;

    JdbcRuns jdbc;
    RunStore store;
    Lease lease;
    Journal journal;

    abstract DataSource database();

    @BeforeEach
    void begin() {
        Flyway.configure().dataSource(database()).load().migrate();
        jdbc = new JdbcRuns(
                new JdbcTemplate(database()), new JdbcTransactionManager(database()), JournalFixture::patch);
        store = jdbc.store(new QueueOfNothing(), Clock.systemUTC(), 1_000);
        RunId id = new RunId("%024x".formatted(++runs));
        Run run = Run.queued(id, new InstanceId("i"), 7, NOW);
        store.admit(new NewRun(run, "{}", "{}", "{}"), Optional.empty(), RunBond.NONE);
        lease = store.lease(id, SandboxKind.DOCKER).orElseThrow();
        journal = store.journal(lease);
    }

    private static Patch patch(String diff) {
        return ((ReadPatch.Read) PatchReader.read(diff)).patch();
    }

    static Draw draw(int index) {
        return new Draw(index, ARM, index, 1L << 60);
    }

    static Sample.Drafted drafted(int index, String line) {
        return new Sample.Drafted(draw(index), new Candidate(ScriptedSampler.adding(line)), "o");
    }

    static Entry entry(String label) {
        return new Entry(
                label,
                new Charge.ModelCall(
                        new ModelId("m"), TokenUsage.of(10, 3), Duration.ofMillis(1500), Duration.ofMillis(1400)),
                NOW);
    }

    static Verification verification(Verdict verdict) {
        TestReport report =
                new TestReport(Map.of(new TestId("a::b[\0 \ud83d\ude00]"), TestStatus.XFAIL), true, OptionalInt.of(3));
        return new Verification(verdict, report, List.of("e"), "log \0 \ud800".repeat(1_000), Duration.ofMillis(99));
    }

    private static final class QueueOfNothing implements RunQueue {

        @Override
        public void add(RunId run) {}

        @Override
        public void wake() {}
    }
}
