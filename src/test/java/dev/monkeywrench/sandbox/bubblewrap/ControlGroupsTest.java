package dev.monkeywrench.sandbox.bubblewrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.engine.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On folders that look like the kernel's. */
class ControlGroupsTest {

    private static final Limits LIMITS = new Limits(1000, 1.5, 20, 1, 1, Duration.ofSeconds(1));

    @TempDir
    private Path mount;

    @Test
    void setsTheLimitsOfVersionTwo() throws Exception {
        Files.writeString(mount.resolve("cgroup.controllers"), "cpu memory pids");
        ControlGroups groups = ControlGroups.find(mount, mount.resolve("none")).orElseThrow();
        ControlledGroup group = groups.make("box", LIMITS, 4);
        Path folder = mount.resolve("monkeywrench/box");
        assertThat(groups.of("box")).containsExactly(folder);
        assertThat(folder.resolve("memory.max")).hasContent("1000");
        assertThat(folder.resolve("pids.max")).hasContent("24");
        assertThat(folder.resolve("cpu.max")).hasContent("150000 100000");
        assertThat(mount.resolve("monkeywrench/cgroup.subtree_control")).hasContent("+memory +pids +cpu");
        assertThat(group.doors()).containsExactly(folder + "/cgroup.procs");
    }

    @Test
    void readsWhatVersionTwoHasUsed() throws Exception {
        Files.writeString(mount.resolve("cgroup.controllers"), "cpu memory pids");
        ControlledGroup group =
                ControlGroups.find(mount, mount.resolve("none")).orElseThrow().make("box", LIMITS, 4);
        Path folder = mount.resolve("monkeywrench/box");
        assertThat(group.reading()).isEmpty();
        Files.writeString(folder.resolve("cpu.stat"), "usage_usec 2500\nuser_usec 2000\n");
        Files.writeString(folder.resolve("memory.events"), "low 0\noom 3\noom_kill 2\n");
        assertThat(group.reading()).contains(new Reading(Duration.ofNanos(2_500_000), 2));
    }

    @Test
    void makesGroupsOfVersionOneBelowTheServicesOwn() throws Exception {
        for (String controller : new String[] {"memory", "pids", "cpu", "cpuacct"}) {
            Files.createDirectories(mount.resolve(controller));
        }
        Files.createDirectories(mount.resolve("memory/service"));
        Path own = Files.writeString(mount.resolve("own"), "4:memory:/service\n2:cpu,cpuacct:/elsewhere\n");
        ControlGroups groups = ControlGroups.find(mount, own).orElseThrow();
        groups.make("box", LIMITS, 4);
        assertThat(mount.resolve("memory/service/monkeywrench/box/memory.limit_in_bytes"))
                .hasContent("1000");
        assertThat(mount.resolve("pids/monkeywrench/box/pids.max")).hasContent("24");
        assertThat(mount.resolve("cpu/monkeywrench/box/cpu.cfs_quota_us")).hasContent("150000");
    }

    @Test
    void findsNoneWhereNothingIsMounted() {
        assertThat(ControlGroups.find(mount, mount.resolve("none"))).isEmpty();
    }
}
