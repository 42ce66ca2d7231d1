package dk.grundskema.api.server.identity;

import dk.grundskema.api.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts that are a member of staff in an organisation's plans, there or by what they are further up. */
@Component
final class AccountsOfStaff implements KnowsPeople {
    private final JdbcClient database;
    private final Organisations organisations;

    AccountsOfStaff(JdbcClient database, Organisations organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    @Override
    public Stream<Known> about(OrganisationId organisation, String person) {
        return database
                .sql("""
                        SELECT a.id, a.name, a.sign_in_name, a.active, a.created, a.signed_in, g.organisation, g.role, g.staff
                        FROM role_grant g JOIN account a ON a.id = g.account
                        WHERE g.staff = :person AND g.organisation IN (:upwards) ORDER BY a.id, g.organisation, g.role""")
                .param("person", person)
                .param(
                        "upwards",
                        organisations.upwards(organisation).stream()
                                .map(OrganisationId::value)
                                .toList())
                .query((row, number) -> new Known("account", null, content(row)))
                .list()
                .stream();
    }

    private static Json content(ResultSet row) throws SQLException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("account", row.getString("id"));
        content.put("name", row.getString("name"));
        content.put("signInName", row.getString("sign_in_name"));
        content.put("active", row.getBoolean("active"));
        content.put("created", row.getTimestamp("created").toInstant().toString());
        Timestamp signedIn = row.getTimestamp("signed_in");
        if (signedIn != null) {
            content.put("signedIn", signedIn.toInstant().toString());
        }
        content.put("organisation", row.getString("organisation"));
        content.put("role", row.getString("role"));
        content.put("staff", row.getString("staff"));
        return Json.fromJava(content);
    }
}
