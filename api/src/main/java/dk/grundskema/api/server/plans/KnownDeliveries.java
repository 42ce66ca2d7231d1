package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.KnowsPeople;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.domain.people.StudentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings to which somebody did not come. */
@Component
final class KnownDeliveries implements KnowsPeople {
    private final JdbcClient database;
    private final Deliveries deliveries;

    KnownDeliveries(JdbcClient database, Deliveries deliveries) {
        this.database = database;
        this.deliveries = deliveries;
    }

    @Override
    public Stream<Known> about(OrganisationId organisation, String person) {
        var student = new StudentId(person);
        return database
                .sql("SELECT id FROM plan WHERE organisation = :organisation ORDER BY id")
                .param("organisation", organisation.value())
                .query((row, number) -> new PlanId(row.getString("id")))
                .list()
                .stream()
                .flatMap(plan -> deliveries.entered(plan).stream()
                        .filter(one -> one.delivery().absent().contains(student))
                        .map(one -> new Known("delivery", plan.value(), content(one, person))));
    }

    private static Json content(Deliveries.Entered one, String person) {
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
