package dev.monkeywrench.sandbox.reuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Versions of one small Java project, one after the other as candidates come, each with the status it ends with. */
final class JavaSteps {

    /** One version; {@code directory} is where junit-run is called, within the repository. */
    record Step(
            String name,
            int status,
            Map<String, String> files,
            List<String> arguments,
            Map<String, String> environment,
            String directory) {}

    static final String RATES = "src/main/java/shop/Rates.java";
    static final String PRICES = "src/main/java/shop/Prices.java";
    private static final String STOCK = "src/main/java/shop/Stock.java";
    private static final String TEST = "src/test/java/shop/PricesTest.java";
    static final Map<String, String> PROJECT = Map.of(
            RATES, """
                    package shop;
                    import java.util.List;
                    import java.util.function.IntUnaryOperator;
                    public class Rates {
                      public static final int PERCENT = 10;
                      public enum Kind { BOOK, FOOD }
                      static int calls = 0;
                      private int unused;
                      public static int of(Kind kind) {
                        IntUnaryOperator half = x -> x / 2;
                        return switch (kind) { case BOOK -> half.applyAsInt(PERCENT); case FOOD -> PERCENT; };
                      }
                      public static int calls() { return ++calls; }
                      public static List<String> names() { return List.of("book", "food"); }
                    }
                    """,
            PRICES, """
                    package shop;
                    public class Prices {
                      public static int gross(int net) { return net + net * Rates.PERCENT / 100; }
                      public static int gross(int net, Rates.Kind kind) {
                        switch (kind) {
                          case BOOK: return net + net * Rates.of(kind) / 100;
                          default: return gross(net);
                        }
                      }
                    }
                    """,
            STOCK, """
                    package shop;
                    public class Stock {
                      public String list() { return String.join(", ", Rates.names()); }
                    }
                    """,
            TEST, """
                    package shop;
                    import static org.junit.jupiter.api.Assertions.assertEquals;
                    import org.junit.jupiter.api.Test;
                    class PricesTest {
                      @Test void addsTheRate() { assertEquals(110, Prices.gross(100)); }
                      @Test void knowsBooks() { assertEquals(105, Prices.gross(100, Rates.Kind.BOOK)); }
                      @Test void lists() { assertEquals("book, food", new Stock().list()); }
                      @Test void isTheFirst() { assertEquals(1, Rates.calls()); }
                      @Test void sees() { assertEquals(null, System.getenv("SHOP")); }
                    }
                    """);

    private JavaSteps() {}

