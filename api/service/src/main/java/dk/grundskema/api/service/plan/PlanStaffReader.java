package dk.grundskema.api.service.plan;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.platform.access.OrganisationId;
import dk.grundskema.api.platform.account.PlanStaffDirectory;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the staff of plans. Does not require their plugins to be installed. */
@Component
final class PlanStaffReader implements PlanStaffDirectory {
    /** Most plans read, because each requires parsing its whole problem. */
    private static final int MAX_PLANS = 40;

    /** Number of problems whose staff is cached. Each entry is small. */
    private static final int CACHE_SIZE = 10 * MAX_PLANS;

    private final JdbcClient database;
    private final DocumentStore documents;

    /** Cached by hash of the problem. */
    private final LeastRecentlyUsedCache<String, List<NamedStaff>> staffByProblem =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

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

    PlanStaffReader(JdbcClient database, DocumentStore documents) {
        this.database = database;
        this.documents = documents;
    }

    @Override
    public KnownStaff findStaff(OrganisationId organisation) {
        // Archived plans that are in use still bind their staff.
        List<TitledProblem> found = database.sql("""
                        WITH RECURSIVE below (id) AS (
                          SELECT id FROM organisation WHERE id = :organisation
                          UNION ALL SELECT o.id FROM organisation o JOIN below b ON o.parent = b.id)
                        SELECT p.title, r.problem FROM plan p JOIN revision r ON r.id = p.head
                        WHERE p.organisation IN (SELECT id FROM below) AND p.deleted IS NULL
                          AND (p.in_use OR p.archived IS NULL)
                        ORDER BY p.in_use DESC, p.created DESC, p.id LIMIT :most""")
                .param("organisation", organisation.value())
                .param("most", MAX_PLANS + 1)
                .query((row, number) -> new TitledProblem(row.getString("title"), row.getString("problem")))
                .list();
        List<TitledProblem> read = found.stream().limit(MAX_PLANS).toList();
        documents.prefetch(read.stream()
                .map(TitledProblem::problem)
                .filter(problem -> staffByProblem.getIfPresent(problem) == null)
                .toList());
        return new KnownStaff(read.stream().flatMap(this::staff).toList(), found.size() <= MAX_PLANS);
    }

    /**
     * A plan whose staff is wanted.
     *
     * @param title   its title
     * @param problem hash of its current problem
     */
    private record TitledProblem(String title, String problem) {}

    private Stream<Member> staff(TitledProblem plan) {
        return staffByProblem.get(plan.problem(), this::readStaff).stream()
                .map(one -> new Member(one.id(), one.name(), plan.title()));
    }

    private List<NamedStaff> readStaff(String problem) {
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
