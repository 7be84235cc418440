package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole compilation in which the compiler had nothing to say. Of sources that differ from it in a few files only these
 * are compiled again, against the classes of the others; the others stand where they could not see any difference.
 * Whatever is not as simple as that is left to a whole compilation.
 *
 * <p>One thing may differ: where a type is inferred as several interfaces at once, the compiler orders them by when it met
 * their names, and the first stands for all in the code. What the code does is the same.
 */
final class Base {

    /** Compiles some sources into memory. */
    interface Compiler {
        MemoryFiles memory(Map<String, byte[]> others);

        WarmCompilation.Result compile(List<Path> paths, MemoryFiles memory) throws IOException;
    }

    private final Sources sources;
    private final Map<Path, Map<String, byte[]>> compiled;

    /**
     * @param sources all of them
     * @param compiled what each of them became, by the names of the classes
     */
    Base(Sources sources, Map<Path, Map<String, byte[]>> compiled) {
        this.sources = sources;
        this.compiled = Map.copyOf(compiled);
    }

    /** What a whole compilation of the sources would give; empty where only that can tell. */
    Optional<WarmCompilation.Result> with(Sources now, Compiler compiler) throws IOException {
        Optional<List<Path>> changed = now.changedFrom(sources);
        if (changed.isEmpty() || changed.get().size() > now.paths().size() / 2) {
            return Optional.empty();
        }
        Map<String, byte[]> classes = new LinkedHashMap<>();
        compiled.forEach((path, own) -> classes.putAll(changed.get().contains(path) ? Map.of() : own));
        if (changed.get().isEmpty()) {
            return Optional.of(new WarmCompilation.Result(true, "", classes));
        }
        MemoryFiles memory = compiler.memory(classes);
        WarmCompilation.Result result = compiler.compile(changed.get(), memory);
        if (!result.silent() || !Collections.disjoint(result.classes().keySet(), classes.keySet())) {
            return Optional.empty();
        }
        for (Path path : changed.get()) {
            if (!face(memory.compiled(), path).equals(face(compiled, path))) {
                return Optional.empty();
            }
        }
        classes.putAll(result.classes());
        return Optional.of(new WarmCompilation.Result(true, "", classes));
    }

    private static Map<String, String> face(Map<Path, Map<String, byte[]>> compiled, Path path) {
        return Face.of(compiled.getOrDefault(path, Map.of()));
    }
}
