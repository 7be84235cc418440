package dev.monkeywrench.sandbox;

/** The engine in use and why it is that one. */
record ChosenEngine(SandboxEngine engine, EngineChoice choice) {

    /** Starts an engine, or says why it cannot. */
    interface Opening {
        SandboxEngine open() throws SandboxUnavailable, InterruptedException;
    }

    /** Tries what is preferred, in order; what failed is part of the reason. */
    static ChosenEngine choose(EnginePreference preference, Opening docker, Opening bubblewrap)
            throws InterruptedException {
        return switch (preference) {
            case DOCKER -> only(SandboxKind.DOCKER, docker);
            case BUBBLEWRAP -> only(SandboxKind.BUBBLEWRAP, bubblewrap);
            case AUTO -> either(docker, bubblewrap);
        };
    }

    private static ChosenEngine only(SandboxKind kind, Opening opening) throws InterruptedException {
        try {
            return usable(opening.open(), "monkeywrench.sandbox.engine asks for " + word(kind));
        } catch (SandboxUnavailable fault) {
            return absent(kind, fault.getMessage());
        }
    }

    private static ChosenEngine either(Opening docker, Opening bubblewrap) throws InterruptedException {
        String noDocker;
        try {
            return usable(docker.open(), "a Docker daemon answers");
        } catch (SandboxUnavailable fault) {
            noDocker = fault.getMessage();
        }
        try {
            return usable(bubblewrap.open(), "bubblewrap works here, and " + lowerFirst(noDocker));
        } catch (SandboxUnavailable fault) {
            return absent(SandboxKind.DOCKER, "No sandbox is usable. " + noDocker + ". " + fault.getMessage());
        }
    }

    private static ChosenEngine usable(SandboxEngine engine, String reason) {
        return new ChosenEngine(engine, new EngineChoice(engine.kind(), true, reason));
    }

    private static ChosenEngine absent(SandboxKind kind, String reason) {
        return new ChosenEngine(new AbsentEngine(kind, reason), new EngineChoice(kind, false, reason));
    }

    private static String word(SandboxKind kind) {
        return switch (kind) {
            case DOCKER -> "Docker";
            case BUBBLEWRAP -> "bubblewrap";
        };
    }

    private static String lowerFirst(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + sentence.substring(1);
    }
}
