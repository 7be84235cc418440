package dev.monkeywrench.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands in the list of commands; the service itself is started before any command is looked for. */
@Command(name = "serve", description = "Runs the service (http://127.0.0.1:8080; --server.port=… changes it).")
final class ServeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SETTING", description = "Any setting, as --name=value; 'config show' lists them.")
    private List<String> settings = List.of();

    @Override
    public Integer call() {
        throw new IllegalStateException("serve " + settings + " is started by the program's main class");
    }
}
