package dev.monkeywrench.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;

/** The commands, by name. */
public final class Commands {

    private static final String SERVE = "serve";

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
        CommandLine line = line(session);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        return line.execute(words);
    }

    private static CommandLine line(Session session) {
        CommandLine line = new CommandLine(new Root())
                .addSubcommand(new DemoCommand(session))
                .addSubcommand(new ServeCommand())
                .addSubcommand(new EvaluateCommand(session))
                .addSubcommand(new VerifyCommand(session))
                .addSubcommand(new ReportCommand(session))
                .addSubcommand(new PriceCommand(session))
                .addSubcommand(new CommandLine(new PlanCommand(session)).addSubcommand(new PlanTrainCommand(session)))
                .addSubcommand(new CommandLine(new SuiteCommand()).addSubcommand(new SuiteCommand.Check(session)))
                .addSubcommand(new VerdictCommand(session))
                .addSubcommand(new CommandLine(new BenchCommand())
                        .addSubcommand(new BenchCommand.OfVerification(session))
                        .addSubcommand(new PredictionsBenchCommand(session))
                        .addSubcommand(new BenchEvaluationCommand(session)))
                .addSubcommand(new DoctorCommand(session))
                .addSubcommand(new ConfigCommand(session))
                .addSubcommand(new PsCommand(session))
                .addSubcommand(new CancelCommand(session))
                .addSubcommand(new PauseCommand(session))
                .addSubcommand(new ResumeCommand(session))
                .addSubcommand(new HelpCommand());
        line.getSubcommands().values().forEach(Commands::explainItself);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((fault, command, parsed) -> told(fault, session.terminal()));
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
