package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.monkeywrench.run.RunStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys of requests that may be repeated do not pile up. */
class ForgottenKeysTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void serviceForgetsKeysWhoseTimeIsOver(@TempDir Path folder) throws InterruptedException {
        try (RunningService service = RunningService.in(folder)) {
            RunStore store = service.bean(RunStore.class);
            String body = service.project().request("x", "{\"samples\": 1}");
            service.post(body, "Idempotency-Key", "old");
            service.post(body, "Idempotency-Key", "young");
            service.bean(JdbcTemplate.class)
                    .update("UPDATE idempotency_keys SET created_at = DATEADD('HOUR', -25, created_at)"
                            + " WHERE idempotency_key = 'old'");

            service.bean(Scheduler.class).reschedule(TaskInstanceId.of("forget-keys", "recurring"), Instant.now());

            Instant end = Instant.now().plus(LIMIT);
            while (store.used("old", Instant.EPOCH).isPresent() && Instant.now().isBefore(end)) {
                Thread.sleep(100);
            }
            assertThat(store.used("old", Instant.EPOCH)).isEmpty();
            assertThat(store.used("young", Instant.EPOCH)).isPresent();
        }
    }
}
