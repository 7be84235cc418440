package dev.monkeywrench.sandbox.reuse;

import dev.monkeywrench.sandbox.SandboxFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is brought into a sandbox for its keeper. */
final class KeeperFiles {

    private static final List<String> PROGRAMS = List.of(
            "warm.sh",
            "keeper.py",
            "keeper_asks.py",
            "keeper_java.py",
            "keeper_jvms.py",
            "keeper_tree.py",
            "keeper_processes.py",
            "keeper_pytest.py",
            "keeper_shims.py",
            "keeper_start.py",
            "shim.py");
    private static final List<String> SHIMMED = List.of("python3", "python", "pytest");

    static final List<SandboxFile> ALL = all();

    private KeeperFiles() {}

    private static List<SandboxFile> all() {
        List<SandboxFile> files = new ArrayList<>();
        PROGRAMS.forEach(name -> files.add(new SandboxFile(name, resource(name))));
        SHIMMED.forEach(name -> files.add(SandboxFile.program(name, resource("shim.sh"))));
        return List.copyOf(files);
    }

    private static String resource(String name) {
        try (InputStream in = KeeperFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + name + " is missing from it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
