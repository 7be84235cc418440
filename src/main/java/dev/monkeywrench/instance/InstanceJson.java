package dev.monkeywrench.instance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

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
            return MAPPER.readValue(json, GradedInstance.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("This is not a stored instance: " + e.getOriginalMessage(), e);
        }
    }

    private static SimpleModule names() {
        SimpleModule module = new SimpleModule();
        named(module, InstanceId.class, InstanceId::value, InstanceId::new);
        named(module, CommitId.class, CommitId::value, CommitId::new);
        named(module, TestId.class, TestId::value, TestId::new);
        named(module, ProblemStatement.class, ProblemStatement::text, ProblemStatement::new);
        named(module, GoldPatch.class, GoldPatch::unifiedDiff, GoldPatch::new);
        return module;
    }

    /** A type of one text is written as that text. */
    private static <T> void named(
            SimpleModule module, Class<T> type, Function<T, String> text, Function<String, T> value) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T name, JsonGenerator generator, SerializationContext context) {
                generator.writeString(text.apply(name));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) {
                return value.apply(parser.getString());
            }
        });
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
