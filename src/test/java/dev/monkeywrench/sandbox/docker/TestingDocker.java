package dev.monkeywrench.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.HostConfig;
import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.OwnerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The daemon of this machine, as tests look at it. */
final class TestingDocker {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private TestingDocker() {}

    static SandboxEngine engine(Path scratch) throws Exception {
        try {
            return DockerEngine.open(
                    DockerTerms.usual(scratch), PATIENCE, InstantSource.system(), OwnerProcess.current());
        } catch (SandboxUnavailable absent) {
            return abort("Docker sandboxes are not tested: " + absent.getMessage());
        }
    }

    static DockerClient client() throws Exception {
        return DockerDiscovery.connect(Optional.empty());
    }

    static List<Container> containers(String run) throws Exception {
        return client().listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(Containers.RUN, run))
                .exec();
    }

    /** How the first container of a run is locked up. */
    static HostConfig hostConfig(String run) throws Exception {
        String id = containers(run).getFirst().getId();
        return client().inspectContainerCmd(id).exec().getHostConfig();
    }

    /** What the daemon did with a container, once it is gone. */
    static List<String> actionsUntilGone(String id) throws Exception {
        List<String> actions = new CopyOnWriteArrayList<>();
        CountDownLatch gone = new CountDownLatch(1);
        try (var listening = client().eventsCmd()
                .withSince("0")
                .withContainerFilter(id)
                .exec(new ResultCallback.Adapter<Event>() {
                    @Override
                    public void onNext(Event event) {
                        actions.add(String.valueOf(event.getAction()));
                        if ("destroy".equals(event.getAction())) {
                            gone.countDown();
                        }
                    }
                })) {
            assertThat(gone.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("%s so far", actions)
                    .isTrue();
        }
        return actions;
    }

    static void awaitProcess(String id, String command) throws Exception {
        long late = System.nanoTime() + PATIENCE.toNanos();
        while (!Arrays.deepToString(client().topContainerCmd(id).exec().getProcesses())
                .contains(command)) {
            assertThat(System.nanoTime()).as("waiting for %s", command).isLessThan(late);
            Thread.sleep(20);
        }
    }

    static void pause(String run) throws Exception {
        client().pauseContainerCmd(containers(run).getFirst().getId()).exec();
    }
}
