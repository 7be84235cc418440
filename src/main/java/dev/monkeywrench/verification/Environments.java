package dev.monkeywrench.verification;

import dev.monkeywrench.instance.Environment;
import dev.monkeywrench.sandbox.TemplateSpec;
import dev.monkeywrench.workspace.SourceFile;
import dev.monkeywrench.workspace.Workspace;
import java.util.Optional;

/** What a sandbox is made from, where the instance does not say. */
final class Environments {

    private Environments() {}

    static TemplateSpec spec(Environment stated, Workspace workspace) {
        return switch (stated) {
            case Environment.Image image -> new TemplateSpec(image, Optional.empty());
            case Environment.Recipe recipe -> new TemplateSpec(recipe, Optional.of(workspace));
            case Environment.Unstated unstated -> new TemplateSpec(recipeFor(workspace), Optional.of(workspace));
        };
    }

    /** Java where a build file of Java's lies at the top, or Java sources are the more numerous; else Python. */
    private static Environment.Recipe recipeFor(Workspace workspace) {
        long java = 0;
        long python = 0;
        for (SourceFile file : workspace.files()) {
            String path = file.path().value();
            if (path.equals("pom.xml") || path.equals("build.gradle") || path.equals("build.gradle.kts")) {
                return new Environment.Recipe("java");
            }
            java += path.endsWith(".java") ? 1 : 0;
            python += path.endsWith(".py") ? 1 : 0;
        }
        return new Environment.Recipe(java > python ? "java" : "python");
    }
}
