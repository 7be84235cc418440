package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.report.PlanPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A plan as files: a page that needs nothing else, and the same for people and for programs. */
public final class PlanFiles {

    private PlanFiles() {}

    /** Writes {@code plan.html}, {@code plan.md} and {@code plan.json} into a folder, which is made where it is not there. */
    public static void write(Path folder, Plan plan) throws IOException {
        Files.createDirectories(folder);
        PlanPage page = page(plan);
        Files.writeString(folder.resolve("plan.html"), page.html());
        Files.writeString(folder.resolve("plan.md"), page.markdown());
        Files.writeString(folder.resolve("plan.json"), JsonMapper.shared().writeValueAsString(plan));
    }

    private static PlanPage page(Plan plan) {
        return new PlanPage(
                "Plan",
                PlanTables.conditions(plan),
                PlanTables.sentences(plan),
                plan.models().stream()
                        .map(model -> new PlanPage.Curve(model.name(), points(model.curve())))
                        .toList(),
                points(plan.frontier()),
                plan.best() == null ? List.of() : points(List.of(plan.best())),
                PlanTables.of(plan).stream()
                        .map(table -> new PlanPage.NamedTable(table.name(), table.rows()))
                        .toList());
    }

    private static List<PlanPage.Point> points(List<Plan.Choice> choices) {
        return choices.stream()
                .map(one -> new PlanPage.Point(one.dollars(), one.coverage()))
                .toList();
    }
}
