package dev.monkeywrench.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows for tests, and the two ways to read one. */
final class Rows {

    static final String BASE = "0123456789abcdef0123456789abcdef01234567";
    static final String TEST_PATCH = """
            diff --git a/tests/test_a.py b/tests/test_a.py
            --- a/tests/test_a.py
            +++ b/tests/test_a.py
            @@ -1 +1,2 @@
             import a
            +assert a.one() == 1
            diff --git a/tests/it's new.py b/tests/it's new.py
            new file mode 100644
            --- /dev/null
            +++ b/tests/it's new.py
            @@ -0,0 +1 @@
            +import a
            """;

    private Rows() {}

    static ObjectNode v5() {
        return legacy().put("image", "example/image:1")
                .put("eval_script", "#!/bin/bash\npytest -rA tests\n")
                .put("log_parser", "parse_log_pytest")
                .put("eval_type", "pass_and_fail");
    }

    static ObjectNode legacy() {
        ObjectNode row = new JsonMapper().createObjectNode();
        row.put("repo", "psf/requests");
        row.put("instance_id", "psf__requests-1234");
        row.put("base_commit", BASE);
        row.put("patch", "diff --git a/a.py b/a.py\n");
        row.put("test_patch", TEST_PATCH);
        row.put("problem_statement", "It does not work");
        row.put("version", "2.0");
        row.put("FAIL_TO_PASS", "[\"tests/test_a.py::test_b\"]");
        row.put("PASS_TO_PASS", "[\"tests/test_a.py::test_c\", \"tests/test_a.py::test_d\"]");
        return row;
    }

    static ObjectNode plain() {
        ObjectNode row = new JsonMapper().createObjectNode();
        row.put("repository", "https://example.com/owner/name");
        row.put("base_commit", BASE);
        row.put("problem_statement", "It does not work");
        row.put("test_command", "pytest -q");
        row.put("report", "junit");
        return row;
    }

    static GradedInstance accepted(ObjectNode row) {
        return accepted(row, RowPolicy.standard());
    }

    static GradedInstance accepted(ObjectNode row, RowPolicy policy) {
        Reading reading = InstanceRows.read(row, policy);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).instance();
    }

    static List<FieldProblem> rejected(ObjectNode row) {
        Reading reading = InstanceRows.read(row, RowPolicy.standard());
        assertThat(reading).isInstanceOf(Reading.Rejected.class);
        return ((Reading.Rejected) reading).problems();
    }

    static List<String> rejectedFields(ObjectNode row) {
        return rejected(row).stream().map(FieldProblem::field).toList();
    }
}
