package dev.monkeywrench.rest;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A service for the tests of one class, and who asks it for evaluations. Classes run one after another. */
abstract class EvaluationServiceFixture {

    static RunningService service;
    static EvaluationClient client;

    @BeforeAll
    static void start(@TempDir Path folder) {
        service = RunningService.in(folder);
        client = new EvaluationClient(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }
}
