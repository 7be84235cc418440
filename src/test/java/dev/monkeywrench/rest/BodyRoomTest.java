package dev.monkeywrench.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class BodyRoomTest {

    private static final int MEGABYTE = 1 << 20;

    private final BodyRoom room = new BodyRoom(DataSize.ofMegabytes(64), Duration.ZERO);

    @Test
    void largeBodiesComeOneAfterTheOther() {
        MockHttpServletRequest first = body(50 * MEGABYTE);
        assertThat(enters(first)).isTrue();
        assertThatThrownBy(() -> enters(body(50 * MEGABYTE)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_BODIES));
        leaves(first);
        assertThat(enters(body(50 * MEGABYTE))).isTrue();
    }

    /** As full of empty lists as its count of values lets it be, each would take a hundred megabytes. */
    @Test
    void bodiesOfAMegabyteCountForWhatTheyMayTake() {
        assertThat(enters(body(MEGABYTE - 4_096))).isTrue();
        assertThat(enters(body(MEGABYTE - 4_096))).isTrue();
        assertThatThrownBy(() -> enters(body(MEGABYTE - 4_096))).isInstanceOf(Refusal.class);
    }

    @Test
    void requestsWithoutABodyAlwaysEnter() {
        assertThat(enters(body(64 * MEGABYTE))).isTrue();
        assertThat(enters(new MockHttpServletRequest("GET", "/"))).isTrue();
    }

    @Test
    void pagesOfFaultsAlwaysEnter() {
        assertThat(enters(body(64 * MEGABYTE))).isTrue();
        MockHttpServletRequest fault = body(64 * MEGABYTE);
        fault.setDispatcherType(DispatcherType.ERROR);
        assertThat(enters(fault)).isTrue();
    }

    @Test
    void bodyOfUnknownLengthHasTheRoomForItself() {
        MockHttpServletRequest chunked = new MockHttpServletRequest("POST", "/");
        chunked.addHeader("Transfer-Encoding", "chunked");
        assertThat(enters(chunked)).isTrue();
        assertThatThrownBy(() -> enters(body(1))).isInstanceOf(Refusal.class);
        leaves(chunked);
        assertThat(enters(body(1))).isTrue();
    }

    @Test
    void bodyBeyondTheRoomWaitsForAllOfIt() {
        assertThat(enters(body(900 * MEGABYTE))).isTrue();
    }

    private boolean enters(MockHttpServletRequest request) {
        return room.preHandle(request, new MockHttpServletResponse(), this);
    }

    private void leaves(MockHttpServletRequest request) {
        room.afterCompletion(request, new MockHttpServletResponse(), this, null);
    }

    private static MockHttpServletRequest body(int length) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/") {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        return request;
    }
}
