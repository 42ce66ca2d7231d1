package dk.grundskema.api.service.plan;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.service.access.OrganisationId;
import dk.grundskema.api.service.account.OrganisationRepository;
import dk.grundskema.api.service.account.PlanStaffDirectory;
import dk.grundskema.api.service.http.RecentlyUsedCache;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the staff of plans. Does not require their plugins to be installed. */
@Component
final class PlanStaffReader implements PlanStaffDirectory {
    /** Most plans read, because each requires parsing its whole problem. */
    private static final int MOST = 40;

    /** Number of problems whose staff is cached. Each entry is small. */
    private static final int KNOWN = 10 * MOST;

    private final JdbcClient database;
    private final OrganisationRepository organisations;
    private final RevisionRepository revisions;
    private final DocumentStore documents;

    /** Cached by hash of the problem. */
    private final RecentlyUsedCache<String, List<NamedStaff>> known = new RecentlyUsedCache<>(KNOWN);

    /**
     * A staff member of a problem.
     *
     * @param id   id in the problem
     * @param name name in the problem; empty if none
     */
    private record NamedStaff(String id, String name) {
        /** Only the id. */
        @Override
        public String toString() {
            return id;
        }
    }

    PlanStaffReader(
            JdbcClient database,
            OrganisationRepository organisations,
            RevisionRepository revisions,
            DocumentStore documents) {
        this.database = database;
        this.organisations = organisations;
        this.revisions = revisions;
        this.documents = documents;
    }

    @Override
    public KnownStaff findStaff(OrganisationId organisation) {
        // Archived plans that are in use still bind their staff.
        List<Plan> found = database.sql(
                        PlanRowMapper.PLAN + "WHERE organisation IN (:organisations) AND deleted IS NULL"
                                + " AND (in_use OR archived IS NULL) ORDER BY in_use DESC, created DESC, id LIMIT :most")
                .param(
                        "organisations",
                        organisations.findSubtree(organisation).stream()
                                .map(OrganisationId::value)
                                .toList())
                .param("most", MOST + 1)
                .query(PlanRowMapper::plan)
                .list();
        List<Plan> read = found.stream().limit(MOST).toList();
        Map<PlanId, String> problems =
                revisions.headProblemHashes(read.stream().map(Plan::id).toList());
        return new KnownStaff(
                read.stream()
                        .flatMap(plan ->
                                Stream.ofNullable(problems.get(plan.id())).flatMap(problem -> staff(plan, problem)))
                        .toList(),
                found.size() <= MOST);
    }

    private Stream<Member> staff(Plan plan, String problem) {
        return known.get(problem, this::staff).stream().map(one -> new Member(one.id(), one.name(), plan.title()));
    }

    private List<NamedStaff> staff(String problem) {
        Json staff = documents.json(problem).fields().get("staff");
        return staff instanceof Json.JsonArray all
                ? all.elements().stream()
                        .filter(Json.JsonObject.class::isInstance)
                        .map(Json.JsonObject.class::cast)
                        .map(one -> new NamedStaff(text(one, "id"), text(one, "name")))
                        .toList()
                : List.of();
    }

    private static String text(Json.JsonObject of, String field) {
        return of.fields().get(field) instanceof Json.JsonString text ? text.value() : "";
    }
}
