package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.imports.assembly.NameNormalizer;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.planning.schooltimetable.MergedSchoolTimetable.SimilarNames;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the people, rooms or classes of a plan in a new timetable: by name, if only one has it, and otherwise by id.
 *
 * @param <T> kind of entity
 * @param <I> its ids
 */
final class EntityMatcher<T, I> {
    private final List<T> present;
    private final List<T> imported;
    private final Function<T, I> id;
    private final Function<T, String> name;
    private final Map<I, T> matches = new LinkedHashMap<>();

    /**
     * @param present  those of the plan
     * @param imported those of the new timetable
     * @param id       returns the id
     * @param name     returns the name
     */
    EntityMatcher(List<T> present, List<T> imported, Function<T, I> id, Function<T, String> name) {
        this.present = present;
        this.imported = imported;
        this.id = id;
        this.name = name;
        matchByName();
        matchById();
    }

    private void matchByName() {
        Map<String, List<T>> presentByName = byName(present);
        byName(imported).forEach((same, ones) -> {
            List<T> others = presentByName.getOrDefault(same, List.of());
            if (ones.size() == 1 && others.size() == 1) {
                matches.put(id.apply(ones.getFirst()), others.getFirst());
            }
        });
    }

    private Map<String, List<T>> byName(List<T> all) {
        return all.stream().collect(Collectors.groupingBy(one -> NameNormalizer.normalize(name.apply(one))));
    }

    private void matchById() {
        Map<I, T> free = new HashMap<>();
        present.forEach(one -> free.put(id.apply(one), one));
        matches.values().forEach(one -> free.remove(id.apply(one)));
        for (T one : imported) {
            T same = free.get(id.apply(one));
            if (same != null && !matches.containsKey(id.apply(one))) {
                matches.put(id.apply(one), same);
            }
        }
    }

    /** Returns the entities of the new timetable that the plan does not have, in their order. */
    List<T> added() {
        return imported.stream()
                .filter(one -> !matches.containsKey(id.apply(one)))
                .toList();
    }

    /** Returns the entities of the plan that the new timetable does not have, in their order. */
    List<T> missing() {
        Set<I> found = matches.values().stream().map(id).collect(Collectors.toSet());
        return present.stream().filter(one -> !found.contains(id.apply(one))).toList();
    }

    /**
     * Returns the id in the plan of each id in the new timetable. One that the plan does not have keeps its id, unless somebody else has it there.
     *
     * @param create creates an id of a text
     */
    Map<I, I> ids(Function<String, I> create) {
        Map<I, I> ids = new HashMap<>();
        Set<I> taken = present.stream().map(id).collect(Collectors.toCollection(HashSet::new));
        for (T one : imported) {
            I own = id.apply(one);
            T same = matches.get(own);
            if (same != null) {
                ids.put(own, id.apply(same));
                continue;
            }
            I free = own;
            for (int nth = 2; !taken.add(free); nth++) {
                free = create.apply(own + "-" + nth);
            }
            ids.put(own, free);
        }
        return ids;
    }

    /**
     * Returns names of the new timetable alone that are nearly equal to one that only the plan has.
     *
     * @param kind     whose names they are
     * @param ownNames names that are known to be no misspelling of another
     */
    List<SimilarNames> similarNames(ImportQuestion.Kind kind, Set<String> ownNames) {
        var similar = new ArrayList<SimilarNames>();
        List<String> missing = missing().stream().map(name).toList();
        for (T one : added()) {
            String own = name.apply(one);
            if (!ownNames.contains(own)) {
                SpellingSuggester.suggest(own, missing)
                        .filter(near -> !differOnlyInDigits(near, own))
                        .ifPresent(near -> similar.add(new SimilarNames(kind, own, near)));
            }
        }
        return similar;
    }

    /**
     * Returns notices about equal ids with different names.
     *
     * @param kind last part of the code
     */
    List<Finding> renamed(String kind) {
        var findings = new ArrayList<Finding>();
        for (T one : imported) {
            T same = matches.get(id.apply(one));
            if (same != null
                    && !NameNormalizer.normalize(name.apply(same)).equals(NameNormalizer.normalize(name.apply(one)))) {
                findings.add(Finding.info(
                        "school-timetable.renamed-" + kind,
                        "",
                        name.apply(same),
                        name.apply(one),
                        Objects.toString(id.apply(same))));
            }
        }
        return findings;
    }

    private static boolean differOnlyInDigits(String one, String other) {
        return one.replaceAll("\\p{N}", "").equals(other.replaceAll("\\p{N}", ""));
    }
}
