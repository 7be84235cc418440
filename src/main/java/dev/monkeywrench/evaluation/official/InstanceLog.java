package dev.monkeywrench.evaluation.official;

import dev.monkeywrench.evaluation.OfficialEnding;
import dev.monkeywrench.evaluation.OfficialOutcome;
import dev.monkeywrench.evaluation.RunFiles;
import java.util.Locale;
import java.util.Optional;

/** What the harness would have told of one instance beside its report: both logs, and what they say of the machine. */
final class InstanceLog {

    private static final String APPLIED = ">>>>> Applied Patch";
    private static final String REFUSED = ">>>>> Patch Apply Failed";

    private InstanceLog() {}

    /** The {@code test_output.txt}; empty where no test was begun. */
    static Optional<String> testOutput(OfficialEnding ending) {
        return switch (ending) {
            case OfficialEnding.Graded graded -> Optional.of(graded.files().testOutput());
            case OfficialEnding.Ungraded ungraded ->
                Optional.of(ungraded.files().testOutput());
            case OfficialEnding.TimedOut late ->
                Optional.of(late.files().testOutput() + "\n\nTimeout error: " + late.seconds() + " seconds exceeded.");
            case OfficialEnding.Broken broken ->
                Optional.of(broken.files().testOutput()).filter(said -> !said.isEmpty());
            case OfficialEnding.NotApplied refused -> Optional.empty();
            case OfficialEnding.EmptyPatch nothing -> Optional.empty();
            case OfficialEnding.Pending waiting -> Optional.empty();
        };
    }

    /** The {@code run_instance.log}: no times in it, so that the same verdict gives the same file. */
    static String text(OfficialOutcome outcome) {
        StringBuilder log = new StringBuilder();
        switch (outcome.ending()) {
            case OfficialEnding.Graded graded -> ran(log, graded.files());
            case OfficialEnding.Ungraded ungraded -> ran(log, ungraded.files());
            case OfficialEnding.TimedOut late -> {
                ran(log, late.files());
                line(log, "Test timed out after " + late.seconds() + " seconds.");
            }
            case OfficialEnding.NotApplied refused -> line(log, REFUSED + ":\n" + refused.said());
            case OfficialEnding.Broken broken -> line(log, broken.why());
            case OfficialEnding.EmptyPatch nothing -> line(log, "The patch is empty; nothing was run");
            case OfficialEnding.Pending waiting -> line(log, "Not judged yet");
        }
        if (outcome.ending() instanceof OfficialEnding.Graded graded) {
            line(
                    log,
                    "Result for " + outcome.prediction().instance() + ": resolved: "
                            + (graded.tests().resolved() ? "True" : "False"));
        }
        return log.toString();
    }

    private static void ran(StringBuilder log, RunFiles files) {
        line(log, APPLIED);
        line(log, String.format(Locale.ROOT, "Test runtime: %.2f seconds", files.seconds()));
    }

    private static void line(StringBuilder log, String said) {
        log.append("INFO - ").append(said).append('\n');
    }

    /** What the logs say of the machine; a place to run in that could not be had is a container to the harness. */
    static Optional<InfraSign> sign(OfficialOutcome outcome) {
        Optional<InfraSign> said = InfraSign.in(testOutput(outcome.ending()).orElse(""), text(outcome));
        boolean broken = outcome.ending() instanceof OfficialEnding.Broken fault && fault.byMachine();
        return said.or(() -> broken ? Optional.of(InfraSign.CONTAINER_UNAVAILABLE) : Optional.empty());
    }
}
