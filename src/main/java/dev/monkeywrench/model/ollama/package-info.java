/** Ollama, by Spring AI's client for its API. */
@NullMarked
package dev.monkeywrench.model.ollama;

import org.jspecify.annotations.NullMarked;
