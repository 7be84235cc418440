package dev.monkeywrench.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Asks a service to do something with evaluations. */
final class EvaluationAction {

    private EvaluationAction() {}

    /** Asks for it alone. */
    static int on(Session session, Optional<URI> server, List<String> ids, String action, String done)
            throws InterruptedException {
        return on(session, server, ids, Optional.empty(), action, done);
    }

    /**
     * Asks for it and tells what came of it.
     *
     * @param change to be made before
     * @param done what is told of one with which it was done
     * @return the exit status
     */
    static int on(
            Session session,
            Optional<URI> server,
            List<String> ids,
            Optional<String> change,
            String action,
            String done)
            throws InterruptedException {
        int status = Exit.FINE;
        try (ServiceClient client = new ServiceClient(session.named(server).orElse(PsCommand.DEFAULT_SERVER))) {
            for (String id : ids) {
                try {
                    String path = ServiceClient.EVALUATIONS + "/" + ServiceClient.encoded(id);
                    if (change.isPresent()) {
                        client.patch(path, change.get());
                    }
                    client.post(path + "/" + action, "");
                    session.terminal().result(id + " " + done);
                } catch (ServiceFault e) {
                    session.terminal().note(id + ": " + e.getMessage());
                    status = Exit.ERROR;
                }
            }
        }
        return status;
    }
}
