package dev.monkeywrench.run.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Writes that wait together are committed together, and fail alone. */
@Timeout(60)
class GroupedWritesTest {

    private final AtomicInteger begun = new AtomicInteger();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final JdbcTemplate database =
            new JdbcTemplate(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    private GroupedWrites writes;

    @BeforeEach
    void open() {
        database.execute("CREATE TABLE kept (name VARCHAR(20) PRIMARY KEY)");
        writes = new GroupedWrites(
                new Transactions(new JdbcTransactionManager(Objects.requireNonNull(database.getDataSource())) {
                    @Override
                    protected void doBegin(Object transaction, TransactionDefinition definition) {
                        begun.incrementAndGet();
                        super.doBegin(transaction, definition);
                    }
                }));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void writesThatWaitedAreOneTransaction() throws Exception {
        List<Future<?>> all = whileOneIsUnderWay(() -> keep("a"), () -> keep("b"), () -> keep("c"));
        for (Future<?> write : all) {
            write.get();
        }
        assertThat(kept()).containsExactly("a", "b", "c", "first");
        assertThat(begun).hasValue(2);
    }

    @Test
    void writeThatFailsTakesNoOtherWithIt() throws Exception {
        List<Future<?>> all = whileOneIsUnderWay(
                () -> keep("a"),
                () -> {
                    keep("lost");
                    throw new IllegalStateException("broken");
                },
                () -> keep("c"));
        all.get(0).get();
        all.get(1).get();
        assertThatThrownBy(() -> all.get(2).get())
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("broken");
        all.get(3).get();
        assertThat(kept()).containsExactly("a", "c", "first");
    }

    @Test
    void errorOfOneIsToldToItAlone() throws Exception {
        List<Future<?>> all = whileOneIsUnderWay(
                () -> {
                    throw new AssertionError("broken");
                },
                () -> keep("b"));
        assertThatThrownBy(() -> all.get(1).get()).hasRootCauseInstanceOf(AssertionError.class);
        all.get(2).get();
        assertThat(kept()).containsExactly("b", "first");
    }

    /** The first write holds its transaction until all others wait. */
    private List<Future<?>> whileOneIsUnderWay(Runnable... others) throws Exception {
        List<Future<?>> all = new ArrayList<>();
        all.add(threads.submit(() -> writes.write(() -> {
            keep("first");
            first.countDown();
            awaitRelease();
        })));
        assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
        for (Runnable other : others) {
            all.add(threads.submit(() -> writes.write(other)));
        }
        Awaitility.await().until(() -> writes.waiting() == others.length);
        release.countDown();
        return all;
    }

    private void awaitRelease() {
        try {
            assertThat(release.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String name) {
        database.update("INSERT INTO kept VALUES (?)", name);
    }

    private List<String> kept() {
        return JdbcClient.create(database)
                .sql("SELECT name FROM kept ORDER BY name")
                .query((row, number) -> row.getString("name"))
                .list();
    }
}
