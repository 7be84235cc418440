package dev.monkeywrench.rest;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a submission and its replies, for the OpenAPI document: it is read by hand, and strictly. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@RequestBody(
        required = true,
        description = "A suite and, if you like, the rest. docs/api.md lists the fields.",
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = EvaluationDocumentation.Body.class),
                        examples = {
                            @ExampleObject(name = "The bundled suite", value = EvaluationDocumentation.STARTER),
                            @ExampleObject(name = "Predictions", value = EvaluationDocumentation.PREDICTIONS)
                        }))
@ApiResponse(
        responseCode = "202",
        description = "It is kept; what was left out of it is told in problems",
        content = @Content(schema = @Schema(implementation = EvaluationView.class)))
@ApiResponse(
        responseCode = "200",
        description = "With dryRun=true: what it would take",
        content = @Content(schema = @Schema(implementation = ForecastView.class)))
@interface EvaluationDocumentation {

    String STARTER = """
            {
              "name": "nightly",
              "suite": "starter",
              "filter": {"languages": ["python"], "limit": 5},
              "plan": {"samples": 100, "stopAfter": 0, "seed": 7},
              "budget": {"dollars": 10},
              "parallel": 4
            }
            """;

    String PREDICTIONS = """
            {
              "suite": {"name": "mine", "instances": [{"instance_id": "example__calculator-1", "repo": "…"}]},
              "predictions": [
                {"instance_id": "example__calculator-1", "model_name_or_path": "m", "model_patch": "diff --git …"}
              ]
            }
            """;

    /** The shape of the body. */
    @Schema(name = "EvaluationSubmission")
    record Body(
            @Nullable String name,
            Object suite,
            @Nullable Map<String, Object> filter,
            @Nullable Map<String, Object> plan,
            @Nullable Map<String, Object> budget,
            @Nullable Integer parallel,
            @Nullable List<Map<String, Object>> predictions) {}
}
