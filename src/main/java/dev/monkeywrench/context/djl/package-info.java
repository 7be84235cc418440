/** Counts tokens with a model's own vocabulary, by Hugging Face's tokenizers. */
@NullMarked
package dev.monkeywrench.context.djl;

import org.jspecify.annotations.NullMarked;
