package dev.monkeywrench.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** The commands, by name. */
public final class Commands {

    private static final String SERVE = "serve";
    private static final String HELP = "help";

    private Commands() {}

    /** Tells whether the words start the service: no command, settings alone, or {@code serve}. */
    public static boolean serves(List<String> words) {
        boolean helps = words.contains("-h") || words.contains("--help");
        return !helps && (words.isEmpty() || words.getFirst().equals(SERVE) || isSetting(words.getFirst()));
    }

    private static boolean isSetting(String word) {
        return word.startsWith("--") && word.contains("=");
    }

    /** The settings among the words that start the service. */
    public static String[] settings(String[] words) {
        boolean named = words.length > 0 && words[0].equals(SERVE);
        return named ? Arrays.copyOfRange(words, 1, words.length) : words;
    }

    /** Runs one command and gives the exit status of the process. */
    public static int run(String[] words, PrintStream out, PrintStream err, Map<String, String> environment) {
        Session session = new Session(Terminal.ofProcess(out, err, environment), environment);
        CommandLine line = line(session, List.of(words));
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        return line.execute(words);
    }

    private static CommandLine line(Session session, List<String> words) {
        CommandLine line = new CommandLine(new Root());
        needed(session, words).forEach(line::addSubcommand);
        line.getSubcommands().values().forEach(Commands::explainItself);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((fault, command, parsed) -> told(fault, session.terminal()));
    }

    /** The command that is named, or all where none is: each one costs every start the reading of its options. */
    private static Map<String, Object> needed(Session session, List<String> words) {
        Map<String, Supplier<Object>> all = all(session);
        Map<String, Object> needed = new LinkedHashMap<>();
        String first = words.isEmpty() ? HELP : words.getFirst();
        boolean one = all.containsKey(first) && !first.equals(HELP);
        all.forEach((name, command) -> {
            if (!one || name.equals(first)) {
                needed.put(name, command.get());
            }
        });
        return needed;
    }

    private static Map<String, Supplier<Object>> all(Session session) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("demo", () -> new DemoCommand(session));
        all.put(SERVE, ServeCommand::new);
        all.put("evaluate", () -> new EvaluateCommand(session));
        all.put("verify", () -> new VerifyCommand(session));
        all.put("report", () -> new ReportCommand(session));
        all.put("price", () -> new PriceCommand(session));
        all.put("plan", () -> new CommandLine(new PlanCommand(session)).addSubcommand(new PlanTrainCommand(session)));
        all.put("suite", () -> new CommandLine(new SuiteCommand()).addSubcommand(new SuiteCommand.Check(session)));
        all.put("verdict", () -> new VerdictCommand(session));
        all.put(
                "bench",
                () -> new CommandLine(new BenchCommand())
                        .addSubcommand(new BenchCommand.OfVerification(session))
                        .addSubcommand(new PredictionsBenchCommand(session))
                        .addSubcommand(new BenchEvaluationCommand(session)));
        all.put("doctor", () -> new DoctorCommand(session));
        all.put("config", () -> new ConfigCommand(session));
        all.put("ps", () -> new PsCommand(session));
        all.put("cancel", () -> new CancelCommand(session));
        all.put("pause", () -> new PauseCommand(session));
        all.put("resume", () -> new ResumeCommand(session));
        // As a method reference it would keep the JVM from remembering any class: it would refer to one that is too old
        // for that.
        all.put(HELP, () -> new HelpCommand());
        return all;
    }

    private static void explainItself(CommandLine command) {
        if (!(command.getCommand() instanceof HelpCommand)) {
            command.getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Explain this command.")
                            .build());
        }
        command.getSubcommands().values().forEach(Commands::explainItself);
    }

    /** Faults that name their remedy are told in a sentence; any other is a fault of the program and shown whole. */
    private static int told(Exception fault, Terminal terminal) {
        if (fault instanceof UsageFault) {
            terminal.note("mw: " + fault.getMessage());
            return Exit.USAGE;
        }
        if (fault instanceof InterruptedException) {
            terminal.note("mw: interrupted");
            return Exit.ERROR;
        }
        if (fault instanceof ServiceFault || fault instanceof IllegalArgumentException) {
            terminal.note("mw: " + fault.getMessage());
            return Exit.ERROR;
        }
        fault.printStackTrace(terminal.err());
        return Exit.ERROR;
    }

    @Command(
            name = "./mw",
            description = "Draws candidate patches for an issue, lets the tests decide, and returns those that pass.",
            mixinStandardHelpOptions = false,
            footer = {
                "",
                "'./mw test' runs every test; './mw COMMAND --help' explains one command.",
                "docs/operations.md tells the rest."
            })
    private static final class Root implements Runnable {

        @Override
        public void run() {
            throw new UsageFault("name a command; './mw help' lists them");
        }
    }
}
