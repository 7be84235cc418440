package dev.monkeywrench.sampling.mutation.syntax;

import java.util.Locale;
import java.util.Set;

/** Roughly what kind of value something holds: enough to tell a likely replacement from an unlikely one. */
public enum Shape {
    UNKNOWN,
    NUMBER,
    TRUTH,
    TEXT,
    LIST,
    SET,
    MAP,
    OBJECT,
    FUNCTION;

    private static final Set<String> NUMBERS = Set.of(
            "int",
            "long",
            "short",
            "byte",
            "char",
            "double",
            "float",
            "Integer",
            "Long",
            "Short",
            "Byte",
            "Character",
            "Double",
            "Float",
            "Number",
            "BigInteger",
            "BigDecimal",
            "AtomicInteger",
            "AtomicLong");

    private static final Set<String> TEXTS = Set.of("str", "String", "StringBuilder", "StringBuffer", "CharSequence");

    private static final Set<String> LISTS = Set.of(
            "list",
            "tuple",
            "Sequence",
            "List",
            "ArrayList",
            "LinkedList",
            "Deque",
            "ArrayDeque",
            "Queue",
            "Stack",
            "PriorityQueue",
            "Vector",
            "Collection",
            "Iterable");

    private static final Set<String> SETS = Set.of("set", "frozenset", "Set", "HashSet", "TreeSet", "LinkedHashSet");

    private static final Set<String> MAPS =
            Set.of("dict", "Dict", "Map", "HashMap", "TreeMap", "LinkedHashMap", "ConcurrentHashMap");

    /** The shape of a declared type's values. */
    public static Shape ofType(String type) {
        String plain = type.strip();
        if (plain.endsWith("]") && !plain.startsWith("dict") && plain.contains("[]")) {
            return LIST;
        }
        int bracket = plain.indexOf('<') >= 0 ? plain.indexOf('<') : plain.indexOf('[');
        String name = bracket >= 0 ? plain.substring(0, bracket) : plain;
        if (NUMBERS.contains(name)) {
            return NUMBER;
        }
        if (name.toLowerCase(Locale.ROOT).equals("boolean") || name.equals("bool")) {
            return TRUTH;
        }
        if (TEXTS.contains(name)) {
            return TEXT;
        }
        if (LISTS.contains(name)) {
            return LIST;
        }
        if (SETS.contains(name)) {
            return SET;
        }
        if (MAPS.contains(name)) {
            return MAP;
        }
        return name.isEmpty() || name.equals("var") ? UNKNOWN : OBJECT;
    }

    public boolean isCollection() {
        return this == LIST || this == SET || this == MAP;
    }

    /** How plausibly a value of the other shape stands where one of this shape stood, from 0 to 1. */
    public double likeness(Shape other) {
        if (this == other) {
            return this == UNKNOWN ? 0.6 : 1;
        }
        if (this == UNKNOWN || other == UNKNOWN) {
            return 0.5;
        }
        if (isCollection() && other.isCollection()) {
            return 0.3;
        }
        return 0.08;
    }
}
