package dev.monkeywrench.verification.junit;

import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.verification.ParsedReport;
import dev.monkeywrench.verification.RawReport;
import dev.monkeywrench.verification.ReportParser;
import dev.monkeywrench.verification.TestStatus;
import dev.monkeywrench.verification.xml.HostileXml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads JUnit XML without document types and entities, within limits on size and count. */
final class JunitXmlParser implements ReportParser {

    static final int MOST_CHARACTERS = 64 << 20;
    static final int MOST_TESTS = 200_000;

    @Override
    public ParsedReport parse(RawReport raw) {
        long characters = raw.documents().stream().mapToLong(String::length).sum();
        if (characters > MOST_CHARACTERS) {
            return ParsedReport.refused("The JUnit XML files hold more than " + MOST_CHARACTERS + " characters");
        }
        Map<TestId, TestStatus> statuses = new LinkedHashMap<>();
        List<String> failures = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String document : raw.documents()) {
            readInto(document, statuses, failures, problems);
        }
        return new ParsedReport(statuses, failures, problems);
    }

    private static void readInto(
            String document, Map<TestId, TestStatus> statuses, List<String> failures, List<String> problems) {
        JunitCases cases = new JunitCases(statuses, failures);
        try {
            XMLStreamReader reader = HostileXml.reader(withoutByteOrderMark(document));
            try {
                cases.read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            problems.add("A JUnit XML file is not well-formed, or holds a document type or an entity");
            return;
        } catch (RefusedXml e) {
            problems.add(e.getMessage());
            return;
        }
        cases.problem().ifPresent(problems::add);
    }

    private static String withoutByteOrderMark(String document) {
        String text = document.strip();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
