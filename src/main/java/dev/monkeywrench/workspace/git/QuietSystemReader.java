package dev.monkeywrench.workspace.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit away from the settings of the machine and of its user: none of their address rewrites, helpers or switched
 * off certificate checks apply here, no file is left in a home folder, and no time is spent on measuring how fine the
 * clock of a file system is.
 */
final class QuietSystemReader extends SystemReader.Delegate {

    QuietSystemReader(SystemReader system) {
        super(system);
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS files) {
        return new EmptyConfig(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS files) {
        return new EmptyConfig(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS files) {
        return new EmptyConfig(parent, files);
    }

    private static final class EmptyConfig extends FileBasedConfig {

        @SuppressWarnings("NullAway") // JGit's own way to say that there is no file
        EmptyConfig(@Nullable Config parent, FS files) {
            super(parent, null, files);
        }

        /** The coarsest clock there is: a file that changed so lately is read again. Measuring takes half a second. */
        @Override
        public long getTimeUnit(
                String section, @Nullable String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals(ConfigConstants.CONFIG_FILESYSTEM_SECTION)
                    ? unit.convert(FS.FileStoreAttributes.FALLBACK_TIMESTAMP_RESOLUTION)
                    : super.getTimeUnit(section, subsection, name, otherwise, unit);
        }

        @Override
        public void load() {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // Nothing is kept.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
