package dk.grundskema.api.service.privacy;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.DocumentStore;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds people by name in all revisions of plans, so that everybody known to {@link PersonMentionFinder} can be found. */
@Component
class PersonNameSearch {
    private static final Pattern GAPS = Pattern.compile("\\s+");

    private final PersonMentionFinder personMentionFinder;
    private final DocumentStore documents;
    private final RequestTexts requestTexts;

    PersonNameSearch(PersonMentionFinder personMentionFinder, DocumentStore documents, RequestTexts requestTexts) {
        this.personMentionFinder = personMentionFinder;
        this.documents = documents;
        this.requestTexts = requestTexts;
    }

    /**
     * A person in a problem.
     *
     * @param plan  title of the plan
     * @param group name of the class; empty if none
     */
    private record Line(String plan, String id, boolean isStudent, String name, String group) {
        /** Returns the id only. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Returns the people whose name contains all typed words, exact matches first; or the one person with the typed id.
     *
     * @param typed        words of a name, or an id; not blank, without surrounding spaces
     * @param withStudents whether students are found by name; by id they always are
     */
    List<FoundPerson> find(OrganisationId organisation, String typed, boolean withStudents) {
        List<String> words = List.of(GAPS.split(normalise(typed)));
        // The last problem of each plan is always read, because it shows who else has an id found in an earlier one.
        Map<String, Set<Line>> known = new LinkedHashMap<>();
        personMentionFinder
                .pastProblems(organisation)
                .filter(one -> one.isLast() || mayContain(documents.text(one.hash()), words))
                .flatMap(this::lines)
                .forEach(line -> known.computeIfAbsent(line.id(), fresh -> new LinkedHashSet<>())
                        .add(line));
        Set<Line> own = known.get(typed);
        if (own != null) {
            return List.of(foundPerson(own, List.of()));
        }
        Predicate<Line> isSeen = line -> withStudents || !line.isStudent();
        return known.values().stream()
                .flatMap(all -> bestMatch(all.stream().filter(isSeen).toList(), typed, words).stream())
                .sorted(Comparator.comparing(
                                (FoundPerson one) -> !normalise(one.name()).equals(normalise(typed)))
                        .thenComparing(FoundPerson::name, Collator.getInstance(requestTexts.language()))
                        .thenComparing(FoundPerson::id))
                .toList();
    }

    /** Normalises a text for comparison: Unicode NFC, lower case, single spaces. */
    private static String normalise(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return GAPS.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Returns whether a JSON text can contain these words. A text with escapes always can. */
    private static boolean mayContain(String text, List<String> words) {
        return text.indexOf('\\') >= 0 || containsAll(text, words);
    }

    private static boolean containsAll(String text, List<String> words) {
        String plain = normalise(text);
        return words.stream().allMatch(plain::contains);
    }

    private Stream<Line> lines(PersonMentionFinder.PastProblem past) {
        Json.JsonObject problem = documents.json(past.hash());
        Map<String, String> groups = new HashMap<>();
        elements(problem, "groups").forEach(one -> groups.put(text(one, "id"), text(one, "name")));
        return Stream.of("staff", "students")
                .flatMap(list -> elements(problem, list)
                        .map(one -> new Line(
                                past.title(),
                                text(one, "id"),
                                list.equals("students"),
                                text(one, "name"),
                                groups.getOrDefault(text(one, "classGroup"), ""))));
    }

    private static Stream<Json.JsonObject> elements(Json.JsonObject problem, String list) {
        return problem.fields().get(list) instanceof Json.JsonArray all
                ? all.elements().stream()
                        .filter(Json.JsonObject.class::isInstance)
                        .map(Json.JsonObject.class::cast)
                : Stream.empty();
    }

    private static String text(Json.JsonObject of, String field) {
        return of.fields().get(field) instanceof Json.JsonString text ? text.value() : "";
    }

    /** Returns the person with the name that matches best; empty if no name of this id contains the words. */
    private static Optional<FoundPerson> bestMatch(List<Line> all, String typed, List<String> words) {
        return all.stream()
                .filter(one -> containsAll(one.name(), words))
                .min(Comparator.comparing(one -> !hasName(one, typed)))
                .map(Line::name)
                .map(name -> foundPerson(
                        all.stream().filter(one -> hasName(one, name)).toList(),
                        all.stream()
                                .filter(one -> !hasName(one, name))
                                .map(Line::name)
                                .filter(one -> !DocumentAnonymiser.isPseudonym(one))
                                .distinct()
                                .toList()));
    }

    private static boolean hasName(Line one, String name) {
        return normalise(one.name()).equals(normalise(name));
    }

    private static FoundPerson foundPerson(Collection<Line> all, List<String> others) {
        Line first = all.iterator().next();
        return new FoundPerson(
                first.id(),
                first.isStudent(),
                first.name(),
                all.stream()
                        .map(Line::group)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .toList(),
                all.stream().map(Line::plan).distinct().toList(),
                others);
    }
}
