package dev.monkeywrench.sampling.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Small programs in Python, each with a fault of one line: the first candidates hold the fix. */
class PythonExpressionRepairsTest {

    private static final int WITHIN = 300;

    @Test
    void repairsOffByOneInLoopBound() throws InterruptedException {
        repairs("""
                def total(prices):
                    result = 0
                    for i in range(len(prices)):
                        result += prices[i]
                    return result
                """, "range(len(prices))", "range(len(prices) - 1)");
    }

    @Test
    void repairsMissingLastStepOfRange() throws InterruptedException {
        repairs("""
                def factorial(n):
                    product = 1
                    for i in range(1, n + 1):
                        product *= i
                    return product
                """, "range(1, n + 1)", "range(1, n)");
    }

    @Test
    void repairsRangeThatShouldStartAtOne() throws InterruptedException {
        repairs("""
                def harmonic(n):
                    total = 0
                    for k in range(1, n):
                        total += 1 / k
                    return total
                """, "range(1, n)", "range(n)");
    }

    @Test
    void repairsStrictComparison() throws InterruptedException {
        repairs("""
                def is_adult(age, limit):
                    return age >= limit
                """, ">=", ">");
    }

    @Test
    void repairsReversedComparison() throws InterruptedException {
        repairs("""
                def smallest(values):
                    best = values[0]
                    for value in values:
                        if value < best:
                            best = value
                    return best
                """, "value < best", "value > best");
    }

    @Test
    void repairsWrongArithmeticOperator() throws InterruptedException {
        repairs("""
                def area(width, height):
                    return width * height
                """, "width * height", "width + height");
    }

    @Test
    void repairsFractionForWholeNumber() throws InterruptedException {
        repairs("""
                def middle(values):
                    return values[len(values) // 2]
                """, "//", "/");
    }

    @Test
    void repairsWrongLogicalOperator() throws InterruptedException {
        repairs("""
                def overlaps(a, b):
                    return a.start < b.end and b.start < a.end
                """, " and ", " or ");
    }

    @Test
    void repairsAssignmentThatOverwrites() throws InterruptedException {
        repairs("""
                def count(words):
                    found = 0
                    for word in words:
                        if word:
                            found += 1
                    return found
                """, "found += 1", "found = 1");
    }

    @Test
    void repairsNegatedMembership() throws InterruptedException {
        repairs("""
                def unique(items):
                    seen = set()
                    kept = []
                    for item in items:
                        if item not in seen:
                            seen.add(item)
                            kept.append(item)
                    return kept
                """, "item not in seen", "item in seen");
    }

    @Test
    void repairsWrongVariable() throws InterruptedException {
        repairs("""
                def swap(pair):
                    first, second = pair
                    return (second, first)
                """, "(second, first)", "(second, second)");
    }

    @Test
    void repairsWrongConstant() throws InterruptedException {
        repairs("""
                def is_even(n):
                    return n % 2 == 0
                """, "== 0", "== 1");
    }

    @Test
    void repairsWrongInitialValue() throws InterruptedException {
        repairs("""
                def product(numbers):
                    result = 1
                    for number in numbers:
                        result *= number
                    return result
                """, "result = 1", "result = 0");
    }

    @Test
    void repairsWrongDefaultArgument() throws InterruptedException {
        repairs("""
                def pad(text, width=0):
                    while len(text) < width:
                        text = ' ' + text
                    return text
                """, "width=0", "width=1");
    }

    @Test
    void repairsSwappedArguments() throws InterruptedException {
        repairs("""
                def power(base, exponent):
                    return pow(base, exponent)
                """, "pow(base, exponent)", "pow(exponent, base)");
    }

    @Test
    void repairsSwappedOperands() throws InterruptedException {
        repairs("""
                def difference(a, b):
                    return a - b
                """, "a - b", "b - a");
    }

    @Test
    void repairsWrongMethod() throws InterruptedException {
        repairs("""
                def clean(line):
                    return line.strip().lower()
                """, "lower", "upper");
    }

    @Test
    void repairsAnyForAll() throws InterruptedException {
        repairs("""
                def all_positive(numbers):
                    return all(n > 0 for n in numbers)
                """, "all(n", "any(n");
    }

    @Test
    void repairsMinForMax() throws InterruptedException {
        repairs("""
                def widest(rows):
                    return max(len(row) for row in rows)
                """, "max(", "min(");
    }

    @Test
    void repairsWrongAttribute() throws InterruptedException {
        repairs("""
                class Box:
                    def __init__(self, width, height):
                        self.width = width
                        self.height = height

                    def perimeter(self):
                        return 2 * (self.width + self.height)
                """, "self.width + self.height", "self.width + self.width");
    }

    @Test
    void repairsAppendForExtend() throws InterruptedException {
        repairs("""
                def flatten(lists):
                    flat = []
                    for items in lists:
                        flat.extend(items)
                    return flat
                """, "extend", "append");
    }

    @Test
    void repairsRunningValueForWhatItBeganAs() throws InterruptedException {
        repairs("""
                def rounds(plan, turns):
                    day = plan.start
                    while turns > 0:
                        yield day
                        day = following(day, plan.start.weekday)
                        turns -= 1
                """, "plan.start.weekday", "day.weekday");
    }

    private static void repairs(String fixed, String right, String wrong) throws InterruptedException {
        String faulty = fixed.replace(right, wrong);
        assertThat(faulty).isNotEqualTo(fixed);
        assertThat(Drawing.of("program.py", faulty).finds("program.py", fixed, WITHIN))
                .isTrue();
    }
}
