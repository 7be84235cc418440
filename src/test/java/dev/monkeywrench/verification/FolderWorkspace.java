package dev.monkeywrench.verification;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A few files in a Git repository of one commit, made by the installed Git. */
public final class FolderWorkspace implements Workspace {

    private final Path folder;
    private final Map<String, String> files;
    private final CommitId commit;

    public FolderWorkspace(Path folder, Map<String, String> files) throws IOException, InterruptedException {
        this.folder = folder;
        this.files = new TreeMap<>(files);
        for (Map.Entry<String, String> file : this.files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        run("git", "init", "-q");
        run("git", "add", "-A", "-f");
        run("git", "-c", "user.name=t", "-c", "user.email=t@t", "commit", "-q", "-m", "base");
        this.commit = new CommitId(run("git", "rev-parse", "HEAD").strip());
    }

    @Override
    public CommitId baseCommit() {
        return commit;
    }

    @Override
    public List<SourceFile> files() {
        List<SourceFile> sources = new ArrayList<>();
        files.forEach((path, text) -> sources.add(new SourceFile(new RepositoryPath(path), text.length(), false)));
        return sources;
    }

    @Override
    public Optional<byte[]> read(RepositoryPath path) {
        return Optional.ofNullable(files.get(path.value())).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String digest() {
        return commit.value();
    }

    @Override
    public void writeTar(OutputStream out) throws IOException {
        Process tar = new ProcessBuilder("sh", "-c", "tar -cf - -- $(ls -A)")
                .directory(folder.toFile())
                .start();
        tar.getInputStream().transferTo(out);
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
        return said;
    }
}
