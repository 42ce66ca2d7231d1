package dk.grundskema.api.documents.json;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ids of elements that are in the file but broken. A reference to such an id needs no finding of its own. */
final class BrokenElementIds {
    private final Map<Class<?>, Set<String>> declared = new HashMap<>();
    private final Set<Class<?>> anyOf = new HashSet<>();

    /** Marks a whole list as unreadable: every id of its element type may have been in it. */
    void addUnreadableList(Type listType) {
        if (RecordShape.isCollection(RecordShape.rawClassOf(listType))
                && listType instanceof java.lang.reflect.ParameterizedType) {
            idTypeOf(RecordShape.typeArgument(listType, 0)).ifPresent(anyOf::add);
        }
    }

    /** Adds the ids of broken list elements, and reports ids that occur twice. */
    void addElements(
            Json.JsonArray list, Type elementType, Set<Integer> broken, String at, ReadFindingCollector findings) {
        var idType = idTypeOf(elementType);
        if (broken.isEmpty() || idType.isEmpty()) {
            return;
        }
        var byId = IntStream.range(0, list.elements().size())
                .boxed()
                .filter(i -> idIn(list, i).isPresent())
                .collect(Collectors.groupingBy(i -> idIn(list, i).orElseThrow()));
        byId.forEach((id, positions) -> {
            if (positions.stream().noneMatch(broken::contains)) {
                return; // the owner of the list checks those
            }
            declared.computeIfAbsent(idType.get(), type -> new HashSet<>()).add(id);
            positions.stream().skip(1).forEach(i -> findings.error("id.twice", at + "/" + i, ScalarReader.shorten(id)));
        });
    }

    /** Whether a finding only states that a reference leads to one of the broken elements. */
    boolean explains(Finding finding) {
        return finding.code().equals("reference.to-nobody")
                && !finding.arguments().isEmpty()
                && finding.arguments().getFirst() instanceof Id id
                && (anyOf.contains(id.getClass())
                        || declared.getOrDefault(id.getClass(), Set.of()).contains(id.value()));
    }

    private static Optional<String> idIn(Json.JsonArray list, int position) {
        return list.elements().get(position) instanceof Json.JsonObject structure
                        && structure.fields().get("id") instanceof Json.JsonString text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    /** Returns the type of the component {@code id} of a record type; empty if it has none. */
    private static Optional<Class<?>> idTypeOf(Type type) {
        Class<?> raw = RecordShape.rawClassOf(type);
        if (!raw.isRecord()) {
            return Optional.empty();
        }
        return RecordShape.of(raw).parts().stream()
                .filter(part -> part.name().equals("id") && Id.class.isAssignableFrom(part.rawType()))
                .<Class<?>>map(RecordShape.Part::rawType)
                .findFirst();
    }
}
