package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.run.SampleKind;
import dev.monkeywrench.run.SampleRecord;
import dev.monkeywrench.run.stored.StoredJson;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.verification.Verification;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads samples out of their draws. The journal does not compare drafted samples: one whose digest an earlier draw of
 * the run holds is a duplicate.
 */
final class SampleRows implements RowMapper<SampleRecord> {

    static final String SQL = "SELECT d.sample_index, d.outcome, d.digest, v.verification,"
            + " (SELECT MIN(f.sample_index) FROM draws f WHERE f.run_id = d.run_id AND f.digest = d.digest)"
            + " AS first_index"
            + " FROM draws d JOIN runs r ON r.id = d.run_id LEFT JOIN verifications v ON v.run_id = d.run_id AND v.digest = d.digest"
            + " WHERE d.run_id = ? AND d.sample_index > ? AND d.kind <> 'EXHAUSTED'"
            + " AND (r.last_sample IS NULL OR d.sample_index <= r.last_sample)";

    private final StoredJson json;

    SampleRows(StoredJson json) {
        this.json = json;
    }

    @Override
    public SampleRecord mapRow(ResultSet row, int number) throws SQLException {
        int index = row.getInt("sample_index");
        int first = row.getInt("first_index");
        Optional<Verification> verification =
                Optional.ofNullable(row.getString("verification")).map(stored -> json.read(stored, Verification.class));
        DrawOutcome outcome = json.read(row.getString("outcome"), DrawOutcome.class);
        return switch (outcome) {
            case DrawOutcome.Drawn drawn -> record(drawn.sample(), index != first, verification);
            case DrawOutcome.Exhausted exhausted -> throw withoutSample(index);
            case DrawOutcome.Unavailable fault -> throw withoutSample(index);
        };
    }

    private static IllegalStateException withoutSample(int index) {
        return new IllegalStateException("Draw " + index + " holds no sample");
    }

    private static SampleRecord record(Sample sample, boolean repeated, Optional<Verification> verification) {
        SampleKind kind = switch (sample) {
            case Sample.Drafted drafted -> repeated ? SampleKind.DUPLICATE : SampleKind.DRAFTED;
            case Sample.Malformed malformed -> SampleKind.MALFORMED;
            case Sample.Empty empty -> SampleKind.EMPTY;
            case Sample.Duplicate duplicate -> SampleKind.DUPLICATE;
        };
        return new SampleRecord(
                sample.draw().sampleIndex(),
                kind,
                sample.draw().arm().name(),
                sample.origin(),
                sample instanceof Sample.Malformed malformed ? Optional.of(malformed.reason()) : Optional.empty(),
                digest(sample),
                verification);
    }

    private static Optional<PatchDigest> digest(Sample sample) {
        return switch (sample) {
            case Sample.Drafted drafted -> Optional.of(drafted.candidate().digest());
            case Sample.Duplicate duplicate -> Optional.of(duplicate.digest());
            case Sample.Malformed malformed -> Optional.empty();
            case Sample.Empty empty -> Optional.empty();
        };
    }
}
