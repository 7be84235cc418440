package dev.monkeywrench.sampling;

import dev.monkeywrench.context.Retriever;
import dev.monkeywrench.context.Tokenizer;
import dev.monkeywrench.model.ModelWindows;
import dev.monkeywrench.sampling.mutation.MutationSamplers;
import dev.monkeywrench.sampling.prompted.PromptedSamplers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PromptedSettings.class)
class SamplingConfiguration {

    @Bean
    Sampler mutation() {
        return MutationSamplers.create();
    }

    @Bean
    Sampler prompted(Retriever retriever, Tokenizer tokenizer, ModelWindows windows, PromptedSettings settings) {
        return PromptedSamplers.create(retriever, tokenizer, windows, settings.options());
    }
}
