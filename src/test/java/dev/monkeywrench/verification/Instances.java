package dev.monkeywrench.verification;

import dev.monkeywrench.instance.CommitId;
import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.instance.GradedInstance;
import dev.monkeywrench.instance.HiddenTests;
import dev.monkeywrench.instance.Instance;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.ProblemStatement;
import dev.monkeywrench.instance.RepositoryRef;
import dev.monkeywrench.instance.VisibleTests;
import java.util.Optional;

/** An instance of which only the tests matter. */
final class Instances {

    private Instances() {}

    static GradedInstance graded(HiddenTests tests) {
        Instance instance = new Instance(
                new InstanceId("test-1"),
                new RepositoryRef.InImage(),
                new CommitId("0".repeat(40)),
                new ProblemStatement(""),
                new Environment.Recipe("python"),
                VisibleTests.none());
        return new GradedInstance(instance, tests, Optional.empty());
    }
}
