package dev.monkeywrench.evaluation.jdbc;

import dev.monkeywrench.evaluation.MemberContent;
import dev.monkeywrench.instance.InstanceId;
import dev.monkeywrench.ledger.Budget;
import dev.monkeywrench.run.Packed;
import dev.monkeywrench.run.RunId;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The form in which values of evaluations are stored: ids as texts, records by the names of their parts. */
final class StoredEvaluation {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(text(
                    text(new SimpleModule("stored evaluation"), RunId.class, RunId::value, RunId::new),
                    InstanceId.class,
                    InstanceId::value,
                    InstanceId::new))
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

    private static <T> SimpleModule text(
            SimpleModule module, Class<T> type, Function<T, String> written, Function<String, T> read) {
        module.addSerializer(type, new StdSerializer<T>(type) {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(written.apply(value));
            }
        });
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                return read.apply(in.getValueAsString());
            }
        });
        return module;
    }
}
