package dev.monkeywrench.run.stored;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.monkeywrench.instance.RepositoryPath;
import dev.monkeywrench.instance.TestId;
import dev.monkeywrench.instance.TextForm;
import dev.monkeywrench.ledger.Charge;
import dev.monkeywrench.model.ModelId;
import dev.monkeywrench.patch.Patch;
import dev.monkeywrench.patch.PatchDigest;
import dev.monkeywrench.run.Packed;
import dev.monkeywrench.sampling.DrawOutcome;
import dev.monkeywrench.sampling.Sample;
import dev.monkeywrench.verification.Verdict;
import dev.monkeywrench.verification.VerdictCache;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The form in which values of the core are stored. Each sealed case has a name of its own in {@code kind}: renaming a
 * class changes nothing, and no class is ever named by what is stored.
 */
public final class StoredJson {

    private final JsonMapper mapper;

    /**
     * @param patches reads a normalised diff back
     */
    public StoredJson(Function<String, Patch> patches) {
        SimpleModule module = new SimpleModule("stored");
        TextForm.add(module, TestId.class, TestId::value, TestId::new);
        TextForm.add(module, ModelId.class, ModelId::value, ModelId::new);
        TextForm.add(module, PatchDigest.class, PatchDigest::value, PatchDigest::new);
        TextForm.add(module, RepositoryPath.class, RepositoryPath::value, RepositoryPath::new);
        TextForm.add(module, Patch.class, Patch::unifiedDiff, patches);
        module.addKeySerializer(TestId.class, new TestIdKey());
        module.addKeyDeserializer(TestId.class, new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return new TestId(key);
            }
        });
        module.setMixInAnnotation(Charge.class, Charges.class);
        module.setMixInAnnotation(Verdict.class, Verdicts.class);
        module.setMixInAnnotation(VerdictCache.Finding.class, Findings.class);
        module.setMixInAnnotation(DrawOutcome.class, Outcomes.class);
        module.setMixInAnnotation(Sample.class, Samples.class);
        mapper = JsonMapper.builder()
                .addModule(module)
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // A count that a later version added is 0 in what earlier ones stored.
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }

    public String write(Object value) {
        return Packed.pack(mapper.writeValueAsString(value));
    }

    public <T> T read(String stored, Class<T> type) {
        return mapper.readValue(Packed.unpack(stored), type);
    }

    private static final class TestIdKey extends StdSerializer<TestId> {

        TestIdKey() {
            super(TestId.class);
        }

        @Override
        public void serialize(TestId value, JsonGenerator out, SerializationContext context) {
            out.writeName(value.value());
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Charge.ModelCall.class, name = "model"),
        @JsonSubTypes.Type(value = Charge.SandboxUse.class, name = "sandbox")
    })
    private interface Charges {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Verdict.Passed.class, name = "passed"),
        @JsonSubTypes.Type(value = Verdict.Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = Verdict.NotApplied.class, name = "not-applied"),
        @JsonSubTypes.Type(value = Verdict.TimedOut.class, name = "timed-out"),
        @JsonSubTypes.Type(value = Verdict.Tampered.class, name = "tampered"),
        @JsonSubTypes.Type(value = Verdict.Inconclusive.class, name = "inconclusive")
    })
    private interface Verdicts {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = VerdictCache.Judged.class, name = "judged"),
        @JsonSubTypes.Type(value = VerdictCache.Measured.class, name = "measured")
    })
    private interface Findings {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = DrawOutcome.Drawn.class, name = "drawn"),
        @JsonSubTypes.Type(value = DrawOutcome.Exhausted.class, name = "exhausted"),
        @JsonSubTypes.Type(value = DrawOutcome.Unavailable.class, name = "unavailable")
    })
    private interface Outcomes {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Sample.Drafted.class, name = "drafted"),
        @JsonSubTypes.Type(value = Sample.Malformed.class, name = "malformed"),
        @JsonSubTypes.Type(value = Sample.Empty.class, name = "empty"),
        @JsonSubTypes.Type(value = Sample.Duplicate.class, name = "duplicate")
    })
    private interface Samples {}
}
