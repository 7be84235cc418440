package dev.monkeywrench.solver;

import dev.monkeywrench.instance.GradedInstance;

/** Solves one instance. Thread-safe; interrupting the thread ends it, its calls and its sandboxes. */
public interface Solver {

    /**
     * Solves it, or goes on where an earlier life of the run was cut short.
     *
     * @param run the run's id, written on all that is opened outside this process
     * @param journal with what an earlier life of the run has done
     */
    Solution solve(String run, GradedInstance instance, SolvePlan plan, Journal journal, SolveListener listener)
            throws InterruptedException;
}
