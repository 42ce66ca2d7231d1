package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.OrganisationId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything that plans say about one person: each place of each document that names the person's id, with what stands around it. */
@Component
public class Dossier {
    private final JdbcClient database;
    private final Documents documents;

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

    private record Row(String plan, String title, int number, String hash, String kind) {}

    /** Everything that an organisation's plans say about the person with that id, whether staff or student. */
    List<Said> about(OrganisationId organisation, String person) {
        var all = new ArrayList<Said>();
        List<Row> rows = rows(organisation);
        var documentsOfPlans = new LinkedHashSet<List<String>>();
        rows.forEach(row -> documentsOfPlans.add(List.of(row.plan(), row.hash())));
        for (List<String> each : documentsOfPlans) {
            List<Place> places = places(each.getLast(), person);
            if (!places.isEmpty()) {
                List<Row> with = rows.stream()
                        .filter(row ->
                                row.plan().equals(each.getFirst()) && row.hash().equals(each.getLast()))
                        .toList();
                all.add(new Said(
                        each.getFirst(),
                        with.getFirst().title(),
                        with.stream().map(Row::number).toList(),
                        with.getFirst().kind(),
                        places));
            }
        }
        return all;
    }

    private List<Row> rows(OrganisationId organisation) {
        return database.sql("""
                        SELECT p.id, p.title, r.number, d.hash, d.kind FROM plan p
                        JOIN revision r ON r.plan = p.id
                        JOIN document d ON d.hash = r.problem OR d.hash = r.timetable
                        WHERE p.organisation = :organisation ORDER BY p.id, r.number, d.kind""")
                .param("organisation", organisation.value())
                .query((row, number) -> new Row(
                        row.getString("id"),
                        row.getString("title"),
                        row.getInt("number"),
                        row.getString("hash"),
                        row.getString("kind")))
                .list();
    }

    /** Where a document names the person. */
    public List<Place> places(String hash, String person) {
        var places = new ArrayList<Place>();
        search(documents.json(hash), null, "", person, places);
        return places;
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
