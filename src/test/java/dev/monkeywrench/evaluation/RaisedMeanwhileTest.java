package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.ledger.Totals;
import dev.monkeywrench.run.RunRecords;
import dev.monkeywrench.run.Runs;
import dev.monkeywrench.run.TestService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A budget that is raised just when it was found to be spent. */
class RaisedMeanwhileTest {

    private static final Budget SPENT = tokens(1_000);

    private static Budget tokens(long tokens) {
        return new Budget(OptionalLong.of(tokens), Optional.empty());
    }

    private static Evaluation spent() {
        return new Evaluation(
                new EvaluationId("e".repeat(24)),
                "n",
                EvaluationKind.GENERATE,
                "s",
                "d".repeat(64),
                EvaluationState.QUEUED,
                false,
                false,
                Optional.empty(),
                "{}",
                SPENT,
                1,
                1,
                0,
                Instant.parse("2026-11-21T03:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                EvaluationCounts.waiting(1),
                Totals.ZERO,
                new Charged(1_000, BigDecimal.ZERO));
    }

    /** Does something before an evaluation is changed. */
    private static EvaluationStore before(EvaluationStore store, Runnable first) {
        return (EvaluationStore) Proxy.newProxyInstance(
                EvaluationStore.class.getClassLoader(),
                new Class<?>[] {EvaluationStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("change")) {
                        first.run();
                    }
                    return call(store, method, arguments);
                });
    }

    private static Object call(EvaluationStore store, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void isNotTakenForSpent(@TempDir Path folder) {
        try (ConfigurableApplicationContext service = SpringApplication.run(
                TestService.class,
                "--server.port=0",
                "--management.server.port=-1",
                "--monkeywrench.home=" + folder,
                "--monkeywrench.run.sampler=scripted")) {
            service.getBean(Steward.class).stop();
            EvaluationStore store = service.getBean(EvaluationStore.class);
            Evaluation spent = spent();
            NewMember member = new NewMember(
                    new InstanceId("i"), new MemberContent(JsonMapper.shared().createObjectNode(), List.of()));
            store.keep(new NewEvaluation(spent, List.of(member), List.of(), Optional.empty()), Optional.empty());
            OtherLimits larger = new OtherLimits(OptionalInt.empty(), new OtherBudget(true, false, tokens(2_000)));

            Steps steps = new Steps(
                    before(store, () -> store.limit(spent.id(), larger, Budget.unlimited())),
                    service.getBean(Runs.class),
                    service.getBean(RunRecords.class),
                    run -> Totals.ZERO,
                    service.getBean(Clock.class));
            steps.look(spent.id());

            Evaluation found = store.find(spent.id()).orElseThrow();
            assertThat(found.budget()).isEqualTo(tokens(2_000));
            assertThat(found.exhausted()).isFalse();
            assertThat(found.mayBegin()).isTrue();
        }
    }
}
