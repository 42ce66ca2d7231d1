package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.privacy.PersonalDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Personal data about links to a person's calendars and confirmed news. Excludes the token, which the reader of the data does not need.
 */
@Component
final class LinkPersonalDataSource implements PersonalDataSource {
    private final JdbcClient database;

    LinkPersonalDataSource(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Stream<PersonalDataItem> findAboutPerson(OrganisationId organisation, String person) {
        return database
                .sql("""
                        SELECT id, plan, kind, owner, language, created, renewed, revoked, seen FROM feed_link
                        WHERE organisation = :organisation AND kind IN ('STAFF', 'BUSY') AND owner = :person ORDER BY plan, id""")
                .param("organisation", organisation.value())
                .param("person", person)
                .query((row, number) -> new PersonalDataItem("link", row.getString("plan"), content(row)))
                .list()
                .stream();
    }

    private static Json content(ResultSet row) throws SQLException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("id", row.getString("id"));
        content.put("kind", row.getString("kind"));
        content.put("staffId", row.getString("owner"));
        content.put("language", row.getString("language"));
        for (String moment : new String[] {"created", "renewed", "revoked", "seen"}) {
            Timestamp at = row.getTimestamp(moment);
            if (at != null) {
                content.put(moment, at.toInstant().toString());
            }
        }
        return Json.fromJava(content);
    }
}
