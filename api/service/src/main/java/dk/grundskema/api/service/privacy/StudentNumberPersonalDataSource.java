package dk.grundskema.api.service.privacy;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.OrganisationId;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the numbers assigned to a student. */
@Component
final class StudentNumberPersonalDataSource implements PersonalDataSource {
    private final JdbcClient database;

    StudentNumberPersonalDataSource(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Stream<PersonalDataItem> findAboutPerson(OrganisationId organisation, String person) {
        return database
                .sql("""
                        SELECT p.id, n.number FROM student_number n JOIN plan p ON p.family = n.family
                        WHERE p.organisation = :organisation AND n.student = :student ORDER BY p.id, n.number""")
                .param("organisation", organisation.value())
                .param("student", person)
                .query((row, number) -> new PersonalDataItem(
                        "number",
                        row.getString("id"),
                        Json.fromJava(Map.of("number", row.getInt("number"), "student", person))))
                .list()
                .stream();
    }
}
