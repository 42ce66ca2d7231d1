package dk.grundskema.api.platform;

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

/** Ids of things that are in the file but broken: whoever refers to them refers to something, and needs no finding. */
final class BrokenIds {
    private final Map<Class<?>, Set<String>> declared = new HashMap<>();
    private final Set<Class<?>> anyOf = new HashSet<>();

    /** A whole list of things is broken, so that no id of theirs is known. */
    void addAllOf(Type listType) {
        if (RecordShape.isCollection(RecordShape.raw(listType))
                && listType instanceof java.lang.reflect.ParameterizedType) {
            idOf(RecordShape.argument(listType, 0)).ifPresent(anyOf::add);
        }
    }

    /** Elements of a list are broken; their ids are in the file all the same, and may be there twice. */
    void addElements(Json.Listing list, Type elementType, Set<Integer> broken, String at, Findings findings) {
        var idType = idOf(elementType);
        if (broken.isEmpty() || idType.isEmpty()) {
            return;
        }
        var byId = IntStream.range(0, list.elements().size())
                .boxed()
                .filter(i -> idIn(list, i).isPresent())
                .collect(Collectors.groupingBy(i -> idIn(list, i).orElseThrow()));
        byId.forEach((id, positions) -> {
            if (positions.stream().noneMatch(broken::contains)) {
                return; // whoever owns the list checks those
            }
            declared.computeIfAbsent(idType.get(), type -> new HashSet<>()).add(id);
            positions.stream().skip(1).forEach(i -> findings.error("id.twice", at + "/" + i, Scalars.shortened(id)));
        });
    }

    /** Whether a finding says no more than that something broken is missing. */
    boolean explain(Finding finding) {
        return finding.code().equals("reference.to-nobody")
                && !finding.arguments().isEmpty()
                && finding.arguments().getFirst() instanceof Id id
                && (anyOf.contains(id.getClass())
                        || declared.getOrDefault(id.getClass(), Set.of()).contains(id.value()));
    }

    private static Optional<String> idIn(Json.Listing list, int position) {
        return list.elements().get(position) instanceof Json.Structure structure
                        && structure.fields().get("id") instanceof Json.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    /** The type of the ids of things of a type, if they have any. */
    private static Optional<Class<?>> idOf(Type type) {
        Class<?> raw = RecordShape.raw(type);
        if (!raw.isRecord()) {
            return Optional.empty();
        }
        return RecordShape.of(raw).parts().stream()
                .filter(part -> part.name().equals("id") && Id.class.isAssignableFrom(part.rawType()))
                .<Class<?>>map(RecordShape.Part::rawType)
                .findFirst();
    }
}
