package dev.monkeywrench.rest;

import dev.monkeywrench.instance.FieldProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a request for an evaluation would come to. */
@Schema(name = "Forecast")
record ForecastView(int instances, EvaluationView.EstimateView estimate, List<FieldProblem> problems) {}
