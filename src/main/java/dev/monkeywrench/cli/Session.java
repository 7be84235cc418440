package dev.monkeywrench.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every command is given.
 *
 * @param environment of the process
 */
record Session(Terminal terminal, Map<String, String> environment) {

    static final JsonMapper JSON = new JsonMapper();
    static final String SERVER = "MONKEYWRENCH_SERVER";
    private static final String STARTING = "starting the service";

    Path home() {
        String stated = environment.getOrDefault("MONKEYWRENCH_HOME", "");
        return stated.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache", "monkeywrench")
                : Path.of(stated).toAbsolutePath();
    }

    Path suites() {
        return Path.of(environment.getOrDefault("MONKEYWRENCH_SUITES", "suites"));
    }

    /** The service that the user named, by option or environment. */
    Optional<URI> named(Optional<URI> option) {
        return option.or(() -> Optional.ofNullable(environment.get(SERVER))
                .filter(text -> !text.isBlank())
                .map(URI::create));
    }

    /** The service that the user named, or one of our own that answers. */
    Service service(Optional<URI> option, boolean kept) throws InterruptedException {
        Optional<URI> named = named(option);
        if (named.isPresent()) {
            return new Service.Addressed(named.get());
        }
        terminal.note(STARTING);
        return ChildService.start(home(), kept);
    }

    /** The service that the user named, or one of our own that starts and forgets everything. */
    Service starting(Optional<URI> option) {
        Optional<URI> named = named(option);
        if (named.isPresent()) {
            return new Service.Addressed(named.get());
        }
        terminal.note(STARTING);
        return ChildService.launch(home());
    }

    /** The service that the user named, or one of our own that knows the verdicts of earlier commands. */
    Service knowing(Optional<URI> option) throws InterruptedException {
        if (named(option).isPresent()) {
            return service(option, false);
        }
        terminal.note(STARTING);
        return ChildService.forgetting(home(), List.of(verdicts()));
    }

    /** Commands come and go, and so do their services: what they found is kept beside them. */
    private String verdicts() {
        return "--monkeywrench.verification.cache.folder=" + home().resolve("verdicts");
    }

    /** The service that the user named, or one of our own that starts, for an evaluation. */
    Service evaluating(Optional<URI> option) {
        Optional<URI> named = named(option);
        if (named.isPresent()) {
            return new Service.Addressed(named.get());
        }
        terminal.note(STARTING);
        return EvaluatingService.launch(home(), List.of(verdicts()), terminal);
    }

    /** One of our own that answers, whose process can be looked at. */
    ChildService ownService() throws InterruptedException {
        terminal.note(STARTING);
        return ChildService.start(home(), false);
    }
}
