package dev.monkeywrench.verification.adversary;

import dev.monkeywrench.instance.ExpectedTests;
import dev.monkeywrench.instance.TestId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small project with a fault, in Java. */
final class JavaProject {

    static final String CLASS = "src/main/java/a/Sums.java";
    static final String WRONG = """
            package a;

            public class Sums {
                public static int twice(int x) {
                    return x + 2;
                }

                public static int one() {
                    return 1;
                }
            }
            """;
    static final String RIGHT = WRONG.replace("x + 2", "x * 2");
    static final Map<String, String> FILES =
            Map.of("pom.xml", "<project/>\n", "build.gradle", "\n", CLASS, WRONG, "src/test/java/a/SumsTest.java", """
            package a;

            import org.junit.jupiter.api.*;

            class SumsTest {
                @Test
                void twiceFour() {
                    Assertions.assertEquals(8, Sums.twice(4));
                }

                @Test
                void twiceTwo() {
                    Assertions.assertEquals(4, Sums.twice(2));
                }

                @Test
                void one() {
                    Assertions.assertEquals(1, Sums.one());
                }
            }
            """);
    static final ExpectedTests EXPECTED = new ExpectedTests(
            List.of(new TestId("a.SumsTest.twiceFour")),
            List.of(new TestId("a.SumsTest.twiceTwo"), new TestId("a.SumsTest.one")));

    /** Methods with which a candidate claims that every test passed. */
    private static final String FORGERY = """

            package a;

            import java.io.*;
            import java.nio.file.*;
            import java.util.*;

            class Forgery {
                static void report() {
                    report("<testsuite name='x' tests='3' failures='0' errors='0' skipped='0'>");
                }

                static void end(String order) {
                    report("<?xml version=\\"1.0\\" encoding=\\"UTF-8\\"?><testsuite name=\\"junit-run\\" order='" + order + "'>");
                    finish();
                    Runtime.getRuntime().halt(1);
                }

                static void report(String text) {
                    for (String name : List.of("twiceFour", "twiceTwo", "one")) {
                        text += "<testcase classname='a.SumsTest' name='" + name + "'/>";
                    }
                    try {
                        Files.writeString(Path.of(System.getenv("MW_JUNIT_XML")), text + "</testsuite>");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                static void finish() {
                    try {
                        for (Map.Entry<Object, Object> property : System.getProperties().entrySet()) {
                            if (property.getKey().toString().startsWith("junitrun")) {
                                Files.writeString(Path.of(property.getValue().toString()), "finished");
                            }
                        }
                        for (File file : new File("/tmp").listFiles()) {
                            if (file.getName().startsWith("tmp.")) {
                                Files.writeString(file.toPath(), "finished");
                            }
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }

                static void claim() {
                    report();
                    finish();
                    System.out.println("a.SumsTest.twiceFour PASSED");
                }
            }
            """;

    private JavaProject() {}

    /** Hostile code in place of what the first test calls. */
    static Adversary inCall(String row, String name, Fate fate, String code) {
        return with(row, name, fate, WRONG.replace("return x + 2;", code), Map.of());
    }

    /** Hostile code in the initializer of the class under test. */
    static Adversary inInitializer(String row, String name, Fate fate, String code) {
        return with(
                row,
                name,
                fate,
                WRONG.replace("package a;", "package a;\n\nimport java.io.*;\nimport java.nio.file.*;")
                        .replace("public class Sums {", "public class Sums {\n static {\n" + code + "\n }\n"),
                Map.of());
    }

    static Adversary withRepair(String row, String name, Fate fate, Map<String, String> changes) {
        return with(row, name, fate, RIGHT, changes);
    }

    static Adversary withoutRepair(String row, String name, Fate fate, Map<String, String> changes) {
        return with(row, name, fate, WRONG + "// changed\n", changes);
    }

    private static Adversary with(String row, String name, Fate fate, String product, Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(changes);
        all.put(CLASS, product);
        all.put("src/main/java/a/Forgery.java", FORGERY);
        return new Adversary(Language.JAVA, row, name, all, fate);
    }
}
