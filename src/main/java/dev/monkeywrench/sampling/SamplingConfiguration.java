package dev.monkeywrench.sampling;

import dev.monkeywrench.sampling.mutation.MutationSamplers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SamplingConfiguration {

    @Bean
    Sampler mutation() {
        return MutationSamplers.create();
    }
}
