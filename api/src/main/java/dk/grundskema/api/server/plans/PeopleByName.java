package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.Speaking;
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

/** Finds people by what plans call them, in all revisions: whoever a {@link Dossier} has something about can be found. */
@Component
class PeopleByName {
    private static final Pattern GAPS = Pattern.compile("\\s+");

    private final Dossier dossier;
    private final Documents documents;
    private final Speaking speaking;

    PeopleByName(Dossier dossier, Documents documents, Speaking speaking) {
        this.dossier = dossier;
        this.documents = documents;
        this.speaking = speaking;
    }

    /**
     * What a plan says of somebody.
     *
     * @param plan  its title
     * @param group the class that the person is in; empty if none is said
     */
    private record Line(String plan, String id, boolean isStudent, String name, String group) {
        /** Only the id. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Those whose name has all words that were typed somewhere in it, whole names first; or the one whose id was typed, letter by letter.
     *
     * @param typed        words of a name, or an id; at least one letter, nothing around it
     * @param withStudents whether students are found by name; by their ids they are in any case
     */
    List<Namesake> find(OrganisationId organisation, String typed, boolean withStudents) {
        List<String> words = List.of(GAPS.split(plain(typed)));
        // The last problem of each plan is read in any case, for it says who else has an id that was found elsewhere.
        Map<String, Set<Line>> known = new LinkedHashMap<>();
        dossier.problems(organisation)
                .filter(one -> one.isLast() || mayName(documents.text(one.hash()), words))
                .flatMap(this::lines)
                .forEach(line -> known.computeIfAbsent(line.id(), fresh -> new LinkedHashSet<>())
                        .add(line));
        Set<Line> own = known.get(typed);
        if (own != null) {
            return List.of(namesake(own, List.of()));
        }
        Predicate<Line> isSeen = line -> withStudents || !line.isStudent();
        return known.values().stream()
                .flatMap(all -> named(all.stream().filter(isSeen).toList(), typed, words).stream())
                .sorted(Comparator.comparing(
                                (Namesake one) -> !plain(one.name()).equals(plain(typed)))
                        .thenComparing(Namesake::name, Collator.getInstance(speaking.language()))
                        .thenComparing(Namesake::id))
                .toList();
    }

    /** As it is compared: small letters, each written in one way, and one space between words. */
    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return GAPS.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a text of JSON can have these words in it; it may escape some letters. */
    private static boolean mayName(String text, List<String> words) {
        return text.indexOf('\\') >= 0 || hasAll(text, words);
    }

    private static boolean hasAll(String text, List<String> words) {
        String plain = plain(text);
        return words.stream().allMatch(plain::contains);
    }

    private Stream<Line> lines(Dossier.Past past) {
        Json.Structure problem = documents.json(past.hash());
        Map<String, String> groups = new HashMap<>();
        all(problem, "groups").forEach(one -> groups.put(text(one, "id"), text(one, "name")));
        return Stream.of("staff", "students")
                .flatMap(list -> all(problem, list)
                        .map(one -> new Line(
                                past.title(),
                                text(one, "id"),
                                list.equals("students"),
                                text(one, "name"),
                                groups.getOrDefault(text(one, "classGroup"), ""))));
    }

    private static Stream<Json.Structure> all(Json.Structure problem, String list) {
        return problem.fields().get(list) instanceof Json.Listing all
                ? all.elements().stream()
                        .filter(Json.Structure.class::isInstance)
                        .map(Json.Structure.class::cast)
                : Stream.empty();
    }

    private static String text(Json.Structure of, String field) {
        return of.fields().get(field) instanceof Json.Text text ? text.value() : "";
    }

    /** Whoever has an id, if the words are in a name that plans have for it; by the whole name if that was typed. */
    private static Optional<Namesake> named(List<Line> all, String typed, List<String> words) {
        return all.stream()
                .filter(one -> hasAll(one.name(), words))
                .min(Comparator.comparing(one -> !isCalled(one, typed)))
                .map(Line::name)
                .map(name -> namesake(
                        all.stream().filter(one -> isCalled(one, name)).toList(),
                        all.stream()
                                .filter(one -> !isCalled(one, name))
                                .map(Line::name)
                                .filter(one -> !Anonymous.isNumber(one))
                                .distinct()
                                .toList()));
    }

    private static boolean isCalled(Line one, String name) {
        return plain(one.name()).equals(plain(name));
    }

    private static Namesake namesake(Collection<Line> all, List<String> others) {
        Line first = all.iterator().next();
        return new Namesake(
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
