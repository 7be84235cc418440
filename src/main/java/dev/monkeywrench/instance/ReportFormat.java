package dev.monkeywrench.instance;

import java.util.List;

/** Where the statuses of the tests are read from. */
public sealed interface ReportFormat {

    /**
     * JUnit XML files.
     *
     * @param globs where the test command leaves them, relative to the repository, as in
     *     {@code target/surefire-reports/*.xml}; empty: the command is given the path of the file to write in
     *     {@code MW_JUNIT_XML}
     */
    record JunitXml(List<String> globs) implements ReportFormat {

        public JunitXml {
            globs = List.copyOf(globs);
        }
    }

    /**
     * The command's output, read by a parser of the SWE-bench registry.
     *
     * @param parser its name there, as in {@code parse_log_pytest}
     */
    record Log(String parser) implements ReportFormat {}
}
