package dev.monkeywrench.instance;

/**
 * Names one test the way its runner's report does, as in {@code tests/test_a.py::test_b[1]}.
 *
 * @param value not blank
 */
public record TestId(String value) {

    public TestId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A test id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
