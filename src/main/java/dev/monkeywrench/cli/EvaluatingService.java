package dev.monkeywrench.cli;

import dev.monkeywrench.evaluation.EvaluationDigest;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service of our own for one evaluation, with a database that outlives a command that is killed.
 *
 * <p>It starts while the command still reads what is to be evaluated. Only then is known whether an earlier command has left
 * the same evaluation: then it starts again, over what was left.
 */
final class EvaluatingService implements Service {

    private final Path home;
    private final List<String> settings;
    private final Terminal terminal;
    private Unfinished place;
    private ChildService service;

    private EvaluatingService(
            Path home, List<String> settings, Terminal terminal, Unfinished place, ChildService service) {
        this.home = home;
        this.settings = settings;
        this.terminal = terminal;
        this.place = place;
        this.service = service;
    }

    /** Starts it, without waiting for it. */
    static EvaluatingService launch(Path home, List<String> settings, Terminal terminal) {
        Unfinished place = Unfinished.fresh(home, InstantSource.system());
        boolean launched = false;
        try {
            ChildService service = launch(home, settings, place);
            launched = true;
            return new EvaluatingService(home, settings, terminal, place, service);
        } finally {
            if (!launched) {
                place.close();
            }
        }
    }

    private static ChildService launch(Path home, List<String> settings, Unfinished place) {
        List<String> all = new ArrayList<>(settings);
        all.add(place.database());
        return ChildService.launch(home, all);
    }

    @Override
    public void begin(ObjectNode request, boolean over) throws InterruptedException {
        String digest = EvaluationDigest.of(request);
        Unfinished.Left left = Unfinished.left(home, digest);
        if (left.inUse()) {
            terminal.note("another command carries out the same evaluation; this one begins anew");
        }
        // Of several the newest knows most.
        left.free().stream().skip(over ? 0 : 1).forEach(Unfinished::forget);
        if (!over && !left.free().isEmpty()) {
            goOnWith(left.free().getFirst());
        }
        place.holds(digest);
        service.awaitAnswer();
    }

    private void goOnWith(Unfinished left) {
        close();
        place = left;
        service = launch(home, settings, left);
    }

    @Override
    public URI address() {
        return service.address();
    }

    @Override
    public void end() {
        place.end();
    }

    @Override
    public void close() {
        try (Unfinished kept = place) {
            service.close();
        }
    }
}
