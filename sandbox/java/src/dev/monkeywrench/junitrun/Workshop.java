package dev.monkeywrench.junitrun;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles for one candidate after the other, for the keeper of a kept sandbox, and runs nothing of theirs.
 *
 * <p>A request is {@code ready}, or {@code compile}, the file of the report (behind {@code =}; empty where there is none)
 * and the arguments of junit-run. The answer is {@code ready}; or the status (0 where the tests may run), what is to be
 * said and the folder of the classes; or {@code plain} where only a plain junit-run will tell.
 */
public final class Workshop {

    private static final String[] PLAIN = {"plain"};

    private final WarmCompilation compilation;

    private Workshop(String libraries) {
        this.compilation = new WarmCompilation(
                Stream.of(libraries.split(":")).map(Path::of).toList());
    }

    /** Answers until nobody asks any more. The one argument is the class path of projects. */
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err); // what answers go by is theirs alone
        Workshop workshop = new Workshop(arguments[0]);
        try {
            while (true) {
                Wire.write(out, workshop.answer(Wire.read(in)));
            }
        } catch (EOFException over) {
            return;
        }
    }

    private String[] answer(String[] request) {
        if (request[0].equals("ready")) {
            return request;
        }
        try {
            return compiled(Arrays.copyOfRange(request, 2, request.length), Wire.optional(request[1]));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return PLAIN; // it fails there in its own words
        }
    }

    private String[] compiled(String[] arguments, Optional<String> report) throws IOException {
        Options options;
        try {
            options = Options.parse(arguments, report);
        } catch (IllegalArgumentException e) {
            return answer(Ending.USAGE, Options.refusal(e) + "\n", "");
        }
        if (!options.classPath().isEmpty()) {
            return PLAIN; // what lies there may be another candidate's next time
        }
        options.forgetOldReport();
        List<Path> sources = Compilation.sources(options.folders());
        if (sources.isEmpty()) {
            return failed(Compilation.noSource(options.folders()) + "\n");
        }
        WarmCompilation.Result result = compilation.of(sources);
        if (result.odd()) {
            return PLAIN;
        }
        if (!result.compiled()) {
            return failed(result.messages());
        }
        Path classes = options.classesFolder();
        write(result.classes(), classes);
        return answer(0, result.messages(), classes.toString());
    }

    private static void write(Map<String, byte[]> classes, Path folder) throws IOException {
        for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
            Path file = folder.resolve(entry.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }

    private static String[] failed(String messages) {
        return answer(Ending.DOES_NOT_COMPILE, messages + Compilation.FAILED + "\n", "");
    }

    private static String[] answer(int status, String said, String classes) {
        return new String[] {Integer.toString(status), said, classes};
    }
}
