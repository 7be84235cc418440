package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.StandardJavaFileManager;

/**
 * Compiles again and again with one compiler, as if each time were the first: all that stays is what was read from our
 * own jars and the JDK, which nobody can change, and the {@link Base}.
 */
final class WarmCompilation implements Base.Compiler {

    /** What came of it: the classes by their names, and every word of the compiler. */
    record Result(boolean compiled, String messages, Map<String, byte[]> classes) {

        /** The compiler itself failed (its stack was too small, or it has a fault): that may differ from start to start. */
        boolean odd() {
            return !compiled && messages.contains("\n\tat ");
        }

        boolean silent() {
            return compiled && messages.isEmpty();
        }
    }

    private final Compilation compilation;
    private final StandardJavaFileManager files;
    private Optional<Base> base = Optional.empty();

    WarmCompilation(List<Path> libraries) {
        this.compilation = new Compilation(libraries);
        this.files = compilation.files();
    }

    Result of(List<Path> paths) throws IOException {
        Sources sources = Sources.read(paths);
        if (base.isPresent()) {
            Optional<Result> result = base.get().with(sources, this);
            if (result.isPresent()) {
                return result.get();
            }
        }
        MemoryFiles memory = memory(Map.of());
        Result result = compile(sources.paths(), memory);
        if (result.silent()) {
            base = Optional.of(new Base(sources, memory.compiled()));
        }
        return result;
    }

    @Override
    public MemoryFiles memory(Map<String, byte[]> others) {
        return new MemoryFiles(files, others);
    }

    @Override
    public Result compile(List<Path> paths, MemoryFiles memory) throws IOException {
        files.flush(); // it may hold the text of a file of the same name and time
        StringWriter messages = new StringWriter();
        boolean compiled = compilation.of(files.getJavaFileObjectsFromPaths(paths), memory, messages);
        return new Result(compiled, messages.toString(), compiled ? memory.classes() : Map.of());
    }
}
