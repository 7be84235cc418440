package dev.monkeywrench.disk;

import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DiskSettings.class)
class DiskConfiguration {

    @Bean
    DiskBudget diskBudget(
            DiskSettings settings,
            @Value("${monkeywrench.home:${MONKEYWRENCH_HOME:${user.home}/.cache/monkeywrench}}") Path home) {
        return new DiskBudget(settings.terms(), () -> Files.getFileStore(home).getUsableSpace());
    }
}
