package dev.monkeywrench.sampling.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Small programs in Java, each with a fault of one line: the first candidates hold the fix. */
class JavaExpressionRepairsTest {

    private static final int WITHIN = 300;

    @Test
    void repairsOffByOneInLoopBound() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(int[] values) {
                        int sum = 0;
                        for (int i = 0; i < values.length; i++) {
                            sum += values[i];
                        }
                        return sum;
                    }
                }
                """, "i < values.length", "i <= values.length");
    }

    @Test
    void repairsLoopThatStartsLate() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(int[] values) {
                        int sum = 0;
                        for (int i = 0; i < values.length; i++) {
                            sum += values[i];
                        }
                        return sum;
                    }
                }
                """, "int i = 0", "int i = 1");
    }

    @Test
    void repairsWrongArithmeticOperator() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(int width, int height) {
                        return width * height;
                    }
                }
                """, "width * height", "width + height");
    }

    @Test
    void repairsWrongLogicalOperator() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static boolean f(int n, int low, int high) {
                        return low <= n && n < high;
                    }
                }
                """, "&&", "||");
    }

    @Test
    void repairsIdentityForEquality() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static boolean f(String name, String other) {
                        return name.equals(other);
                    }
                }
                """, "name.equals(other)", "name == other");
    }

    @Test
    void repairsIntegerDivision() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static double f(int sum, int count) {
                        return (double) sum / count;
                    }
                }
                """, "(double) sum / count", "sum / count");
    }

    @Test
    void repairsMidpointOverflow() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(int lo, int hi) {
                        return lo + (hi - lo) / 2;
                    }
                }
                """, "lo + (hi - lo) / 2", "(lo + hi) / 2");
    }

    @Test
    void repairsNarrowAccumulator() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static long f(int[] values) {
                        long sum = 0;
                        for (int value : values) {
                            sum += value;
                        }
                        return sum;
                    }
                }
                """, "long sum", "int sum");
    }

    @Test
    void repairsMissingNullCheck() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(String text) {
                        if (text == null || text.isEmpty()) {
                            return 0;
                        }
                        return text.charAt(0);
                    }
                }
                """, "text == null || text.isEmpty()", "text.isEmpty()");
    }

    @Test
    void repairsMissingNegation() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(List<String> names, String name) {
                        if (!names.contains(name)) {
                            names.add(name);
                        }
                        return names.size();
                    }
                }
                """, "!names.contains(name)", "names.contains(name)");
    }

    @Test
    void repairsWrongVariable() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(String first, String second) {
                        return first.compareTo(second);
                    }
                }
                """, "compareTo(second)", "compareTo(first)");
    }

    @Test
    void repairsSwappedArguments() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static String f(String text, int from, int to) {
                        return text.substring(from, to);
                    }
                }
                """, "(from, to)", "(to, from)");
    }

    @Test
    void repairsDecrementForIncrement() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(int n) {
                        int digits = 0;
                        while (n > 0) {
                            n = n / 10;
                            digits++;
                        }
                        return digits;
                    }
                }
                """, "digits++", "digits--");
    }

    private static void repairs(String fixed, String right, String wrong) throws InterruptedException {
        String faulty = fixed.replace(right, wrong);
        assertThat(faulty).isNotEqualTo(fixed);
        assertThat(Drawing.of("Program.java", faulty).finds("Program.java", fixed, WITHIN))
                .isTrue();
    }
}
