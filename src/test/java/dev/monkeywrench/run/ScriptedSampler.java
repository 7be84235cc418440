package dev.monkeywrench.run;

import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.Patches;
import dev.monkeywrench.sampling.Arm;
import dev.monkeywrench.sampling.Candidate;
import dev.monkeywrench.sampling.Draw;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.sampling.SampleSource;
import dev.monkeywrench.sampling.Sampler;
import dev.monkeywrench.sampling.SamplingBrief;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws by seed alone: of 40 draws one is a fix, four cannot be used, some repeat each other. */
public final class ScriptedSampler implements Sampler {

    private static final RepositoryPath FILE = new RepositoryPath("app.txt");
    static final String BEFORE = "one\ntwo\nthree\n";

    private final Duration pace;

    /**
     * @param pace of every call
     */
    public ScriptedSampler(Duration pace) {
        this.pace = pace;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public SampleSource prepare(SamplingBrief brief, Arm arm) {
        return draws -> {
            Thread.sleep(pace);
            List<DrawOutcome> outcomes = new ArrayList<>();
            draws.forEach(draw -> outcomes.add(new DrawOutcome.Drawn(draw(draw))));
            return outcomes;
        };
    }

    private static Sample draw(Draw draw) {
        SplittableRandom random = new SplittableRandom(draw.seed());
        int number = random.nextInt(40);
        return switch (number) {
            case 0, 1 -> new Sample.Malformed(draw, "found \0 no edit in the reply", "script");
            case 2, 3 -> new Sample.Empty(draw, "script");
            case 4 -> drafted(draw, "fixed");
            case 5 -> drafted(draw, "slow");
            case 6 -> drafted(draw, "broken");
            default -> drafted(draw, "line " + random.nextInt(800));
        };
    }

    private static Sample drafted(Draw draw, String line) {
        return new Sample.Drafted(draw, new Candidate(adding(line)), "script");
    }

    /** The patch that adds a line. */
    public static Patch adding(String line) {
        return Patches.between(FILE, BEFORE, "one\ntwo\n" + line + "\nthree\n");
    }
}
