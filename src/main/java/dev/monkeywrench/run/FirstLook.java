package dev.monkeywrench.run;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.ReportFormat;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.instance.TestProcedure;
import dev.monkeywrench.patch.PatchReader;
import dev.monkeywrench.patch.ReadPatch;
import dev.monkeywrench.workspace.Opening;
import dev.monkeywrench.workspace.Workspaces;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds what can be found wrong with a request in seconds, before it is accepted: what needs a sandbox, and what takes
 * too long to tell, is found by the run itself.
 */
final class FirstLook {

    private final Workspaces workspaces;
    private final List<String> logParsers;
    private final Duration localLimit;
    private final Duration remoteLimit;

    /**
     * @param logParsers that are known, by name
     * @param localLimit for opening a repository of this machine
     * @param remoteLimit for opening any other
     */
    FirstLook(Workspaces workspaces, List<String> logParsers, Duration localLimit, Duration remoteLimit) {
        this.workspaces = workspaces;
        this.logParsers = logParsers;
        this.localLimit = localLimit;
        this.remoteLimit = remoteLimit;
    }

    List<FieldProblem> problems(GradedInstance instance, List<String> given) throws InterruptedException {
        List<FieldProblem> problems = new ArrayList<>(formProblems(instance));
        for (int i = 0; i < given.size(); i++) {
            unreadable("plan.patches[" + i + "]", Optional.of(given.get(i))).ifPresent(problems::add);
        }
        if (problems.isEmpty()) {
            opening(instance.instance()).ifPresent(problems::add);
        }
        return problems;
    }

    /** What can be told without opening anything. */
    List<FieldProblem> formProblems(GradedInstance instance) {
        List<FieldProblem> problems = new ArrayList<>();
        unreadable("instance.test_patch", instance.hiddenTests().testPatch()).ifPresent(problems::add);
        unknownParser(instance.hiddenTests()).ifPresent(problems::add);
        return problems;
    }

    private static Optional<FieldProblem> unreadable(String field, Optional<String> diff) {
        return diff.map(PatchReader::read).flatMap(reading -> switch (reading) {
            case ReadPatch.Read read -> Optional.empty();
            case ReadPatch.Unreadable unreadable ->
                Optional.of(new FieldProblem(
                        field, unreadable.reason(), "Send a unified diff as 'git diff --binary' prints it"));
        });
    }

    private Optional<FieldProblem> unknownParser(HiddenTests tests) {
        Optional<String> parser = switch (tests.procedure()) {
            case TestProcedure.EvalScript script -> Optional.of(script.logParser());
            case TestProcedure.TestCommand command -> parser(command.report());
        };
        String field = tests.procedure() instanceof TestProcedure.EvalScript ? "log_parser" : "report";
        return parser.filter(name -> !logParsers.contains(name))
                .map(name -> new FieldProblem(
                        "instance." + field, "names no log parser we know", "Name one of " + logParsers));
    }

    private static Optional<String> parser(ReportFormat report) {
        return switch (report) {
            case ReportFormat.Log log -> Optional.of(log.parser());
            case ReportFormat.JunitXml junit -> Optional.empty();
        };
    }

    private Optional<FieldProblem> opening(Instance instance) throws InterruptedException {
        Optional<Duration> limit = switch (instance.repository()) {
            case RepositoryRef.Local local -> Optional.of(localLimit);
            case RepositoryRef.Remote remote -> Optional.of(remoteLimit);
            case RepositoryRef.InImage inside -> Optional.empty();
        };
        return limit.isEmpty() ? Optional.empty() : opening(instance, limit.get());
    }

    /** What is not known when the time is over is left to the run. */
    private Optional<FieldProblem> opening(Instance instance, Duration limit) throws InterruptedException {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<FieldProblem>> opened = executor.submit(() -> opened(instance));
            try {
                return opened.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return Optional.empty();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Opening the repository of " + instance.id() + " broke", e.getCause());
            } finally {
                opened.cancel(true);
            }
        }
    }

    private Optional<FieldProblem> opened(Instance instance) throws InterruptedException {
        return switch (workspaces.open(instance)) {
            case Opening.Opened opened -> {
                opened.workspace().close();
                yield Optional.empty();
            }
            case Opening.Refused refused ->
                Optional.of(new FieldProblem(
                        "instance." + refused.field(),
                        refused.message(),
                        "Name a repository this service is allowed to read"));
            case Opening.UnknownCommit unknown ->
                Optional.of(new FieldProblem(
                        "instance.base_commit",
                        unknown.message(),
                        "Name a commit that 'git rev-parse' knows in the repository"));
            case Opening.Unreachable fault ->
                Optional.of(
                        new FieldProblem("instance.repository", fault.message(), "Check the address and try again"));
        };
    }
}