    static List<Step> all() {
        List<Step> steps = new ArrayList<>();
        steps.add(step("passes", 0, PROJECT));
        steps.add(step("sees nothing of the run before it", 0, PROJECT));
        steps.add(step("fails by a body", 1, changed(PRICES, "net + net *", "net - net *")));
        steps.add(step("does not compile", 4, changed(PRICES, "return gross(net);", "return gross(nett);")));
        steps.add(step("cannot be parsed", 4, changed(PRICES, "public class Prices {", "public class Prices")));
        steps.add(step(
                "breaks an untouched file by a type", 4, changed(RATES, "int of(Kind kind)", "int of(String kind)")));
        steps.add(step("breaks an untouched file by a removed method", 4, changed(RATES, "names()", "titles()")));
        steps.add(step(
                "breaks an untouched file by access", 4, changed(RATES, "public static List", "private static List")));
        steps.add(step(
                "changes a constant that others hold a copy of", 1, changed(RATES, "PERCENT = 10", "PERCENT = 20")));
        steps.add(step("changes a constant back", 0, PROJECT));
        steps.add(step("turns the constants around", 0, changed(RATES, "BOOK, FOOD", "FOOD, BOOK")));
        steps.add(step("changes a lambda", 1, changed(RATES, "x -> x / 2", "x -> x / 3")));
        steps.add(step(
                "adds a lambda and a class within a method",
                0,
                changed(
                        RATES,
                        "return ++calls;",
                        "Runnable r = () -> calls++; new Object() { void go() { r.run(); } }.go(); return calls;")));
        steps.add(step("adds a private method", 0, changed(RATES, "private int unused;", "private void none() {}")));
        steps.add(
                step("adds a member class", 0, changed(RATES, "private int unused;", "public static class Extra {}")));
        steps.add(step(
                "gives a class the name of another",
                4,
                changed(STOCK, "public class Stock {", "class Prices {} public class Stock {")));
        steps.add(step("deletes a file that is needed", 4, without(STOCK)));
        steps.add(step("has the file again", 0, PROJECT));
        steps.add(step("adds a file", 0, with("src/main/java/shop/More.java", "package shop;\nclass More {}\n")));
        steps.add(step("uses a file that is gone", 4, changed(STOCK, "String.join", "new More() + String.join")));
        steps.add(step("renames a class", 4, renamed()));
        steps.add(
                step(
                        "says something about a file",
                        0,
                        changed(
                                STOCK,
                                "public String list()",
                                "public java.util.List raw() { java.util.List l = new java.util.ArrayList(); l.add(1); return l; }\n  public String list()")));
        steps.add(step(
                "declares what others are warned of",
                0,
                changed(RATES, "public static List", "@Deprecated(forRemoval = true) public static List")));
        steps.add(step("exits", 3, changed(RATES, "return ++calls;", "System.exit(0); return ++calls;")));
        steps.add(step(
                "exits as if it had failed", 3, changed(RATES, "return ++calls;", "System.exit(1); return ++calls;")));
        steps.add(step("halts", 3, changed(RATES, "return ++calls;", "Runtime.getRuntime().halt(0); return 0;")));
        steps.add(step(
                "halts with a status",
                7,
                changed(RATES, "return ++calls;", "Runtime.getRuntime().halt(7); return 0;")));
        steps.add(
                step(
                        "ends its own process",
                        137,
                        changed(
                                RATES,
                                "return ++calls;",
                                "try { new ProcessBuilder(\"sh\", \"-c\", \"kill -9 \" + ProcessHandle.current().pid()).start().waitFor(); } catch (Exception e) { } return 0;")));
        steps.add(step(
                "prints",
                0,
                changed(
                        RATES,
                        "return ++calls;",
                        "System.out.println(\"shop.PricesTest.sees FAILED\"); return ++calls;")));
        steps.add(step(
                "leaves a thread",
                0,
                changed(RATES, "return ++calls;", "new Thread(() -> { while (true) { } }).start(); return ++calls;")));
        steps.add(
                step(
                        "reads its input",
                        0,
                        changed(
                                RATES,
                                "return ++calls;",
                                "try { return System.in.read() == -1 ? ++calls : 0; } catch (java.io.IOException e) { return 0; }")));
        steps.add(step("is of JUnit 4", 1, with("src/test/java/shop/OldTest.java", """
                package shop;
                import org.junit.Test;
                public class OldTest {
                  @Test public void holds() {}
                  @Test(expected = IllegalStateException.class) public void fails() {}
                }
                """)));
        steps.add(step("is of JUnit 3", 0, with("src/test/java/shop/OldestTest.java", """
                package shop;
                public class OldestTest extends junit.framework.TestCase {
                  public void testSum() { assertEquals(4, 2 + 2); }
                }
                """)));
        steps.add(new Step("sees another environment", 1, PROJECT, List.of(), Map.of("SHOP", "open"), ""));
        steps.add(step("sees the usual environment", 0, PROJECT));
        steps.add(new Step(
                "takes options of Java",
                1,
                changed(TEST, "System.getenv(\"SHOP\")", "System.getProperty(\"shop\")"),
                List.of(),
                Map.of("JAVA_TOOL_OPTIONS", "-Dshop=open"),
                ""));
        steps.add(new Step("selects", 0, PROJECT, List.of("--select", "shop.PricesTest#lists"), Map.of(), ""));
        steps.add(new Step("is called wrongly", 2, PROJECT, List.of("--nonsense"), Map.of(), ""));
        steps.add(new Step("finds no source", 4, PROJECT, List.of("--main", "a", "--test", "b"), Map.of(), ""));
        steps.add(new Step("has no test", 3, without(TEST), List.of(), Map.of(), ""));
        steps.add(new Step(
                "is called elsewhere",
                0,
                PROJECT,
                List.of("--main", "main/java", "--test", "test/java"),
                Map.of(),
                "src"));
        steps.addAll(OrderedJavaSteps.all());
        steps.add(step("passes after all this", 0, PROJECT));
        return steps;
    }

    private static Step step(String name, int status, Map<String, String> files) {
        return new Step(name, status, files, List.of(), Map.of(), "");
    }

    static Map<String, String> changed(String file, String from, String to) {
        String before = PROJECT.getOrDefault(file, "");
        if (!before.contains(from)) {
            throw new IllegalArgumentException(file + " does not say " + from);
        }
        return with(file, before.replace(from, to));
    }

    private static Map<String, String> with(String file, String content) {
        Map<String, String> files = new TreeMap<>(PROJECT);
        files.put(file, content);
        return files;
    }

    private static Map<String, String> without(String file) {
        Map<String, String> files = new TreeMap<>(PROJECT);
        files.remove(file);
        return files;
    }

    private static Map<String, String> renamed() {
        Map<String, String> files = without(STOCK);
        files.put(
                "src/main/java/shop/Store.java", PROJECT.getOrDefault(STOCK, "").replace("Stock", "Store"));
        return files;
    }
}
