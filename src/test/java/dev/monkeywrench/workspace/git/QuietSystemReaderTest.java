package dev.monkeywrench.workspace.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;

class QuietSystemReaderTest {

    private final SystemReader reader = new QuietSystemReader(SystemReader.getInstance());

    @Test
    void saysHowFineClocksAreSoThatJGitNeedNotMeasureIt() throws Exception {
        StoredConfig config = reader.openUserConfig(null, FS.DETECTED);
        config.load();

        assertThat(config.getTimeUnit(
                        ConfigConstants.CONFIG_FILESYSTEM_SECTION,
                        "any file system",
                        ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION,
                        -1,
                        TimeUnit.MILLISECONDS))
                .isEqualTo(2000);
    }

    @Test
    void knowsNothingElseOfTheUser() throws Exception {
        StoredConfig config = reader.openUserConfig(null, FS.DETECTED);
        config.load();

        assertThat(config.getSections()).isEmpty();
        assertThat(config.getTimeUnit("http", null, "timeout", -1, TimeUnit.SECONDS))
                .isEqualTo(-1);
    }
}
