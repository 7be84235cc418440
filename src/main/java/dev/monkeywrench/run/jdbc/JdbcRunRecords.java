package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.InstanceJson;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.run.Packed;
import dev.monkeywrench.run.Page;
import dev.monkeywrench.run.Passing;
import dev.monkeywrench.run.Run;
import dev.monkeywrench.run.RunEvent;
import dev.monkeywrench.run.RunFilter;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.SampleFilter;
import dev.monkeywrench.run.SampleOutline;
import dev.monkeywrench.run.SampleRecord;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.solver.Journal;
import dev.monkeywrench.verification.Verification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The records over tables. */
final class JdbcRunRecords implements RunRecords {

    private final Tables tables;
    private final JdbcClient database;
    private final RunRows rows;
    private final SampleRows samples;

    JdbcRunRecords(Tables tables) {
        this.tables = tables;
        this.database = tables.database();
        this.rows = new RunRows(tables.json());
        this.samples = new SampleRows(tables.json());
    }

    @Override
    public Optional<Run> find(RunId run) {
        return tables.transactions()
                .read(() -> database.sql("SELECT " + RunRows.COLUMNS + " FROM runs WHERE id = ?")
                        .param(run.value())
                        .query(rows)
                        .optional());
    }

    @Override
    public Page<Run> list(RunFilter filter) {
        StringBuilder sql = new StringBuilder("SELECT " + RunRows.COLUMNS + " FROM runs WHERE 1 = 1");
        List<Object> values = new ArrayList<>();
        filter.state().ifPresent(state -> add(sql, values, " AND state = ?", state.name()));
        filter.instanceId().ifPresent(id -> add(sql, values, " AND instance_id = ?", id.value()));
        filter.before().ifPresent(id -> add(sql, values, " AND id < ?", id.value()));
        add(sql, values, " ORDER BY id DESC FETCH FIRST ? ROWS ONLY", filter.limit() + 1);
        List<Run> found = tables.transactions()
                .read(() ->
                        database.sql(sql.toString()).params(values).query(rows).list());
        return page(found, filter.limit(), run -> run.id().value());
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, Object value) {
        sql.append(condition);
        values.add(value);
    }

    /** One more than asked for was read: whether there is a next page. */
    private static <T> Page<T> page(List<T> found, int limit, java.util.function.Function<T, String> cursor) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(cursor.apply(items.getLast())));
    }

    @Override
    public Optional<GradedInstance> instance(RunId run) {
        return column("instance", run).map(InstanceJson::read);
    }

    private Optional<String> column(String name, RunId run) {
        return tables.transactions()
                .read(() -> database.sql("SELECT " + name + " FROM runs WHERE id = ?")
                        .param(run.value())
                        .query(String.class)
                        .optional()
                        .map(Packed::unpack));
    }

    @Override
    public Page<SampleRecord> samples(RunId run, SampleFilter filter) {
        StringBuilder sql = new StringBuilder(SampleRows.SQL);
        List<Object> values = new ArrayList<>(List.of(run.value(), filter.after()));
        filter.verdict().ifPresent(verdict -> add(sql, values, " AND v.verdict = ?", verdict.name()));
        // By the whole key: by the index alone H2 reads and sorts all that is left of the run for each page.
        add(sql, values, " ORDER BY d.run_id, d.sample_index FETCH FIRST ? ROWS ONLY", filter.limit() + 1);
        List<SampleRecord> found = tables.transactions()
                .read(() -> database.sql(sql.toString())
                        .params(values)
                        .query(samples)
                        .list());
        return page(found, filter.limit(), sample -> Integer.toString(sample.sampleIndex()));
    }

    @Override
    public List<SampleOutline> outline(RunId run) {
        return tables.transactions()
                .read(() -> database.sql(
                                "SELECT d.sample_index, d.kind, d.digest, v.verdict"
                                        + " FROM draws d JOIN runs r ON r.id = d.run_id"
                                        + " LEFT JOIN verifications v ON v.run_id = d.run_id AND v.digest = d.digest"
                                        + " WHERE d.run_id = ? AND d.kind <> 'EXHAUSTED'"
                                        + " AND (r.last_sample IS NULL OR d.sample_index <= r.last_sample) ORDER BY d.sample_index")
                        .param(run.value())
                        .query(new OutlineRows())
                        .list());
    }

    @Override
    public List<RunEvent> events(RunId run, long after, int limit) {
        return tables.transactions().read(() -> tables.events().after(run, after, limit));
    }

    @Override
    public Optional<Journal.Prepared> prepared(RunId run) {
        return tables.transactions().read(() -> tables.prepared(run));
    }

    @Override
    public List<Passing> passing(RunId run) {
        return tables.transactions().read(() -> ranked(run).orElseGet(() -> byVotes(run)));
    }

    private Optional<List<Passing>> ranked(RunId run) {
        return database.sql("SELECT ranking FROM runs WHERE id = ? AND ranking IS NOT NULL")
                .param(run.value())
                .query(String.class)
                .optional()
                .map(stored -> List.of(tables.json().read(stored, Passing[].class)));
    }

    private List<Passing> byVotes(RunId run) {
        return database.sql("SELECT v.digest, COUNT(*) AS votes, MIN(d.sample_index) AS first_index"
                        + " FROM verifications v JOIN draws d ON d.run_id = v.run_id AND d.digest = v.digest"
                        + " WHERE v.run_id = ? AND v.verdict = 'PASSED' GROUP BY v.digest"
                        + " ORDER BY COUNT(*) DESC, MIN(d.sample_index)")
                .param(run.value())
                .query((row, number) -> new Passing(
                        new PatchDigest(row.getString("digest")), row.getInt("votes"), row.getInt("first_index")))
                .list();
    }

    @Override
    public Map<PatchDigest, Verification> verifications(RunId run, List<PatchDigest> digests) {
        Map<PatchDigest, Verification> found = new HashMap<>();
        if (digests.isEmpty()) {
            return found;
        }
        return tables.transactions().read(() -> {
            database.sql("SELECT digest, verification FROM verifications"
                            + " WHERE run_id = :run AND digest IN (:digests)")
                    .param("run", run.value())
                    .param("digests", digests.stream().map(PatchDigest::value).toList())
                    .query(row -> {
                        found.put(
                                new PatchDigest(row.getString("digest")),
                                tables.json().read(row.getString("verification"), Verification.class));
                    });
            return found;
        });
    }

    @Override
    public Optional<String> diff(RunId run, PatchDigest digest) {
        return tables.transactions()
                .read(() -> database.sql("SELECT outcome FROM draws"
                                + " WHERE run_id = ? AND digest = ? ORDER BY sample_index FETCH FIRST 1 ROWS ONLY")
                        .params(run.value(), digest.value())
                        .query(String.class)
                        .optional()
                        .map(stored -> tables.json().read(stored, DrawOutcome.class))
                        .flatMap(JdbcRunRecords::diff));
    }

    private static Optional<String> diff(DrawOutcome outcome) {
        return outcome instanceof DrawOutcome.Drawn drawn && drawn.sample() instanceof Sample.Drafted drafted
                ? Optional.of(drafted.candidate().patch().unifiedDiff())
                : Optional.empty();
    }

    @Override
    public List<Entry> entries(RunId run) {
        return tables.transactions().read(() -> tables.entries().of(run));
    }

    @Override
    public List<Entry> entries(RunId run, Collection<String> labels) {
        return labels.isEmpty()
                ? List.of()
                : tables.transactions().read(() -> tables.entries().of(run, labels));
    }
}
