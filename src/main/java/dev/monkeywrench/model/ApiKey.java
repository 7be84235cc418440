package dev.monkeywrench.model;

/** A secret a model server asks for; it shows itself in no log. */
public record ApiKey(String value) {

    public ApiKey {
        if (value.isBlank() || value.chars().anyMatch(c -> c < 0x21 || c > 0x7e)) {
            throw new IllegalArgumentException("An API key holds visible ASCII characters only");
        }
    }

    @Override
    public String toString() {
        return "ApiKey[…]";
    }
}
