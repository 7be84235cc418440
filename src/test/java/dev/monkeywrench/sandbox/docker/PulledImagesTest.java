package dev.monkeywrench.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import dev.monkeywrench.disk.DiskBudget;
import dev.monkeywrench.disk.DiskTerms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs a Docker daemon. */
@Tag("docker")
class PulledImagesTest {

    private static final int MEGA = 1 << 20;

    @TempDir
    private Path folder;

    private final String mark = "mw-disk-test-" + UUID.randomUUID();
    private Instant now = Instant.now();

    /** Three images of a suite, one container of an image, and one image that was there before. */
    @Test
    void theLevelReturnsAndWhatWasThereBeforeStays() throws Exception {
        DockerClient client = connect();
        DiskBudget disk = new DiskBudget(new DiskTerms(1, 0), () -> Long.MAX_VALUE);
        try (PulledImages pulled =
                PulledImages.in(folder, new Daemon(client, Duration.ofMinutes(1)), disk, () -> now)) {
            make(client, "before");
            long level = level(client);
            pull(client, pulled, "one");
            pull(client, pulled, "two");
            pull(client, pulled, "used");
            String container = client.createContainerCmd(mark + ":used")
                    .withCmd("none")
                    .exec()
                    .getId();
            assertThat(level(client)).isGreaterThan(level + 2 * MEGA);

            now = now.plus(Duration.ofHours(1));
            disk.trim();
            assertThat(names(client)).containsExactlyInAnyOrder(mark + ":before", mark + ":used");

            client.removeContainerCmd(container).exec();
            disk.trim();
            assertThat(level(client)).isEqualTo(level);
        } finally {
            for (String name : names(client)) {
                client.removeImageCmd(name).withForce(true).exec();
            }
        }
    }

    /** A name that somebody gave to another image meanwhile is theirs. */
    @Test
    void leavesANameThatIsAnotherImagesByNow() throws Exception {
        DockerClient client = connect();
        DiskBudget disk = new DiskBudget(new DiskTerms(1, 0), () -> Long.MAX_VALUE);
        try (PulledImages pulled =
                PulledImages.in(folder, new Daemon(client, Duration.ofMinutes(1)), disk, () -> now)) {
            String ours = pull(client, pulled, "moved");
            String theirs = make(client, "moved");
            now = now.plus(Duration.ofHours(1));
            disk.trim();
            assertThat(client.inspectImageCmd(mark + ":moved").exec().getId()).isEqualTo(theirs);
            assertThatThrownBy(() -> client.inspectImageCmd(ours).exec()).isInstanceOf(NotFoundException.class);
            assertThat(pulled.list()).isEmpty();
        } finally {
            for (String name : names(client)) {
                client.removeImageCmd(name).withForce(true).exec();
            }
        }
    }

    /** As a pull leaves it: an image, written down. */
    private String pull(DockerClient client, PulledImages pulled, String tag) throws Exception {
        String id = make(client, tag);
        now = now.plus(Duration.ofSeconds(1));
        pulled.add(mark + ":" + tag, id);
        pulled.use(mark + ":" + tag);
        return id;
    }

    private String make(DockerClient client, String tag) throws IOException {
        byte[] content = new byte[MEGA];
        new Random().nextBytes(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry("content");
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        Process docker = new ProcessBuilder("docker", "import", "-", mark + ":" + tag)
                .redirectErrorStream(true)
                .start();
        try (OutputStream input = docker.getOutputStream()) {
            input.write(bytes.toByteArray());
        }
        String said = new String(docker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).startsWith("sha256:");
        return Objects.requireNonNull(
                client.inspectImageCmd(mark + ":" + tag).exec().getId());
    }

    private List<String> names(DockerClient client) {
        return client.listImagesCmd().withReferenceFilter(mark).exec().stream()
                .flatMap(image -> List.of(image.getRepoTags()).stream())
                .toList();
    }

    /** What Docker's own account of its disk says of images. */
    private long level(DockerClient client) {
        return client.listImagesCmd().withReferenceFilter(mark).exec().stream()
                .mapToLong(Image::getSize)
                .sum();
    }

    private static DockerClient connect() throws Exception {
        try {
            return DockerDiscovery.connect(Optional.empty());
        } catch (IOException absent) {
            return abort("Pulled images are not tested: " + absent.getMessage());
        }
    }
}
