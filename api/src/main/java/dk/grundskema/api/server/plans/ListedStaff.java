package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.StaffOfPlans;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whom plans have as staff, whether or not their plugins are here. */
@Component
final class ListedStaff implements StaffOfPlans {
    /** So many plans are looked at: each is read from its whole problem. */
    private static final int MOST = 40;

    private final JdbcClient database;
    private final Organisations organisations;
    private final Plans plans;
    private final Documents documents;

    ListedStaff(JdbcClient database, Organisations organisations, Plans plans, Documents documents) {
        this.database = database;
        this.organisations = organisations;
        this.plans = plans;
        this.documents = documents;
    }

    @Override
    public Known staff(OrganisationId organisation) {
        // One that is in use binds people when it is out of the lists, too.
        List<Plan> found = database.sql(PlanRows.PLAN + "WHERE organisation IN (:organisations) AND deleted IS NULL"
                        + " AND (in_use OR archived IS NULL) ORDER BY in_use DESC, created DESC, id LIMIT :most")
                .param(
                        "organisations",
                        organisations.within(organisation).stream()
                                .map(OrganisationId::value)
                                .toList())
                .param("most", MOST + 1)
                .query(PlanRows::plan)
                .list();
        return new Known(found.stream().limit(MOST).flatMap(this::staff).toList(), found.size() <= MOST);
    }

    private Stream<Member> staff(Plan plan) {
        Json staff = documents
                .json(plans.revision(plan.head()).problem())
                .fields()
                .getOrDefault("staff", new Json.Listing(List.of()));
        return staff instanceof Json.Listing all
                ? all.elements().stream()
                        .filter(Json.Structure.class::isInstance)
                        .map(Json.Structure.class::cast)
                        .map(one -> new Member(text(one, "id"), text(one, "name"), plan.title()))
                : Stream.empty();
    }

    private static String text(Json.Structure of, String field) {
        return of.fields().get(field) instanceof Json.Text text ? text.value() : "";
    }
}
