package dev.monkeywrench.verification.junit;

import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.verification.TestStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The test cases of one document, gathered while it is read. Used by one thread, once. */
final class JunitCases {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NAME = 8_192;
    private static final int MOST_FAILURES_KEPT = 200;
    private static final int LONGEST_FAILURE = 16_384;

    private final Map<TestId, TestStatus> statuses;
    private final List<String> failures;
    private boolean ofPytest;
    private long declaredFailures;
    private long seenFailures;

    JunitCases(Map<TestId, TestStatus> statuses, List<String> failures) {
        this.statuses = statuses;
        this.failures = failures;
    }

    void read(XMLStreamReader reader) throws XMLStreamException, RefusedXml {
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            refuseForbidden(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                refuseDeep(depth);
                if (reader.getLocalName().equals("testsuite")) {
                    enterSuite(reader);
                } else if (reader.getLocalName().equals("testcase")) {
                    readCase(reader);
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /** A file that counts failures and lists none was not written by a test runner that ended well. */
    Optional<String> problem() {
        return declaredFailures > 0 && seenFailures == 0
                ? Optional.of("A JUnit XML file counts " + declaredFailures + " failures and lists none")
                : Optional.empty();
    }

    private void enterSuite(XMLStreamReader reader) {
        ofPytest = "pytest".equals(reader.getAttributeValue(null, "name"));
        declaredFailures += count(reader, "failures") + count(reader, "errors");
    }

    private void readCase(XMLStreamReader reader) throws XMLStreamException, RefusedXml {
        String name = attribute(reader, "name");
        String className = attribute(reader, "classname");
        String file = attribute(reader, "file");
        TestStatus status = readStatus(reader, name);
        if (status == TestStatus.FAILED || status == TestStatus.ERROR) {
            seenFailures++;
        }
        String id = PytestNames.recognises(className, file, ofPytest)
                ? PytestNames.nodeId(className, name, file)
                : plainId(className, name);
        if (!id.isBlank()) {
            statuses.merge(new TestId(id), status, JunitCases::decisive);
        }
        if (statuses.size() > JunitXmlParser.MOST_TESTS) {
            throw new RefusedXml("The JUnit XML files name more than " + JunitXmlParser.MOST_TESTS + " tests");
        }
    }

    private TestStatus readStatus(XMLStreamReader reader, String name) throws XMLStreamException, RefusedXml {
        TestStatus status = TestStatus.PASSED;
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            refuseForbidden(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                refuseDeep(depth);
                TestStatus told = depth == 2 ? statusOf(reader) : TestStatus.PASSED;
                if (told == TestStatus.FAILED || told == TestStatus.ERROR) {
                    keepFailure(reader, name);
                    depth--;
                }
                status = told == TestStatus.PASSED || status == TestStatus.FAILED ? status : told;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        return status;
    }

    private static TestStatus statusOf(XMLStreamReader reader) {
        return switch (reader.getLocalName()) {
            case "failure" -> TestStatus.FAILED;
            case "error" -> TestStatus.ERROR;
            case "skipped" ->
                "pytest.xfail".equals(reader.getAttributeValue(null, "type")) ? TestStatus.XFAIL : TestStatus.SKIPPED;
            default -> TestStatus.PASSED;
        };
    }

    /** Reads up to the end of the element. */
    private void keepFailure(XMLStreamReader reader, String name) throws XMLStreamException, RefusedXml {
        StringBuilder text = new StringBuilder(name);
        append(text, "\n", reader.getAttributeValue(null, "message"));
        text.append('\n');
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            refuseForbidden(event);
            if (event == XMLStreamConstants.START_ELEMENT) {
                refuseDeep(++depth);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                append(text, "", reader.getText());
            }
        }
        if (failures.size() < MOST_FAILURES_KEPT) {
            failures.add(text.toString());
        }
    }

    private static void append(StringBuilder text, String separator, @Nullable String added) {
        if (added != null && text.length() < LONGEST_FAILURE) {
            text.append(separator).append(added, 0, Math.min(added.length(), LONGEST_FAILURE - text.length()));
        }
    }

    /** Of several cases with one name, as a parametrised test has them, the worst decides. */
    private static TestStatus decisive(TestStatus one, TestStatus other) {
        return severity(one) >= severity(other) ? one : other;
    }

    private static int severity(TestStatus status) {
        return switch (status) {
            case FAILED -> 5;
            case ERROR -> 4;
            case PASSED -> 3;
            case XFAIL -> 2;
            case SKIPPED -> 1;
            case NOT_RUN -> 0;
        };
    }

    private static String plainId(String className, String name) {
        return className.isBlank() ? name : className + "." + name;
    }

    private static String attribute(XMLStreamReader reader, String name) throws RefusedXml {
        String value = reader.getAttributeValue(null, name);
        if (value != null && value.length() > LONGEST_NAME) {
            throw new RefusedXml("A JUnit XML file holds a name of more than " + LONGEST_NAME + " characters");
        }
        return value == null ? "" : value;
    }

    private static long count(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        boolean isCount = value != null
                && !value.isEmpty()
                && value.length() <= 9
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return isCount && value != null ? Long.parseLong(value) : 0;
    }

    private static void refuseForbidden(int event) throws RefusedXml {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new RefusedXml("A JUnit XML file holds a document type or an entity; a report needs neither");
        }
    }

    private static void refuseDeep(int depth) throws RefusedXml {
        if (depth > DEEPEST) {
            throw new RefusedXml("A JUnit XML file nests deeper than " + DEEPEST + " elements");
        }
    }
}
