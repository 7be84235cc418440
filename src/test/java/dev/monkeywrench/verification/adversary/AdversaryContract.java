package dev.monkeywrench.verification.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.sandbox.SandboxEngine;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.Verification;
import dev.monkeywrench.verification.VerificationPolicy;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile candidate ends in the verdict it deserves, in bounded time, and harms no other candidate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class AdversaryContract {

    private @Nullable Path scratch;
    private @Nullable SandboxEngine engine;
    private final Map<Language, Court> courts = new EnumMap<>(Language.class);

    protected abstract SandboxEngine engine(Path home) throws Exception;

    /** Those that this engine is asked about. */
    protected abstract Stream<Adversary> adversaries();

    /** Whether a right and a wrong candidate are judged after each of them. */
    protected abstract boolean followedByHonestOnes();

    /** What they are judged by. */
    protected VerificationPolicy policy() {
        return Court.USUAL;
    }

    /** Whether each is the first candidate of its instance. */
    protected boolean comesFirst() {
        return false;
    }

    boolean allows(Fate fate, Verdict verdict) {
        return fate.allows(verdict);
    }

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        scratch = folder;
        engine = engine(folder);
    }

    @AfterAll
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    @ParameterizedTest
    @MethodSource("adversaries")
    void getsTheVerdictItDeserves(Adversary adversary) throws Exception {
        Court court = court(adversary.language());
        Verification verification = court.judge(adversary);
        assertThat(verification.verdict())
                .as(() -> verification.evidence() + "\n" + verification.log())
                .matches(
                        verdict -> allows(adversary.fate(), verdict),
                        adversary.fate().toString());
        if (followedByHonestOnes()) {
            court.judgeHonestOnes();
        }
    }

    private Court court(Language language) throws Exception {
        Court court = comesFirst() ? null : courts.get(language);
        if (court == null) {
            court = Court.open(language, Objects.requireNonNull(engine), Objects.requireNonNull(scratch), policy());
            courts.put(language, court);
        }
        return court;
    }
}
