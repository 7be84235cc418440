package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the results as JUnit XML, in the form surefire gives it. */
final class JUnitXml {

    private JUnitXml() {}

    static void write(List<TestResult> results, Path file) throws IOException, XMLStreamException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, ".junit", ".xml");
        try (Writer out = Files.newBufferedWriter(draft)) {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            suite(xml, results);
            xml.writeEndDocument();
            xml.close();
        }
        Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void suite(XMLStreamWriter xml, List<TestResult> results) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "junit-run");
        xml.writeAttribute("tests", "" + results.size());
        xml.writeAttribute("failures", count(results, TestResult.Status.FAILED));
        xml.writeAttribute("errors", count(results, TestResult.Status.ERROR));
        xml.writeAttribute("skipped", count(results, TestResult.Status.SKIPPED));
        for (TestResult result : results) {
            testCase(xml, result);
        }
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, TestResult result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(result.className()));
        xml.writeAttribute("name", clean(result.name()));
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", result.seconds()));
        switch (result.status()) {
            case PASSED -> {}
            case SKIPPED -> xml.writeEmptyElement("skipped");
            case FAILED -> cause(xml, "failure", result);
            case ERROR -> cause(xml, "error", result);
        }
        xml.writeEndElement();
    }

    private static void cause(XMLStreamWriter xml, String element, TestResult result) throws XMLStreamException {
        xml.writeStartElement(element);
        result.cause().ifPresent(cause -> write(xml, cause));
        xml.writeEndElement();
    }

    private static void write(XMLStreamWriter xml, Throwable cause) {
        try {
            xml.writeAttribute("type", cause.getClass().getName());
            xml.writeCharacters(clean(Trace.of(cause)));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the report cannot be written", e);
        }
    }

    private static String count(List<TestResult> results, TestResult.Status status) {
        return "" + results.stream().filter(result -> result.status() == status).count();
    }

    /** XML 1.0 has no place for control characters and lone surrogates, and test code may print both. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
