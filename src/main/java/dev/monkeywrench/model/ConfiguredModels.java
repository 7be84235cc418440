package dev.monkeywrench.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Resolves {@code server/model}: any model name of a configured server. */
final class ConfiguredModels implements LanguageModels, ModelWindows {

    private static final int MOST_KEPT = 1000;

    /**
     * One configured server.
     *
     * @param decoration what is put around each of its models: retries, division into calls
     * @param names the models that are listed
     */
    record Served(
            ServedModels models, UnaryOperator<LanguageModel> decoration, ModelWindow window, List<String> names) {

        Served {
            names = List.copyOf(names);
        }
    }

    private final Map<String, Served> servers;
    private final Map<ModelId, LanguageModel> found = new ConcurrentHashMap<>();

    ConfiguredModels(Map<String, Served> servers) {
        this.servers = Map.copyOf(servers);
    }

    @Override
    public Optional<LanguageModel> find(ModelId id) {
        int slash = id.value().indexOf('/');
        boolean complete = slash > 0 && slash < id.value().length() - 1;
        return server(id)
                .filter(served -> complete)
                .map(served -> found.size() < MOST_KEPT
                        ? found.computeIfAbsent(id, key -> model(served, key))
                        : model(served, id));
    }

    private static LanguageModel model(Served served, ModelId id) {
        String name = id.value().substring(id.value().indexOf('/') + 1);
        return served.decoration().apply(served.models().named(name));
    }

    @Override
    public Optional<ModelWindow> window(ModelId id) {
        return server(id).map(Served::window);
    }

    private Optional<Served> server(ModelId id) {
        int slash = id.value().indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.ofNullable(servers.get(id.value().substring(0, slash)));
    }

    @Override
    public List<ModelId> ids() {
        return servers.entrySet().stream()
                .flatMap(server ->
                        server.getValue().names().stream().map(name -> new ModelId(server.getKey() + "/" + name)))
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
    }
}
