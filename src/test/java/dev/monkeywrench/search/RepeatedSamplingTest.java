package dev.monkeywrench.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.Draw;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedSamplingTest {

    private static final Arm LIGHT = new Arm("light", "a", Optional.empty(), 1, 1);
    private static final Arm HEAVY = new Arm("heavy", "b", Optional.empty(), 1, 3);

    @Test
    void drawsAsManySamplesAsThePlanAllows() {
        RepeatedSampling strategy = new RepeatedSampling(List.of(LIGHT), new StopRule(5, 0), 1);

        List<Draw> draws = next(strategy.ask(100));
        assertThat(draws).extracting(Draw::sampleIndex).containsExactly(0, 1, 2, 3, 4);
        assertThat(strategy.ask(100)).isInstanceOf(Ask.Wait.class);
        for (int i = 0; i < 4; i++) {
            assertThat(strategy.tell(new Told.Judged(i, LIGHT, true, true))).isEmpty();
        }
        assertThat(strategy.tell(new Told.Unusable(4, LIGHT))).contains(StopReason.SAMPLES_DRAWN);
    }

    @Test
    void stopsAfterEnoughDistinctPasses() {
        RepeatedSampling strategy = new RepeatedSampling(List.of(LIGHT), new StopRule(100, 2), 1);
        strategy.ask(10);

        assertThat(strategy.tell(new Told.Judged(0, LIGHT, true, true))).isEmpty();
        assertThat(strategy.tell(new Told.Judged(1, LIGHT, true, false)))
                .as("a repeat of what passed is no second pass")
                .isEmpty();
        assertThat(strategy.tell(new Told.Judged(2, LIGHT, true, true))).contains(StopReason.ENOUGH_PASSED);
        assertThat(strategy.ask(1)).isEqualTo(new Ask.Finished(StopReason.ENOUGH_PASSED));
    }

    @Test
    void choosesArmsByWeight() {
        WeightedArms policy = new WeightedArms(List.of(LIGHT, HEAVY), 42);
        long heavy = IntStream.range(0, 10_000)
                .filter(i -> policy.armOf(i).equals(HEAVY))
                .count();
        assertThat(heavy).isBetween(7_300L, 7_700L);
    }

    /** However many are asked for at once and however late they are told, the samples are the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void drawsTheSameWhateverTheTiming(long timing) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(timing);
        assertThat(play(random))
                .isEqualTo(play(RandomGeneratorFactory.of("L64X128MixRandom").create(99)));
    }

    @Test
    void endsWhenEveryArmIsExhausted() {
        RepeatedSampling strategy = new RepeatedSampling(List.of(LIGHT), new StopRule(10, 0), 1);
        List<Draw> draws = next(strategy.ask(3));
        assertThat(strategy.tell(new Told.Judged(0, LIGHT, false, true))).isEmpty();
        assertThat(strategy.tell(new Told.ArmExhausted(draws.get(1).sampleIndex(), LIGHT)))
                .isEmpty();
        assertThat(strategy.ask(3)).isInstanceOf(Ask.Wait.class);
        assertThat(strategy.tell(new Told.ArmExhausted(draws.get(2).sampleIndex(), LIGHT)))
                .contains(StopReason.ARMS_EXHAUSTED);
    }

    /** Plays a search in which the light arm has 7 samples to give; returns the samples that came of it. */
    private static List<Draw> play(RandomGenerator timing) {
        RepeatedSampling strategy = new RepeatedSampling(List.of(LIGHT, HEAVY), new StopRule(60, 0), 7);
        Deque<Draw> inFlight = new ArrayDeque<>();
        List<Draw> samples = new ArrayList<>();
        while (true) {
            if (timing.nextBoolean() && strategy.ask(1 + timing.nextInt(9)) instanceof Ask.Next ask) {
                inFlight.addAll(ask.draws());
            }
            for (int told = timing.nextInt(4); told > 0 && !inFlight.isEmpty(); told--) {
                if (tell(strategy, inFlight.removeFirst(), samples).isPresent()) {
                    return samples;
                }
            }
        }
    }

    private static Optional<StopReason> tell(Strategy strategy, Draw draw, List<Draw> samples) {
        if (draw.arm().equals(LIGHT) && draw.ordinal() >= 7) {
            return strategy.tell(new Told.ArmExhausted(draw.sampleIndex(), draw.arm()));
        }
        samples.add(draw);
        return strategy.tell(new Told.Judged(draw.sampleIndex(), draw.arm(), false, true));
    }

    private static List<Draw> next(Ask ask) {
        return ((Ask.Next) ask).draws();
    }
}
