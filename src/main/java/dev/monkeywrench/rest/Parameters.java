package dev.monkeywrench.rest;

import dev.monkeywrench.evaluation.EvaluationId;
import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.run.RunId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parameters and headers; what is not valid is refused by name. */
final class Parameters {

    static final int MOST_ITEMS = 200;
    static final int STANDARD_ITEMS = 50;

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private Parameters() {}

    static RunId run(String id) {
        if (!RunId.isId(id)) {
            throw Refusal.noRun(id);
        }
        return new RunId(id);
    }

    static EvaluationId evaluation(String id) {
        if (!EvaluationId.isId(id)) {
            throw Refusal.noEvaluation(id);
        }
        return new EvaluationId(id);
    }

    static Optional<EvaluationId> evaluationCursor(@Nullable String cursor) {
        if (cursor != null && !EvaluationId.isId(cursor)) {
            throw badCursor();
        }
        return Optional.ofNullable(cursor).map(EvaluationId::new);
    }

    static Optional<String> evaluationDigest(@Nullable String text) {
        return read("digest", text, "64 hexadecimal digits, lower case", value -> {
            if (!HEX.matcher(value).matches()) {
                throw new IllegalArgumentException("digest");
            }
            return value;
        });
    }

    static boolean flag(String name, @Nullable String text) {
        return read(name, text, "true or false", value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(name);
                })
                .orElse(false);
    }

    static PatchDigest digest(String text) {
        try {
            return new PatchDigest(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ProblemType.NOT_FOUND, "There is no patch " + Shown.of(text) + " in this run");
        }
    }

    static Optional<String> idempotencyKey(@Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw invalid("Idempotency-Key", "is not 1 to 200 visible ASCII characters", "Send a UUID, for example");
        }
        return Optional.ofNullable(key);
    }

    static int limit(@Nullable String limit) {
        int items = limit == null ? STANDARD_ITEMS : (int) Math.min(number("limit", limit), MOST_ITEMS + 1L);
        if (items < 1 || items > MOST_ITEMS) {
            throw invalid("limit", "is not a number from 1 to " + MOST_ITEMS, "Leave it out for " + STANDARD_ITEMS);
        }
        return items;
    }

    static long number(String name, String text) {
        if (!DIGITS.matcher(text).matches()) {
            throw invalid(name, "is not a number of at most 18 digits", "Send digits only");
        }
        return Long.parseLong(text);
    }

    static Optional<RunId> runCursor(@Nullable String cursor) {
        if (cursor != null && !RunId.isId(cursor)) {
            throw badCursor();
        }
        return Optional.ofNullable(cursor).map(RunId::new);
    }

    static int sampleCursor(@Nullable String cursor) {
        if (cursor == null) {
            return -1;
        }
        if (!DIGITS.matcher(cursor).matches() || Long.parseLong(cursor) > Integer.MAX_VALUE) {
            throw badCursor();
        }
        return Integer.parseInt(cursor);
    }

    private static Refusal badCursor() {
        return invalid("cursor", "was not given by an earlier page", "Send the 'next' of the page before");
    }

    static Optional<InstanceId> instanceId(@Nullable String text) {
        return read("instanceId", text, "an instance id", InstanceId::new);
    }

    static <E extends Enum<E>> Optional<E> word(String name, @Nullable String text, Class<E> words) {
        String known = Arrays.toString(words.getEnumConstants());
        return read(name, text, "one of " + known, value -> Enum.valueOf(words, value));
    }

    private static <T> Optional<T> read(String name, @Nullable String text, String form, Function<String, T> reader) {
        try {
            return Optional.ofNullable(text).map(reader);
        } catch (IllegalArgumentException e) {
            throw invalid(name, "is not " + form, "Send " + form + ", or leave it out");
        }
    }

    static Set<String> words(String name, @Nullable String text, Set<String> known) {
        if (text == null || text.isEmpty()) {
            return Set.of();
        }
        Set<String> words = new TreeSet<>(List.of(text.split(",", -1)));
        if (!known.containsAll(words)) {
            throw invalid(name, "holds other than " + new TreeSet<>(known), "Send these, divided by commas");
        }
        return words;
    }

    private static Refusal invalid(String name, String problem, String remedy) {
        return Refusal.of(ProblemType.INVALID_PARAMETER, new FieldProblem(name, problem, remedy));
    }
}
