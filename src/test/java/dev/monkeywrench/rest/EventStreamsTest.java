package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.monkeywrench.evaluation.EvaluationsMoved;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventStreamsTest {

    private final EventStreams streams = new EventStreams(1);

    @AfterEach
    void stop() {
        streams.stop();
    }

    @Test
    void asksForTheStateWhenAnEventTellsOfItAndElseNowAndThen() throws Exception {
        int news = 30;
        Told told = new Told(news);
        long began = System.nanoTime();
        streams.start();
        streams.open(told, 0);

        while (!told.over.await(5, TimeUnit.MILLISECONDS)) {
            streams.moved(new EvaluationsMoved());
        }

        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        assertThat(told.looks).hasValueGreaterThan(news);
        assertThat(told.asked.get()).isBetween(2, 3 + (int) seconds);
    }

    @Test
    void looksAtOnceWhenToldAndElseAsSeldomAsTheSourceSays() throws Exception {
        Told told = new Told(2);
        streams.start();
        streams.open(told, 0);
        told.awaitLooks(1);

        Thread.sleep(400);
        assertThat(told.looks).hasValue(1);

        streams.moved(new EvaluationsMoved());
        told.awaitLooks(2);
    }

    /** Each look finds one event more, the last of which tells the end. */
    private static final class Told implements EventSource {

        private final int news;
        private final AtomicLong looks = new AtomicLong();
        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch over = new CountDownLatch(1);

        Told(int news) {
            this.news = news;
        }

        void awaitLooks(int number) throws InterruptedException {
            while (looks.get() < number) {
                Thread.sleep(5);
            }
        }

        @Override
        public String name() {
            return "told";
        }

        @Override
        public Duration pause() {
            return Duration.ofHours(1);
        }

        @Override
        public boolean isOver() {
            asked.incrementAndGet();
            boolean told = looks.get() >= news;
            if (told) {
                over.countDown();
            }
            return told;
        }

        @Override
        public List<Event> after(long sequence, int limit) {
            long look = looks.incrementAndGet();
            return look > news ? List.of() : List.of(new Event(look, look == news ? "state" : "ended", "{}"));
        }
    }
}
