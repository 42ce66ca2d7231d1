package dk.grundskema.api.service.notice;

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

/** Personal data about a person's mails and choice. */
@Component
final class NoticePersonalDataSource implements PersonalDataSource {
    private final JdbcClient database;

    NoticePersonalDataSource(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Stream<PersonalDataItem> findAboutPerson(OrganisationId organisation, String person) {
        Stream<PersonalDataItem> choice = database
                .sql("""
                        SELECT staff, declined FROM notice_choice WHERE organisation = :organisation AND staff = :person""")
                .param("organisation", organisation.value())
                .param("person", person)
                .query((row, number) -> new PersonalDataItem("notice", null, choiceContent(row)))
                .list()
                .stream();
        Stream<PersonalDataItem> mails = database
                .sql("""
                        SELECT n.plan, n.number, n.staff, n.state, n.made, n.changed
                        FROM notice n JOIN plan p ON p.id = n.plan
                        WHERE p.organisation = :organisation AND n.staff = :person ORDER BY n.plan, n.number""")
                .param("organisation", organisation.value())
                .param("person", person)
                .query((row, number) -> new PersonalDataItem("notice", row.getString("plan"), mailContent(row)))
                .list()
                .stream();
        return Stream.concat(choice, mails);
    }

    private static Json choiceContent(ResultSet row) throws SQLException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("staffId", row.getString("staff"));
        Timestamp declined = row.getTimestamp("declined");
        if (declined != null) {
            content.put("declined", declined.toInstant().toString());
        }
        return Json.fromJava(content);
    }

    private static Json mailContent(ResultSet row) throws SQLException {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("staffId", row.getString("staff"));
        content.put("publication", row.getInt("number"));
        content.put("state", row.getString("state"));
        content.put("published", row.getTimestamp("made").toInstant().toString());
        content.put("changed", row.getTimestamp("changed").toInstant().toString());
        return Json.fromJava(content);
    }
}
