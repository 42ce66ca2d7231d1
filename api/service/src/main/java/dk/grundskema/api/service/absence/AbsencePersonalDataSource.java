package dk.grundskema.api.service.absence;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.privacy.PersonalDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds absences of a staff member with their reasons. */
@Component
final class AbsencePersonalDataSource implements PersonalDataSource {
    private final JdbcClient database;

    AbsencePersonalDataSource(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Stream<PersonalDataItem> findAboutPerson(OrganisationId organisation, String person) {
        return database
                .sql("""
                        SELECT a.id, a.plan, a.staff, a.begins, a.ends, a.reason, a.author, a.made
                        FROM absence a JOIN plan p ON p.id = a.plan
                        WHERE p.organisation = :organisation AND a.staff = :person ORDER BY a.plan, a.begins, a.id""")
                .param("organisation", organisation.value())
                .param("person", person)
                .query((row, number) -> new PersonalDataItem("absence", row.getString("plan"), content(row)))
                .list()
                .stream();
    }

    private static Json content(ResultSet row) throws SQLException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("id", row.getString("id"));
        content.put("staffId", row.getString("staff"));
        content.put("from", row.getString("begins"));
        content.put("until", row.getString("ends"));
        content.put("reason", row.getString("reason"));
        content.put("author", row.getString("author"));
        content.put("made", row.getTimestamp("made").toInstant().toString());
        return Json.fromJava(content);
    }
}
