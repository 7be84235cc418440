package dev.monkeywrench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The map of docs/architecture.md, held against the code. */
class StructureTest {

    private static final String ROOT = "dev.monkeywrench.";

    private static final List<String> PURE = List.of(
            "instance",
            "patch",
            "model",
            "sandbox",
            "workspace",
            "context",
            "sampling",
            "verification",
            "selection",
            "search",
            "ledger",
            "solver");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.monkeywrench");

    @Test
    void modulesUseOnlyWhatTheyState() {
        ApplicationModules.of(Monkeywrench.class).verify();
    }

    @Test
    void everyModuleStatesItsDependenciesAndIsNullMarked() {
        List<String> silent = CODE.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.matches("dev\\.monkeywrench\\.[a-z]+"))
                .distinct()
                .filter(name -> !states(name))
                .toList();
        assertThat(silent).as("modules whose package-info states nothing").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "instance",
                "patch",
                "model",
                "sandbox",
                "workspace",
                "context",
                "sampling",
                "verification",
                "selection",
                "search",
                "ledger",
                "solver"
            })
    void pureModulesUseNoSpringOutsideTheirAdaptersAndWiring(String module) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + module)
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .and()
                .haveSimpleNameNotEndingWith("Settings")
                .and()
                .haveSimpleNameNotStartingWith("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .allowEmptyShould(true)
                .check(CODE);
    }

    /** An adapter is reached through its package's one public factory, a final class without public constructors. */
    @Test
    void adaptersArePackagePrivate() {
        classes()
                .that()
                .implement(new DescribedPredicate<JavaClass>("a port of a pure module") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isInterface()
                                && PURE.contains(type.getPackageName().replace(ROOT, ""));
                    }
                })
                .and()
                .resideInAnyPackage(PURE.stream().map(m -> ROOT + m + ".*..").toArray(String[]::new))
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .allowEmptyShould(true)
                .check(CODE);
    }

    private static boolean states(String packageName) {
        try {
            Class<?> info = Class.forName(packageName + ".package-info");
            return info.isAnnotationPresent(ApplicationModule.class) && info.isAnnotationPresent(NullMarked.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
