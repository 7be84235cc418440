package dev.monkeywrench.junitrun;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Junit-run in a JVM that was started before there was anything to run. It waits for one order: the file of the report
 * (behind {@code =}; empty where there is none), the folder of the compiled classes, the file that tells that the tests
 * ended by themselves, and the arguments of junit-run. From there on it is as {@link JUnitRun} after its compilation.
 */
public final class Spare {

    private Spare() {}

    /** Reads to the end of its input; an empty one means that it is not needed. */
    public static void main(String[] none) throws Exception {
        Ending ending = Ending.ofThisJvm();
        byte[] order = System.in.readAllBytes();
        if (order.length == 0) {
            ending.finish(Ending.NO_VERDICT);
        }
        run(order, ending);
    }

    static void run(byte[] order, Ending ending) throws Exception {
        PrintWriter out = new PrintWriter(new PrintStream(System.out, true, StandardCharsets.UTF_8), true);
        String[] texts = Wire.read(new DataInputStream(new ByteArrayInputStream(order)));
        System.setProperty("junitrun.finished", texts[2]);
        Options options = Options.parse(Arrays.copyOfRange(texts, 3, texts.length), Wire.optional(texts[0]));
        Ending.Way way = status -> {
            out.flush();
            ending.finish(status, Path.of(texts[2]));
        };
        way.end(new TestRun(options, Path.of(texts[1]), out, report -> {}, way).status());
    }
}
