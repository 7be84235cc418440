package dev.monkeywrench.sandbox.docker;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.Ulimit;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.engine.Inside;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a container is locked up. The one place where what a container may do is said. */
enum ContainerForm {

    /** Our own root file system: read-only, and what runs in it is user 1000 without any capability. */
    RECIPE {
        @Override
        Inside inside() {
            return new Inside(Inside.AS_USER_1000, Map.of("HOME", "/tmp", "LANG", "C.UTF-8"), Inside.GAUGE_CGROUP);
        }

        @Override
        HostConfig lock(Limits limits) {
            return locked(limits)
                    .withReadonlyRootfs(true)
                    .withCapAdd(Capability.SETUID, Capability.SETGID, Capability.SETPCAP)
                    .withTmpFs(Map.of(
                            "/testbed", memoryDisk(limits.diskBytes(), "uid=1000,gid=1000,mode=0755"),
                            "/tmp", memoryDisk(limits.diskBytes(), "mode=1777"),
                            "/mw", memoryDisk(limits.diskBytes(), "mode=1777")));
        }
    },

    /** An image that brings the repository: root, as its scripts expect, with what root needs to write files. */
    IMAGE {
        @Override
        Inside inside() {
            return new Inside(List.of(), Map.of(), Inside.GAUGE_CGROUP);
        }

        @Override
        HostConfig lock(Limits limits) {
            return locked(limits)
                    .withReadonlyRootfs(false)
                    .withCapAdd(
                            Capability.CHOWN,
                            Capability.DAC_OVERRIDE,
                            Capability.FOWNER,
                            Capability.SETGID,
                            Capability.SETUID)
                    .withTmpFs(Map.of("/mw", memoryDisk(limits.diskBytes(), "mode=1777")));
        }

        @Override
        Map<String, Long> softLimits(Limits limits) {
            Map<String, Long> more = new LinkedHashMap<>(super.softLimits(limits));
            more.put("fsize", limits.diskBytes());
            return more;
        }
    };

    /** Ours besides what runs inside: the init process, the shell that listens, and its lifetime's clock. */
    static final int OUR_PROCESSES = 4;

    private static final long NANOS = 1_000_000_000L;
    private static final int BYTES_AN_INODE = 4096;
    private static final int FEWEST_INODES = 4096;

    abstract Inside inside();

    abstract HostConfig lock(Limits limits);

    Map<String, Long> softLimits(Limits limits) {
        return Map.of("core", 0L);
    }

    /** What holds for every container: no network, no privilege, no log on disk, and a bound on everything. */
    HostConfig locked(Limits limits) {
        return HostConfig.newHostConfig()
                .withNetworkMode("none")
                .withPrivileged(false)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withInit(true)
                .withMemory(limits.memoryBytes())
                .withMemorySwap(limits.memoryBytes())
                .withNanoCPUs(Math.round(limits.cpus() * NANOS))
                .withPidsLimit((long) limits.processes() + OUR_PROCESSES)
                .withOomScoreAdj(500)
                .withUlimits(softLimits(limits).entrySet().stream()
                        .map(limit -> new Ulimit(limit.getKey(), limit.getValue(), limit.getValue()))
                        .toList())
                .withLogConfig(new LogConfig(LogConfig.LoggingType.NONE))
                .withIpcMode("private");
    }

    private static String memoryDisk(long bytes, String owner) {
        long inodes = Math.max(FEWEST_INODES, bytes / BYTES_AN_INODE);
        return "rw,exec,nosuid,nodev,size=" + bytes + ",nr_inodes=" + inodes + "," + owner;
    }
}
