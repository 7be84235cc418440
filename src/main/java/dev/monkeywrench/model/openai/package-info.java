/** Any server that speaks OpenAI's chat completions: vLLM, llama.cpp's server and others. */
@NullMarked
package dev.monkeywrench.model.openai;

import org.jspecify.annotations.NullMarked;
