package dev.monkeywrench.junitrun;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Prints each test as it ends and keeps it for the report. */
final class Results implements TestExecutionListener {

    private final PrintWriter out;
    private final boolean maven;
    private final Consumer<TestResult> told;
    private final List<TestResult> results = new ArrayList<>();
    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private TestPlan plan;

    /** @param told is told of each as it ends */
    Results(PrintWriter out, boolean maven, Consumer<TestResult> told) {
        this.out = out;
        this.maven = maven;
        this.told = told;
    }

    synchronized List<TestResult> all() {
        return List.copyOf(results);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        started.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (test.isTest()) {
            add(test, TestResult.Status.SKIPPED, Optional.empty());
        }
        plan.getDescendants(test).stream()
                .filter(TestIdentifier::isTest)
                .forEach(child -> add(child, TestResult.Status.SKIPPED, Optional.empty()));
    }

    /** A class that fails outside its tests (a broken set-up, an import that dies) is a failed test of its own. */
    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean failed = result.getStatus() == TestExecutionResult.Status.FAILED;
        if (test.isTest() || failed) {
            add(test, status(result), result.getThrowable());
        }
    }

    private static TestResult.Status status(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> TestResult.Status.PASSED;
            case ABORTED -> TestResult.Status.SKIPPED;
            case FAILED -> result.getThrowable().filter(AssertionError.class::isInstance).isPresent()
                    ? TestResult.Status.FAILED
                    : TestResult.Status.ERROR;
        };
    }

    private void add(TestIdentifier test, TestResult.Status status, Optional<Throwable> cause) {
        TestName name = TestName.of(test);
        long since = started.getOrDefault(test.getUniqueId(), System.nanoTime());
        TestResult result =
                new TestResult(name.className(), name.name(), status, (System.nanoTime() - since) / 1e9, cause);
        keep(result);
        told.accept(result);
    }

    private synchronized void keep(TestResult result) {
        results.add(result);
        print(result);
    }

    private void print(TestResult result) {
        String word = result.broken() ? "FAILED" : result.status().name();
        out.println(result.id() + " " + word);
        if (maven && result.status() != TestResult.Status.SKIPPED) {
            out.println("-Dtest=" + result.id());
            out.println(result.broken() ? "BUILD FAILURE" : "BUILD SUCCESS");
        }
        result.cause().ifPresent(cause -> Trace.print(cause, out));
        out.flush();
    }
}
