package dev.monkeywrench.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FeedTest {

    private static final byte[] LAST = "last".getBytes(StandardCharsets.US_ASCII);

    private final Feed feed = new Feed();

    @Test
    void endsWithItsLastOctetsAndWithoutWhatNobodyRead() throws IOException {
        feed.output().write("unread".getBytes(StandardCharsets.US_ASCII));
        feed.closeWith(LAST);
        assertThat(feed.input().readAllBytes()).isEqualTo(LAST);
        assertThatThrownBy(() -> feed.output().write(1)).isInstanceOf(IOException.class);
    }

    @Test
    void givesNothingOfAWriterThatWaits() throws Exception {
        Thread writer = Thread.startVirtualThread(() -> {
            try {
                feed.output().write(new byte[4 << 20]);
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        });
        while (writer.getState() != Thread.State.WAITING) {
            Thread.sleep(5);
        }
        feed.closeWith(LAST);
        assertThat(feed.input().readAllBytes()).isEqualTo(LAST);
    }

    @Test
    void hasNoLastOctetsOnceItIsClosed() throws IOException {
        feed.close();
        feed.closeWith(LAST);
        assertThat(feed.input().readAllBytes()).isEmpty();
    }
}
