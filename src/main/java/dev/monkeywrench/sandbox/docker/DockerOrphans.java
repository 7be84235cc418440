package dev.monkeywrench.sandbox.docker;

import com.github.dockerjava.api.model.Container;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.engine.OwnerProcess;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes containers of services that are gone, and of any service once their lifetime is over. */
record DockerOrphans(Daemon daemon, InstantSource clock) {

    private static final Logger log = LoggerFactory.getLogger(DockerOrphans.class);

    /** Their number. A container whose owner may still live is left alone. */
    int sweep() throws SandboxUnavailable, InterruptedException {
        List<Container> ours = daemon.ask(
                "listing containers",
                client -> client.listContainersCmd()
                        .withShowAll(true)
                        .withLabelFilter(List.of(Containers.OWNER))
                        .exec());
        List<Container> orphans = ours.stream().filter(this::isOrphan).toList();
        for (Container orphan : orphans) {
            daemon.remove(orphan.getId());
        }
        if (!orphans.isEmpty()) {
            log.info("Removed {} containers that a former service left", orphans.size());
        }
        return orphans.size();
    }

    private boolean isOrphan(Container container) {
        Map<String, String> labels = container.getLabels();
        Optional<OwnerProcess> owner =
                Optional.ofNullable(labels.get(Containers.OWNER)).flatMap(OwnerProcess::parse);
        return owner.isEmpty() || owner.get().isGone() || isOverdue(labels.get(Containers.DEADLINE));
    }

    private boolean isOverdue(@org.jspecify.annotations.Nullable String deadline) {
        try {
            return deadline == null
                    || Long.parseLong(deadline) < clock.instant().getEpochSecond();
        } catch (NumberFormatException garbled) {
            return true;
        }
    }
}
