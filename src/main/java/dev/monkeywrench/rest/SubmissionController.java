package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.ApiKeys;
import dev.monkeywrench.evaluation.KeyRule;
import dev.monkeywrench.evaluation.Prediction;
import dev.monkeywrench.evaluation.SubmissionProgress;
import dev.monkeywrench.evaluation.SubmissionReply;
import dev.monkeywrench.evaluation.Submissions;
import dev.monkeywrench.evaluation.SubmittedRun;
import dev.monkeywrench.evaluation.SuitePart;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The REST interface that sb-cli speaks, to the letter: it takes only 200 for a success, and shows a fault's
 * {@code message}.
 */
@Tag(name = "sb-cli")
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class SubmissionController {

    private static final Logger LOG = LoggerFactory.getLogger(SubmissionController.class);
    private static final String KEY = "x-api-key";
    private static final String UNLIMITED = "unlimited";

    private final Submissions submissions;
    private final ApiKeys keys;
    private final JsonBody bodies;

    SubmissionController(Submissions submissions, ApiKeys keys, JsonBody bodies) {
        this.submissions = submissions;
        this.keys = keys;
        this.bodies = bodies;
    }

    /** Whether the prediction is judged now, or the run had one. */
    record LaunchView(boolean launched, String instance_id) {}

    /** Names of runs. */
    record RunNames(List<String> run_ids) {}

    /** Runs that may still be submitted, by subset and split. */
    record QuotasView(Map<String, Map<String, String>> remaining_quotas) {}

    /** A key, told this once. */
    record KeyView(String message, String api_key) {}

    /** What happened, in words. */
    record MessageView(String message) {}

    @Operation(summary = "Submit a prediction", operationId = "sbSubmit")
    @PostMapping(path = "/submit", consumes = MediaType.APPLICATION_JSON_VALUE)
    LaunchView submit(HttpServletRequest request, @RequestHeader(name = KEY, required = false) @Nullable String key)
            throws IOException, InterruptedException {
        JsonNode body = bodies.read(request).json();
        SubmittedRun run = SubmissionFields.run(owner(key), body);
        Prediction prediction = SubmissionFields.prediction(body);
        return new LaunchView(
                launched(submissions.submit(run, prediction)),
                prediction.instanceId().value());
    }

    private static boolean launched(SubmissionReply reply) {
        return switch (reply) {
            case SubmissionReply.Launched launched -> true;
            case SubmissionReply.AlreadyThere there -> false;
            case SubmissionReply.Unknown unknown -> throw new Unanswered(HttpStatus.NOT_FOUND, unknown.what());
            case SubmissionReply.Unusable unusable ->
                throw new Unanswered(HttpStatus.UNPROCESSABLE_CONTENT, unusable.why());
            case SubmissionReply.Later later -> throw new Unanswered(HttpStatus.TOO_MANY_REQUESTS, later.why());
        };
    }

    @Operation(summary = "Tell how far a submitted run is", operationId = "sbPoll")
    @GetMapping(path = "/poll-jobs", consumes = MediaType.APPLICATION_JSON_VALUE)
    SubmissionProgress poll(
            HttpServletRequest request, @RequestHeader(name = KEY, required = false) @Nullable String key)
            throws IOException {
        return submissions.progress(
                SubmissionFields.run(owner(key), bodies.read(request).json()));
    }

    @Operation(summary = "Report on a submitted run", operationId = "sbReport")
    @PostMapping(path = "/get-report", consumes = MediaType.APPLICATION_JSON_VALUE)
    JsonNode report(HttpServletRequest request, @RequestHeader(name = KEY, required = false) @Nullable String key)
            throws IOException {
        SubmittedRun run = SubmissionFields.run(owner(key), bodies.read(request).json());
        return submissions
                .report(run)
                .orElseThrow(() -> new Unanswered(HttpStatus.NOT_FOUND, "You submitted no run of that name"));
    }

    @Operation(summary = "List the names of submitted runs", operationId = "sbList")
    @PostMapping(path = "/list-runs", consumes = MediaType.APPLICATION_JSON_VALUE)
    RunNames list(HttpServletRequest request, @RequestHeader(name = KEY, required = false) @Nullable String key)
            throws IOException {
        SuitePart part = SubmissionFields.part(bodies.read(request).json());
        return new RunNames(submissions.runs(owner(key), part));
    }

    @Operation(summary = "Forget a submitted run", operationId = "sbDelete")
    @DeleteMapping(path = "/delete-run", consumes = MediaType.APPLICATION_JSON_VALUE)
    MessageView delete(HttpServletRequest request, @RequestHeader(name = KEY, required = false) @Nullable String key)
            throws IOException {
        SubmittedRun run = SubmissionFields.run(owner(key), bodies.read(request).json());
        if (!submissions.delete(run)) {
            throw new Unanswered(HttpStatus.NOT_FOUND, "You submitted no run of that name");
        }
        return new MessageView("Run " + Shown.of(run.name()) + " is forgotten");
    }

    @Operation(summary = "Tell what may be submitted", operationId = "sbQuotas")
    @GetMapping("/get-quotas")
    QuotasView quotas(@RequestHeader(name = KEY, required = false) @Nullable String key) {
        owner(key);
        Map<String, Map<String, String>> quotas = new TreeMap<>();
        for (SuitePart part : submissions.parts()) {
            quotas.computeIfAbsent(part.subset(), subset -> new TreeMap<>()).put(part.split(), UNLIMITED);
        }
        return new QuotasView(quotas);
    }

    @Operation(summary = "Make a key", operationId = "sbGenerateKey")
    @PostMapping(path = "/gen-api-key", consumes = MediaType.APPLICATION_JSON_VALUE)
    KeyView generate(HttpServletRequest request) throws IOException {
        bodies.read(request); // the address in it is not used: no mail is sent, and nothing of it is kept
        ApiKeys.Fresh fresh = keys.generate();
        if (keys.rule() == KeyRule.OPEN) {
            return new KeyView("This service takes every key; this one needs no verification.", fresh.key());
        }
        LOG.info(
                "A key was asked for; the code that verifies the key ending in {} is {}",
                end(fresh.key()),
                fresh.code());
        return new KeyView("Ask whoever runs this service for the code: it is in the service's log.", fresh.key());
    }

    private static String end(String key) {
        return key.substring(key.length() - 4);
    }

    @Operation(summary = "Verify a key by its code", operationId = "sbVerifyKey")
    @PostMapping(path = "/verify-api-key", consumes = MediaType.APPLICATION_JSON_VALUE)
    MessageView verify(HttpServletRequest request, @RequestHeader(name = KEY, required = false) @Nullable String key)
            throws IOException {
        String code = SubmissionFields.text(bodies.read(request).json(), "verification_code");
        if (keys.rule() == KeyRule.REQUIRED && (key == null || !keys.verify(key, code))) {
            throw new Unanswered(
                    HttpStatus.FORBIDDEN, "The code is not this key's; after five wrong ones a key is forgotten");
        }
        return new MessageView("The key may be used.");
    }

    private String owner(@Nullable String key) {
        return keys.owner(key == null ? "" : key)
                .orElseThrow(() -> new Unanswered(
                        HttpStatus.FORBIDDEN,
                        "This service asks for a verified key: 'sb-cli gen-api-key' makes one, 'sb-cli verify-api-key'"
                                + " verifies it"));
    }

    @ExceptionHandler
    ResponseEntity<MessageView> refused(Refusal refusal) {
        return ResponseEntity.status(refusal.type().status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new MessageView(String.valueOf(refusal.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<MessageView> refused(Unanswered fault) {
        return ResponseEntity.status(fault.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(new MessageView(String.valueOf(fault.getMessage())));
    }
}
