package com.example.globwalk;

import java.util.ArrayList;
import java.util.List;

/** A pattern for whole paths. */
public final class Glob {

    private static final String ANY_FOLDERS = "**";

    private final String text;
    private final List<List<Step>> alternatives;

    private Glob(String text, List<List<Step>> alternatives) {
        this.text = text;
        this.alternatives = alternatives;
    }

    /** A name pattern, or none where any folders may stand. */
    private record Step(boolean anyFolders, NamePattern pattern) {}

    public static Glob parse(String text) {
        if (text.isBlank()) {
            throw new GlobSyntaxException("nothing", text);
        }
        List<List<Step>> alternatives = new ArrayList<>();
        for (String expanded : Braces.expand(text)) {
            alternatives.add(steps(expanded, text));
        }
        return new Glob(text, List.copyOf(alternatives));
    }

    private static List<Step> steps(String expanded, String text) {
        List<Step> steps = new ArrayList<>();
        for (String part : expanded.split("/")) {
            if (part.isEmpty()) {
                continue;
            }
            boolean any = part.equals(ANY_FOLDERS);
            steps.add(new Step(any, any ? null : NamePattern.parse(part, text)));
        }
        return List.copyOf(steps);
    }

    /** Whether a path with forward slashes matches. */
    public boolean matches(String path) {
        List<String> names = namesOf(path);
        for (List<Step> steps : alternatives) {
            if (matches(steps, 0, names, 0)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> namesOf(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.split("/")) {
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean matches(List<Step> steps, int step, List<String> names, int name) {
        if (step == steps.size()) {
            return name == names.size();
        }
        Step current = steps.get(step);
        if (!current.anyFolders()) {
            return name < names.size()
                    && matchesName(current.pattern(), names.get(name))
                    && matches(steps, step + 1, names, name + 1);
        }
        if (step == steps.size() - 1) {
            return name < names.size() && noneHidden(names, name);
        }
        for (int next = name; next <= names.size(); next++) {
            if (matches(steps, step + 1, names, next)) {
                return true;
            }
            if (next < names.size() && isHidden(names.get(next))) {
                return false;
            }
        }
        return false;
    }

    private static boolean matchesName(NamePattern pattern, String name) {
        if (isHidden(name) && !pattern.saysDot()) {
            return false;
        }
        return pattern.matches(name);
    }

    private static boolean noneHidden(List<String> names, int from) {
        return names.subList(from, names.size()).stream().noneMatch(Glob::isHidden);
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    @Override
    public String toString() {
        return text;
    }
}
