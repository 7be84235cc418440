package dev.monkeywrench.sampling.mutation.template;

/**
 * A small condition over what is in scope.
 *
 * @param text without brackets; binds tighter than and, or
 * @param share relative to the others at that place
 */
record Atom(String text, double share) {}
