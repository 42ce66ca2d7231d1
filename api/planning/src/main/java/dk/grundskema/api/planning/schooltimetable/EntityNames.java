package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.api.imports.assembly.NameNormalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a mapping names some people, rooms or classes: by name, or by id if several have the name.
 *
 * @param <T> kind of entity
 */
final class EntityNames<T> {
    private final Function<T, String> name;
    private final Function<T, String> id;
    private final Map<String, List<T>> byName;
    private final Map<String, T> byId = new HashMap<>();

    /**
     * @param all  the entities
     * @param name returns the name
     * @param id   returns the id as a text
     */
    EntityNames(List<T> all, Function<T, String> name, Function<T, String> id) {
        this.name = name;
        this.id = id;
        byName = all.stream().collect(Collectors.groupingBy(one -> NameNormalizer.normalize(name.apply(one))));
        all.forEach(one -> byId.putIfAbsent(id.apply(one), one));
    }

    /** Returns the entities of each name, which is normalized. */
    Map<String, List<T>> byName() {
        return byName;
    }

    /** Returns the entity that a name or id means; empty if none or several have the name. */
    Optional<T> find(String word) {
        List<T> named = byName.getOrDefault(NameNormalizer.normalize(word), List.of());
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.ofNullable(byId.get(word));
    }

    /** Returns whether at least one entity has a name or id. */
    boolean contains(String word) {
        return byName.containsKey(NameNormalizer.normalize(word)) || byId.containsKey(word);
    }

    /** Returns the word for one of these entities. */
    String word(T one) {
        return words(one).findFirst().orElseGet(() -> id.apply(one));
    }

    /** Returns the word for one of these entities that differs from another word; empty if it has none. */
    Optional<String> wordOtherThan(T one, String other) {
        return words(one).filter(word -> !word.equals(other)).findFirst();
    }

    private Stream<String> words(T one) {
        return Stream.of(name.apply(one), id.apply(one))
                .filter(word ->
                        find(word).filter(found -> Objects.equals(found, one)).isPresent());
    }
}
