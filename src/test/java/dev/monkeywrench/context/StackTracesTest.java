package dev.monkeywrench.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.RepositoryPath;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StackTracesTest {

    private static final RepositoryPath PRODUCT = new RepositoryPath("pkg/sums.py");
    private static final RepositoryPath TEST = new RepositoryPath("tests/test_sums.py");
    private static final RepositoryPath JAVA = new RepositoryPath("core/src/main/java/a/b/Sums.java");
    private final StackTraces traces = new StackTraces(Set.of(PRODUCT, TEST, JAVA));

    @Test
    void readsPytestInnermostFirst() {
        String failure = """
                    def test_double():
                >       assert double(4) == 8

                tests/test_sums.py:5:
                _ _ _ _
                /usr/lib/python3/x.py:3: in call
                pkg/sums.py:2: ValueError
                """;
        assertThat(traces.frames(failure)).containsExactly(new StackFrame(PRODUCT, 2, 0), new StackFrame(TEST, 5, 1));
    }

    @Test
    void readsPythonsOwnTraceback() {
        String failure = """
                Traceback (most recent call last):
                  File "/testbed/tests/test_sums.py", line 9, in test_double
                  File "/testbed/pkg/sums.py", line 4, in double
                ValueError
                """;
        assertThat(traces.frames(failure)).containsExactly(new StackFrame(PRODUCT, 4, 0), new StackFrame(TEST, 9, 1));
    }

    @Test
    void findsJavaSourcesByTheirPackage() {
        String failure = """
                org.opentest4j.AssertionFailedError: expected: <8> but was: <6>
                	at org.junit.jupiter.api.Assertions.fail(Assertions.java:10)
                	at app//a.b.Sums$Inner.lambda$twice$0(Sums.java:12)
                	at a.b.Sums.<init>(Sums.java:3)
                """;
        assertThat(traces.frames(failure)).containsExactly(new StackFrame(JAVA, 12, 0), new StackFrame(JAVA, 3, 1));
    }

    @Test
    void passesOverPathsOutside() {
        assertThat(traces.frames("../../etc/x.py:3: in f\n/testbed/../x.py:1: E\n\u0000.py:1: x\n"))
                .isEmpty();
    }
}
