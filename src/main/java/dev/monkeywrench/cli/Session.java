package dev.monkeywrench.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
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

    /** The service that the user named, or one of our own that knows the verdicts of earlier commands. */
    Service knowing(Optional<URI> option) throws InterruptedException {
        if (named(option).isPresent()) {
            return service(option, false);
        }
        terminal.note("starting the service");
        return ChildService.forgetting(home(), List.of(verdicts()));
    }

    /** Commands come and go, and so do their services: what they found is kept beside them. */
    private String verdicts() {
        return "--monkeywrench.verification.cache.folder=" + home().resolve("verdicts");
    }

    /**
     * The service that the user named, or one of our own that goes on with the same evaluation where an earlier command was
     * killed over it.
     *
     * @param digest of the evaluation
     * @param over whether it starts over
     */
    Service evaluating(Optional<URI> option, String digest, boolean over) throws InterruptedException {
        if (named(option).isPresent()) {
            return service(option, false);
        }
        Optional<Unfinished> place = Unfinished.take(home(), digest, over, InstantSource.system());
        if (place.isEmpty()) {
            terminal.note(
                    "another command carries out the same evaluation; this one begins anew, and cannot be resumed");
            return knowing(option);
        }
        terminal.note("starting the service");
        boolean started = false;
        try {
            ChildService service =
                    ChildService.serving(home(), List.of(place.get().database(), verdicts()));
            started = true;
            return new ResumedService(service, place.get());
        } finally {
            if (!started) {
                place.get().close();
            }
        }
    }

    /** One of our own, whose process can be looked at. */
    ChildService ownService() throws InterruptedException {
        terminal.note("starting the service");
        return ChildService.start(home(), false);
    }
}
