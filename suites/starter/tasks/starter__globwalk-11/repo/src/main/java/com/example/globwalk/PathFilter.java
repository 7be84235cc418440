package com.example.globwalk;

import java.util.ArrayList;
import java.util.List;

/** Patterns in order: the last one that matches a path decides. */
public final class PathFilter {

    private record Rule(Glob glob, boolean accepts) {}

    private final List<Rule> rules;

    private PathFilter(List<Rule> rules) {
        this.rules = rules;
    }

    /** Lines that begin with {@code !} take paths out again; those that begin with {@code #} are comments. */
    public static PathFilter parse(List<String> lines) {
        List<Rule> rules = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#")) {
                continue;
            }
            boolean accepts = !text.startsWith("!");
            rules.add(new Rule(Glob.parse(accepts ? text : text.substring(1)), accepts));
        }
        return new PathFilter(List.copyOf(rules));
    }

    public boolean accepts(String path) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (rules.get(i).glob().matches(path)) {
                return rules.get(i).accepts();
            }
        }
        return false;
    }

    public List<String> select(List<String> paths) {
        return paths.stream().filter(this::accepts).toList();
    }
}
