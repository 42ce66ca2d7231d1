package dk.grundskema.api.service.solve;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.privacy.PersonMentionFinder;
import dk.grundskema.api.service.privacy.PersonalDataSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds mentions of a person in best timetables of solves that became no revision. */
@Component
final class SolvePersonalDataSource implements PersonalDataSource {
    private final JdbcClient database;
    private final PersonMentionFinder personMentionFinder;

    SolvePersonalDataSource(JdbcClient database, PersonMentionFinder personMentionFinder) {
        this.database = database;
        this.personMentionFinder = personMentionFinder;
    }

    private record FoundSolve(String solve, String plan, String best) {}

    @Override
    public Stream<PersonalDataItem> findAboutPerson(OrganisationId organisation, String person) {
        List<FoundSolve> all = database.sql("""
                        SELECT s.id, s.plan, s.best FROM solve_job s
                        WHERE s.organisation = :organisation AND s.best IS NOT NULL
                        AND NOT EXISTS (SELECT r.id FROM revision r WHERE r.plan = s.plan AND r.timetable = s.best)
                        ORDER BY s.plan, s.created, s.id""")
                .param("organisation", organisation.value())
                .query((row, number) ->
                        new FoundSolve(row.getString("id"), row.getString("plan"), row.getString("best")))
                .list();
        return all.stream().flatMap(one -> about(one, person));
    }

    private Stream<PersonalDataItem> about(FoundSolve found, String person) {
        List<PersonMentionFinder.Mention> places = personMentionFinder.mentions(found.best(), person);
        if (places.isEmpty()) {
            return Stream.empty();
        }
        Map<String, Json> content = new LinkedHashMap<>();
        content.put("solve", new Json.JsonString(found.solve()));
        content.put("places", RecordWriter.toJsonArray(places));
        return Stream.of(new PersonalDataItem("solve", found.plan(), new Json.JsonObject(content)));
    }
}
