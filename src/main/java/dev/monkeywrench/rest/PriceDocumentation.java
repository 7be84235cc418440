package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.PricedEvaluation;
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

/** The body of a request for prices and its reply, for the OpenAPI document: it is read by hand, and strictly. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@RequestBody(
        required = true,
        description =
                "A tariff, models and a moment, each of which may be left out: then it is the service's own tariff, all"
                        + " models that it names, and now.",
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = PriceDocumentation.Body.class),
                        examples = @ExampleObject(name = "One model", value = PriceDocumentation.ONE)))
@ApiResponse(
        responseCode = "200",
        description = "What is known, and how many charges have no price",
        content = @Content(schema = @Schema(implementation = PricedEvaluation.class)))
@interface PriceDocumentation {

    String ONE = """
            {
              "models": ["api/some-coder"],
              "at": "2026-11-01",
              "tariff": {"lists": [{"effective": "2026-11-01", "cpuHour": 0.04, "models": [
                {"match": "api/*", "promptMillion": 0.5, "cachedMillion": 0.05, "completionMillion": 2}]}]}
            }
            """;

    /** The shape of the body. */
    @Schema(name = "PriceRequest")
    record Body(
            @Nullable Map<String, Object> tariff,
            @Nullable List<String> models,
            @Nullable String at) {}
}
