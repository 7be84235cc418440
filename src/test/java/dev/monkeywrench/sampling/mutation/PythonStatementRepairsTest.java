package dev.monkeywrench.sampling.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Small programs in Python, each with a fault of one line: the first candidates hold the fix. */
class PythonStatementRepairsTest {

    private static final int WITHIN = 400;

    @Test
    void repairsMissingNegation() throws InterruptedException {
        repairs("""
                def evens(numbers):
                    return [n for n in numbers if not n % 2]
                """, "if not n % 2", "if n % 2");
    }

    @Test
    void repairsMissingNullCheck() throws InterruptedException {
        repairs("""
                def depth(node):
                    if node is None or node.child is None:
                        return 0
                    return 1 + depth(node.child)
                """, "node is None or node.child is None", "node.child is None");
    }

    @Test
    void repairsMissingGuardForEmptyInput() throws InterruptedException {
        repairs("""
                def mean(values):
                    if not values:
                        return 0
                    return sum(values) / len(values)
                """, "    if not values:\n        return 0\n", "");
    }

    @Test
    void repairsWrongReturnInABranch() throws InterruptedException {
        repairs("""
                def sign(n):
                    if n < 0:
                        return -1
                    return 1
                """, "return -1", "return 1");
    }

    @Test
    void repairsReturnInsideTheLoop() throws InterruptedException {
        repairs("""
                def total(values):
                    result = 0
                    for value in values:
                        result += value
                    return result
                """, "    return result", "        return result");
    }

    @Test
    void repairsStatementLeftOutsideTheLoop() throws InterruptedException {
        repairs("""
                def lengths(words):
                    found = []
                    for word in words:
                        size = len(word)
                        found.append(size)
                    return found
                """, "        found.append(size)", "    found.append(size)");
    }

    @Test
    void repairsBreakForContinue() throws InterruptedException {
        repairs("""
                def positives(values):
                    kept = []
                    for value in values:
                        if value <= 0:
                            continue
                        kept.append(value)
                    return kept
                """, "continue", "break");
    }

    @Test
    void repairsYieldForYieldFrom() throws InterruptedException {
        repairs("""
                def walk(tree):
                    for child in tree.children:
                        yield from walk(child)
                    yield tree.value
                """, "yield from walk", "yield walk");
    }

    @Test
    void repairsRecursionWithoutProgress() throws InterruptedException {
        repairs("""
                def power(base, n):
                    if n == 0:
                        return 1
                    return base * power(base, n - 1)
                """, "power(base, n - 1)", "power(base, n)");
    }

    @Test
    void repairsDroppedOperand() throws InterruptedException {
        repairs("""
                def last_index(items, start):
                    return len(items) - 1 + start
                """, "len(items) - 1 + start", "len(items) - 1");
    }

    @Test
    void repairsMissingCopy() throws InterruptedException {
        repairs("""
                def sorted_copy(items):
                    result = list(items)
                    result.sort()
                    return result
                """, "list(items)", "items");
    }

    @Test
    void repairsMissingUpdateOfVisited() throws InterruptedException {
        repairs("""
                def reachable(graph, start):
                    seen = set()
                    stack = [start]
                    while stack:
                        node = stack.pop()
                        if node in seen:
                            continue
                        seen.add(node)
                        stack.extend(graph[node])
                    return seen
                """, "        seen.add(node)\n", "");
    }

    @Test
    void repairsSliceBound() throws InterruptedException {
        repairs("""
                def without_ends(text):
                    return text[1:-1]
                """, "[1:-1]", "[1:]");
    }

    @Test
    void repairsWrongSideOfASlice() throws InterruptedException {
        repairs("""
                def tail(items, n):
                    return items[n:]
                """, "items[n:]", "items[:n]");
    }

    @Test
    void repairsIndexFromTheWrongEnd() throws InterruptedException {
        repairs("""
                def latest(events):
                    return events[-1]
                """, "[-1]", "[0]");
    }

    @Test
    void repairsTransposedIndices() throws InterruptedException {
        repairs("""
                def transpose(m, i, j):
                    return m[j][i]
                """, "m[j][i]", "m[i][j]");
    }

    @Test
    void repairsReversedSort() throws InterruptedException {
        repairs("""
                def top(scores, n):
                    return sorted(scores, reverse=True)[:n]
                """, "scores, reverse=True", "scores");
    }

    @Test
    void repairsIdentityForEquality() throws InterruptedException {
        repairs("""
                def is_done(status):
                    return status == 'done'
                """, "==", "is");
    }

    @Test
    void repairsWrongStringLiteral() throws InterruptedException {
        repairs("""
                KINDS = ['item', 'items', 'none']


                def label(n):
                    if n == 1:
                        return 'item'
                    if n > 1:
                        return 'items'
                    return 'none'
                """, "return 'none'", "return 'item'");
    }

    @Test
    void repairsElifThatShouldBeIf() throws InterruptedException {
        repairs("""
                def tags(n):
                    found = []
                    if n % 2 == 0:
                        found.append('even')
                    if n % 3 == 0:
                        found.append('three')
                    return found
                """, "    if n % 3", "    elif n % 3");
    }

    @Test
    void repairsInitialisationInsideTheLoop() throws InterruptedException {
        repairs("""
                def join(words):
                    text = ''
                    for word in words:
                        text += word
                    return text
                """, "    text = ''\n    for word in words:\n", "    for word in words:\n        text = ''\n");
    }

    @Test
    void repairsLogicalOperatorAmongConditions() throws InterruptedException {
        repairs("""
                def leap(year):
                    return year % 4 == 0 and year % 100 != 0
                """, " and year % 100 != 0", " or year % 100 != 0");
    }

    private static void repairs(String fixed, String right, String wrong) throws InterruptedException {
        String faulty = fixed.replace(right, wrong);
        assertThat(faulty).isNotEqualTo(fixed);
        assertThat(Drawing.of("program.py", faulty).finds("program.py", fixed, WITHIN))
                .isTrue();
    }
}
