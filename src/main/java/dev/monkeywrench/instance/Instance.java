package dev.monkeywrench.instance;

/**
 * What is to be solved, without anything that would give the answer away.
 *
 * @param baseCommit the commit before any fix; every workspace starts there
 */
public record Instance(
        InstanceId id,
        RepositoryRef repository,
        CommitId baseCommit,
        ProblemStatement problemStatement,
        Environment environment,
        VisibleTests visibleTests) {}
