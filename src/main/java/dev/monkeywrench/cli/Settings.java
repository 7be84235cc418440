package dev.monkeywrench.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** The settings in force, with the place each comes from, without starting the service. */
final class Settings {

    private static final List<String> OURS = List.of(
            "monkeywrench.", "server.", "management.", "spring.datasource.", "spring.lifecycle.", "db-scheduler.");
    private static final List<String> SECRET =
            List.of("password", "secret", "token", "credential", "api-key", "apikey");

    private Settings() {}

    /** An application of nothing: only its environment is wanted. */
    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    static List<Setting> load() {
        SpringApplication application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("logging.level.root", "off", "spring.main.banner-mode", "off"));
        try (ConfigurableApplicationContext context = application.run()) {
            return all(context.getEnvironment());
        }
    }

    private static List<Setting> all(ConfigurableEnvironment environment) {
        Map<String, Setting> settings = new TreeMap<>();
        SettingDefaults.load().forEach((name, value) -> settings.put(name, new Setting(name, value, "default")));
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource iterable) {
                iterable.stream()
                        .filter(Settings::isOurs)
                        .forEach(name -> settings.put(name.toString(), seen(environment, name)));
            }
        }
        return List.copyOf(settings.values());
    }

    private static boolean isOurs(ConfigurationPropertyName name) {
        return OURS.stream().anyMatch(name.toString()::startsWith);
    }

    private static Setting seen(ConfigurableEnvironment environment, ConfigurationPropertyName name) {
        String value =
                Optional.ofNullable(environment.getProperty(name.toString())).orElse("");
        return new Setting(name.toString(), isSecret(name) ? "(hidden)" : value, origin(environment, name));
    }

    /** The first source that knows the name wins. */
    private static String origin(ConfigurableEnvironment environment, ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                Origin origin = property.getOrigin();
                return origin == null ? String.valueOf(source.getUnderlyingSource()) : origin.toString();
            }
        }
        return "default";
    }

    private static boolean isSecret(ConfigurationPropertyName name) {
        String text = name.toString().toLowerCase(Locale.ROOT);
        return SECRET.stream().anyMatch(text::contains);
    }
}
