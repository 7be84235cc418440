package dev.monkeywrench.sandbox.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.SandboxesContract;
import dev.monkeywrench.sandbox.TemplateSpec;
import dev.monkeywrench.sandbox.engine.OwnerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs bubblewrap, root, and the recipe's root file system in monkeywrench's home directory. */
@Tag("bubblewrap")
class BubblewrapSandboxesTest extends SandboxesContract {

    @TempDir
    private Path home;

    @Override
    protected SandboxEngine engine() throws Exception {
        assumeTrue(
                Privilege.current() == Privilege.ROOT,
                "Bubblewrap sandboxes with root's powers are not tested: the tests do not run as root");
        assumeTrue(
                Files.isDirectory(rootfs().resolve("python")),
                "Bubblewrap sandboxes are not tested: there is no " + rootfs().resolve("python"));
        if (!Files.exists(home.resolve("rootfs"))) {
            Files.createSymbolicLink(home.resolve("rootfs"), rootfs());
        }
        try {
            return BubblewrapEngine.open(BubblewrapTerms.usual(home), OwnerProcess.current());
        } catch (SandboxUnavailable absent) {
            return abort("Bubblewrap sandboxes are not tested: " + absent.getMessage());
        }
    }

    @Override
    protected void stopFromOutside() throws Exception {
        stopProcessesBelow();
    }

    @Override
    protected Optional<List<String>> holder() {
        return Optional.of(List.of("bubblewrap", home.toString()));
    }

    /** Of any run: the home is this test's own. An entry goes only after its control groups have. */
    @Override
    protected List<String> traces(String run) throws Exception {
        return entries().stream().map(Path::toString).toList();
    }

    @Test
    void limitsByControlGroupsAndRemovesThem() throws Exception {
        List<Path> groups = Files.readAllLines(entries().getFirst()).stream()
                .skip(1)
                .map(Path::of)
                .toList();
        assumeTrue(groups.size() == 4, "The limits are tested of control groups of version 1");
        assertThat(groups).allMatch(Files::isDirectory);
        assertThat(value(groups, "memory.limit_in_bytes")).isEqualTo(Long.toString(LIMITS.memoryBytes()));
        assertThat(value(groups, "pids.max")).isEqualTo(Integer.toString(LIMITS.processes() + Lockup.OUR_PROCESSES));
        assertThat(value(groups, "cpu.cfs_quota_us")).isEqualTo("100000");
        sandbox().close();
        assertThat(groups).noneMatch(Files::exists);
    }

    @Test
    void cannotTraceOrUseRings() throws Exception {
        assumeTrue("amd64".equals(System.getProperty("os.arch")), "The numbers are of x86-64");
        String program = """
                import ctypes
                libc = ctypes.CDLL(None, use_errno=True)
                for name, number, first in [("ptrace", 101, 0), ("io_uring", 425, 8), ("perf", 298, 0), ("vsock", 41, 40)]:
                    if libc.syscall(number, first, 0, 0, 0, 0) >= 0:
                        print(name)
                """;
        assertThat(python(program).stdout().text()).isEmpty();
    }

    @Test
    void refusesImagesWithARemedy() {
        Environment image = new Environment.Image("swebench/x:latest");
        assertThatThrownBy(() -> opened().prepare(new TemplateSpec(image, Optional.empty())))
                .isInstanceOf(SandboxUnavailable.class)
                .hasMessageContaining("swebench/x:latest")
                .hasMessageContaining("use Docker");
    }

    private List<Path> entries() throws Exception {
        Path folder = home.resolve("sandboxes");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sandbox")).toList();
        }
    }

    private static String value(List<Path> groups, String name) throws Exception {
        Path file = groups.stream()
                .map(group -> group.resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        return Files.readString(file).strip();
    }

    private static Path rootfs() {
        String usual = System.getProperty("user.home") + "/.cache/monkeywrench";
        return Path.of(Optional.ofNullable(System.getenv("MONKEYWRENCH_HOME")).orElse(usual), "rootfs");
    }
}
