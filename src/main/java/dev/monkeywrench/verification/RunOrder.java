package dev.monkeywrench.verification;

import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.verification.xml.HostileXml;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a run tells of the order of its tests. Of pytest our plugin tells it and signs it. {@code junit-run} tells it in
 * its report, which code under test can write too: whoever claims an end that was not can only fail by it.
 *
 * @param settable whether this runner can be given an order
 * @param stopped whether the run was ended by the first expected test that failed
 * @param late whether the tests that came first took longer than they may
 * @param first how long these took
 * @param all how long all tests took
 */
record RunOrder(boolean settable, boolean stopped, boolean late, Duration first, Duration all) {

    private static final String OF_OURS = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><testsuite name=\"junit-run\" ";
    private static final double LONGEST_SECONDS = 86_400;
    private static final RunOrder NONE = new RunOrder(false, false, false, Duration.ZERO, Duration.ZERO);

    /**
     * @param statuses of the run
     * @param expected the tests that decide
     */
    static RunOrder of(RawRun raw, Map<TestId, TestStatus> statuses, Collection<TestId> expected) {
        if (raw.witness().loaded()) {
            Collection<TestId> first = raw.order().map(TestOrder::first).orElse(List.of());
            return new RunOrder(
                    true,
                    raw.witness().stopped(),
                    raw.witness().late(),
                    raw.witness().seconds(first::contains),
                    raw.witness().seconds(test -> true));
        }
        RunOrder told = raw.documents().stream()
                .filter(document -> document.startsWith(OF_OURS))
                .findFirst()
                .map(RunOrder::told)
                .orElse(NONE);
        // nothing is ended where nothing was to be, nor by a test that did not fail
        boolean mayEnd = raw.order().isPresent();
        boolean failed = expected.stream()
                .flatMap(test -> Grader.statusOf(test, statuses).stream())
                .anyMatch(status -> status == TestStatus.FAILED || status == TestStatus.ERROR);
        return new RunOrder(
                told.settable(), told.stopped() && mayEnd && failed, told.late() && mayEnd, told.first(), told.all());
    }

    private static RunOrder told(String document) {
        try {
            XMLStreamReader reader = HostileXml.reader(document);
            try {
                reader.nextTag();
                String word = Optional.ofNullable(reader.getAttributeValue(null, "order"))
                        .orElse("");
                Duration first = seconds(reader.getAttributeValue(null, "first-time"));
                Duration all = seconds(reader.getAttributeValue(null, "time"));
                return new RunOrder(!word.isEmpty(), word.equals("stopped"), word.equals("late"), first, all);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            return NONE; // the parser of reports says so, too
        }
    }

    private static Duration seconds(@Nullable String text) {
        try {
            double seconds = text == null ? 0 : Double.parseDouble(text);
            return Duration.ofMillis((long) (1000 * Math.clamp(seconds, 0, LONGEST_SECONDS)));
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }
}
