package dev.monkeywrench.cli;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** What settings are where nobody sets them: the defaults written on the records of settings. */
final class SettingDefaults {

    private static final String OURS = "dev.monkeywrench";

    private SettingDefaults() {}

    static Map<String, String> load() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, String> defaults = new TreeMap<>();
        for (BeanDefinition definition : scanner.findCandidateComponents(OURS)) {
            Class<?> type = ClassUtils.resolveClassName(
                    String.valueOf(definition.getBeanClassName()), SettingDefaults.class.getClassLoader());
            ConfigurationProperties annotation = type.getAnnotation(ConfigurationProperties.class);
            if (annotation != null) {
                collect(type, annotation.value(), defaults);
            }
        }
        return defaults;
    }

    private static void collect(Class<?> type, String prefix, Map<String, String> defaults) {
        if (!type.isRecord()) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + dashed(component.getName());
            if (component.getType().isRecord()) {
                collect(component.getType(), name, defaults);
            } else {
                defaults.put(name, value(type, component));
            }
        }
    }

    /** The annotation sits on the constructor's parameter. */
    private static String value(Class<?> type, RecordComponent component) {
        for (var parameter : type.getDeclaredConstructors()[0].getParameters()) {
            DefaultValue annotation = parameter.getAnnotation(DefaultValue.class);
            if (parameter.getName().equals(component.getName()) && annotation != null) {
                return String.join(",", annotation.value());
            }
        }
        return "";
    }

    private static String dashed(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
