package dk.grundskema.api.planning.schooltimetable;

import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.imports.assembly.NameNormalizer;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the people, rooms or classes of a plan in a new timetable: by name, if only one has it, or by name and id; then by what a mapping says; then by id,
 * unless the names contradict it, as those of somebody with the initials of a predecessor do.
 *
 * @param <T> kind of entity
 * @param <I> its ids
 */
final class EntityMatcher<T, I> {
    /** Most pairs of names that are compared. */
    private static final int MOST_COMPARISONS = 200_000;

    /** Most entities of the plan that one question offers. */
    private static final int MOST_CHOICES = 12;

    private final List<T> present;
    private final List<T> imported;
    private final Function<T, I> id;
    private final Function<T, String> name;
    private final PlanAnswers<T> answers;
    private final Map<I, T> matches = new LinkedHashMap<>();
    private final Map<I, T> namesakes = new HashMap<>();

    /**
     * @param present  those of the plan
     * @param imported those of the new timetable
     * @param id       returns the id
     * @param name     returns the name
     * @param answers  what the mapping says
     */
    EntityMatcher(
            List<T> present, List<T> imported, Function<T, I> id, Function<T, String> name, PlanAnswers<T> answers) {
        this.present = present;
        this.imported = imported;
        this.id = id;
        this.name = name;
        this.answers = answers;
        matchByName();
        freeIds().forEach((one, same) -> {
            if (normalizedName(one).equals(normalizedName(same))) {
                matches.put(id.apply(one), same);
            }
        });
        EntityNames<T> added = names(added());
        EntityNames<T> missing = names(missing());
        answers.apply(
                word -> added.find(word).map(PlanAnswers.Named::exact),
                word -> missing.find(word).map(PlanAnswers.Named::exact),
                names(imported)::contains,
                (one, same) -> matches.put(id.apply(one), same));
        matchById();
    }

    private EntityNames<T> names(List<T> all) {
        return new EntityNames<>(all, name, one -> Objects.toString(id.apply(one)));
    }

    private void matchByName() {
        Map<String, List<T>> presentByName = names(present).byName();
        names(imported).byName().forEach((same, ones) -> {
            List<T> others = presentByName.getOrDefault(same, List.of());
            if (ones.size() == 1 && others.size() == 1) {
                matches.put(id.apply(ones.getFirst()), others.getFirst());
            }
        });
    }

    private String normalizedName(T one) {
        return NameNormalizer.normalize(name.apply(one));
    }

    /** Returns the entity of the plan with the same id for each of the new timetable, where both are in no pair. */
    private Map<T, T> freeIds() {
        Map<I, T> free = new HashMap<>();
        missing().forEach(one -> free.put(id.apply(one), one));
        Map<T, T> same = new LinkedHashMap<>();
        added().forEach(one -> {
            T other = free.get(id.apply(one));
            if (other != null && !answers.isNew(one)) {
                same.put(one, other);
            }
        });
        return same;
    }

    private void matchById() {
        Set<String> taken =
                present.stream().map(one -> Objects.toString(id.apply(one))).collect(Collectors.toSet());
        freeIds().forEach((one, same) -> {
            String code = Objects.toString(id.apply(one));
            boolean isShared = isCode(one) && taken.contains(secondId(code));
            (haveSimilarNames(one, same) && !isShared ? matches : namesakes).put(id.apply(one), same);
        });
    }

    /** Returns the id of a second entity whose own id the plan has already. */
    private static String secondId(String own) {
        return own + "-2";
    }

    /** Whether a name says nothing more than the id, as initials do. */
    private boolean isCode(T one) {
        return normalizedName(one).equals(NameNormalizer.normalize(Objects.toString(id.apply(one))));
    }

    /** Whether names of two with the same id may mean the same: one is only the id, or has all words of the other. */
    private boolean haveSimilarNames(T one, T other) {
        if (differOnlyInDigits(name.apply(one), name.apply(other))) {
            return false;
        }
        Set<String> words = words(one);
        Set<String> others = words(other);
        return isCode(one) || isCode(other) || words.containsAll(others) || others.containsAll(words);
    }

    private Set<String> words(T one) {
        return Arrays.stream(name.apply(one).split("\\s+"))
                .map(NameNormalizer::normalize)
                .collect(Collectors.toSet());
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
                free = create.apply(own + "-" + nth); // the first as secondId
            }
            ids.put(own, free);
        }
        return ids;
    }

    /**
     * Returns a question about each name of the new timetable alone. Those that only the plan has are possible answers: first one with the same id, then the
     * most similar names. Likely is one with the same id, otherwise a nearly equal name. There may be more answers than the question offers.
     *
     * @param kind     whose names they are
     * @param ownNames names that are known to be no misspelling of another
     */
    List<ImportQuestion> questions(ImportQuestion.Kind kind, Set<String> ownNames) {
        List<T> added = added();
        List<T> missing = missing();
        EntityNames<T> addedNames = names(added);
        EntityNames<T> missingNames = names(missing);
        List<String> normalized = missing.stream().map(this::normalizedName).toList();
        boolean isCompared = (long) added.size() * missing.size() <= MOST_COMPARISONS;
        var questions = new ArrayList<ImportQuestion>();
        for (T one : missing.isEmpty() ? List.<T>of() : added) {
            T namesake = namesakes.get(id.apply(one));
            if (answers.isNew(one) || (namesake == null && ownNames.contains(name.apply(one)))) {
                continue;
            }
            String own = normalizedName(one);
            List<Candidate<T>> candidates = IntStream.range(0, missing.size())
                    .mapToObj(nth -> new Candidate<>(
                            missing.get(nth),
                            isCompared ? SpellingSuggester.editDistance(own, normalized.get(nth)) : 0))
                    .sorted(Comparator.comparing(
                                    (Candidate<T> other) -> !other.entity().equals(namesake))
                            .thenComparingInt(Candidate::distance))
                    .limit(MOST_CHOICES)
                    .toList();
            Candidate<T> first = candidates.getFirst();
            boolean isLikely = namesake != null || (isCompared && isNearlyEqual(one, first));
            String word = addedNames.word(one);
            var meanings = new ArrayList<>(List.of(word));
            candidates.forEach(
                    other -> missingNames.wordOtherThan(other.entity(), word).ifPresent(meanings::add));
            String likely =
                    isLikely ? missingNames.wordOtherThan(first.entity(), word).orElse(null) : null;
            if (meanings.size() > 1) {
                questions.add(new ImportQuestion(kind, word, new SourceLocation("", ""), meanings, likely));
            }
        }
        return questions;
    }

    /**
     * An entity that only the plan has.
     *
     * @param entity   the entity
     * @param distance edit distance of its name from that of another; 0 if they are not compared
     */
    private record Candidate<T>(T entity, int distance) {}

    private boolean isNearlyEqual(T one, Candidate<T> other) {
        String own = name.apply(one);
        return other.distance() <= Math.max(1, own.length() / 3)
                && !differOnlyInDigits(own, name.apply(other.entity()));
    }

    /**
     * Returns notices about those with different names, which have the same id or are the same by the mapping. A name that is only the id is no other name.
     *
     * @param kind last part of the code
     */
    List<Finding> renamed(String kind) {
        var findings = new ArrayList<Finding>();
        for (T one : imported) {
            T same = matches.get(id.apply(one));
            if (same != null && !isCode(one) && !normalizedName(same).equals(normalizedName(one))) {
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
        return !one.equals(other) && one.replaceAll("\\p{N}", "").equals(other.replaceAll("\\p{N}", ""));
    }
}
