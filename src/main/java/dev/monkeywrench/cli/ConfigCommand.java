package dev.monkeywrench.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "config", description = "'config show' prints every setting, its value and where that comes from.")
final class ConfigCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "show")
    private Action action = Action.show;

    @Parameters(index = "1..*", paramLabel = "PREFIX", description = "Only settings that begin so.")
    private List<String> prefixes = List.of();

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    private final Session session;

    ConfigCommand(Session session) {
        this.session = session;
    }

    /** Written as on the command line. */
    enum Action {
        show
    }

    @Override
    public Integer call() {
        return switch (action) {
            case show -> show();
        };
    }

    private int show() {
        List<Setting> settings = Settings.load().stream().filter(this::isWanted).toList();
        if (json) {
            ObjectNode all = Session.JSON.createObjectNode();
            settings.forEach(setting ->
                    all.putObject(setting.name()).put("value", setting.value()).put("origin", setting.origin()));
            session.terminal().result(all.toString());
            return Exit.FINE;
        }
        settings.forEach(setting ->
                session.terminal().result(setting.name() + "=" + setting.value() + "  (" + setting.origin() + ")"));
        return Exit.FINE;
    }

    private boolean isWanted(Setting setting) {
        return prefixes.isEmpty() || prefixes.stream().anyMatch(setting.name()::startsWith);
    }
}
