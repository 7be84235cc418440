package dev.monkeywrench.sandbox.reuse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.InMemoryTree;
import dev.monkeywrench.sandbox.KeptSandbox;
import dev.monkeywrench.sandbox.Lease;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a kept sandbox forgets between two leases: everything the first one did. */
@Timeout(180)
abstract class ReuseContract implements KeptPrograms, RepositoryInMemory {

    private static final Limits LIMITS = new Limits(512L << 20, 2, 128, 128L << 20, 1L << 20, Duration.ofMinutes(5));
    private static final InMemoryTree TREE = new InMemoryTree(Map.of(
            "pkg.py", "VALUE = 1\n".getBytes(UTF_8),
            "data/deep/names.txt", "a\nb\n".getBytes(UTF_8),
            "test_pkg.py", "import pkg\n\ndef test_value():\n    assert pkg.VALUE == 1\n".getBytes(UTF_8)));

    private static final String PYTEST = "PATH=/mw:$PATH python3 -m pytest -q -p no:cacheprovider";

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private SandboxEngine engine;
    private Template template;

    /** The engine beneath. */
    protected abstract SandboxEngine fresh() throws Exception;

    @BeforeEach
    void open() throws Exception {
        engine = Reuse.of(fresh(), new ReuseTerms(2, Duration.ofMinutes(5), 100), () -> now);
        template = engine.prepare(new TemplateSpec(new Environment.Recipe("python"), Optional.of(TREE)));
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @Test
    void keepsTheSandboxFromOneLeaseToTheNext() throws Exception {
        String first = leased(MOMENT);
        assertThat(first).isNotBlank();
        assertThat(leased(MOMENT)).isEqualTo(first);
    }

    @Test
    void closesTheOneNobodyCameBackForWhereThereIsNoRoom() throws Exception {
        String first = leased(MOMENT, limits(1));
        now = now.plusSeconds(1);
        leased(MOMENT, limits(2));
        now = now.plusSeconds(60);
        String third = leased(MOMENT, limits(3));
        assertThat(leased(MOMENT, limits(3))).isEqualTo(third);
        assertThat(leased(MOMENT, limits(1))).isNotEqualTo(first);
    }

    @Test
    void closesNoneThatIsUsedInTurnWithMoreThanThereIsRoomFor() throws Exception {
        String first = leased(MOMENT, limits(1));
        String second = leased(MOMENT, limits(2));
        now = now.plusSeconds(1);
        leased(MOMENT, limits(3));
        assertThat(leased(MOMENT, limits(1))).isEqualTo(first);
        assertThat(leased(MOMENT, limits(2))).isEqualTo(second);
    }

    /** A sandbox of other limits is another one. */
    private static Limits limits(int more) {
        return new Limits(
                LIMITS.memoryBytes() + ((long) more << 20),
                LIMITS.cpus(),
                LIMITS.processes(),
                LIMITS.diskBytes(),
                LIMITS.outputBytes(),
                LIMITS.lifetime());
    }

    @Test
    void putsBackWhatWasChangedAddedAndRemoved() throws Exception {
        String before = listing();
        leased("echo 'VALUE = 2' > pkg.py; touch -d 2000-01-01 pkg.py; rm -r data; mkdir -p new/place;"
                + " echo x > new/place/file; ln -s /etc link; chmod 777 test_pkg.py; ln pkg.py hard");
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void putsBackFoldersThatWereShutOrReplaced() throws Exception {
        String before = listing();
        leased("chmod 000 data; mkdir shut; touch shut/in; chmod 000 shut; rm test_pkg.py; mkdir test_pkg.py");
        assertThat(listing()).isEqualTo(before);
    }

    @Test
    void putsBackAChangeThatHidesItsTime() throws Exception {
        leased("cp -p pkg.py /tmp/saved; sed -i s/1/7/ pkg.py; touch -r /tmp/saved pkg.py");
        assertThat(leased("cat pkg.py")).isEqualTo("VALUE = 1\n");
    }

    @Test
    void emptiesThePlacesAnybodyMayWriteTo() throws Exception {
        leased("mkdir -p /tmp/a/b; touch /tmp/a/b/c /dev/shm/x /mw/tests.diff; chmod 000 /tmp/a");
        assertThat(leased("ls -A /dev/shm; ls /mw/tests.diff /tmp/a 2>/dev/null"))
                .isBlank();
    }

    @Test
    void removesSharedMemoryThatOutlivesItsProcess() throws Exception {
        leased("ipcmk -M 4096; ipcmk -S 1; ipcmk -Q");
        assertThat(leased("cat /proc/sysvipc/* | grep -vc key")).isEqualTo("0\n");
    }

    @Test
    void endsWhatIsLeftRunning() throws Exception {
        leased("setsid sh -c 'while :; do echo broken > /testbed/pkg.py; sleep 0.01; done' >/dev/null 2>&1 &"
                + " (setsid python3 -c 'import time; time.sleep(600)' &) ; sleep 0.3");
        assertThat(leased("sleep 0.2; cat pkg.py; grep -l 'time.sleep' /proc/[0-9]*/cmdline 2>/dev/null"))
                .doesNotContain("broken")
                .startsWith("VALUE = 1");
    }

    @Test
    void runsTestsInFreshForks() throws Exception {
        assertThat(leased(PYTEST)).contains("1 passed");
        assertThat(leased("echo 'import sys; sys.modules[\"pytest\"].poisoned = 1; VALUE = 2' > pkg.py; " + PYTEST))
                .contains("1 failed");
        assertThat(leased(
                        "echo 'import pytest; VALUE = 3 if hasattr(pytest, \"poisoned\") else 1' > pkg.py; " + PYTEST))
                .contains("1 passed");
    }

    @Test
    void toldByItsStatusHowTheTestsEnded() throws Exception {
        assertThat(leased("echo 'import os; os._exit(5)' > pkg.py; " + PYTEST + " >/dev/null 2>&1; echo $?"))
                .isEqualTo("5\n");
        assertThat(leased(
                        "echo 'import os; os.kill(os.getpid(), 9)' > pkg.py; " + PYTEST + " >/dev/null 2>&1; echo $?"))
                .isEqualTo("137\n");
        assertThat(leased(PYTEST + " >/dev/null; echo $?")).isEqualTo("0\n");
    }

    @Test
    void throwsTheSandboxAwayWhenItsKeeperIsEnded() throws Exception {
        leased("for p in /proc/[0-9]*; do case $(tr '\\0' ' ' < $p/cmdline) in *keeper.py*) kill -9 ${p#/proc/};;"
                + " esac; done 2>/dev/null; touch left");
        assertThat(leased("ls left 2>/dev/null")).isBlank();
    }

    @Test
    void letsNobodyIntoTheKeepersMemory() throws Exception {
        String keeper = "p=$(grep -lz keeper.py /proc/[0-9]*/cmdline 2>/dev/null | head -1 | cut -d/ -f3); ";
        assertThat(leased(keeper + "test -n \"$p\" && ! dd if=/proc/$p/mem of=/dev/null bs=1 count=1 2>/dev/null"
                        + " && ! ls /proc/$p/fd >/dev/null 2>&1 && echo shut"))
                .isEqualTo("shut\n");
    }

    @Test
    void throwsTheSandboxAwayAfterATimeOut() throws Exception {
        try (Sandbox sandbox = lease()) {
            ExecRequest endless = request("touch left; sleep 100");
            assertThat(sandbox.exec(new ExecRequest(endless.command(), Map.of(), List.of(), Duration.ofSeconds(1))))
                    .isInstanceOf(ExecOutcome.TimedOut.class);
        }
        assertThat(leased("ls left 2>/dev/null")).isBlank();
    }

    @Override
    public String listing() throws Exception {
        return leased("find . -not -name '__pycache__' -not -path '*/__pycache__/*' -printf '%p %y %m %s %l\\n' | sort;"
                + " cat pkg.py data/deep/names.txt test_pkg.py");
    }

    @Override
    public String leased(String script) throws Exception {
        return leased(script, LIMITS);
    }

    private String leased(String script, Limits limits) throws Exception {
        try (Sandbox sandbox = lease(limits)) {
            return sandbox.exec(request(script)).stdout().text();
        }
    }

    private static ExecRequest request(String script) {
        return new ExecRequest(List.of("sh", "-c", script), Map.of(), List.of(), Duration.ofSeconds(60));
    }

    @Override
    public KeptSandbox lease() throws Exception {
        return lease(LIMITS);
    }

    private KeptSandbox lease(Limits limits) throws Exception {
        Lease lease = engine.lease(template, limits, new Owner("reuse", "test"));
        assertThat(lease).isInstanceOf(Lease.Granted.class);
        return ((Lease.Granted) lease).sandbox();
    }

    @Override
    public Sandbox opened() throws Exception {
        return engine.open(template, LIMITS, new Owner("reuse", "test"));
    }
}
