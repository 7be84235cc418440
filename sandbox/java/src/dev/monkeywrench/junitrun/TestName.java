package dev.monkeywrench.junitrun;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;

/** The stable name of a test: never its display name, which may hold anything a candidate likes. */
record TestName(String className, String name) {

    private static final Pattern INDEX = Pattern.compile("#(\\d+)");

    static TestName of(TestIdentifier test) {
        Optional<TestSource> source = test.getSource();
        if (source.isPresent() && source.get() instanceof MethodSource method) {
            return new TestName(method.getClassName(), method.getMethodName() + indexes(test.getUniqueIdObject()));
        }
        if (source.isPresent() && source.get() instanceof ClassSource type) {
            return new TestName(type.getClassName(), "initializationError");
        }
        return new TestName("unknown", printable(test.getUniqueId()));
    }

    String id() {
        return className + "." + name;
    }

    /** Repetitions, parameter sets and dynamic tests share a method; their place among its runs tells them apart. */
    private static String indexes(UniqueId id) {
        List<UniqueId.Segment> segments = id.getSegments();
        StringBuilder text = new StringBuilder();
        for (UniqueId.Segment segment : segments) {
            Matcher index = INDEX.matcher(segment.getValue());
            if (index.matches()) {
                text.append('[').append(index.group(1)).append(']');
            }
        }
        return text.toString();
    }

    private static String printable(String text) {
        return text.replaceAll("[^\\p{Graph}]", "_");
    }
}
