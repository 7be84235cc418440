package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.EvaluationPrices;
import dev.monkeywrench.evaluation.Plan;
import dev.monkeywrench.evaluation.PlanAnswer;
import dev.monkeywrench.evaluation.Plans;
import dev.monkeywrench.evaluation.PriceAnswer;
import dev.monkeywrench.evaluation.PricedEvaluation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What more samples would cover, and what other models would have cost. */
@Tag(name = "Plans and prices")
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class PlanController {

    private final Plans plans;
    private final EvaluationPrices prices;
    private final JsonBody bodies;

    PlanController(Plans plans, EvaluationPrices prices, JsonBody bodies) {
        this.plans = plans;
        this.prices = prices;
        this.bodies = bodies;
    }

    @Operation(
            summary = "Tell which model and how many samples cover most for a budget; nothing is kept",
            operationId = "makePlan")
    @PlanDocumentation
    @PostMapping(path = "/plans", consumes = MediaType.APPLICATION_JSON_VALUE)
    Plan plan(HttpServletRequest request) throws IOException {
        return switch (plans.answer(bodies.read(request).json())) {
            case PlanAnswer.Made made -> made.plan();
            case PlanAnswer.Refused refused -> throw Refusal.of(ProblemType.INVALID_PLAN, refused.problems());
        };
    }

    @Operation(
            summary = "Price what an evaluation used as if other models had used it; nothing is kept",
            operationId = "priceEvaluation")
    @PriceDocumentation
    @PostMapping(path = "/evaluations/{id}/price", consumes = MediaType.APPLICATION_JSON_VALUE)
    PricedEvaluation price(@PathVariable String id, HttpServletRequest request) throws IOException {
        return switch (prices.price(
                Parameters.evaluation(id), bodies.read(request).json())) {
            case PriceAnswer.Told told -> told.prices();
            case PriceAnswer.Unknown unknown -> throw Refusal.noEvaluation(id);
            case PriceAnswer.Refused refused -> throw Refusal.of(ProblemType.INVALID_TARIFF, refused.problems());
        };
    }
}
