package dev.monkeywrench.verification;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Output;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.SandboxUsage;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Sandboxes that answer by a script and run nothing. */
final class ScriptedSandboxes implements Sandboxes {

    /** What a sandbox answers to one command. */
    @FunctionalInterface
    interface Answer {
        ExecOutcome to(ExecRequest request) throws SandboxUnavailable;
    }

    private static final SandboxUsage USAGE = new SandboxUsage(Duration.ofSeconds(2), Duration.ofSeconds(1));

    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final Deque<String> labels = new ConcurrentLinkedDeque<>();

    ScriptedSandboxes then(Answer answer) {
        answers.add(answer);
        return this;
    }

    /** The tests ran, printed the log and ended with the status. */
    ScriptedSandboxes thenRan(String log, int status) {
        return then(request -> exited(
                log,
                frames(request, Map.of("exit", String.valueOf(status), "witness", "")) + frame(request, "end", "")));
    }

    static ExecOutcome exited(String log, String stdout) {
        return new ExecOutcome.Exited(0, output(stdout), output(log), USAGE);
    }

    static ExecOutcome timedOut() {
        return new ExecOutcome.TimedOut(Output.empty(), output("some log"), USAGE);
    }

    static ExecOutcome killedForMemory() {
        return new ExecOutcome.KilledForMemory(Output.empty(), output("some log"), USAGE);
    }

    static String frame(ExecRequest request, String kind, String text) {
        return frames(request, Map.of(kind, text));
    }

    private static String frames(ExecRequest request, Map<String, String> frames) {
        String keys = request.environment().getOrDefault("MW_KEYS", "");
        String key = keys.substring(0, keys.indexOf(' '));
        StringBuilder stdout = new StringBuilder();
        frames.forEach((kind, text) -> stdout.append(key)
                .append(' ')
                .append(kind)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
                .append('\n'));
        return stdout.toString();
    }

    static Output output(String text) {
        return new Output(text, text.length(), text.length());
    }

    @Override
    public SandboxKind kind() {
        return SandboxKind.DOCKER;
    }

    @Override
    public Template prepare(TemplateSpec spec) {
        return () -> "scripted";
    }

    @Override
    public Sandbox open(Template template, Limits limits, Owner owner) {
        labels.add(owner.label());
        return new Sandbox() {
            @Override
            public ExecOutcome exec(ExecRequest request) throws SandboxUnavailable {
                return answers.remove().to(request);
            }

            @Override
            public void close() {}
        };
    }

    /** What the opened sandboxes were for. */
    List<String> labels() {
        return List.copyOf(labels);
    }

    List<Answer> left() {
        return List.copyOf(answers);
    }
}
