package dk.grundskema.api.service.privacy;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.OrganisationRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the accounts linked to a staff member, with roles in the organisation or its ancestors. */
@Component
final class AccountPersonalDataSource implements PersonalDataSource {
    private final JdbcClient database;
    private final OrganisationRepository organisations;

    AccountPersonalDataSource(JdbcClient database, OrganisationRepository organisations) {
        this.database = database;
        this.organisations = organisations;
    }

    @Override
    public Stream<PersonalDataItem> findAboutPerson(OrganisationId organisation, String person) {
        return database
                .sql("""
                        SELECT a.id, a.name, a.sign_in_name, a.active, a.created, a.signed_in, g.organisation, g.role, g.staff
                        FROM role_grant g JOIN account a ON a.id = g.account
                        WHERE g.staff = :person AND g.organisation IN (:upwards) ORDER BY a.id, g.organisation, g.role""")
                .param("person", person)
                .param(
                        "upwards",
                        organisations.findWithAncestors(organisation).stream()
                                .map(OrganisationId::value)
                                .toList())
                .query((row, number) -> new PersonalDataItem("account", null, content(row)))
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
