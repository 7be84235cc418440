package dev.monkeywrench.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where repositories may come from and how large they may be.
 *
 * @param roots folders under which local repositories may lie, besides the starter suite's
 * @param allowedHosts of remote repositories; empty: every public one
 * @param allowPrivateAddresses whether remote repositories may lie in our own network
 * @param credentials by host: a token, or {@code user:token}
 * @param files in one tree
 * @param depth of folders in one another
 * @param treeSize of all files of one tree
 * @param fileSize of a file that is shown to samplers
 * @param references branches and tags of a remote repository
 * @param fetchSize of one fetch
 * @param fetchTime of one fetch
 * @param stallTime in which a remote repository must send something worth the wait
 */
@ConfigurationProperties("monkeywrench.workspace")
record WorkspaceSettings(
        @DefaultValue List<Path> roots,
        @DefaultValue Set<String> allowedHosts,
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue Map<String, String> credentials,
        @DefaultValue("200000") int files,
        @DefaultValue("200") int depth,
        @DefaultValue("2GB") DataSize treeSize,
        @DefaultValue("1MB") DataSize fileSize,
        @DefaultValue("50000") int references,
        @DefaultValue("8GB") DataSize fetchSize,
        @DefaultValue("10m") Duration fetchTime,
        @DefaultValue("60s") Duration stallTime) {

    WorkspaceLimits limits() {
        return new WorkspaceLimits(
                files,
                depth,
                treeSize.toBytes(),
                fileSize.toBytes(),
                references,
                fetchSize.toBytes(),
                fetchTime,
                stallTime);
    }
}
