package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.PlansOfPeople;
import dk.grundskema.api.server.platform.Lately;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that plans say about one person: each place of each document that names the person's id, with what stands around it. */
@Component
public class Dossier implements PlansOfPeople {
    /** So many answers to whether a problem names somebody are remembered: a problem never changes. */
    private static final int REMEMBERED = 50_000;

    private final JdbcClient database;
    private final Documents documents;
    private final Lately<List<String>, Boolean> named = new Lately<>(REMEMBERED);

    Dossier(JdbcClient database, Documents documents) {
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
    record Said(String plan, String title, List<Integer> revisions, String kind, List<Place> places) {
        /** Copies the lists. */
        Said {
            revisions = List.copyOf(revisions);
            places = List.copyOf(places);
        }

        /** Only the plan. */
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
    public record Place(String pointer, Json content) {
        /** Only where. */
        @Override
        public String toString() {
            return pointer;
        }
    }

    private record Found(String plan, String title) {}

    private record Document(String hash, String kind) {}

    /**
     * A problem that a plan has had.
     *
     * @param title  what people call the plan
     * @param hash   the document's
     * @param isLast whether no other problem came into the plan later
     */
    record Past(String title, String hash, boolean isLast) {}

    /**
     * Everything that an organisation's plans say about the person with that id, whether staff or student. To whoever takes each as it comes only one
     * document at a time is in memory.
     */
    Stream<Said> about(OrganisationId organisation, String person) {
        return plans(organisation).stream()
                .flatMap(plan -> documents(plan.plan()).stream().mapMulti((document, said) -> {
                    List<Place> places = places(document.hash(), person);
                    if (!places.isEmpty()) {
                        said.accept(new Said(
                                plan.plan(),
                                plan.title(),
                                numbers(plan.plan(), document.hash()),
                                document.kind(),
                                places));
                    }
                }));
    }

    /** The problems of all revisions of an organisation's plans, of each plan the last one first. */
    Stream<Past> problems(OrganisationId organisation) {
        return plans(organisation).stream().flatMap(plan -> {
            List<Document> problems = documents(plan.plan()).reversed().stream()
                    .filter(document -> document.kind().equals("PROBLEM"))
                    .toList();
            return problems.stream().map(one -> new Past(plan.title(), one.hash(), one.equals(problems.getFirst())));
        });
    }

    /** The documents of a plan's revisions, those of earlier ones first. */
    private List<Document> documents(String plan) {
        return database.sql("""
                        SELECT hash, kind, MIN(number) AS first_number FROM (
                          SELECT problem AS hash, 'PROBLEM' AS kind, number FROM revision WHERE plan = :plan
                          UNION ALL SELECT timetable AS hash, 'TIMETABLE' AS kind, number FROM revision
                            WHERE plan = :plan AND timetable IS NOT NULL) AS named
                        GROUP BY hash, kind ORDER BY first_number, kind, hash""")
                .param("plan", plan)
                .query((row, number) -> new Document(row.getString("hash"), row.getString("kind")))
                .list();
    }

    /** Numbers of a plan's revisions that have a document. */
    private List<Integer> numbers(String plan, String hash) {
        return database.sql("""
                        SELECT number FROM revision WHERE plan = :plan AND (problem = :hash OR timetable = :hash)
                        ORDER BY number""")
                .param("plan", plan)
                .param("hash", hash)
                .query((row, number) -> row.getInt("number"))
                .list();
    }

    @Override
    public Set<String> with(OrganisationId organisation, String person) {
        return plans(organisation).stream()
                .map(Found::plan)
                .filter(plan -> documents(plan).reversed().stream()
                        .filter(document -> document.kind().equals("PROBLEM"))
                        .anyMatch(document -> isNamed(document.hash(), person)))
                .collect(Collectors.toSet());
    }

    private boolean isNamed(String hash, String person) {
        return named.get(List.of(hash, person), fresh -> !places(hash, person).isEmpty());
    }

    private List<Found> plans(OrganisationId organisation) {
        return database.sql("SELECT id, title FROM plan WHERE organisation = :organisation ORDER BY id")
                .param("organisation", organisation.value())
                .query((row, number) -> new Found(row.getString("id"), row.getString("title")))
                .list();
    }

    /** Where a document names the person. Only one that may is taken apart. */
    public List<Place> places(String hash, String person) {
        if (!mayName(documents.text(hash), person)) {
            return List.of();
        }
        var places = new ArrayList<Place>();
        search(documents.json(hash), null, "", person, places);
        return places;
    }

    /** Whether a text of JSON can name somebody: it does so letter by letter, unless it escapes some. */
    private static boolean mayName(String text, String person) {
        return text.contains("\"" + person + "\"") || text.indexOf('\\') >= 0;
    }

    private static void search(
            Json at, Json.@Nullable Structure around, String pointer, String person, List<Place> places) {
        switch (at) {
            case Json.Text text
            when text.value().equals(person) ->
                places.add(new Place(pointer, around == null || pointer.isEmpty() ? at : small(around, pointer, at)));
            case Json.Listing list -> {
                for (int i = 0; i < list.elements().size(); i++) {
                    search(list.elements().get(i), around, pointer + "/" + i, person, places);
                }
            }
            case Json.Structure structure -> {
                for (Map.Entry<String, Json> each : structure.fields().entrySet()) {
                    String there =
                            pointer + "/" + each.getKey().replace("~", "~0").replace("/", "~1");
                    if (each.getKey().equals(person)) {
                        places.add(new Place(there, each.getValue()));
                    }
                    search(each.getValue(), structure, there, person, places);
                }
            }
            default -> {}
        }
    }

    /** The person's own object whole; of another's only what is neither about others nor the whole document. */
    private static Json small(Json.Structure around, String pointer, Json at) {
        return pointer.endsWith("/id") ? around : at;
    }
}
