package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Two services on one database carry an evaluation out together, each member once. */
class EvaluationReplicasTest {

    private static final int INSTANCES = 30;
    private static final int PARALLEL = 3;

    @Test
    void beginEachMemberOnceAndNoMoreThanMayRun(@TempDir Path folder) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                RunningService one = RunningService.in(folder.resolve("one"), settings(server));
                RunningService two = RunningService.again(
                        folder.resolve("two"),
                        one.project(),
                        settings(server, one.project().path()))) {
            EvaluationClient client = new EvaluationClient(one);
            EvaluationClient other = new EvaluationClient(two);
            String id = client.submit(
                    client.request("{\"samples\": 5, \"stopAfter\": 0, \"seed\": 3}", PARALLEL, INSTANCES));
            // Each change wakes the steward of the service that is asked, so that both work on it.
            for (int i = 0; i < 20; i++) {
                other.act(id, "resume");
            }
            JsonNode end = client.await(id, "COMPLETED");

            assertThat(end.at("/counts/attempts").intValue()).isEqualTo(INSTANCES);
            JdbcTemplate database = one.bean(JdbcTemplate.class);
            assertThat(database.queryForObject("SELECT COUNT(*) FROM runs", Integer.class))
                    .isEqualTo(INSTANCES);
            assertThat(database.queryForList("SELECT data FROM evaluation_events WHERE type = 'begun'", String.class))
                    .hasSize(INSTANCES)
                    .allMatch(data -> running(data) <= PARALLEL);
            assertThat(database.queryForList("SELECT sequence FROM evaluation_events ORDER BY sequence", Long.class))
                    .isEqualTo(IntStream.rangeClosed(1, 2 * INSTANCES + 2)
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }

    private static int running(String data) {
        return Integer.parseInt(data.replaceFirst(".*\"running\":([0-9]+).*", "$1"));
    }

    private static String[] settings(EmbeddedPostgres server) {
        return new String[] {
            "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=postgres"
        };
    }

    private static String[] settings(EmbeddedPostgres server, Path project) {
        String[] shared = settings(server);
        String[] all = java.util.Arrays.copyOf(shared, shared.length + 1);
        all[shared.length] = "--monkeywrench.workspace.roots=" + project.getParent();
        return all;
    }
}
