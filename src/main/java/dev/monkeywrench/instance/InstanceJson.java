package dev.monkeywrench.instance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The stable JSON form in which an instance is stored, and its way back; nothing is lost between them. It is plain
 * ASCII, so any column and any encoding holds it.
 */
public final class InstanceJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(names())
            .addMixIn(RepositoryRef.class, RepositoryKinds.class)
            .addMixIn(Environment.class, EnvironmentKinds.class)
            .addMixIn(TestProcedure.class, ProcedureKinds.class)
            .addMixIn(ReportFormat.class, ReportKinds.class)
            .build();

    private InstanceJson() {}

    /** Writes an instance with everything that grades it. */
    public static String write(GradedInstance instance) {
        return MAPPER.writeValueAsString(instance);
    }

    /** Reads what {@link #write} wrote; anything else is an illegal argument. */
    public static GradedInstance read(String json) {
        try {
            JsonNode stored = MAPPER.readTree(json);
            if (!stored.isObject()) {
                throw new IllegalArgumentException("This is not a stored instance: it is no object");
            }
            return MAPPER.treeToValue(withFolder(stored), GradedInstance.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("This is not a stored instance: " + e.getOriginalMessage(), e);
        }
    }

    /** What was stored before an image's folder could be stated has its repository where SWE-bench's images have it. */
    private static JsonNode withFolder(JsonNode stored) {
        JsonNode environment = stored.at("/instance/environment");
        if (environment instanceof ObjectNode image
                && image.path("kind").asString("").equals("image")) {
            image.putIfAbsent("folder", StringNode.valueOf(Environment.Image.TESTBED));
        }
        return stored;
    }

    private static SimpleModule names() {
        SimpleModule module = new SimpleModule();
        TextForm.add(module, InstanceId.class, InstanceId::value, InstanceId::new);
        TextForm.add(module, CommitId.class, CommitId::value, CommitId::new);
        TextForm.add(module, TestId.class, TestId::value, TestId::new);
        TextForm.add(module, ProblemStatement.class, ProblemStatement::text, ProblemStatement::new);
        TextForm.add(module, GoldPatch.class, GoldPatch::unifiedDiff, GoldPatch::new);
        return module;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = RepositoryRef.Remote.class, name = "remote"),
        @JsonSubTypes.Type(value = RepositoryRef.Local.class, name = "local"),
        @JsonSubTypes.Type(value = RepositoryRef.InImage.class, name = "inImage")
    })
    private interface RepositoryKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Environment.Image.class, name = "image"),
        @JsonSubTypes.Type(value = Environment.Recipe.class, name = "recipe"),
        @JsonSubTypes.Type(value = Environment.Unstated.class, name = "unstated")
    })
    private interface EnvironmentKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TestProcedure.EvalScript.class, name = "evalScript"),
        @JsonSubTypes.Type(value = TestProcedure.TestCommand.class, name = "testCommand")
    })
    private interface ProcedureKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ReportFormat.JunitXml.class, name = "junitXml"),
        @JsonSubTypes.Type(value = ReportFormat.Log.class, name = "log")
    })
    private interface ReportKinds {}
}
