package dev.monkeywrench.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "cancel", description = "Cancels runs and evaluations of a service.")
final class CancelCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids, as 'ps' lists them.")
    private List<String> ids = List.of();

    @Option(names = "--server", paramLabel = "URL", description = "The service (http://127.0.0.1:8080).")
    private Optional<URI> server = Optional.empty();

    private final Session session;

    CancelCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        int status = Exit.FINE;
        try (ServiceClient client = new ServiceClient(session.named(server).orElse(PsCommand.DEFAULT_SERVER))) {
            for (String id : ids) {
                try {
                    cancel(client, id);
                    session.terminal().result(id + " cancelled");
                } catch (ServiceFault e) {
                    session.terminal().note(id + ": " + e.getMessage());
                    status = Exit.ERROR;
                }
            }
        }
        return status;
    }

    /** Runs and evaluations have ids of one form. */
    private static void cancel(ServiceClient client, String id) throws InterruptedException {
        try {
            client.cancel(id);
        } catch (ServiceFault noRun) {
            try {
                client.post(ServiceClient.EVALUATIONS + "/" + ServiceClient.encoded(id) + "/cancel", "");
            } catch (ServiceFault neither) {
                throw noRun;
            }
        }
    }
}
