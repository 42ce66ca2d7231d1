package dk.grundskema.api.server.solving;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.identity.KnowsPeople;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.plans.Dossier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the best timetables of solves say about somebody that became no revision of their plans. */
@Component
final class KnownSolves implements KnowsPeople {
    private final JdbcClient database;
    private final Dossier dossier;

    KnownSolves(JdbcClient database, Dossier dossier) {
        this.database = database;
        this.dossier = dossier;
    }

    private record Found(String solve, String plan, String best) {}

    @Override
    public Stream<Known> about(OrganisationId organisation, String person) {
        List<Found> all = database.sql("""
                        SELECT s.id, s.plan, s.best FROM solve_job s
                        WHERE s.organisation = :organisation AND s.best IS NOT NULL
                        AND NOT EXISTS (SELECT r.id FROM revision r WHERE r.plan = s.plan AND r.timetable = s.best)
                        ORDER BY s.plan, s.created, s.id""")
                .param("organisation", organisation.value())
                .query((row, number) -> new Found(row.getString("id"), row.getString("plan"), row.getString("best")))
                .list();
        return all.stream().flatMap(one -> about(one, person));
    }

    private Stream<Known> about(Found found, String person) {
        List<Dossier.Place> places = dossier.places(found.best(), person);
        if (places.isEmpty()) {
            return Stream.empty();
        }
        Map<String, Json> content = new LinkedHashMap<>();
        content.put("solve", new Json.Text(found.solve()));
        content.put("places", RecordWriter.list(places));
        return Stream.of(new Known("solve", found.plan(), new Json.Structure(content)));
    }
}
