package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.run.Lease;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.VerdictKind;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.solver.Journal;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The journal of one life of a run. The lock of the run's row makes "not yet there, so add it" one step. */
final class JdbcJournal implements Journal {

    private static final String PREPARED_STEP = "prepared";
    private static final String DRAWS_STEP = "draws";
    private static final String LOSS_STEP = "lost";

    private final Tables tables;
    private final Lease lease;
    private final RunId run;

    JdbcJournal(Tables tables, Lease lease) {
        this.tables = tables;
        this.lease = lease;
        this.run = lease.run().id();
    }

    @Override
    public Optional<Prepared> prepared() {
        return tables.transactions().read(() -> tables.prepared(run));
    }

    @Override
    public void recordPrepared(Prepared prepared, List<Entry> cost) {
        tables.transactions().write(() -> {
            tables.fence().pass(lease);
            int changed = tables.database()
                    .sql("UPDATE runs SET prepared = ? WHERE id = ? AND prepared IS NULL")
                    .params(tables.json().write(prepared), run.value())
                    .update();
            if (changed == 1) {
                tables.entries().add(run, PREPARED_STEP, cost);
            }
        });
    }

    @Override
    public Map<Integer, DrawOutcome> draws() {
        return tables.transactions().read(() -> {
            Map<Integer, DrawOutcome> draws = new HashMap<>();
            tables.database()
                    .sql("SELECT sample_index, outcome FROM draws WHERE run_id = ?")
                    .param(run.value())
                    .query(row -> {
                        draws.put(
                                row.getInt("sample_index"),
                                tables.json().read(row.getString("outcome"), DrawOutcome.class));
                    });
            return draws;
        });
    }

    /** What is there already stays as it is; of the cost, only what belongs to no draw that is there is added. */
    @Override
    public void recordDraws(List<DrawOutcome> outcomes, List<Entry> cost) {
        Map<Integer, Object[]> found = new LinkedHashMap<>();
        outcomes.forEach(outcome -> found.putIfAbsent(outcome.draw().sampleIndex(), row(outcome)));
        tables.groupedWrites().write(() -> {
            tables.fence().pass(lease);
            Set<Integer> there = recorded(outcomes);
            Set<String> paid = new HashSet<>();
            List<Object[]> rows = new ArrayList<>();
            for (DrawOutcome outcome : outcomes) {
                if (!there.add(outcome.draw().sampleIndex())) {
                    paid.add(outcome.draw().label());
                } else {
                    rows.add(found.get(outcome.draw().sampleIndex()));
                }
            }
            if (rows.isEmpty()) {
                return;
            }
            tables.batches()
                    .batchUpdate(
                            "INSERT INTO draws (run_id, sample_index, kind, digest, outcome) VALUES (?, ?, ?, ?, ?)",
                            rows);
            tables.entries()
                    .add(
                            run,
                            DRAWS_STEP,
                            cost.stream()
                                    .filter(entry -> !paid.contains(entry.label()))
                                    .toList());
        });
    }

    private Set<Integer> recorded(List<DrawOutcome> outcomes) {
        int first =
                outcomes.stream().mapToInt(o -> o.draw().sampleIndex()).min().orElse(0);
        int last = outcomes.stream().mapToInt(o -> o.draw().sampleIndex()).max().orElse(-1);
        return new HashSet<>(tables.database()
                .sql("SELECT sample_index FROM draws WHERE run_id = ? AND sample_index BETWEEN ? AND ?")
                .params(run.value(), first, last)
                .query(Integer.class)
                .list());
    }

    private Object[] row(DrawOutcome outcome) {
        String kind = DrawKinds.of(outcome);
        Object digest = outcome instanceof DrawOutcome.Drawn drawn && drawn.sample() instanceof Sample.Drafted drafted
                ? drafted.candidate().digest().value()
                : null;
        return new Object[] {
            run.value(),
            outcome.draw().sampleIndex(),
            kind,
            digest,
            tables.json().write(outcome)
        };
    }

    @Override
    public Map<PatchDigest, Verdict> verdicts() {
        return tables.transactions().read(() -> {
            Map<PatchDigest, Verdict> verdicts = new HashMap<>();
            tables.database()
                    .sql("SELECT digest, verification FROM verifications WHERE run_id = ?")
                    .param(run.value())
                    .query(row -> {
                        verdicts.put(
                                new PatchDigest(row.getString("digest")),
                                tables.json()
                                        .read(row.getString("verification"), Verification.class)
                                        .verdict());
                    });
            return verdicts;
        });
    }

    @Override
    public void recordVerification(PatchDigest digest, Verification verification, List<Entry> cost) {
        String stored = tables.json().write(verification);
        String verdict = VerdictKind.of(verification.verdict()).name();
        tables.groupedWrites().write(() -> {
            tables.fence().pass(lease);
            if (added(digest, verdict, stored)) {
                tables.entries().addFirst(run, "verify-" + digest.value(), cost);
            }
        });
    }

    /** False where the step is recorded already. */
    private boolean added(PatchDigest digest, String verdict, String stored) {
        return tables.database()
                        .sql("INSERT INTO verifications (run_id, digest, verdict, verification)"
                                + " SELECT CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS TEXT)"
                                + " WHERE NOT EXISTS (SELECT 1 FROM verifications WHERE run_id = ? AND digest = ?)")
                        .params(run.value(), digest.value(), verdict, stored, run.value(), digest.value())
                        .update()
                > 0;
    }

    @Override
    public void recordLoss(List<Entry> cost) {
        tables.transactions().write(() -> {
            tables.fence().pass(lease);
            tables.entries().add(run, LOSS_STEP, cost);
        });
    }

    @Override
    public List<Entry> entries() {
        return tables.transactions().read(() -> tables.entries().of(run));
    }
}
