package dk.grundskema.api.service.absence;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.privacy.PersonalDataSource;
import dk.grundskema.domain.people.StudentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds meetings that a student missed. */
@Component
final class AttendancePersonalDataSource implements PersonalDataSource {
    private final JdbcClient database;
    private final DeliveryRepository deliveries;

    AttendancePersonalDataSource(JdbcClient database, DeliveryRepository deliveries) {
        this.database = database;
        this.deliveries = deliveries;
    }

    @Override
    public Stream<PersonalDataItem> findAboutPerson(OrganisationId organisation, String person) {
        var student = new StudentId(person);
        return database
                .sql("SELECT id FROM plan WHERE organisation = :organisation ORDER BY id")
                .param("organisation", organisation.value())
                .query((row, number) -> new PlanId(row.getString("id")))
                .list()
                .stream()
                .flatMap(plan -> deliveries.entriesOfPlan(plan).stream()
                        .filter(one -> one.delivery().absent().contains(student))
                        .map(one -> new PersonalDataItem("delivery", plan.value(), content(one, person))));
    }

    private static Json content(DeliveryRepository.DeliveryEntry one, String person) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("session", one.delivery().sessionId().value());
        content.put("date", one.delivery().date().toString());
        content.put("held", one.delivery().held());
        content.put("reason", one.delivery().reason());
        content.put("absent", List.of(person));
        content.put("author", one.author().value());
        content.put("made", one.made().toString());
        return Json.fromJava(content);
    }
}
