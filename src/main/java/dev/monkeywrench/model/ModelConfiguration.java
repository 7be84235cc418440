package dev.monkeywrench.model;

import dev.monkeywrench.model.ollama.OllamaModels;
import dev.monkeywrench.model.openai.OpenAiModels;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class ModelConfiguration {

    @Bean
    ConfiguredModels languageModels(ModelSettings settings) {
        Map<String, ModelSettings.ServerSettings> servers = new HashMap<>(settings.servers());
        servers.putIfAbsent("ollama", ModelSettings.ollamaHere());
        RetryPolicy policy = settings.retry().policy();
        RandomGenerator jitter = new Random();
        Map<String, ConfiguredModels.Served> served = new HashMap<>();
        servers.forEach((name, server) -> served.put(name, served(name, server, policy, jitter)));
        return new ConfiguredModels(served);
    }

    private static ConfiguredModels.Served served(
            String name, ModelSettings.ServerSettings server, RetryPolicy policy, RandomGenerator jitter) {
        Slots slots = new Slots(server.parallel());
        ServedModels models = switch (server.kind()) {
            case OLLAMA -> OllamaModels.create(server.named(name), slots, System::nanoTime);
            case OPENAI -> OpenAiModels.create(server.named(name), slots, System::nanoTime);
        };
        return new ConfiguredModels.Served(
                models,
                model -> new DividedModel(
                        new RetryingModel(model, policy, Thread::sleep, jitter),
                        server.choicesOfKind(),
                        System::nanoTime),
                new ModelWindow(server.contextLength(), server.maxTokens()),
                server.models());
    }
}
