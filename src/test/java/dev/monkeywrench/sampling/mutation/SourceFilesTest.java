package dev.monkeywrench.sampling.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.sampling.mutation.location.SourceFiles;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFilesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/java/com/example/shop/Cart.java",
                "src/main/java/org/build/external/Tool.java",
                "core/src/main/java/com/example/Core.java",
                "shop/build/steps.py",
                "app.py"
            })
    void changesCodeOfTheProduct(String path) {
        assertThat(SourceFiles.in(new InMemoryWorkspace(Map.of(path, "x")))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/java/com/example/shop/CartTest.java",
                "src/main/java/com/example/shop/CartTest.java",
                "tests/helpers.py",
                "shop/tests/helpers.py",
                "build/lib/shop.py",
                "docs/conf.py",
                "shop/_vendor/six.py",
                "conftest.py",
                ".github/tool.py",
                "README.md"
            })
    void leavesTestsAndOtherPeoplesCodeAlone(String path) {
        assertThat(SourceFiles.in(new InMemoryWorkspace(Map.of(path, "x")))).isEmpty();
    }
}
