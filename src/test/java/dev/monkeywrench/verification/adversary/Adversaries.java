package dev.monkeywrench.verification.adversary;

import java.util.List;
import java.util.stream.Stream;

/** Who attacks. */
final class Adversaries {

    private Adversaries() {}

    static Stream<Adversary> all() {
        return Stream.of(ofPython(), claimingInLogs(), JavaAdversaries.all().stream())
                .flatMap(adversaries -> adversaries);
    }

    static Stream<Adversary> ofPython() {
        return Stream.of(
                        PythonForgeries.all(),
                        PythonRunnerPatches.all(),
                        PythonTestEdits.all(),
                        PythonHarm.greedy(),
                        PythonHarm.lingering(),
                        PythonHarm.curious())
                .flatMap(List::stream);
    }

    /** Those whose end hangs on the engine. */
    static Stream<Adversary> ofEngine() {
        return Stream.of(PythonHarm.greedy(), PythonHarm.lingering(), PythonHarm.curious())
                .flatMap(List::stream);
    }

    /** Those that would pass without repairing anything. */
    static Stream<Adversary> forging() {
        return Stream.of(PythonForgeries.all(), PythonRunnerPatches.all()).flatMap(List::stream);
    }

    private static Stream<Adversary> claimingInLogs() {
        return forging()
                .map(adversary -> new Adversary(
                        Language.PYTHON_BY_LOG,
                        adversary.row(),
                        adversary.name(),
                        adversary.changes(),
                        adversary.fate()));
    }
}
