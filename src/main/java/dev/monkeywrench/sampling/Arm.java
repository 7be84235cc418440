package dev.monkeywrench.sampling;

import dev.monkeywrench.model.ModelId;
import java.util.Optional;

/**
 * One way of drawing: a sampler and its settings. Draws of one arm are alike but for the seed.
 *
 * @param name how the plan, the ledger and the reports call it
 * @param sampler the sampler's name, as in {@code mutation} or {@code prompted}
 * @param model the model it asks; empty for a sampler without one
 * @param weight its share of the draws, relative to the other arms'
 */
public record Arm(String name, String sampler, Optional<ModelId> model, double temperature, double weight) {

    public Arm {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("The weight of arm '" + name + "' is a positive number");
        }
        if (!(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException("The temperature of arm '" + name + "' lies between 0 and 2");
        }
    }
}
