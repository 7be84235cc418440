package dev.monkeywrench.sampling.prompted;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How tokens are chosen besides the temperature; what is empty is left to the server. */
public record PromptedOptions(OptionalDouble topP, OptionalInt topK, OptionalDouble minP) {

    /** All left to the server. */
    public static PromptedOptions usual() {
        return new PromptedOptions(OptionalDouble.empty(), OptionalInt.empty(), OptionalDouble.empty());
    }
}
