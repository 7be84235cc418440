package dev.monkeywrench.workspace.image;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.Limits;
import dev.monkeywrench.sandbox.Output;
import dev.monkeywrench.sandbox.Owner;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxFile;
import dev.monkeywrench.sandbox.SandboxKind;
import dev.monkeywrench.sandbox.SandboxUsage;
import dev.monkeywrench.sandbox.Sandboxes;
import dev.monkeywrench.sandbox.Template;
import dev.monkeywrench.sandbox.TemplateSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs what is meant for a sandbox in a folder of the test's own: the scripts are ours, only the folder is not. */
final class LocalShell implements Sandboxes {

    private final Path testbed;
    private final Path scratch;
    private final List<String> closed = new ArrayList<>();

    LocalShell(Path testbed, Path scratch) {
        this.testbed = testbed;
        this.scratch = scratch;
    }

    List<String> closed() {
        return closed;
    }

    @Override
    public SandboxKind kind() {
        return SandboxKind.BUBBLEWRAP;
    }

    @Override
    public Template prepare(TemplateSpec spec) {
        return () -> "environment";
    }

    @Override
    public Sandbox open(Template template, Limits limits, Owner owner) {
        return new Sandbox() {
            @Override
            public ExecOutcome exec(ExecRequest request) throws InterruptedException {
                try {
                    return run(request, limits.outputBytes());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public void close() {
                closed.add(owner.label());
            }
        };
    }

    private ExecOutcome run(ExecRequest request, long most) throws IOException, InterruptedException {
        for (SandboxFile file : request.files()) {
            Files.writeString(scratch.resolve(file.name()), file.content());
        }
        List<String> command = request.command().stream().map(this::moved).toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] printed = process.getInputStream().readAllBytes();
        String kept = new String(printed, 0, (int) Math.min(printed.length, most), StandardCharsets.UTF_8);
        SandboxUsage usage = new SandboxUsage(Duration.ZERO, Duration.ZERO);
        Output output = new Output(kept, Math.min(printed.length, most), printed.length);
        return new ExecOutcome.Exited(process.waitFor(), output, Output.empty(), usage);
    }

    private String moved(String word) {
        return word.replace("/testbed", testbed.toString())
                .replace("/mw/", scratch + "/")
                .replace("/tmp/mw-", scratch + "/mw-");
    }
}
