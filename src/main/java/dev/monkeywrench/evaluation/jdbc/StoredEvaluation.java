package dev.monkeywrench.evaluation.jdbc;

import dev.monkeywrench.evaluation.MemberContent;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.instance.TextForm;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.run.Packed;
import dev.monkeywrench.run.RunId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The form in which values of evaluations are stored: ids as texts, records by the names of their parts. */
final class StoredEvaluation {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(ids())
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A count that a later version added is 0 in what earlier ones stored.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private StoredEvaluation() {}

    static String write(Object value) {
        return Packed.pack(MAPPER.writeValueAsString(value));
    }

    static <T> T read(String stored, Class<T> type) {
        return MAPPER.readValue(Packed.unpack(stored), type);
    }

    static Optional<String> writeCap(Budget cap) {
        return cap.equals(Budget.unlimited()) ? Optional.empty() : Optional.of(write(cap));
    }

    static Budget readCap(@Nullable String stored) {
        return stored == null ? Budget.unlimited() : read(stored, Budget.class);
    }

    static MemberContent readContent(String stored) {
        return read(stored, MemberContent.class);
    }

    private static SimpleModule ids() {
        SimpleModule module = new SimpleModule("stored evaluation");
        TextForm.add(module, RunId.class, RunId::value, RunId::new);
        TextForm.add(module, InstanceId.class, InstanceId::value, InstanceId::new);
        return module;
    }
}
