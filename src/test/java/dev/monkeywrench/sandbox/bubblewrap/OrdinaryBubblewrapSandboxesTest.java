package dev.monkeywrench.sandbox.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.SandboxesContract;
import dev.monkeywrench.sandbox.engine.OwnerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an ordinary user has: a user namespace, rlimits, a watch, and the machine's own programs. */
@Tag("bubblewrap")
class OrdinaryBubblewrapSandboxesTest extends SandboxesContract {

    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

    @TempDir
    private Path home;

    @Override
    protected SandboxEngine engine() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/python3")), "There is no python3 on this machine");
        List<String> launcher = Privilege.current() == Privilege.ROOT ? AS_NOBODY : List.of();
        try {
            return BubblewrapEngine.open(
                    new BubblewrapTerms(home, Privilege.ORDINARY, launcher, DiskBudget.unbounded()),
                    OwnerProcess.current());
        } catch (SandboxUnavailable absent) {
            return abort("Bubblewrap sandboxes of ordinary users are not tested: " + absent.getMessage());
        }
    }

    @Override
    protected void stopFromOutside() throws Exception {
        stopProcessesBelow();
    }

    @Override
    protected Optional<List<String>> holder() {
        return Optional.empty();
    }

    @Override
    protected List<String> traces(String run) throws Exception {
        Path folder = home.resolve("sandboxes");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".sandbox"))
                    .toList();
        }
    }

    /** The resolver of names is a part of recipes. */
    @Test
    @Override
    protected void knowsItselfByName() {
        abort("This machine's own programs run here, and no recipe's");
    }

    /** The shell inside is of the same user as the code: the code can end it, and with it itself. */
    @Test
    @Override
    protected void cannotLookAtOrStopWhatHoldsIt() throws Exception {
        assertThat(said("kill -9 1 2>/dev/null; echo alive")).isEqualTo("alive\n");
        ExecOutcome outcome = run(sandbox(), "kill -9 -1", Duration.ofSeconds(20));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ExecOutcome.Exited.class,
                        exited -> assertThat(exited.exitCode()).isEqualTo(137));
    }

    /** Files in memory are nobody's resident memory: without a control group only the disk's size bounds them. */
    @Test
    @Override
    protected void boundsTheCountOfFiles() throws Exception {
        assertThat(said("df --output=size -k /testbed | tail -1").strip())
                .isEqualTo(Long.toString(LIMITS.diskBytes() / 1024));
    }
}
