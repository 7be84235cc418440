package dev.monkeywrench.rehearsal;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import dev.monkeywrench.workspace.Workspaces;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Every repository is there and empty. */
record RehearsedWorkspaces(LastStep last) implements Workspaces {

    @Override
    public Opening open(Instance instance) {
        last.reached(Step.OPENED);
        return new Opening.Opened(new Empty(instance.baseCommit()));
    }

    private record Empty(CommitId baseCommit) implements Workspace {

        @Override
        public List<SourceFile> files() {
            return List.of();
        }

        @Override
        public Optional<byte[]> read(RepositoryPath path) {
            return Optional.empty();
        }

        @Override
        public String digest() {
            return "empty-" + baseCommit;
        }

        @Override
        public void writeTar(OutputStream out) {}

        @Override
        public void close() {}
    }
}
