package dev.monkeywrench.verification.log;

import dev.monkeywrench.verification.TestStatus;
import dev.monkeywrench.verification.xml.HostileXml;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * doctest's XML, amid other output: a subcase passes when all expressions in it hold. Test cases without subcases are not
 * named, as in the harness. XML that cannot be read refuses the log.
 */
final class DoctestGrammar implements LogGrammar {

    private static final String END = "</doctest>";

    @Override
    public void read(String log, LogStatuses statuses) {
        int start = log.indexOf("<doctest");
        if (start < 0) {
            return;
        }
        int end = log.indexOf(END, start);
        try {
            List<Subcase> subcases = end < 0 ? List.of() : subcases(log.substring(start, end + END.length()));
            subcases.forEach(
                    subcase -> statuses.put(subcase.name, subcase.failed ? TestStatus.FAILED : TestStatus.PASSED));
            if (end < 0) {
                statuses.refuse("doctest's XML has no end");
            }
        } catch (XMLStreamException e) {
            statuses.refuse("doctest's XML is not well-formed, or holds a document type or an entity");
        }
    }

    private static List<Subcase> subcases(String xml) throws XMLStreamException {
        List<Subcase> all = new ArrayList<>();
        Deque<Subcase> open = new ArrayDeque<>();
        Deque<String> testCases = new ArrayDeque<>();
        XMLStreamReader reader = HostileXml.reader(xml);
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "TestCase" -> testCases.push(nameOf(reader));
                    case "SubCase" -> {
                        open.push(new Subcase(testCases.peek() + " > " + nameOf(reader)));
                        all.addAll(testCases.isEmpty() ? List.of() : List.of(open.element()));
                    }
                    case "Expression" -> weigh(reader.getAttributeValue(null, "success"), open);
                    default -> {}
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                switch (reader.getLocalName()) {
                    case "TestCase" -> testCases.pop();
                    case "SubCase" -> open.pop();
                    default -> {}
                }
            }
        }
        return all;
    }

    private static String nameOf(XMLStreamReader element) {
        String name = element.getAttributeValue(null, "name");
        return name == null ? "None" : name;
    }

    /** An expression that fails is one of all subcases around it. */
    private static void weigh(@Nullable String success, Deque<Subcase> open) {
        if ("true".equals(success)) {
            return;
        }
        for (Subcase subcase : open) {
            if (subcase.failed) {
                return;
            }
            subcase.failed = true;
        }
    }

    private static final class Subcase {
        private final String name;
        private boolean failed;

        Subcase(String name) {
            this.name = name;
        }
    }
}
