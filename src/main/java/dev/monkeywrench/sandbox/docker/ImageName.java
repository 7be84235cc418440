package dev.monkeywrench.sandbox.docker;

/**
 * Image references with their registry and tag said. Testcontainers asks its global factory, and through it Ryuk, for
 * the default registry of a name that says none.
 */
final class ImageName {

    private ImageName() {}

    static String full(String reference) {
        String named = saysRegistry(reference) ? reference : "docker.io/" + withNamespace(reference);
        return saysVersion(named) ? named : named + ":latest";
    }

    private static boolean saysRegistry(String reference) {
        int slash = reference.indexOf('/');
        String first = slash < 0 ? "" : reference.substring(0, slash);
        return first.contains(".") || first.contains(":") || "localhost".equals(first);
    }

    private static String withNamespace(String reference) {
        return reference.contains("/") ? reference : "library/" + reference;
    }

    private static boolean saysVersion(String reference) {
        return reference.contains("@")
                || reference.substring(reference.lastIndexOf('/') + 1).contains(":");
    }
}
