package dk.grundskema.api.server.plans;

import dk.grundskema.api.platform.Json;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.identity.Organisations;
import dk.grundskema.api.server.identity.StaffOfPlans;
import dk.grundskema.api.server.platform.Lately;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whom plans have as staff, whether or not their plugins are here. */
@Component
final class ListedStaff implements StaffOfPlans {
    /** So many plans are looked at: each is read from its whole problem. */
    private static final int MOST = 40;

    /** Of so many problems the staff stays known for a while, which is little of each. */
    private static final int KNOWN = 10 * MOST;

    private final JdbcClient database;
    private final Organisations organisations;
    private final Revisions revisions;
    private final Documents documents;

    /** By the hashes of problems, which are never changed. */
    private final Lately<String, List<Named>> known = new Lately<>(KNOWN);

    /**
     * Somebody of a problem's staff.
     *
     * @param id   by which the problem knows the person
     * @param name what it calls the person; empty if nothing
     */
    private record Named(String id, String name) {
        /** Only the id. */
        @Override
        public String toString() {
            return id;
        }
    }

    ListedStaff(JdbcClient database, Organisations organisations, Revisions revisions, Documents documents) {
        this.database = database;
        this.organisations = organisations;
        this.revisions = revisions;
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
        List<Plan> read = found.stream().limit(MOST).toList();
        Map<PlanId, String> problems =
                revisions.present(read.stream().map(Plan::id).toList());
        return new Known(
                read.stream()
                        .flatMap(plan ->
                                Stream.ofNullable(problems.get(plan.id())).flatMap(problem -> staff(plan, problem)))
                        .toList(),
                found.size() <= MOST);
    }

    private Stream<Member> staff(Plan plan, String problem) {
        return known.get(problem, this::staff).stream().map(one -> new Member(one.id(), one.name(), plan.title()));
    }

    private List<Named> staff(String problem) {
        Json staff = documents.json(problem).fields().get("staff");
        return staff instanceof Json.Listing all
                ? all.elements().stream()
                        .filter(Json.Structure.class::isInstance)
                        .map(Json.Structure.class::cast)
                        .map(one -> new Named(text(one, "id"), text(one, "name")))
                        .toList()
                : List.of();
    }

    private static String text(Json.Structure of, String field) {
        return of.fields().get(field) instanceof Json.Text text ? text.value() : "";
    }
}
