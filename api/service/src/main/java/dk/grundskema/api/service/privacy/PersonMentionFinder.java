package dk.grundskema.api.service.privacy;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.PersonPlanFinder;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.plan.DocumentStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds everything that plans contain about one person: each place in each document that names the person's id, with its context. */
@Component
public class PersonMentionFinder implements PersonPlanFinder {
    /** Number of cached answers to whether a problem names a person. Problems are immutable. */
    private static final int CACHE_SIZE = 50_000;

    private final JdbcClient database;
    private final DocumentStore documents;
    private final LeastRecentlyUsedCache<List<String>, Boolean> mentionCache =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    PersonMentionFinder(JdbcClient database, DocumentStore documents) {
        this.database = database;
        this.documents = documents;
    }

    /**
     * What a document says about the person.
     *
     * @param plan      of which plan
     * @param title     what people call the plan
     * @param revisions numbers of the revisions that have the document
     * @param kind      whether it is a problem or a timetable
     * @param places    where it names the person
     */
    record DocumentMentions(String plan, String title, List<Integer> revisions, String kind, List<Mention> places) {
        /** Copies the lists. */
        DocumentMentions {
            revisions = List.copyOf(revisions);
            places = List.copyOf(places);
        }

        /** Returns the plan only. */
        @Override
        public String toString() {
            return plan;
        }
    }

    /**
     * A place that names the person.
     *
     * @param pointer JSON pointer to it in the document
     * @param content the object that it is in; that of the person if it is where the person is described
     */
    public record Mention(String pointer, Json content) {
        /** Returns the pointer only. */
        @Override
        public String toString() {
            return pointer;
        }
    }

    private record MentioningPlan(String plan, String title) {}

    private record PlanDocument(String hash, String kind) {}

    /**
     * A problem of some revision of a plan.
     *
     * @param title  title of the plan
     * @param hash   hash of the problem
     * @param isLast whether it is the last problem of the plan
     */
    record PastProblem(String title, String hash, boolean isLast) {}

    /**
     * Returns a lazy stream of everything that an organisation's plans contain about the staff member or student with this id. Only one document
     * at a time is in memory.
     */
    Stream<DocumentMentions> findMentions(OrganisationId organisation, String person) {
        return plans(organisation).stream()
                .flatMap(plan -> planDocuments(plan.plan()).stream().mapMulti((document, said) -> {
                    List<Mention> places = mentions(document.hash(), person);
                    if (!places.isEmpty()) {
                        said.accept(new DocumentMentions(
                                plan.plan(),
                                plan.title(),
                                revisionNumbers(plan.plan(), document.hash()),
                                document.kind(),
                                places));
                    }
                }));
    }

    /** Returns the problems of all revisions of an organisation's plans; of each plan the last one first. */
    Stream<PastProblem> pastProblems(OrganisationId organisation) {
        return plans(organisation).stream().flatMap(plan -> {
            List<PlanDocument> problems = planDocuments(plan.plan()).reversed().stream()
                    .filter(document -> document.kind().equals("PROBLEM"))
                    .toList();
            return problems.stream()
                    .map(one -> new PastProblem(plan.title(), one.hash(), one.equals(problems.getFirst())));
        });
    }

    /** Returns the documents of a plan's revisions, in order of their first revision. */
    private List<PlanDocument> planDocuments(String plan) {
        return database.sql("""
                        SELECT hash, kind, MIN(number) AS first_number FROM (
                          SELECT problem AS hash, 'PROBLEM' AS kind, number FROM revision WHERE plan = :plan
                          UNION ALL SELECT timetable AS hash, 'TIMETABLE' AS kind, number FROM revision
                            WHERE plan = :plan AND timetable IS NOT NULL) AS named
                        GROUP BY hash, kind ORDER BY first_number, kind, hash""")
                .param("plan", plan)
                .query((row, number) -> new PlanDocument(row.getString("hash"), row.getString("kind")))
                .list();
    }

    /** Returns the numbers of a plan's revisions that refer to a document. */
    private List<Integer> revisionNumbers(String plan, String hash) {
        return database.sql("""
                        SELECT number FROM revision WHERE plan = :plan AND (problem = :hash OR timetable = :hash)
                        ORDER BY number""")
                .param("plan", plan)
                .param("hash", hash)
                .query((row, number) -> row.getInt("number"))
                .list();
    }

    @Override
    public Set<String> findPlanIds(OrganisationId organisation, String person) {
        return plans(organisation).stream()
                .map(MentioningPlan::plan)
                .filter(plan -> planDocuments(plan).reversed().stream()
                        .filter(document -> document.kind().equals("PROBLEM"))
                        .anyMatch(document -> isMentioned(document.hash(), person)))
                .collect(Collectors.toSet());
    }

    private boolean isMentioned(String hash, String person) {
        return mentionCache.get(
                List.of(hash, person), fresh -> !mentions(hash, person).isEmpty());
    }

    private List<MentioningPlan> plans(OrganisationId organisation) {
        return database.sql("SELECT id, title FROM plan WHERE organisation = :organisation ORDER BY id")
                .param("organisation", organisation.value())
                .query((row, number) -> new MentioningPlan(row.getString("id"), row.getString("title")))
                .list();
    }

    /** Returns the places in which a document names the person. Parses only documents whose text may contain the id. */
    public List<Mention> mentions(String hash, String person) {
        if (!mayMention(documents.text(hash), person)) {
            return List.of();
        }
        var places = new ArrayList<Mention>();
        collectMentions(documents.json(hash), null, "", person, places);
        return places;
    }

    /** Returns whether a JSON text can contain the id. A text with escapes always can. */
    private static boolean mayMention(String text, String person) {
        return text.contains("\"" + person + "\"") || text.indexOf('\\') >= 0;
    }

    private static void collectMentions(
            Json at, Json.@Nullable JsonObject around, String pointer, String person, List<Mention> places) {
        switch (at) {
            case Json.JsonString text
            when text.value().equals(person) ->
                places.add(
                        new Mention(pointer, around == null || pointer.isEmpty() ? at : excerpt(around, pointer, at)));
            case Json.JsonArray list -> {
                for (int i = 0; i < list.elements().size(); i++) {
                    collectMentions(list.elements().get(i), around, pointer + "/" + i, person, places);
                }
            }
            case Json.JsonObject structure -> {
                for (Map.Entry<String, Json> each : structure.fields().entrySet()) {
                    String there =
                            pointer + "/" + each.getKey().replace("~", "~0").replace("/", "~1");
                    if (each.getKey().equals(person)) {
                        places.add(new Mention(there, each.getValue()));
                    }
                    collectMentions(each.getValue(), structure, there, person, places);
                }
            }
            default -> {}
        }
    }

    /** Returns the whole object if it describes the person. Otherwise returns only the value, because the object may be about other people. */
    private static Json excerpt(Json.JsonObject around, String pointer, Json at) {
        return pointer.endsWith("/id") ? around : at;
    }
}
