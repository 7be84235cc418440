package dev.monkeywrench.junitrun;

import java.util.Optional;

/** What became of one test; its id is class name, a dot, and the method's name with the index of a repetition. */
record TestResult(String className, String name, Status status, double seconds, Optional<Throwable> cause) {

    enum Status {
        PASSED,
        FAILED,
        ERROR,
        SKIPPED
    }

    String id() {
        return className + "." + name;
    }

    boolean broken() {
        return status == Status.FAILED || status == Status.ERROR;
    }
}
