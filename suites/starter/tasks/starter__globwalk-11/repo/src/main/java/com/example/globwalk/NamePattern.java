package com.example.globwalk;

import java.util.ArrayList;
import java.util.List;

/** The part of a pattern that is compared with one name of a path. */
final class NamePattern {

    private final List<Element> elements;

    private NamePattern(List<Element> elements) {
        this.elements = elements;
    }

    static NamePattern parse(String text, String pattern) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '?' -> elements.add(new Element.AnyOne());
                case '*' -> elements.add(new Element.AnyMany());
                case '[' -> {
                    int end = text.indexOf(']', i + 2);
                    if (end < 0) {
                        throw new GlobSyntaxException("a bracket without its partner", pattern);
                    }
                    elements.add(new Element.OneOf(CharacterClass.parse(text.substring(i + 1, end), pattern)));
                    i = end;
                }
                case '\\' -> {
                    if (i + 1 == text.length()) {
                        throw new GlobSyntaxException("nothing after the last backslash", pattern);
                    }
                    i++;
                    elements.add(new Element.Literal(text.charAt(i)));
                }
                default -> elements.add(new Element.Literal(c));
            }
        }
        return new NamePattern(List.copyOf(elements));
    }

    /** Whether a whole name matches; goes back to the last star when it gets stuck. */
    boolean matches(String name) {
        int element = 0;
        int position = 0;
        int star = -1;
        int starPosition = 0;
        while (position < name.length()) {
            if (element < elements.size() && elements.get(element) instanceof Element.AnyMany) {
                star = element;
                starPosition = position;
                element++;
            } else if (element < elements.size() && matchesOne(elements.get(element), name.charAt(position))) {
                element++;
                position++;
            } else if (star >= 0) {
                starPosition++;
                position = starPosition;
                element = star + 1;
            } else {
                return false;
            }
        }
        while (element < elements.size() && elements.get(element) instanceof Element.AnyMany) {
            element++;
        }
        return element == elements.size();
    }

    private static boolean matchesOne(Element element, char c) {
        if (element instanceof Element.Literal literal) {
            return literal.value() == c;
        }
        if (element instanceof Element.OneOf oneOf) {
            return oneOf.characters().contains(c);
        }
        return element instanceof Element.AnyOne;
    }

    /** Names that begin with a dot are hidden: a pattern has to say the dot itself. */
    boolean saysDot() {
        return !elements.isEmpty()
                && elements.get(0) instanceof Element.Literal literal
                && literal.value() == '.';
    }
}
