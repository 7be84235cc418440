package dev.monkeywrench.evaluation;

import dev.monkeywrench.evaluation.statistics.Counterfactual;
import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.ledger.Charge;
import dev.monkeywrench.ledger.Entry;
import dev.monkeywrench.ledger.Tariff;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.model.TokenUsage;
import dev.monkeywrench.run.RunId;
import dev.monkeywrench.run.RunRecords;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prices what an evaluation used as if other models had used it. Its attempts are read from its events, a page at a time, and
 * one run's charges are held at a time. Thread-safe.
 */
public final class EvaluationPrices {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 200;

    private final EvaluationStore store;
    private final RunRecords records;
    private final Tariff standard;
    private final InstantSource clock;

    EvaluationPrices(EvaluationStore store, RunRecords records, Tariff standard, InstantSource clock) {
        this.store = store;
        this.records = records;
        this.standard = standard;
        this.clock = clock;
    }

    /**
     * Prices an evaluation, which may go on.
     *
     * @param body tariff, models and moment, each of which may be left out
     */
    public PriceAnswer price(EvaluationId evaluation, JsonNode body) {
        if (store.find(evaluation).isEmpty()) {
            return new PriceAnswer.Unknown();
        }
        List<FieldProblem> problems = new ArrayList<>();
        Optional<PriceRequest> request = PriceRequest.read(body, standard, clock.instant(), problems);
        return request.<PriceAnswer>map(asked -> new PriceAnswer.Told(price(evaluation, asked)))
                .orElseGet(() -> new PriceAnswer.Refused(problems));
    }

    private PricedEvaluation price(EvaluationId evaluation, PriceRequest request) {
        Adding adding = new Adding(request);
        long after = 0;
        List<EvaluationEvent> page = store.events(evaluation, after, PAGE);
        while (!page.isEmpty()) {
            for (EvaluationEvent event : page) {
                if (event.type() == EvaluationEventType.BEGUN) {
                    add(
                            adding,
                            new RunId(JSON.readTree(event.data()).path("runId").asString("")));
                }
            }
            after = page.getLast().sequence();
            page = store.events(evaluation, after, PAGE);
        }
        return adding.told(evaluation);
    }

    private void add(Adding adding, RunId run) {
        if (records.find(run).isPresent()) {
            adding.add(records.entries(run));
        } else {
            adding.forget();
        }
    }

    /** Adds up one answer. Used by one thread. */
    private static final class Adding {

        private final PriceRequest request;
        private final List<Counterfactual> models;
        private final List<PriceSum> calls;
        private final PriceSum asUsed = new PriceSum();
        private final PriceSum sandboxes = new PriceSum();
        private long prompt;
        private long completion;
        private int unreported;
        private int attempts;
        private int forgotten;

        Adding(PriceRequest request) {
            this.request = request;
            // the one price that counts is looked for once, not with every charge
            this.models = request.models().stream()
                    .map(model -> new Counterfactual(model, request.tariff().only(model, request.at()), request.at()))
                    .toList();
            this.calls = request.models().stream().map(model -> new PriceSum()).toList();
        }

        void forget() {
            attempts++;
            forgotten++;
        }

        void add(List<Entry> entries) {
            attempts++;
            List<Entry> ofModels = new ArrayList<>();
            for (Entry entry : entries) {
                asUsed.add(request.tariff().price(entry));
                switch (entry.charge()) {
                    case Charge.ModelCall call -> {
                        ofModels.add(entry);
                        add(call.usage());
                    }
                    case Charge.SandboxUse use ->
                        sandboxes.add(request.tariff().price(new Entry(entry.label(), use, request.at())));
                }
            }
            for (int i = 0; i < models.size(); i++) {
                calls.get(i).add(models.get(i).price(ofModels), ofModels.size());
            }
        }

        private void add(TokenUsage usage) {
            if (usage.prompt().isPresent() && usage.completion().isPresent()) {
                prompt += usage.prompt().getAsLong();
                completion += usage.completion().getAsLong();
            } else {
                unreported++;
            }
        }

        PricedEvaluation told(EvaluationId evaluation) {
            boolean whole = forgotten == 0;
            List<PricedEvaluation.Line> lines = new ArrayList<>();
            for (int i = 0; i < models.size(); i++) {
                ModelId model = models.get(i).model();
                lines.add(new PricedEvaluation.Line(
                        model.value(),
                        lists(model, request.at()),
                        calls.get(i).part(whole),
                        calls.get(i).plus(sandboxes).part(whole)));
            }
            return new PricedEvaluation(
                    evaluation.value(),
                    request.at(),
                    attempts,
                    forgotten,
                    new PricedEvaluation.Tokens(prompt, completion, unreported),
                    asUsed.part(whole),
                    sandboxes.part(whole),
                    lines);
        }

        private boolean lists(ModelId model, Instant at) {
            return request.tariff().only(model, at).priceLists().stream()
                    .anyMatch(list -> !list.models().isEmpty());
        }
    }
}
