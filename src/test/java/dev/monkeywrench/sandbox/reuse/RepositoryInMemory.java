package dev.monkeywrench.sandbox.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A keeper runs nothing where pytest itself, or what it needs, lies in the repository: it must see that. */
interface RepositoryInMemory {

    /** A fresh sandbox with the repository in it. */
    Sandbox opened() throws Exception;

    @Test
    default void keeperSeesWhatItHoldsOfTheRepositoryInMemory() throws Exception {
        String asking = "import sys; sys.path[:0] = ['/mw', '/testbed']; import keeper_pytest;"
                + " print(keeper_pytest.part_of_repository()); import pkg; print(keeper_pytest.part_of_repository())";
        try (Sandbox sandbox = opened()) {
            ExecRequest request = new ExecRequest(
                    List.of("python3", "-c", asking), Map.of(), KeeperFiles.ALL, Duration.ofSeconds(60));
            assertThat(sandbox.exec(request).stdout().text()).isEqualTo("None\npkg\n");
        }
    }
}
