package dk.grundskema.api.platform;

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
 * One walk over one tree of JSON, along the shapes of records. It goes on after each finding: what is broken is left out
 * of its list, and what contains it is tried all the same, so that everything is found at once.
 */
final class Walk implements RecordReader.Reading {
    /** What a constructor finds out about one component, or about lists: it holds even if other components are stand-ins. */
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

    private final Map<Class<?>, RecordReader.Special> specials;
    private final Findings findings = new Findings();
    private final BrokenIds brokenIds = new BrokenIds();

    Walk(Map<Class<?>, RecordReader.Special> specials) {
        this.specials = specials;
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public @Nullable Object read(Json json, Type type, String at) {
        Built built = build(json, type, at);
        return built == null ? null : built.value();
    }

    private @Nullable Built build(Json json, Type type, String at) {
        Class<?> raw = RecordShape.raw(type);
        var special = specials.get(raw);
        if (special != null) {
            return Built.plain(special.read(json, at, this));
        }
        if (raw == Json.class) {
            return Built.plain(json);
        }
        if (Scalars.isScalar(raw)) {
            return Built.plain(Scalars.read(json, raw, at, findings));
        }
        if (raw.isRecord()) {
            return record(json, raw, at);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(json, type, at);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return list(json, type, at);
        }
        throw new IllegalArgumentException(
                "The type (%s) has no form in files.\nMaybe use a text, number, record or list?".formatted(type));
    }

    private @Nullable Built record(Json json, Class<?> type, String at) {
        if (!(json instanceof Json.Structure structure)) {
            findings.error("value.wrong-type", at, Expected.OBJECT, json.kind());
            return null;
        }
        RecordShape shape = RecordShape.of(type);
        unknownFields(structure, shape, at);
        @Nullable Object[] values = new @Nullable Object[shape.parts().size()];
        var parts = new HashMap<String, Origin>();
        var broken = new HashSet<String>();
        for (int i = 0; i < values.length; i++) {
            var part = shape.parts().get(i);
            int before = findings.toldSoFar();
            Built built = component(structure.fields().get(part.name()), shape, part, type, at);
            findings.name(before, at + "/" + Finding.segment(part.name()), new FieldName(type, part.name()));
            if (built == null) {
                broken.add(part.name());
                brokenIds.addAllOf(part.type());
            } else {
                values[i] = built.value();
                parts.put(part.name(), built.origin());
            }
        }
        Origin origin = new Origin(parts, List.of(), false);
        if (broken.isEmpty()) {
            return create(shape, values, origin, at);
        }
        tryWithStandIns(shape, values, broken, origin, at);
        return null;
    }

    private void unknownFields(Json.Structure structure, RecordShape shape, String at) {
        var unused = shape.names().stream()
                .filter(name -> !structure.fields().containsKey(name))
                .toList();
        for (String field : structure.fields().keySet()) {
            if (!shape.names().contains(field)) {
                String there = at + "/" + Finding.segment(field);
                Nearest.to(field, unused)
                        .or(() -> Nearest.to(field, shape.names()))
                        .ifPresentOrElse(
                                near -> findings.error(
                                        "value.unknown-field-maybe", there, Scalars.shortened(field), near),
                                () -> findings.error(
                                        "value.unknown-field", there, Scalars.shortened(field), shape.names()));
            }
        }
    }

    private @Nullable Built component(
            @Nullable Json given, RecordShape shape, RecordShape.Part part, Class<?> type, String at) {
        String there = at + "/" + Finding.segment(part.name());
        if (given == null) {
            return absent(shape, part, type, there);
        }
        if (given instanceof Json.Nothing && part.rawType() != Json.class) {
            if (part.nullable()) {
                return new Built(null, Origin.PLAIN);
            }
            if (shape.mayBeAbsent(part)) {
                return absent(shape, part, type, there);
            }
            findings.error("value.null", there, part.name());
            return null;
        }
        return build(given, part.type(), there);
    }

    private @Nullable Built absent(RecordShape shape, RecordShape.Part part, Class<?> type, String there) {
        if (!shape.mayBeAbsent(part)) {
            findings.error("value.missing", there, part.name());
            return null;
        }
        if (part.defaultJson() != null) {
            return new Built(preset(part), Origin.PLAIN);
        }
        var whole = RecordShape.defaultsOf(type);
        if (whole.isPresent()) {
            return new Built(shape.get(whole.get(), part), Origin.PLAIN);
        }
        if (part.nullable()) {
            return new Built(null, Origin.PLAIN);
        }
        if (RecordShape.isCollection(part.rawType())) {
            return new Built(RecordShape.empty(part.rawType()), Origin.PLAIN);
        }
        return new Built(RecordShape.defaultsOf(part.rawType()).orElseThrow(), Origin.PLAIN);
    }

    private Object preset(RecordShape.Part part) {
        var quiet = new Walk(specials);
        Object value = JsonParsing.parse(Objects.requireNonNull(part.defaultJson())) instanceof Read.Good<Json> good
                ? quiet.read(good.value(), part.type(), "")
                : null;
        if (value == null || quiet.findings.count() > 0) {
            throw new IllegalStateException("The component (%s) has the default (%s), which is none: %s."
                    .formatted(part.name(), part.defaultJson(), quiet.findings.told()));
        }
        return value;
    }

    private @Nullable Built create(RecordShape shape, @Nullable Object[] values, Origin origin, String at) {
        try {
            return new Built(shape.create(values), origin);
        } catch (InvalidValueException e) {
            for (Finding finding : e.findings()) {
                report(finding, shape, origin, at);
            }
        } catch (RuntimeException e) {
            findings.error("value.refused", at, Scalars.shortened(String.valueOf(e.getMessage())));
        }
        return null;
    }

    /** Some components are broken: what the constructor says about the others is worth hearing all the same. */
    private void tryWithStandIns(
            RecordShape shape, @Nullable Object[] values, Set<String> broken, Origin origin, String at) {
        if (!fillIn(shape, values, broken)) {
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
            // The stand-ins don't go together; what is broken has been told.
        }
    }

    /** Puts stand-ins in place of what is broken; says whether there are any. */
    private boolean fillIn(RecordShape shape, @Nullable Object[] values, Set<String> broken) {
        try {
            for (int i = 0; i < values.length; i++) {
                var part = shape.parts().get(i);
                if (broken.contains(part.name())) {
                    values[i] = part.defaultJson() == null ? StandIns.of(part) : preset(part);
                }
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The component that a constructor's finding is about; empty if it is about the whole record. */
    private static String componentOf(Finding finding) {
        return finding.pointer().isEmpty() ? "" : finding.pointer().substring(1).split("/", 2)[0];
    }

    private void report(Finding finding, RecordShape shape, Origin origin, String at) {
        boolean consequence = brokenIds.explain(finding)
                || (finding.code().equals("value.empty-list")
                        && origin.at(finding.pointer()).lost());
        if (!consequence) {
            var inFile = new Finding(
                    finding.code(), finding.severity(), at + origin.inFile(finding.pointer()), finding.arguments());
            String component = componentOf(finding);
            findings.add(component.isEmpty() ? inFile : inFile.about(new FieldName(shape.type(), component)));
        }
    }

    private @Nullable Built list(Json json, Type type, String at) {
        if (!(json instanceof Json.Listing listing)) {
            findings.error("value.wrong-type", at, Expected.LIST, json.kind());
            return null;
        }
        Type elementType = RecordShape.argument(type, 0);
        boolean isSet = Set.class.isAssignableFrom(RecordShape.raw(type));
        var elements = new ArrayList<Built.Element>();
        var seen = new HashSet<Object>();
        var lost = new LinkedHashSet<Integer>();
        for (int i = 0; i < listing.elements().size() && !findings.isFull(); i++) {
            Built built = build(listing.elements().get(i), elementType, at + "/" + i);
            if (built == null || built.value() == null) {
                lost.add(i);
            } else if (isSet && !seen.add(built.value())) {
                findings.error("value.twice", at + "/" + i, built.value());
            } else {
                elements.add(new Built.Element(built.value(), i, built.origin()));
            }
        }
        brokenIds.addElements(listing, elementType, lost, at, findings);
        return Built.of(elements, RecordShape.raw(type), !lost.isEmpty());
    }

    @SuppressWarnings("unchecked") // keys and values are of the types that the map declares
    private @Nullable Built map(Json json, Type type, String at) {
        if (!(json instanceof Json.Structure structure)) {
            findings.error("value.wrong-type", at, Expected.OBJECT, json.kind());
            return null;
        }
        Class<?> keyType = RecordShape.raw(RecordShape.argument(type, 0));
        var entries = (Map<Object, Object>) RecordShape.empty(RecordShape.raw(type));
        var parts = new HashMap<String, Origin>();
        structure.fields().forEach((name, each) -> {
            String there = at + "/" + Finding.segment(name);
            Object key = Scalars.ofText(name, keyType, there, findings);
            Built value = build(each, RecordShape.argument(type, 1), there);
            if (key != null && value != null && value.value() != null) {
                parts.put(Finding.segment(name), value.origin());
                if (entries.put(key, value.value()) != null) {
                    findings.error("value.twice", there, key);
                }
            }
        });
        return new Built(entries, new Origin(parts, List.of(), false));
    }
}
