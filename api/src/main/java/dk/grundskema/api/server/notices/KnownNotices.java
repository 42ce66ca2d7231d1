package dk.grundskema.api.server.notices;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.KnowsPeople;
import dk.grundskema.api.server.identity.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails about publications that somebody was to get, and whether the person wants any. */
@Component
final class KnownNotices implements KnowsPeople {
    private final JdbcClient database;

    KnownNotices(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Stream<Known> about(OrganisationId organisation, String person) {
        Stream<Known> choice = database
                .sql("""
                        SELECT staff, declined FROM notice_choice WHERE organisation = :organisation AND staff = :person""")
                .param("organisation", organisation.value())
                .param("person", person)
                .query((row, number) -> new Known("notice", null, choice(row)))
                .list()
                .stream();
        Stream<Known> mails = database
                .sql("""
                        SELECT n.plan, n.number, n.staff, n.state, n.made, n.changed
                        FROM notice n JOIN plan p ON p.id = n.plan
                        WHERE p.organisation = :organisation AND n.staff = :person ORDER BY n.plan, n.number""")
                .param("organisation", organisation.value())
                .param("person", person)
                .query((row, number) -> new Known("notice", row.getString("plan"), mail(row)))
                .list()
                .stream();
        return Stream.concat(choice, mails);
    }

    private static Json choice(ResultSet row) throws SQLException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("staffId", row.getString("staff"));
        Timestamp declined = row.getTimestamp("declined");
        if (declined != null) {
            content.put("declined", declined.toInstant().toString());
        }
        return Json.fromJava(content);
    }

    private static Json mail(ResultSet row) throws SQLException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("staffId", row.getString("staff"));
        content.put("publication", row.getInt("number"));
        content.put("state", row.getString("state"));
        content.put("published", row.getTimestamp("made").toInstant().toString());
        content.put("changed", row.getTimestamp("changed").toInstant().toString());
        return Json.fromJava(content);
    }
}
