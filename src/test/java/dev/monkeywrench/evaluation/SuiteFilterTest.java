package dev.monkeywrench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.monkeywrench.instance.FieldProblem;
import dev.monkeywrench.instance.InstanceId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SuiteFilterTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static Suite.Row row(String id, String... fields) {
        ObjectNode row = JSON.createObjectNode().put("instance_id", id);
        for (int at = 0; at < fields.length; at += 2) {
            row.put(fields[at], fields[at + 1]);
        }
        return new Suite.Row(new InstanceId(id), row);
    }

    private static Suite suite(Suite.Row... rows) {
        return new Suite("suite", List.of(rows), List.of());
    }

    private static Suite numbered(int most) {
        return new Suite(
                "suite",
                IntStream.range(0, most).mapToObj(n -> row("a__a-" + n)).toList(),
                List.of());
    }

    private static SuiteFilter filter(String json) {
        return switch (reading(json)) {
            case FilterReading.Read read -> read.filter();
            case FilterReading.Refused refused -> throw new AssertionError(refused.problems());
        };
    }

    private static FilterReading reading(String json) {
        return FilterJson.read(JSON.readTree(json.replace('\'', '"')), "filter");
    }

    private static List<String> ids(Suite suite) {
        return suite.rows().stream().map(each -> each.id().value()).toList();
    }

    @Test
    void absentFilterTakesAllInOrder() {
        assertThat(filter("null").of(numbered(3))).isEqualTo(numbered(3));
        assertThat(filter("{}").of(numbered(3))).isEqualTo(numbered(3));
    }

    @Test
    void patternsFindInsideIds() {
        Suite suite = suite(row("django__django-1"), row("sympy__sympy-12"));

        assertThat(ids(filter("{'pattern':'^dja'}").of(suite))).containsExactly("django__django-1");
        assertThat(ids(filter("{'pattern':'-1'}").of(suite))).hasSize(2);
    }

    @Test
    void repositoriesAreNamedWithAndWithoutOwner() {
        Suite suite = suite(
                row("a__a-1", "repo", "Django/django"),
                row("b__b-2", "repository", "https://github.com/owner/name.git"),
                row("c__c-3", "org", "google", "repo", "gson"),
                row("d__d-4", "repo", "x/otherdjango"));

        assertThat(ids(filter("{'repositories':['django']}").of(suite))).containsExactly("a__a-1");
        assertThat(ids(filter("{'repositories':['owner/name','google/gson']}").of(suite)))
                .containsExactly("b__b-2", "c__c-3");
    }

    @Test
    void languagesAreStatedOrToldByThePatches() {
        Suite suite = suite(
                row("a__a-1", "language", "TS"),
                row("b__b-2", "patch", "--- a/x.md\n+++ b/x.md\n--- a/A.java\t1\n+++ b/A.java\t2\n"),
                row("c__c-3", "test_patch", "+++ b/test_x.py\n"),
                row("d__d-4"));

        assertThat(ids(filter("{'languages':['typescript']}").of(suite))).containsExactly("a__a-1");
        assertThat(ids(filter("{'languages':['Java','py']}").of(suite))).containsExactly("b__b-2", "c__c-3");
    }

    @ParameterizedTest
    @CsvSource({
        "0:3,0 1 2",
        "8:,8 9",
        ":2,0 1",
        "-2:,8 9",
        ":-8,0 1",
        "-3:-1,7 8",
        "5:2,''",
        "20:30,''",
        "-99:1,0",
        ":,0 1 2 3 4 5 6 7 8 9"
    })
    void slicesAreThoseOfPython(String slice, String expected) {
        List<String> sliced = ids(filter("{'slice':'" + slice + "'}").of(numbered(10)));

        assertThat(sliced.stream().map(id -> id.replace("a__a-", ""))).containsExactly(split(expected));
    }

    private static String[] split(String words) {
        return words.isEmpty() ? new String[0] : words.split(" ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "a:b", "0:5:2", "0:99999999999"})
    void otherSlicesAreRefused(String text) {
        assertThatThrownBy(() -> Slice.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The order was computed once by {@code sha256("7\na__a-N")} outside of Java. */
    @Test
    void seedDecidesTheOrderOnEveryMachine() {
        assertThat(ids(filter("{'shuffleSeed':7}").of(numbered(5))))
                .containsExactly("a__a-4", "a__a-2", "a__a-0", "a__a-1", "a__a-3");
    }

    @Test
    void orderOfTwoDoesNotDependOnOthers() {
        List<String> few = ids(filter("{'shuffleSeed':3}").of(numbered(20)));
        List<String> many = ids(filter("{'shuffleSeed':3}").of(numbered(200)));

        assertThat(many.stream().filter(few::contains)).containsExactlyElementsOf(few);
        assertThat(few).isNotEqualTo(ids(numbered(20))).containsExactlyInAnyOrderElementsOf(ids(numbered(20)));
        assertThat(few).isNotEqualTo(ids(filter("{'shuffleSeed':4}").of(numbered(20))));
    }

    @Test
    void slicesAndLimitsComeAfterTheShuffle() {
        List<String> all = ids(filter("{'shuffleSeed':3}").of(numbered(20)));

        assertThat(ids(filter("{'shuffleSeed':3,'slice':'5:15','limit':2}").of(numbered(20))))
                .isEqualTo(all.subList(5, 7));
    }

    @Test
    void unknownIdsAreTold() {
        Suite chosen = filter("{'instances':['a__a-1','no__no-9']}").of(numbered(3));

        assertThat(ids(chosen)).containsExactly("a__a-1");
        assertThat(chosen.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("instance_id", "no__no-9"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|filter",
                "{'only':'x'}|filter.only",
                "{'pattern':7}|filter.pattern",
                "{'pattern':'('}|filter.pattern",
                "{'pattern':'((a{1000}){1000}){1000}'}|filter.pattern",
                "{'slice':'1-2'}|filter.slice",
                "{'limit':0}|filter.limit",
                "{'limit':1.5}|filter.limit",
                "{'shuffleSeed':'x'}|filter.shuffleSeed",
                "{'instances':'a__a-1'}|filter.instances",
                "{'instances':['a__a-1',7]}|filter.instances[1]",
                "{'languages':['']}|filter.languages[0]"
            })
    void whatIsWrongIsNamed(String json, String field) {
        assertThat(reading(json))
                .isInstanceOfSatisfying(
                        FilterReading.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(FieldProblem::field)
                                .containsExactly(field));
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        assertThat(reading("{'only':'x','limit':0,'slice':''}"))
                .isInstanceOfSatisfying(
                        FilterReading.Refused.class,
                        refused -> assertThat(refused.problems()).hasSize(3));
    }
}
