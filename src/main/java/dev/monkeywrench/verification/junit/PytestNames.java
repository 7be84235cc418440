package dev.monkeywrench.verification.junit;

import java.util.List;

/**
 * pytest's node ids, from what its JUnit XML keeps of them: {@code tests.test_x.TestA} and {@code test[1]} were
 * {@code tests/test_x.py::TestA::test[1]}.
 */
final class PytestNames {

    private PytestNames() {}

    static boolean recognises(String className, String file, boolean ofPytest) {
        return ofPytest || file.endsWith(".py");
    }

    /** Without a file named, the module ends at the last part that does not begin with a capital, as classes do. */
    static String nodeId(String className, String name, String file) {
        if (className.isBlank()) {
            return file.isBlank() && !name.contains("/") ? name.replace('.', '/') + ".py" : name;
        }
        List<String> parts = List.of(className.split("\\.", -1));
        int classesFrom = file.isBlank() ? firstClass(parts) : classesAfter(file, parts);
        String path = file.isBlank() ? String.join("/", parts.subList(0, classesFrom)) + ".py" : file;
        StringBuilder id = new StringBuilder(path);
        for (String part : parts.subList(classesFrom, parts.size())) {
            id.append("::").append(part);
        }
        return id.append("::").append(name).toString();
    }

    private static int firstClass(List<String> parts) {
        int last = parts.size();
        while (last > 1 && beginsWithCapital(parts.get(last - 1))) {
            last--;
        }
        return last;
    }

    private static int classesAfter(String file, List<String> parts) {
        int ofPath = (int) file.chars().filter(c -> c == '/').count() + 1;
        return Math.min(ofPath, parts.size());
    }

    private static boolean beginsWithCapital(String part) {
        return !part.isEmpty() && Character.isUpperCase(part.charAt(0));
    }
}
