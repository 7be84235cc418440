package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.Plan;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request for a plan and its reply, for the OpenAPI document: it is read by hand, and strictly. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@RequestBody(
        required = true,
        description = "Models and a budget. docs/api.md lists the fields.",
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = PlanDocumentation.Body.class),
                        examples = {
                            @ExampleObject(name = "A published table", value = PlanDocumentation.TABLE),
                            @ExampleObject(name = "Evaluations", value = PlanDocumentation.EVALUATIONS)
                        }))
@ApiResponse(
        responseCode = "200",
        description = "The best choice, the frontier and each model's curve",
        content = @Content(schema = @Schema(implementation = Plan.class)))
@interface PlanDocumentation {

    String TABLE = """
            {
              "instances": 300,
              "budget": 39,
              "models": [
                {"name": "DeepSeek-Coder-V2", "dollarsPerSample": 0.008, "beta": [0.122, 0.6453]},
                {"name": "GPT-4o", "dollarsPerSample": 0.13, "coverage": [[1, 0.24]]}
              ]
            }
            """;

    String EVALUATIONS = """
            {
              "budget": 100,
              "models": [
                {"name": "small", "evaluation": "65a1…"},
                {"name": "tuned", "evaluation": "65a1…", "dollarsPerSample": 0.02, "beforehand": 300}
              ],
              "requests": 10000,
              "atCoverage": 0.3
            }
            """;

    /** The shape of the body. */
    @Schema(name = "PlanRequest")
    record Body(
            List<Model> models,
            @Nullable Double budget,
            @Nullable Integer instances,
            @Nullable Boolean untilResolved,
            @Nullable Double requests,
            @Nullable Double atCoverage) {}

    /** One of {@code evaluation}, {@code counts}, {@code beta} and {@code coverage} tells what it resolves. */
    @Schema(name = "PlanRequestModel")
    record Model(
            String name,
            @Nullable Double dollarsPerSample,
            @Nullable Server server,
            @Nullable Double tokensPerSample,
            @Nullable Double beforehand,
            @Nullable String evaluation,
            @Nullable List<List<Integer>> counts,
            @Nullable List<Double> beta,
            @Nullable List<List<Double>> coverage) {}

    /** GPUs that are paid by the hour; all of it is to be stated. */
    @Schema(name = "PlanRequestServer")
    record Server(int gpus, double peakFlops, double utilisation, double parameters, double dollarsPerHour) {}
}
