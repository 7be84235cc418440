package dev.monkeywrench.sampling.mutation.syntax;

/**
 * A name that may be used in part of a file.
 *
 * @param type as declared; empty where the language does not say
 * @param from where it is first bound
 * @param scopeStart where it may be used, as offsets
 */
public record Variable(String name, Shape shape, String type, Origin origin, int from, int scopeStart, int scopeEnd) {

    /** What brought the name into being. */
    public enum Origin {
        PARAMETER,
        LOCAL,
        FIELD,
        GLOBAL,
        FUNCTION
    }

    boolean isVisibleAt(int offset) {
        return scopeStart <= offset && offset < scopeEnd;
    }

    /** Local to a function: most faults mix up those. */
    public boolean isLocal() {
        return origin == Origin.PARAMETER || origin == Origin.LOCAL;
    }

    Variable shaped(Shape known) {
        return new Variable(name, known, type, origin, from, scopeStart, scopeEnd);
    }
}
