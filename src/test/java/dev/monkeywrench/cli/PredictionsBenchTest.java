package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionsBenchTest {

    @Test
    void givesUpAnEvaluationThatDoesNotEnd() throws InterruptedException {
        try (ScriptedService service = new ScriptedService(Map.of());
                ServiceClient client = new ServiceClient(service.address())) {
            client.post(ServiceClient.EVALUATIONS, "{\"suite\":{\"instances\":[]}}");

            assertThatThrownBy(() -> PredictionsBench.await(client, "evaluation0", Duration.ZERO))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The evaluation evaluation0 is RUNNING after 0 min, the most that the bench waits;"
                            + " name fewer --lines, --instances or --distinct");
        }
    }
}
