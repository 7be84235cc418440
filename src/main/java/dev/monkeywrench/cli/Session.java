package dev.monkeywrench.cli;

import java.net.URI;
import java.nio.file.Path;
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

    /** The service that the user named, or one of our own. */
    Service service(Optional<URI> option, boolean kept) throws InterruptedException {
        Optional<URI> named = named(option);
        if (named.isPresent()) {
            return new Service.Addressed(named.get());
        }
        terminal.note("starting the service");
        return ChildService.start(home(), kept);
    }

    /** One of our own, whose process can be looked at. */
    ChildService ownService() throws InterruptedException {
        terminal.note("starting the service");
        return ChildService.start(home(), false);
    }
}
