package dev.monkeywrench.context;

import dev.monkeywrench.context.djl.HuggingFaceTokenizers;
import dev.monkeywrench.context.lucene.LuceneRetrievers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContextSettings.class)
class ContextConfiguration {

    @Bean
    Tokenizer tokenizer(ContextSettings settings) throws IOException {
        Optional<Path> file = settings.tokenizer();
        return file.isPresent() ? HuggingFaceTokenizers.open(file.get()) : Tokenizers.estimated();
    }

    @Bean
    Retriever retriever(Tokenizer tokenizer, ContextSettings settings) {
        return LuceneRetrievers.create(tokenizer, settings.indexes());
    }
}
