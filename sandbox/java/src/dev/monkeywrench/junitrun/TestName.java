package dev.monkeywrench.junitrun;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DiscoverySelectors;
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

    /** Selects the tests of some ids by class and method, all methods of a name; empty where an id names none. */
    static Optional<List<DiscoverySelector>> selectors(List<String> ids, ClassLoader loader) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (String id : ids) {
            int bracket = id.indexOf('[');
            String bare = bracket < 0 ? id : id.substring(0, bracket);
            int dot = Math.max(0, bare.lastIndexOf('.'));
            String method = bare.substring(dot + 1);
            try {
                Class<?> type = Class.forName(bare.substring(0, dot), false, loader);
                List<Method> named = ReflectionSupport.findMethods(
                        type, each -> each.getName().equals(method), HierarchyTraversalMode.TOP_DOWN);
                if (named.isEmpty()) {
                    return Optional.empty();
                }
                named.forEach(each -> selectors.add(DiscoverySelectors.selectMethod(type, each)));
            } catch (ReflectiveOperationException | LinkageError e) {
                return Optional.empty();
            }
        }
        return Optional.of(selectors);
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
