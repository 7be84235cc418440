package dev.monkeywrench.junitrun;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Takes what is compiled into memory, by its source and by the binary names of the classes. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private final StandardJavaFileManager files;
    private final Map<Path, Map<String, ByteArrayOutputStream>> written = new LinkedHashMap<>();
    private final Map<String, List<Compiled>> others = new LinkedHashMap<>();

    /**
     * @param files where all else is
     * @param others classes that are on the class path as well, by their names
     */
    MemoryFiles(StandardJavaFileManager files, Map<String, byte[]> others) {
        super(files);
        this.files = files;
        others.forEach((name, content) -> this.others
                .computeIfAbsent(name.substring(0, Math.max(0, name.lastIndexOf('.'))), any -> new ArrayList<>())
                .add(new Compiled(name, content)));
    }

    /** Every class that was written. */
    Map<String, byte[]> classes() {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        compiled().values().forEach(classes::putAll);
        return classes;
    }

    /** The same, by the sources they come from. */
    Map<Path, Map<String, byte[]>> compiled() {
        Map<Path, Map<String, byte[]>> compiled = new LinkedHashMap<>();
        written.forEach((source, classes) -> {
            Map<String, byte[]> contents = new LinkedHashMap<>();
            classes.forEach((name, content) -> contents.put(name, content.toByteArray()));
            compiled.put(source, contents);
        });
        return compiled;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, JavaFileObject.Kind kind, FileObject source) {
        Map<String, ByteArrayOutputStream> classes =
                written.computeIfAbsent(files.asPath(source), any -> new LinkedHashMap<>());
        return new SimpleJavaFileObject(URI.create("memory:///out"), kind) {
            @Override
            public OutputStream openOutputStream() {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                classes.put(name, content);
                return content;
            }
        };
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        Iterable<JavaFileObject> beneath = super.list(location, packageName, kinds, recurse);
        boolean ours = location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS) && !recurse;
        if (!ours || !others.containsKey(packageName)) {
            return beneath;
        }
        List<JavaFileObject> all = new ArrayList<>(others.get(packageName));
        beneath.forEach(all::add);
        return all;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Compiled compiled ? compiled.name : super.inferBinaryName(location, file);
    }

    /** The files beneath stay open for the next compilation. */
    @Override
    public void close() {}

    /** A class on the class path that is on no disk. */
    private static final class Compiled extends SimpleJavaFileObject {

        private final String name;
        private final byte[] content;

        Compiled(String name, byte[] content) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
            this.content = content.clone();
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(content);
        }
    }
}
