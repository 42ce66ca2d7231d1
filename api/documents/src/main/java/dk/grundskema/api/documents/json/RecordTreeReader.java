package dk.grundskema.api.documents.json;

import dk.grundskema.domain.finding.FieldName;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.InvalidValueException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON tree into records. It continues after each finding: a broken element is left out of its list, and the record that contains
 * it is still checked with placeholders, so that one run reports everything.
 */
final class RecordTreeReader implements RecordReader.ReadingContext {
    /** Codes of constructor findings about a single component or a list; they hold even if other components are placeholders. */
    private static final Set<String> TRUE_OF_ONE_COMPONENT = Set.of(
            "id.twice",
            "reference.to-nobody",
            "value.blank",
            "value.control-characters",
            "value.empty-list",
            "value.no-email",
            "value.out-of-range",
            "value.too-long",
            "value.twice");

    private final Map<Class<?>, RecordReader.CustomTypeReader> specials;
    private final ReadFindingCollector findings = new ReadFindingCollector();
    private final BrokenElementIds brokenIds = new BrokenElementIds();

    RecordTreeReader(Map<Class<?>, RecordReader.CustomTypeReader> specials) {
        this.specials = specials;
    }

    @Override
    public ReadFindingCollector findings() {
        return findings;
    }

    @Override
    public @Nullable Object read(Json json, Type type, String at) {
        ParsedValue built = readValue(json, type, at);
        return built == null ? null : built.value();
    }

    private @Nullable ParsedValue readValue(Json json, Type type, String at) {
        Class<?> raw = RecordShape.rawClassOf(type);
        var special = specials.get(raw);
        if (special != null) {
            return ParsedValue.ofScalar(special.read(json, at, this));
        }
        if (raw == Json.class) {
            return ParsedValue.ofScalar(json);
        }
        if (ScalarReader.isScalar(raw)) {
            return ParsedValue.ofScalar(ScalarReader.read(json, raw, at, findings));
        }
        if (raw.isRecord()) {
            return readRecord(json, raw, at);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return readMap(json, type, at);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return readList(json, type, at);
        }
        throw new IllegalArgumentException(
                "The type (%s) has no file format.\nMaybe use a text, number, record or list?".formatted(type));
    }

    private @Nullable ParsedValue readRecord(Json json, Class<?> type, String at) {
        if (!(json instanceof Json.JsonObject structure)) {
            findings.error("value.wrong-type", at, ValueKind.OBJECT, json.kind());
            return null;
        }
        RecordShape shape = RecordShape.of(type);
        reportUnknownFields(structure, shape, at);
        @Nullable Object[] values = new @Nullable Object[shape.parts().size()];
        var parts = new HashMap<String, SourcePositions>();
        var broken = new HashSet<String>();
        for (int i = 0; i < values.length; i++) {
            var part = shape.parts().get(i);
            int before = findings.reportedCount();
            ParsedValue built = readComponent(structure.fields().get(part.name()), shape, part, type, at);
            findings.attachFieldName(
                    before, at + "/" + Finding.escapePointerSegment(part.name()), new FieldName(type, part.name()));
            if (built == null) {
                broken.add(part.name());
                brokenIds.addUnreadableList(part.type());
            } else {
                values[i] = built.value();
                parts.put(part.name(), built.origin());
            }
        }
        SourcePositions origin = new SourcePositions(parts, List.of(), false);
        if (broken.isEmpty()) {
            return createRecord(shape, values, origin, at);
        }
        checkWithPlaceholders(shape, values, broken, origin, at);
        return null;
    }

    private void reportUnknownFields(Json.JsonObject structure, RecordShape shape, String at) {
        var unused = shape.names().stream()
                .filter(name -> !structure.fields().containsKey(name))
                .toList();
        for (String field : structure.fields().keySet()) {
            if (!shape.names().contains(field)) {
                String there = at + "/" + Finding.escapePointerSegment(field);
                SpellingSuggester.suggest(field, unused)
                        .or(() -> SpellingSuggester.suggest(field, shape.names()))
                        .ifPresentOrElse(
                                near -> findings.error(
                                        "value.unknown-field-maybe", there, ScalarReader.shorten(field), near),
                                () -> findings.error(
                                        "value.unknown-field", there, ScalarReader.shorten(field), shape.names()));
            }
        }
    }

    private @Nullable ParsedValue readComponent(
            @Nullable Json given, RecordShape shape, RecordShape.Part part, Class<?> type, String at) {
        String there = at + "/" + Finding.escapePointerSegment(part.name());
        if (given == null) {
            return defaultOfAbsent(shape, part, type, there);
        }
        if (given instanceof Json.JsonNull && part.rawType() != Json.class) {
            if (part.nullable()) {
                return new ParsedValue(null, SourcePositions.PLAIN);
            }
            if (shape.isOptional(part)) {
                return defaultOfAbsent(shape, part, type, there);
            }
            findings.error("value.null", there, part.name());
            return null;
        }
        return readValue(given, part.type(), there);
    }

    private @Nullable ParsedValue defaultOfAbsent(
            RecordShape shape, RecordShape.Part part, Class<?> type, String there) {
        if (!shape.isOptional(part)) {
            findings.error("value.missing", there, part.name());
            return null;
        }
        if (part.defaultJson() != null) {
            return new ParsedValue(readDefault(part), SourcePositions.PLAIN);
        }
        var whole = RecordShape.defaultsOf(type);
        if (whole.isPresent()) {
            return new ParsedValue(shape.get(whole.get(), part), SourcePositions.PLAIN);
        }
        if (part.nullable()) {
            return new ParsedValue(null, SourcePositions.PLAIN);
        }
        if (RecordShape.isCollection(part.rawType())) {
            return new ParsedValue(RecordShape.newCollection(part.rawType()), SourcePositions.PLAIN);
        }
        return new ParsedValue(RecordShape.defaultsOf(part.rawType()).orElseThrow(), SourcePositions.PLAIN);
    }

