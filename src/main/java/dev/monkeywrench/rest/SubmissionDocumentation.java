package dev.monkeywrench.rest;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a submission, for the OpenAPI document: it is read by hand, and strictly. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@RequestBody(
        required = true,
        description = "An instance and, if you like, a plan. docs/api.md lists the fields of both.",
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = SubmissionDocumentation.Body.class),
                        examples = {
                            @ExampleObject(name = "A plain form", value = SubmissionDocumentation.PLAIN),
                            @ExampleObject(name = "A SWE-bench row", value = SubmissionDocumentation.ROW),
                            @ExampleObject(name = "Given patches", value = SubmissionDocumentation.GIVEN)
                        }))
@interface SubmissionDocumentation {

    String PLAIN = """
            {
              "instance": {
                "repository": "https://github.com/example/calculator",
                "base_commit": "0123456789abcdef0123456789abcdef01234567",
                "problem_statement": "add(2, 2) gives 5",
                "test_command": "python3 -m pytest --junitxml=$MW_JUNIT_XML",
                "report": "junit"
              },
              "plan": {"samples": 200, "stopAfter": 1, "seed": 7}
            }
            """;

    String ROW = """
            {
              "instance": {
                "instance_id": "example__calculator-1",
                "repo": "example/calculator",
                "base_commit": "0123456789abcdef0123456789abcdef01234567",
                "problem_statement": "add(2, 2) gives 5",
                "test_patch": "diff --git a/test_add.py b/test_add.py\\n…",
                "FAIL_TO_PASS": "[\\"test_add.py::test_two_and_two\\"]",
                "PASS_TO_PASS": "[]"
              },
              "plan": {
                "samplers": [
                  {"sampler": "mutation", "weight": 1},
                  {"sampler": "prompted", "model": "ollama/qwen3-coder:30b", "temperature": 1.0, "weight": 3}
                ],
                "samples": 100, "budget": {"tokens": 1000000, "dollars": 2.5}, "wallTime": "30m"
              }
            }
            """;

    String GIVEN = """
            {
              "instance": {
                "repository": "https://github.com/example/calculator",
                "base_commit": "0123456789abcdef0123456789abcdef01234567",
                "problem_statement": "",
                "test_command": "python3 -m pytest --junitxml=$MW_JUNIT_XML",
                "report": "junit"
              },
              "plan": {"patches": ["--- a/add.py\\n+++ b/add.py\\n@@ -1,2 +1,2 @@\\n def add(a, b):\\n-    return a + b + 1\\n+    return a + b\\n"]}
            }
            """;

    /** The shape of the body. */
    @Schema(name = "Submission")
    record Body(Map<String, Object> instance, @Nullable Map<String, Object> plan) {}
}
