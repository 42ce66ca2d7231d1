package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An organisation's plans as people look for them, for pages: the latest first, those that can't be read here among them. */
@Component
public class ListedPlans {
    private static final String LISTED = "WHERE organisation = :organisation AND deleted IS NULL AND archived IS NULL";

    private final JdbcClient database;
    private final Plans plans;
    private final Documents documents;
    private final Speaking speaking;

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
     * @param problem      what it is of; {@code null} if it can't be read with what is installed here
     * @param lacks        why it can't, in sentences; empty if it can
     */
    public record Listed(
            Plan plan, boolean hasTimetable, @Nullable Problem problem, String lacks) {}

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
        boolean hasTimetable = head.timetable() != null;
        try {
            return new Listed(
                    plan, hasTimetable, documents.problem(head.problem()).value(), "");
        } catch (Refusal unreadable) {
            return new Listed(plan, hasTimetable, null, lacks(unreadable));
        }
    }

    /** What is missing, without what else would have to be mended in a problem that is half read. */
    private String lacks(Refusal unreadable) {
        return unreadable.findings().stream()
                .filter(one -> one.code().startsWith("plan."))
                .map(speaking.texts()::of)
                .collect(Collectors.joining(" "));
    }
}
