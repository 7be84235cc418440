package dev.monkeywrench.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Asks a service to do something with evaluations. */
final class EvaluationAction {

    private EvaluationAction() {}

    /**
     * Asks for it and tells what came of it.
     *
     * @param done what is told of one with which it was done
     * @return the exit status
     */
    static int on(Session session, Optional<URI> server, List<String> ids, String action, String done)
            throws InterruptedException {
        int status = Exit.FINE;
        try (ServiceClient client = new ServiceClient(session.named(server).orElse(PsCommand.DEFAULT_SERVER))) {
            for (String id : ids) {
                try {
                    client.post(ServiceClient.EVALUATIONS + "/" + ServiceClient.encoded(id) + "/" + action, "");
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
