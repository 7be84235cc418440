package dev.monkeywrench.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;

@Command(name = "doctor", description = "Checks this machine and names a remedy for what is missing.")
final class DoctorCommand implements Callable<Integer> {

    private static final Set<String> ADDRESS_ENDINGS = Set.of("url", "base-url", "address", "uri");

    @Option(names = "--json", description = "Print one line of JSON.")
    private boolean json;

    private final Session session;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Finding> findings = new ArrayList<>(new MachineChecks(session, modelServers()).findings());
        findings.addAll(new SandboxChecks(session).findings());
        if (json) {
            session.terminal().result(json(findings));
        } else {
            findings.forEach(finding -> session.terminal().result(coloured(finding)));
        }
        boolean sick = findings.stream().anyMatch(finding -> finding.level() == Finding.Level.FAIL);
        return sick ? Exit.ERROR : Exit.FINE;
    }

    /** The addresses among the settings of models. */
    private static List<URI> modelServers() {
        return Settings.load().stream()
                .filter(setting -> setting.name().startsWith("monkeywrench.model"))
                .filter(setting -> ADDRESS_ENDINGS.contains(
                        setting.name().substring(setting.name().lastIndexOf('.') + 1)))
                .map(Setting::value)
                .filter(value -> value.startsWith("http"))
                .distinct()
                .map(URI::create)
                .toList();
    }

    private String coloured(Finding finding) {
        return switch (finding.level()) {
            case OK -> finding.line();
            case WARN -> session.terminal().coloured(Terminal.Colour.CYAN, finding.line());
            case FAIL -> session.terminal().coloured(Terminal.Colour.RED, finding.line());
        };
    }

    private static String json(List<Finding> findings) {
        ArrayNode all = Session.JSON.createArrayNode();
        for (Finding finding : findings) {
            all.addObject()
                    .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                    .put("subject", finding.subject())
                    .put("text", finding.text())
                    .put("remedy", finding.remedy());
        }
        return all.toString();
    }
}
