package dev.monkeywrench.context;

import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.workspace.Workspace;

/** Finds what the model should see of a workspace. Thread-safe. */
public interface Retriever {

    Context retrieve(Workspace workspace, ProblemStatement statement, FaultEvidence evidence, TokenBudget budget);
}
