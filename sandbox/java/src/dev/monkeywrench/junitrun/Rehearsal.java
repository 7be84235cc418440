package dev.monkeywrench.junitrun;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs whose classes make up the class data archive: by junit-run, and by a JVM of a kept sandbox, in the tests' own order
 * and by a plan. What is never run here is found, checked and linked anew by each JVM.
 */
public final class Rehearsal {

    private static final String FIRST = "sample.InventoryTest.listsNames";
    private static final String THEN = "sample.InventoryTest.refusesNegativeCounts";
    private static final String FAILING = "sample.InventoryTest.failsOnPurpose";

    private Rehearsal() {}

    /** Takes the arguments of {@link JUnitRun}, and ends as it does. */
    public static void main(String[] arguments) throws Exception {
        JUnitRun.run(arguments, Ending.rehearsed());
        Options options = Options.parse(arguments, Optional.empty());
        Path classes = options.classesFolder();
        new Compilation(options.libraries(System.getProperty("java.class.path")))
                .of(options.folders(), classes, new PrintWriter(System.err, true));
        Path finished = Files.createTempFile("rehearsal", ".finished");
        Spare.run(order(classes, finished, arguments), Ending.rehearsed());
        Path plan = Files.write(finished.resolveSibling(finished.getFileName() + ".plan"), plan());
        Spare.run(
                order(classes, finished, Stream.concat(Stream.of("--order", plan.toString()), Stream.of(arguments))
                        .toArray(String[]::new)),
                Ending.ofThisJvm());
    }

    private static byte[] order(Path classes, Path finished, String[] arguments) throws IOException {
        List<String> texts = new ArrayList<>(List.of("", classes.toString(), finished.toString()));
        texts.addAll(List.of(arguments));
        ByteArrayOutputStream order = new ByteArrayOutputStream();
        Wire.write(new DataOutputStream(order), texts.toArray(String[]::new));
        return order.toByteArray();
    }

    /** It ends at the test that fails. */
    private static List<String> plan() {
        return List.of(
                "first " + base64(FIRST), "then " + base64(THEN), "rest " + base64(FAILING), "stop true", "millis 60000");
    }

    private static String base64(String name) {
        return Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }
}
