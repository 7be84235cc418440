package dev.monkeywrench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.evaluation.SuiteFilter;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FilterOptionsTest {

    private static SuiteFilter filter(String... words) {
        return CommandLine.populateCommand(new FilterOptions(), words).filter();
    }

    @Test
    void withoutOptionsAllAreMeant() {
        assertThat(filter()).isEqualTo(SuiteFilter.all());
        assertThat(filter("--seed", "7")).isEqualTo(SuiteFilter.all());
    }

    @Test
    void everyOptionReachesTheFilter() {
        SuiteFilter filter = filter(
                "-i",
                "a__a-1",
                "-i=b__b-2",
                "--filter",
                "x.*",
                "--repo=django",
                "--language",
                "java",
                "--slice=-5:",
                "--limit",
                "3",
                "--shuffle",
                "--seed",
                "9");

        assertThat(filter.instances()).containsExactly("a__a-1", "b__b-2");
        assertThat(filter.pattern().orElseThrow().text()).isEqualTo("x.*");
        assertThat(filter.repositories()).containsExactly("django");
        assertThat(filter.languages()).containsExactly("java");
        assertThat(filter.slice().orElseThrow().from()).isEqualTo(OptionalInt.of(-5));
        assertThat(filter.limit()).isEqualTo(OptionalInt.of(3));
        assertThat(filter.shuffleSeed()).isEqualTo(OptionalLong.of(9));
    }

    @Test
    void onlyIsAnotherNameOfFilter() {
        assertThat(filter("--only", "x").pattern().orElseThrow().text()).isEqualTo("x");
    }

    @Test
    void whatCannotBeIsAFaultOfUsage() {
        assertThatThrownBy(() -> filter("--limit=0")).isInstanceOf(UsageFault.class);
        assertThatThrownBy(() -> filter("--slice=x")).isInstanceOf(UsageFault.class);
        assertThatThrownBy(() -> filter("--filter=(")).isInstanceOf(UsageFault.class);
    }
}