    private Object readDefault(RecordShape.Part part) {
        var quiet = new RecordTreeReader(specials);
        Object value = JsonTreeParser.parse(Objects.requireNonNull(part.defaultJson()))
                        instanceof ReadResult.Success<Json> good
                ? quiet.read(good.value(), part.type(), "")
                : null;
        if (value == null || quiet.findings.count() > 0) {
            throw new IllegalStateException("The component (%s) has the invalid default (%s): %s."
                    .formatted(part.name(), part.defaultJson(), quiet.findings.reported()));
        }
        return value;
    }

    private @Nullable ParsedValue createRecord(
            RecordShape shape, @Nullable Object[] values, SourcePositions origin, String at) {
        try {
            return new ParsedValue(shape.create(values), origin);
        } catch (InvalidValueException e) {
            for (Finding finding : e.findings()) {
                report(finding, shape, origin, at);
            }
        } catch (RuntimeException e) {
            findings.error("value.refused", at, ScalarReader.shorten(String.valueOf(e.getMessage())));
        }
        return null;
    }

    /** Runs the constructor with placeholders for broken components, to report errors of the other components too. */
    private void checkWithPlaceholders(
            RecordShape shape, @Nullable Object[] values, Set<String> broken, SourcePositions origin, String at) {
        if (!fillPlaceholders(shape, values, broken)) {
            return;
        }
        try {
            shape.create(values);
        } catch (InvalidValueException e) {
            for (Finding finding : e.findings()) {
                if (TRUE_OF_ONE_COMPONENT.contains(finding.code()) && !broken.contains(componentOf(finding))) {
                    report(finding, shape, origin, at);
                }
            }
        } catch (RuntimeException e) {
            // The placeholders don't fit together; the broken components have been reported.
        }
    }

    /** Replaces broken components by placeholders; returns false if a component has none. */
    private boolean fillPlaceholders(RecordShape shape, @Nullable Object[] values, Set<String> broken) {
        try {
            for (int i = 0; i < values.length; i++) {
                var part = shape.parts().get(i);
                if (broken.contains(part.name())) {
                    values[i] = part.defaultJson() == null ? PlaceholderValues.placeholderFor(part) : readDefault(part);
                }
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the component that a constructor's finding is about; empty if it is about the whole record. */
    private static String componentOf(Finding finding) {
        return finding.pointer().isEmpty() ? "" : finding.pointer().substring(1).split("/", 2)[0];
    }

    private void report(Finding finding, RecordShape shape, SourcePositions origin, String at) {
        boolean consequence = brokenIds.explains(finding)
                || (finding.code().equals("value.empty-list")
                        && origin.positionsAt(finding.pointer()).lost());
        if (!consequence) {
            var inFile = new Finding(
                    finding.code(),
                    finding.severity(),
                    at + origin.toFilePointer(finding.pointer()),
                    finding.arguments());
            String component = componentOf(finding);
            findings.add(component.isEmpty() ? inFile : inFile.withField(new FieldName(shape.type(), component)));
        }
    }

    private @Nullable ParsedValue readList(Json json, Type type, String at) {
        if (!(json instanceof Json.JsonArray listing)) {
            findings.error("value.wrong-type", at, ValueKind.LIST, json.kind());
            return null;
        }
        Type elementType = RecordShape.typeArgument(type, 0);
        boolean isSet = Set.class.isAssignableFrom(RecordShape.rawClassOf(type));
        var elements = new ArrayList<ParsedValue.ParsedElement>();
        var seen = new HashSet<Object>();
        var lost = new LinkedHashSet<Integer>();
        for (int i = 0; i < listing.elements().size() && !findings.isFull(); i++) {
            ParsedValue built = readValue(listing.elements().get(i), elementType, at + "/" + i);
            if (built == null || built.value() == null) {
                lost.add(i);
            } else if (isSet && !seen.add(built.value())) {
                findings.error("value.twice", at + "/" + i, built.value());
            } else {
                elements.add(new ParsedValue.ParsedElement(built.value(), i, built.origin()));
            }
        }
        brokenIds.addElements(listing, elementType, lost, at, findings);
        return ParsedValue.of(elements, RecordShape.rawClassOf(type), !lost.isEmpty());
    }

    @SuppressWarnings("unchecked") // keys and values are of the types that the map declares
    private @Nullable ParsedValue readMap(Json json, Type type, String at) {
        if (!(json instanceof Json.JsonObject structure)) {
            findings.error("value.wrong-type", at, ValueKind.OBJECT, json.kind());
            return null;
        }
        Class<?> keyType = RecordShape.rawClassOf(RecordShape.typeArgument(type, 0));
        var entries = (Map<Object, Object>) RecordShape.newCollection(RecordShape.rawClassOf(type));
        var parts = new HashMap<String, SourcePositions>();
        structure.fields().forEach((name, each) -> {
            String there = at + "/" + Finding.escapePointerSegment(name);
            Object key = ScalarReader.parse(name, keyType, there, findings);
            ParsedValue value = readValue(each, RecordShape.typeArgument(type, 1), there);
            if (key != null && value != null && value.value() != null) {
                parts.put(Finding.escapePointerSegment(name), value.origin());
                if (entries.put(key, value.value()) != null) {
                    findings.error("value.twice", there, key);
                }
            }
        });
        return new ParsedValue(entries, new SourcePositions(parts, List.of(), false));
    }
}
