package dev.monkeywrench.evaluation.suite;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes an object of each row of a Parquet file: columns become fields, lists arrays, and absent values are absent. */
final class RowMaterializer extends RecordMaterializer<ObjectNode> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Group root;
    private ObjectNode row = NODES.objectNode();
    private Optional<String> problem = Optional.empty();
    private long octets;
    private long total;

    RowMaterializer(MessageType schema) {
        this.root = new Group(schema, node -> row = (ObjectNode) node);
    }

    @Override
    public ObjectNode getCurrentRecord() {
        return row;
    }

    @Override
    public GroupConverter getRootConverter() {
        return root;
    }

    /** How many octets of values the rows so far were made of, kept or not. */
    long total() {
        return total;
    }

    /** What is wrong with the last row; asked once a row. */
    Optional<String> problem() {
        Optional<String> found = problem;
        if (octets > JsonPieces.MOST_OCTETS) {
            found = Optional.of(
                    "holds " + octets + " bytes and was skipped; at most " + JsonPieces.MOST_OCTETS + " are read");
        }
        problem = Optional.empty();
        total += octets;
        octets = 0;
        return found;
    }

    private static JsonNode shaped(GroupType type, ObjectNode group) {
        if (type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation) {
            return list(group);
        }
        if (type.getLogicalTypeAnnotation() instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation) {
            return map(group);
        }
        return group;
    }

    /** A list is a group of one repeated field; its elements are groups of one field, or the values themselves. */
    private static ArrayNode list(ObjectNode group) {
        ArrayNode list = NODES.arrayNode();
        for (JsonNode repeated : group) {
            for (JsonNode element : repeated) {
                boolean wrapped = element.isObject() && element.size() <= 1;
                list.add(wrapped ? element.valueStream().findFirst().orElse(NODES.nullNode()) : element);
            }
        }
        return list;
    }

    private static ObjectNode map(ObjectNode group) {
        ObjectNode map = NODES.objectNode();
        for (JsonNode repeated : group) {
            for (JsonNode pair : repeated) {
                map.set(pair.path("key").asString(""), pair.path("value"));
            }
        }
        return map;
    }

    private final class Group extends GroupConverter {

        private final GroupType type;
        private final Consumer<JsonNode> target;
        private final List<Converter> fields = new ArrayList<>();
        private ObjectNode current = NODES.objectNode();

        Group(GroupType type, Consumer<JsonNode> target) {
            this.type = type;
            this.target = target;
            for (Type field : type.getFields()) {
                Consumer<JsonNode> put = value -> put(field, value);
                fields.add(field.isPrimitive() ? new Value(field, put) : new Group(field.asGroupType(), put));
            }
        }

        private void put(Type field, JsonNode value) {
            if (field.isRepetition(Type.Repetition.REPEATED)) {
                current.withArrayProperty(field.getName()).add(value);
            } else {
                current.set(field.getName(), value);
            }
        }

        @Override
        public Converter getConverter(int index) {
            return fields.get(index);
        }

        @Override
        public void start() {
            current = NODES.objectNode();
        }

        @Override
        public void end() {
            target.accept(shaped(type, current));
        }
    }

    private final class Value extends PrimitiveConverter {

        private final Type field;
        private final Consumer<JsonNode> target;

        Value(Type field, Consumer<JsonNode> target) {
            this.field = field;
            this.target = target;
        }

        /** Beyond the limit nothing is kept: a dictionary says a long text a million times in a few octets. */
        @Override
        public void addBinary(Binary value) {
            octets += value.length();
            if (octets > JsonPieces.MOST_OCTETS) {
                return;
            }
            try {
                ByteBuffer text = value.toByteBuffer();
                target.accept(NODES.stringNode(
                        StandardCharsets.UTF_8.newDecoder().decode(text).toString()));
            } catch (CharacterCodingException e) {
                problem = Optional.of("its column '" + field.getName() + "' is not UTF-8 text");
            }
        }

        @Override
        public void addBoolean(boolean value) {
            accept(NODES.booleanNode(value));
        }

        @Override
        public void addDouble(double value) {
            accept(NODES.numberNode(value));
        }

        @Override
        public void addFloat(float value) {
            accept(NODES.numberNode(value));
        }

        @Override
        public void addInt(int value) {
            accept(NODES.numberNode(value));
        }

        @Override
        public void addLong(long value) {
            accept(NODES.numberNode(value));
        }

        private void accept(JsonNode value) {
            octets += Long.BYTES;
            if (octets <= JsonPieces.MOST_OCTETS) {
                target.accept(value);
            }
        }
    }
}
