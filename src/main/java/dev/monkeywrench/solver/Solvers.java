package dev.monkeywrench.solver;

/** The ways to solve an instance. */
public final class Solvers {

    private Solvers() {}

    /** Draws repeatedly, verifies while drawing, stops by the plan's rule. */
    public static Solver bySampling(SolverParts parts) {
        return new SamplingSolver(parts);
    }
}
