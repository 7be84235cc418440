package dev.monkeywrench.sampling.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Small programs in Java, each with a fault of one line: the first candidates hold the fix. */
class JavaStatementRepairsTest {

    private static final int WITHIN = 400;

    @Test
    void repairsWrongEndOfAQueue() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(Deque<Integer> queue) {
                        return queue.removeFirst();
                    }
                }
                """, "removeFirst", "removeLast");
    }

    @Test
    void repairsWrongReturn() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static boolean f(int[] values, int wanted) {
                        for (int value : values) {
                            if (value == wanted) {
                                return true;
                            }
                        }
                        return false;
                    }
                }
                """, "return false", "return true");
    }

    @Test
    void repairsEndlessLoopOverAQueue() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(Deque<Integer> queue) {
                        int seen = 0;
                        while (!queue.isEmpty()) {
                            seen += queue.poll();
                        }
                        return seen;
                    }
                }
                """, "!queue.isEmpty()", "true");
    }

    @Test
    void repairsIndexThatPassesTheEnd() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(List<Integer> values) {
                        return values.get(values.size() - 1);
                    }
                }
                """, "values.size() - 1", "values.size()");
    }

    @Test
    void repairsWrongInitialValue() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(int[] values) {
                        int product = 1;
                        for (int value : values) {
                            product *= value;
                        }
                        return product;
                    }
                }
                """, "product = 1", "product = 0");
    }

    @Test
    void repairsMaxForMin() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(int a, int b) {
                        return Math.min(a, b);
                    }
                }
                """, "min", "max");
    }

    @Test
    void repairsAssignmentThatOverwrites() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(int[] values) {
                        int sum = 0;
                        for (int value : values) {
                            sum += value;
                        }
                        return sum;
                    }
                }
                """, "sum += value", "sum = value");
    }

    @Test
    void repairsRecursionWithoutProgress() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(int n) {
                        if (n == 0) {
                            return 0;
                        }
                        return n + f(n - 1);
                    }
                }
                """, "f(n - 1)", "f(n)");
    }

    @Test
    void repairsPrefixForPostfix() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(int[] values) {
                        int count = 0;
                        int i = 0;
                        while (values[i++] != 0) {
                            count++;
                        }
                        return count;
                    }
                }
                """, "values[i++]", "values[++i]");
    }

    @Test
    void repairsMissingGuard() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(int dividend, int divisor) {
                        if (divisor == 0) { return 0; }
                        return dividend / divisor;
                    }
                }
                """, "if (divisor == 0) { return 0; }\n        ", "");
    }

    @Test
    void repairsTransposedIndices() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static int f(int[][] grid, int row, int column) {
                        return grid[row][column];
                    }
                }
                """, "grid[row][column]", "grid[column][row]");
    }

    @Test
    void repairsWrongConstant() throws InterruptedException {
        repairs("""
                import java.util.*;

                class Program {
                    static boolean f(int n) {
                        return n % 2 == 0;
                    }
                }
                """, "n % 2", "n % 3");
    }

    @Test
    void repairsMissingCallThatAnotherMethodMakes() throws InterruptedException {
        repairs("""
                class Program {
                    private final Counter counter = new Counter();

                    void put(String key) {
                        counter.count(key);
                        store(key);
                    }

                    String get(String key) {
                        counter.count(key);
                        return load(key);
                    }
                }
                """, "        counter.count(key);\n        return", "        return");
    }

    @Test
    void repairsReturnedCallThatLacksACondition() throws InterruptedException {
        repairs("""
                class Program {
                    static boolean ends(int at, int size, String text) {
                        if (at < size) {
                            return false;
                        }
                        return at < size && isBlank(text);
                    }
                }
                """, "return at < size && isBlank(text);", "return isBlank(text);");
    }

    private static void repairs(String fixed, String right, String wrong) throws InterruptedException {
        String faulty = fixed.replace(right, wrong);
        assertThat(faulty).isNotEqualTo(fixed);
        assertThat(Drawing.of("Program.java", faulty).finds("Program.java", fixed, WITHIN))
                .isTrue();
    }
}
