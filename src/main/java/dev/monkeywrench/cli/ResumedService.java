package dev.monkeywrench.cli;

import java.net.URI;

/** A service of our own with a database that outlives a command that is killed. */
record ResumedService(ChildService service, Unfinished place) implements Service {

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
        try (place) {
            service.close();
        }
    }
}
