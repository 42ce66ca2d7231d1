package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An organisation's plans as people look for them, for pages: the latest first, those that can't be read here among them. */
@Component
public class ListedPlans {
    private static final String LISTED = "WHERE organisation = :organisation AND deleted IS NULL AND archived IS NULL";

    /** So many stay known, which is little of each. */
    private static final int KNOWN = 5_000;

    private static final Duration UNUSED = Duration.ofDays(2);

    private final JdbcClient database;
    private final Plans plans;
    private final Documents documents;
    private final Speaking speaking;

    /** By the hashes of problems, which are never changed; nobody is in it who could be forgotten. */
    private final Lately<String, ListedProblem> problems = new Lately<>(KNOWN, UNUSED, System::nanoTime);

    ListedPlans(JdbcClient database, Plans plans, Documents documents, Speaking speaking) {
        this.database = database;
        this.plans = plans;
        this.documents = documents;
        this.speaking = speaking;
    }

    /**
     * A plan.
     *
     * @param plan         the plan
     * @param hasTimetable whether there is a timetable
     * @param problem      what it is of
     * @param lacks        why that can't be read with what is installed here, in sentences; empty if it can
     */
    public record Listed(Plan plan, boolean hasTimetable, ListedProblem problem, String lacks) {}

    /** How many plans of an organisation are in its lists. */
    public int count(OrganisationId organisation) {
        return database.sql("SELECT COUNT(*) FROM plan " + LISTED)
                .param("organisation", organisation.value())
                .query(Integer.class)
                .single();
    }

    /**
     * Plans of an organisation that are in its lists, the latest first.
     *
     * @param from how many later ones are left out
     * @param most how many at most
     */
    public List<Listed> latest(OrganisationId organisation, int from, int most) {
        return database
                .sql(PlanRows.PLAN + LISTED + " ORDER BY created DESC, id LIMIT :most OFFSET :from")
                .param("organisation", organisation.value())
                .param("most", most)
                .param("from", from)
                .query(PlanRows::plan)
                .list()
                .stream()
                .map(this::listed)
                .toList();
    }

    private Listed listed(Plan plan) {
        Revision head = plans.revision(plan.head());
        ListedProblem problem = problems.get(head.problem(), this::problem);
        String lacks = problem.lacks().stream().map(speaking.texts()::of).collect(Collectors.joining(" "));
        return new Listed(plan, head.timetable() != null, problem, lacks);
    }

    private ListedProblem problem(String hash) {
        try {
            return ListedProblem.of(documents.inPassing(hash).value());
        } catch (Refusal unreadable) {
            return new ListedProblem(List.of(), null, missing(unreadable));
        }
    }

    /** What is missing, without what else would have to be mended in a problem that is half read. */
    private static List<Finding> missing(Refusal unreadable) {
        return unreadable.findings().stream()
                .filter(one -> one.code().startsWith("plan."))
                .toList();
    }
}
