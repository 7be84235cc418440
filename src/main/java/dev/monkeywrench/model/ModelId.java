package dev.monkeywrench.model;

/**
 * Names a configured model.
 *
 * @param value the name of its server in the configuration and the name there, as in {@code ollama/qwen3-coder:30b}
 */
public record ModelId(String value) {

    public ModelId {
        if (value.isBlank() || value.length() > 200) {
            throw new IllegalArgumentException("A model id has 1 to 200 characters, as in 'ollama/qwen3-coder:30b'");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
