package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.KnowsPeople;
import dk.grundskema.api.server.identity.OrganisationId;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers by which somebody is, or was, called. */
@Component
final class KnownNumbers implements KnowsPeople {
    private final JdbcClient database;

    KnownNumbers(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Stream<Known> about(OrganisationId organisation, String person) {
        return database
                .sql("""
                        SELECT p.id, n.number FROM student_number n JOIN plan p ON p.family = n.family
                        WHERE p.organisation = :organisation AND n.student = :student ORDER BY p.id, n.number""")
                .param("organisation", organisation.value())
                .param("student", person)
                .query((row, number) -> new Known(
                        "number",
                        row.getString("id"),
                        Json.fromJava(Map.of("number", row.getInt("number"), "student", person))))
                .list()
                .stream();
    }
}
