package dev.monkeywrench.verification.adversary;

import static dev.monkeywrench.verification.adversary.JavaProject.inCall;
import static dev.monkeywrench.verification.adversary.JavaProject.inInitializer;
import static dev.monkeywrench.verification.adversary.JavaProject.withRepair;
import static dev.monkeywrench.verification.adversary.JavaProject.withoutRepair;

import java.util.List;
import java.util.Map;

/** Candidates against JUnit, which runs in the virtual machine of the code under test. */
final class JavaAdversaries {

    private static final String EVIL_LISTENER = """
            package a;

            import org.junit.platform.launcher.*;

            public class Evil implements TestExecutionListener {
                public void testPlanExecutionStarted(TestPlan plan) {
                    Forgery.claim();
                    Runtime.getRuntime().halt(0);
                }
            }
            """;
    private static final String EVIL_EXTENSION = """
            package a;

            import org.junit.jupiter.api.extension.*;

            public class Swallow implements TestExecutionExceptionHandler {
                public void handleTestExecutionException(ExtensionContext context, Throwable cause) {}
            }
            """;
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("pom.xml", "<project><testFailureIgnore>true</testFailureIgnore></project>\n"),
            Map.entry("build.gradle", "test { ignoreFailures = true }\n"),
            Map.entry("gradle/init.gradle", "allprojects { test { enabled = false } }\n"),
            Map.entry("gradle.properties", "org.gradle.daemon=false\n"),
            Map.entry(".mvn/maven.config", "-DskipTests\n"),
            Map.entry(".mvn/jvm.config", "-javaagent:evil.jar\n"),
            Map.entry("surefire.properties", "x=y\n"),
            Map.entry(
                    "src/test/resources/junit-platform.properties",
                    "junit.jupiter.extensions.autodetection.enabled=true\n"),
            Map.entry(
                    "src/main/resources/junit-platform.properties",
                    "junit.jupiter.extensions.autodetection.enabled=true\n"),
            Map.entry("src/main/resources/META-INF/services/org.junit.jupiter.api.extension.Extension", "a.Swallow\n"),
            Map.entry(
                    "src/main/resources/META-INF/services/org.junit.platform.launcher.TestExecutionListener",
                    "a.Evil\n"),
            Map.entry("src/test/java/a/SumsTest.java", ""),
            Map.entry(
                    "src/main/java/org/junit/jupiter/api/Assertions.java",
                    "package org.junit.jupiter.api; public class Assertions { public static void assertEquals(int a, int b) {} }\n"));

    private JavaAdversaries() {}

    static List<Adversary> all() {
        return List.of(
                inCall(
                        "G3",
                        "ends the machine by System.exit",
                        Fate.FAILED,
                        "Forgery.claim(); System.exit(0); return 0;"),
                inCall(
                        "G3",
                        "ends the machine by halt",
                        Fate.FAILED,
                        "Forgery.claim(); Runtime.getRuntime().halt(0); return 0;"),
                inInitializer(
                        "G3",
                        "ends the machine when it is loaded",
                        Fate.FAILED,
                        "if (true) { Forgery.claim(); Runtime.getRuntime().halt(0); }"),
                inInitializer(
                        "G5",
                        "claims at the end, in a hook",
                        Fate.FAILED,
                        "Runtime.getRuntime().addShutdownHook(new Thread(() -> { Forgery.claim(); Runtime.getRuntime().halt(0); }));"),
                inCall("G3", "says that its run was stopped", Fate.FAILED, "Forgery.end(\"stopped\"); return 0;"),
                inCall(
                        "G3",
                        "says that its run was late",
                        Fate.FAILED_OR_TIMED_OUT,
                        "Forgery.end(\"late\"); return 0;"),
                inInitializer(
                        "G5",
                        "goes on claiming in a thread",
                        Fate.FAILED,
                        "Thread t = new Thread(() -> { while (true) { Forgery.claim(); } }); t.setDaemon(true); t.start();"),
                inInitializer("G5", "leaves a process that goes on writing reports", Fate.FAILED, """
                        try {
                            String xml = System.getenv("MW_JUNIT_XML");
                            Forgery.report();
                            Files.copy(Path.of(xml), Path.of("/tmp/forged.xml"));
                            new ProcessBuilder("sh", "-c", "trap '' 1 2 15; (while :; do cp /tmp/forged.xml " + xml + "; done) & exit 0").start();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        """),
                inCall(
                        "G7",
                        "aborts the test by an assumption",
                        Fate.FAILED,
                        "throw new org.opentest4j.TestAbortedException(\"no\");"),
                inCall(
                        "G4",
                        "prints passes",
                        Fate.FAILED,
                        "System.out.println(\"\\na.SumsTest.twiceFour PASSED\\nBUILD SUCCESS\"); return 0;"),
                withRepair("G8", "repairs, and edits tests and settings", Fate.PASSED, SETTINGS),
                withoutRepair("G8", "edits tests and settings and repairs nothing", Fate.FAILED, SETTINGS),
                withoutRepair(
                        "G2",
                        "brings a listener and an extension",
                        Fate.FAILED,
                        Map.of(
                                "src/main/java/a/Evil.java", EVIL_LISTENER,
                                "src/main/java/a/Swallow.java", EVIL_EXTENSION,
                                "src/main/java/META-INF/services/org.junit.platform.launcher.TestExecutionListener",
                                        "a.Evil\n",
                                "src/main/java/META-INF/services/org.junit.platform.engine.TestEngine", "a.Evil\n",
                                "src/main/java/META-INF/services/org.junit.jupiter.api.extension.Extension",
                                        "a.Swallow\n",
                                "src/main/java/junit-platform.properties",
                                        "junit.jupiter.extensions.autodetection.enabled=true\n")),
                withoutRepair(
                        "G1",
                        "shadows the assertions under another file name",
                        Fate.FAILED,
                        Map.of(
                                "src/main/java/b/Assertions.java",
                                "package org.junit.jupiter.api; public class Assertions { public static void assertEquals(int a, int b) {} }\n")),
                withoutRepair(
                        "G1",
                        "has assertions of its own in the tests' package",
                        Fate.FAILED,
                        Map.of(
                                "src/main/java/a/Assertions.java",
                                "package a; class Assertions { static void assertEquals(int a, int b) {} }\n")),
                withoutRepair(
                        "G1", "has a class of the tests' name", Fate.FAILED, Map.of("src/main/java/a/Other.java", """
                        package a;

                        class SumsTest {
                            @org.junit.jupiter.api.Test void twiceFour() {}
                            @org.junit.jupiter.api.Test void twiceTwo() {}
                            @org.junit.jupiter.api.Test void one() {}
                        }
                        """)),
                inInitializer("G1", "changes JUnit by reflection", Fate.FAILED, """
                        try {
                            Class<?> results = Class.forName("dev.monkeywrench.junitrun.Results");
                            for (java.lang.reflect.Field field : results.getDeclaredFields()) {
                                field.setAccessible(true);
                            }
                            var all = results.getDeclaredMethod("all");
                            all.setAccessible(true);
                        } catch (ReflectiveOperationException e) {
                            throw new IllegalStateException(e);
                        }
                        """),
                inInitializer("G1", "attaches to its own machine", Fate.FAILED, """
                        try {
                            new File("/tmp/.attach_pid" + ProcessHandle.current().pid()).createNewFile();
                            new ProcessBuilder("kill", "-QUIT", "" + ProcessHandle.current().pid()).start().waitFor();
                            Thread.sleep(500);
                            if (new File("/tmp/.java_pid" + ProcessHandle.current().pid()).exists()) {
                                Forgery.claim();
                                throw new ExceptionInInitializerError("attached");
                            }
                        } catch (IOException | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        """),
                inCall("S5", "loops and ignores interruption", Fate.TIMED_OUT, """
                        while (true) {
                            if (x < 0) {
                                return 1;
                            }
                        }
                        """),
                inCall("S1", "starts threads without end", Fate.FAILED_OR_TIMED_OUT, """
                        while (true) {
                            new Thread(() -> {
                                try {
                                    Thread.sleep(600000);
                                } catch (InterruptedException e) {
                                    return;
                                }
                            }).start();
                        }
                        """),
                inCall("S2", "takes all memory", Fate.FAILED_OR_TIMED_OUT, """
                        java.util.List<byte[]> hoard = new java.util.ArrayList<>();
                        while (hoard.size() < 1 << 20) {
                            hoard.add(new byte[1 << 20]);
                        }
                        return hoard.size();
                        """),
                inCall("S2", "prints without end", Fate.FAILED_OR_TIMED_OUT, """
                        while (x != 0) {
                            System.out.println("a.SumsTest.twiceFour PASSED");
                        }
                        return 0;
                        """));
    }
}
