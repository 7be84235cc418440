package dev.monkeywrench.run.jdbc;

import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.run.SampleKind;
import dev.monkeywrench.run.SampleOutline;
import dev.monkeywrench.run.VerdictKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;

/** Reads outlines in order of sample index, and so sees which drafts repeat an earlier one. Used for one query. */
final class OutlineRows implements RowMapper<SampleOutline> {

    private final Set<String> seen = new HashSet<>();

    @Override
    public SampleOutline mapRow(ResultSet row, int number) throws SQLException {
        Optional<String> digest = Optional.ofNullable(row.getString("digest"));
        SampleKind kind = SampleKind.valueOf(row.getString("kind"));
        boolean repeated = kind == SampleKind.DRAFTED && digest.isPresent() && !seen.add(digest.get());
        return new SampleOutline(
                row.getInt("sample_index"),
                repeated ? SampleKind.DUPLICATE : kind,
                digest.map(PatchDigest::new),
                Optional.ofNullable(row.getString("verdict")).map(VerdictKind::valueOf));
    }
}
