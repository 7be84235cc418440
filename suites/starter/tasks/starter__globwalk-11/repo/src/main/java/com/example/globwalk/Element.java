package com.example.globwalk;

/** One part of a pattern within a single name. */
sealed interface Element {

    /** A character that stands for itself. */
    record Literal(char value) implements Element {}

    /** {@code ?}. */
    record AnyOne() implements Element {}

    /** {@code *}. */
    record AnyMany() implements Element {}

    /** {@code [a-z]}. */
    record OneOf(CharacterClass characters) implements Element {}
}
