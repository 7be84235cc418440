package dev.monkeywrench.patch;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A tree of texts. */
public final class InMemoryTree implements SourceTree {

    private final Map<RepositoryPath, String> files = new TreeMap<>();

    /** A tree of one file. */
    public static InMemoryTree of(String path, String text) {
        return new InMemoryTree().with(path, text);
    }

    public InMemoryTree with(String path, String text) {
        files.put(new RepositoryPath(path), text);
        return this;
    }

    @Override
    public Optional<String> read(RepositoryPath path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public List<RepositoryPath> paths() {
        return List.copyOf(files.keySet());
    }
}
