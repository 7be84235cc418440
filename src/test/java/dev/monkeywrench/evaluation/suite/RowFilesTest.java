package dev.monkeywrench.evaluation.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Small files that say a great deal. PyArrow 26 wrote them. */
class RowFilesTest {

    private static final Path FILES = Path.of("src/test/resources/suites");

    private final AtomicInteger entries = new AtomicInteger();
    private final List<String> problems = new ArrayList<>();

    private void read(String file) {
        RowFiles.read(FILES.resolve(file), found -> {
            switch (found) {
                case Found.Entry entry -> entries.incrementAndGet();
                case Found.Unreadable unreadable -> problems.add(unreadable.problem());
            }
        });
    }

    /** 821 bytes hold 3,000 rows with the same text of a MiB. */
    @Test
    void textThatADictionaryRepeatsEndsAtALimit() {
        read("repeated.parquet");

        assertThat(entries.get()).isBetween(1000, 1100);
        assertThat(problems).singleElement().asString().contains("far more bytes than its own");
    }

    /** 2,384 bytes hold a million and one rows without any value. */
    @Test
    void rowsEndAtALimit() {
        read("nulls.parquet");

        assertThat(entries.get()).isEqualTo(1_000_000);
        assertThat(problems).singleElement().asString().contains("more than 1000000 rows");
    }
}
