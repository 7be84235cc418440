package dev.monkeywrench.sandbox;

import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapEngine;
import dev.monkeywrench.sandbox.bubblewrap.BubblewrapTerms;
import dev.monkeywrench.sandbox.docker.DockerEngine;
import dev.monkeywrench.sandbox.docker.DockerTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures, by hand, what a sandbox costs: {@code SandboxTimes docker|bubblewrap <home> <rounds>}. */
final class SandboxTimes {

    private static final Limits LIMITS = new Limits(1L << 29, 2, 128, 1L << 28, 1 << 20, Duration.ofMinutes(5));
    private static final Owner OWNER = new Owner("times", "measure");

    private SandboxTimes() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        Path scratch = Files.createTempDirectory("sandbox-times");
        try (SandboxEngine engine = arguments[0].equals("docker")
                ? DockerEngine.open(DockerTerms.usual(scratch), Duration.ofSeconds(20), InstantSource.system())
                : BubblewrapEngine.open(BubblewrapTerms.usual(home))) {
            measure(engine, "1 file", new InMemoryTree(Map.of("a", new byte[10])), rounds);
            measure(engine, "20 MB in 2000 files", large(), rounds);
        }
    }

    private static void measure(SandboxEngine engine, String name, Tree tree, int rounds) throws Exception {
        Template template = engine.prepare(new TemplateSpec(new Environment.Recipe("python"), Optional.of(tree)));
        for (int i = 0; i < 3; i++) {
            once(engine, template);
        }
        System.out.println(name + ": one at a time: open+exec+close, open, exec, close, second exec");
        print(run(engine, template, rounds, 1));
        System.out.println(name + ": two at a time");
        print(run(engine, template, rounds, 2));
    }

    private static List<long[]> run(SandboxEngine engine, Template template, int rounds, int parallel)
            throws Exception {
        List<long[]> times = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(parallel)) {
            Callable<long[]> once = () -> once(engine, template);
            for (Future<long[]> one : threads.invokeAll(Collections.nCopies(rounds, once))) {
                times.add(one.get());
            }
        }
        return times;
    }

    private static long[] once(SandboxEngine engine, Template template) throws Exception {
        ExecRequest request = new ExecRequest(List.of("true"), Map.of(), List.of(), Duration.ofSeconds(30));
        long start = System.nanoTime();
        Sandbox sandbox = engine.open(template, LIMITS, OWNER);
        long opened = System.nanoTime();
        sandbox.exec(request);
        long ended = System.nanoTime();
        sandbox.exec(request);
        long again = System.nanoTime();
        sandbox.close();
        long closed = System.nanoTime();
        return new long[] {
            closed - start - (again - ended), opened - start, ended - opened, closed - again, again - ended
        };
    }

    private static void print(List<long[]> times) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < times.getFirst().length; column++) {
            int at = column;
            List<Long> sorted = times.stream().map(row -> row[at]).sorted().toList();
            line.append(" %.1f (%.1f-%.1f)"
                    .formatted(sorted.get(sorted.size() / 2) / 1e6, sorted.getFirst() / 1e6, sorted.getLast() / 1e6));
        }
        System.out.println(line + " ms, median (least-most)");
    }

    private static InMemoryTree large() {
        Random random = new Random(7);
        Map<String, byte[]> files = new java.util.HashMap<>();
        for (int i = 0; i < 2000; i++) {
            byte[] content = new byte[10_000];
            random.nextBytes(content);
            files.put("folder" + i % 50 + "/file" + i, content);
        }
        return new InMemoryTree(files);
    }
}
