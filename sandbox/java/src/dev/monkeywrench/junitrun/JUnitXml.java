package dev.monkeywrench.junitrun;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes the results as JUnit XML, in the form surefire gives it. */
final class JUnitXml {

    private JUnitXml() {}

    /** The bytes that were written. */
    static byte[] write(List<TestResult> results, Course course, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        // not a temporary file of the platform's: its name costs a source of secrets, and nobody needs to guess ours
        Path draft = parent.resolve(".junit" + System.nanoTime() + ".xml");
        byte[] written = document(results, course).getBytes(StandardCharsets.UTF_8);
        Files.write(draft, written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        return written;
    }

    /** Written by hand: the platform's writer takes longer to start than a small project's tests. */
    private static String document(List<TestResult> results, Course course) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><testsuite");
        attribute(xml, "name", "junit-run");
        attribute(xml, "tests", "" + results.size());
        attribute(xml, "failures", count(results, TestResult.Status.FAILED));
        attribute(xml, "errors", count(results, TestResult.Status.ERROR));
        attribute(xml, "skipped", count(results, TestResult.Status.SKIPPED));
        attribute(xml, "time", seconds(results.stream().mapToDouble(TestResult::seconds).sum()));
        attribute(xml, "order", course.word());
        attribute(xml, "first-time", seconds(course.firstSeconds()));
        xml.append('>');
        results.forEach(result -> testCase(xml, result));
        return xml.append("</testsuite>").toString();
    }

    private static void testCase(StringBuilder xml, TestResult result) {
        xml.append("<testcase");
        attribute(xml, "classname", clean(result.className()));
        attribute(xml, "name", clean(result.name()));
        attribute(xml, "time", seconds(result.seconds()));
        xml.append('>');
        switch (result.status()) {
            case PASSED -> {}
            case SKIPPED -> xml.append("<skipped/>");
            case FAILED -> cause(xml, "failure", result);
            case ERROR -> cause(xml, "error", result);
        }
        xml.append("</testcase>");
    }

    /** To the thousandth. The platform's formatter takes longer to start than this report takes to write. */
    private static String seconds(double seconds) {
        long thousandths = Math.round(seconds * 1000);
        String rest = "" + (1000 + thousandths % 1000);
        return thousandths / 1000 + "." + rest.substring(1);
    }

    private static void cause(StringBuilder xml, String element, TestResult result) {
        xml.append('<').append(element);
        result.cause().ifPresent(cause -> attribute(xml, "type", cause.getClass().getName()));
        xml.append('>');
        result.cause().ifPresent(cause -> xml.append(escaped(clean(Trace.of(cause)))));
        xml.append("</").append(element).append('>');
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        String quoted = escaped(value).replace("\"", "&quot;");
        xml.append(' ').append(name).append("=\"").append(quoted).append('"');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String count(List<TestResult> results, TestResult.Status status) {
        return "" + results.stream().filter(result -> result.status() == status).count();
    }

    /** XML 1.0 has no place for control characters and lone surrogates, and test code may print both. */
    private static String clean(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
